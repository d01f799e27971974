import { waitFor } from '@testing-library/react'
import DeskPage from '../../../src/packages/hall-desk/desk'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { eachAlone, el, gone, later, seen, tap, type } from '../policies/stage'
import { DAY, desk } from './fixtures'
import { keysOf, onStage } from './stage'

eachAlone()
const both = {
  'queue/stop': { hallId: 'east', waiting: 6 },
  'appointments/closeDay': { hallId: 'east', day: DAY, affected: 11 },
}
const REASON = '消防警报，全厅疏散'
const stopHall = async (): Promise<void> => {
  await tap('stop-hall')
  await type('stop-reason', REASON)
  await tap('stop-yes')
}

it('says what will happen and asks for a reason before anything does', async () => {
  const { inputs } = onStage(DeskPage, {}, both)
  await tap('stop-hall')
  expect(await seen('stop-sheet')).toHaveTextContent('正在等候的 6 人结束等候')
  expect(el('stop-sheet')).toHaveTextContent('今天还没开始的预约全部取消，不计入取消次数')
  await tap('stop-yes')
  expect(el('stop-reason-problem')).toHaveTextContent('请写明原因')
  await tap('stop-no')
  gone('stop-sheet')
  expect([...inputs('queue/stop'), ...inputs('appointments/closeDay')]).toEqual([])
})

it('stops the queue and cancels today’s bookings, each with its own key, and says what comes next', async () => {
  const { asked, inputs, answers } = onStage(DeskPage, {}, both)
  answers['queue/stop'] = () => {
    answers['queue/desk'] = desk({}, { state: 'stopped', waiting: 0 })
    return both['queue/stop']
  }
  await stopHall()
  expect(await seen('stop-done')).toHaveTextContent(
    '叫号已停止，等候的 6 人会收到通知。今天的预约正在取消：11 个。',
  )
  expect(inputs('queue/stop')).toEqual([{ hallId: 'east', reason: REASON }])
  expect(inputs('appointments/closeDay')).toEqual([{ hallId: 'east', day: DAY, reason: REASON }])
  const keys = ['queue/stop', 'appointments/closeDay'].flatMap((one) => keysOf(asked, one))
  expect(new Set(keys).size).toBe(2)
  await tap('stop-list')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/office/day/index?hallId=east' })
  await tap('stop-no')
  expect(await seen('stopped')).toHaveTextContent('全厅已停办')
  expect(el('no-moves')).toHaveTextContent('大厅现在不叫号')
  gone('stop-hall')
})

it.each([
  ['queue/stop', '叫号还没有停止：出错了。', '今天的预约正在取消：11 个。', 'appointments/closeDay'],
  ['appointments/closeDay', '今天的预约还没有取消：出错了。', '叫号已停止', 'queue/stop'],
] as const)(
  'where %s failed it says so, and another try does that alone',
  async (failing, failed, done, other) => {
    const { asked, inputs, answers } = onStage(
      DeskPage,
      {},
      {
        ...both,
        [failing]: refuse(503, 'INTERNAL', '出错了。'),
      },
    )
    await stopHall()
    await later(3_000)
    expect(await seen('stop-failed')).toHaveTextContent(failed)
    expect(el('stop-failed')).toHaveTextContent('再试一次只做没做完的那一步')
    expect(el('stop-done')).toHaveTextContent(done)
    gone('stop-reason')
    const before = inputs(other).length
    answers[failing] = both[failing]
    await tap('stop-yes')
    await waitFor(() => gone('stop-failed'))
    expect(el('stop-list')).toBeInTheDocument()
    expect(inputs(other)).toHaveLength(before)
    expect(new Set(keysOf(asked, failing)).size).toBe(1)
  },
)

it('a day of which nothing could be booked, or that was closed before, is no failure', async () => {
  onStage(
    DeskPage,
    {},
    {
      ...both,
      'appointments/closeDay': refuse(409, 'HALL_CLOSED', '大厅这一天不办公。'),
    },
  )
  await stopHall()
  expect(await seen('stop-done')).toHaveTextContent('今天没有需要取消的预约')
  gone('stop-failed')
})

it('a day that nobody had booked needs no cancelling, and the sheet says that it is done', async () => {
  onStage(DeskPage, {}, { ...both, 'appointments/closeDay': { hallId: 'east', day: DAY, affected: 0 } })
  await stopHall()
  expect(await seen('stop-done')).toHaveTextContent('今天没有需要取消的预约')
  expect(el('stop-sheet')).toHaveAttribute('aria-label', '全厅已停办')
})

it('goes on after a question, and says what does not come back', async () => {
  const { inputs, answers } = onStage(
    DeskPage,
    {},
    {
      'queue/desk': desk({}, { state: 'stopped' }),
      'queue/reopen': refuse(409, 'NUMBERS_ENDED', '大厅现在不发号。'),
    },
  )
  await tap('go-on')
  expect(await seen('go-on-sheet')).toHaveTextContent('到厅后重新取号')
  await tap('go-on-sheet-confirm')
  expect(await seen('go-on-failed')).toHaveTextContent('大厅现在不发号')
  answers['queue/reopen'] = { hallId: 'east' }
  answers['queue/desk'] = desk()
  await tap('go-on-sheet-confirm')
  await waitFor(() => gone('stopped'))
  expect(inputs('queue/reopen')).toHaveLength(2)
  expect(await seen('do-next')).toBeInTheDocument()
})

it('a day that is over can neither be stopped nor gone on with', async () => {
  onStage(DeskPage, {}, { 'queue/desk': desk({}, { state: 'over' }) })
  expect(await seen('over')).toHaveTextContent('今天已结束办理')
  gone('stop-hall')
  gone('go-on')
})
