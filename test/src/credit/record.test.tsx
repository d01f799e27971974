import { act, fireEvent, screen } from '@testing-library/react'
import Taro from '../../harness/taro/taro'
import { instantOf } from '../../../functions/core/pure/time'
import { forgetQueries } from '../../../src/client/queries'
import { prefer } from '../../../src/client/preferences'
import { signOutHere } from '../../../src/client/session'
import CreditPage from '../../../src/packages/credit/home'
import type { Mine } from '../../../src/packages/credit/model/answers'
import { refuse } from '../../harness/taro/server'
import { el, namelessControls, onStage, seen, standStill, tap } from '../booking/stage'
import { idOf, mine, noShow, row } from './fixtures'

standStill()
afterEach(() =>
  act(() => {
    signOutHere()
    forgetQueries('')
    prefer({ language: 'zh-CN' })
  }),
)

const stage = (known: Mine | object = mine(), change: Readonly<Record<string, unknown>> = {}) =>
  onStage(
    CreditPage,
    {},
    { 'credit/mine': known, 'credit/appeals': { items: [] }, ...change },
    { path: 'packages/credit/home/index' },
  )

const gone = (id: string): void => expect(document.getElementById(id)).toBeNull()
const suspended: Mine['suspended'] = {
  by: 'noShows',
  until: instantOf('2026-12-18'),
  rule: '一个月失约 3 次暂停预约',
  basis: '广州税务 2018-06-13 通告',
  unconfirmed: true,
}

it('says that one may book, what counts this month, and each limit with its basis', async () => {
  stage()
  expect(await seen('standing')).toHaveTextContent('可以预约')
  expect(el('counts-noShows')).toHaveTextContent(
    /0 \/ 3 次一个月失约 3 次暂停预约依据：广州税务 2018-06-13 通告；以主管税务机关最新规定为准/,
  )
  expect(el('counts-cancellations')).toHaveTextContent('1 / 5 次')
  expect(el('month')).toHaveTextContent('暂停预约 30 天')
  expect(el('missed')).toHaveTextContent('没有失约')
  gone('cancellations')
  expect(namelessControls()).toEqual([])
  await tap('book')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/hall/index' })
})

it('says to the minute until when booking is suspended, why, and leads to the appeal that could lift it', async () => {
  stage(
    mine({
      suspended,
      noShows: [
        noShow({ appointmentId: idOf('a'), day: '2026-11-03' }),
        noShow({ appointmentId: idOf('b'), day: '2026-11-10', appealUntil: null }),
        noShow({ appointmentId: idOf('c'), appeal: { id: 'cr_1', state: 'upheld' }, appealUntil: null }),
      ],
    }),
  )
  expect(await seen('suspended-until')).toHaveTextContent(/到 12月18日 周五 0?0:00 恢复，全市各厅都一样/)
  expect(el('standing')).toHaveTextContent(/失约次数达到上限.*依据：广州税务/)
  await tap('appeal-first')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: `/packages/credit/appeal/index?appointment=${idOf('a')}`,
  })
})

it('offers no appeal where cancellations suspend', async () => {
  stage(mine({ suspended: { ...suspended, by: 'cancellations' }, noShows: [noShow()] }))
  expect(await seen('standing')).toHaveTextContent('取消次数达到上限')
  gone('appeal-first')
})

it('warns before the last one', async () => {
  const known = mine()
  const limits = { ...known.limits, noShows: { ...known.limits.noShows, used: 2 } }
  stage({ ...known, limits })
  expect(await seen('standing')).toHaveTextContent('再失约一次就会暂停')
})

it('lists each no-show with why, until when it can be appealed, or how its appeal stands; the latest first', async () => {
  stage(
    mine({
      noShows: [
        noShow({ appointmentId: idOf('a'), day: '2026-10-01', appealUntil: null, why: 'notAtWindow' }),
        noShow({ appointmentId: idOf('b'), appeal: { id: 'cr_1', state: 'appealed' }, appealUntil: null }),
        noShow({
          appointmentId: idOf('c'),
          day: '2026-11-18',
          hallName: null,
          matterName: null,
          start: null,
        }),
      ],
    }),
  )
  await seen('missed')
  expect([...document.querySelectorAll('[id^="missed-"]')].map(({ id }) => id)).toEqual(
    ['c', 'b', 'a'].map((letter) => `missed-${idOf(letter)}`),
  )
  expect(el(`missed-${idOf('a')}`)).toHaveTextContent(/叫到时不在窗口申诉的期限已过/)
  expect(el(`missed-${idOf('b')}`)).toHaveTextContent(/申诉处理中.*城东办税服务厅 · 发票领用/)
  expect(el(`missed-${idOf('c')}`)).toHaveTextContent(/原来的预约已不再保存.*12月18日 周五 0?0:00 前可以申诉/)
  await tap(`see-${idOf('b')}`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: `/packages/credit/appeal/index?appointment=${idOf('b')}`,
  })
})

it('tells late cancellations from those in time', async () => {
  stage(
    mine({
      cancellations: [
        { appointmentId: idOf('a'), at: instantOf('2026-11-10', 600), late: false },
        { appointmentId: idOf('b'), at: instantOf('2026-11-20', 600), late: true },
      ],
    }),
  )
  expect(await seen(`cancelled-${idOf('b')}`)).toHaveTextContent('迟取消')
  expect(el(`cancelled-${idOf('a')}`)).toHaveTextContent('按时取消')
  await tap(`cancelled-${idOf('b')}`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/booking/ticket/index?id=${idOf('b')}` })
})

it('shows appeals of no-shows that count no more, page by page', async () => {
  const { calls } = stage(mine(), {
    'credit/appeals': ({ after }: { after?: string }) =>
      after === undefined
        ? { items: [row()], next: 'c1' }
        : { items: [row({ id: 'cr_2', state: 'upheld', appointmentId: idOf('b') })] },
  })
  await tap('appeals-more')
  expect(await seen('own-cr_2')).toHaveTextContent('失约仍计入')
  expect(el(`own-${row().id}`)).toHaveTextContent('失约已撤销')
  expect(calls('credit/appeals')).toContainEqual({ limit: 20, after: 'c1' })
})

it('shows another taxpayer’s record when it is chosen', async () => {
  const { calls } = stage(({ taxpayerId }: { taxpayerId?: string }) =>
    mine({ taxpayer: { id: taxpayerId ?? 'tp_1', name: '' } }),
  )
  await tap('whose-tp_2')
  await seen('standing')
  expect(calls('credit/mine')).toContainEqual({ taxpayerId: 'tp_2' })
})

it('leads who has no taxpayer to adding one', async () => {
  stage(refuse(409, 'NO_TAXPAYER', '还没有添加纳税人。'))
  expect(await screen.findByText('失约和取消按纳税人分别记录，添加后就能看到。')).toBeInTheDocument()
})

it('offers another try after a failure', async () => {
  const { answers } = stage(refuse(403, 'FORBIDDEN', '现在不行。'))
  const again = await screen.findByText('再试一次')
  answers['credit/mine'] = mine()
  fireEvent.click(again)
  expect(await seen('standing')).toBeInTheDocument()
})

it('asks to sign in first, and speaks English', () => {
  signOutHere()
  const { asked } = onStage(CreditPage, {}, {}, { signedIn: false, path: 'packages/credit/home/index' })
  expect(el('signed-out')).toBeInTheDocument()
  expect(asked.filter(({ procedure }) => procedure.startsWith('credit/'))).toEqual([])
  act(() => prefer({ language: 'en' }))
  expect(screen.getByText(/Come on time, or cancel early/)).toBeInTheDocument()
})
