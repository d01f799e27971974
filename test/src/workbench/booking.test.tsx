import { fireEvent, screen } from '@testing-library/react'
import Taro from '../../harness/taro/taro'
import { instantOf } from '../../../functions/core/pure/time'
import OfficeBookingPage from '../../../src/packages/workbench/booking'
import { refuse } from '../../harness/taro/server'
import { el, namelessControls, onStage, seen, tap, typeInto } from '../booking/stage'
import { idOf } from '../credit/fixtures'
import { grant, item, meWith } from './fixtures'
import { eachAlone, gone, listStage } from './stage'

eachAlone()

const ID = `pv_${idOf('a').slice(3)}`
const online = { way: '登录电子税务局办理', url: 'https://etax.example/' }
const work = { duty: 'review', assignee: 'nobody', holder: '', escalated: false, mayAct: true, bar: null }
const review = (change: object = {}, more: object = {}) => ({
  visit: {
    id: ID,
    appointmentId: idOf('a'),
    hallId: 'east',
    hallName: '城东办税服务厅',
    matter: 'TS02',
    matterName: '误收多缴退抵税',
    day: '2026-11-24',
    start: 570,
    state: 'asked',
    until: instantOf('2026-11-23', 930),
    createdAt: instantOf('2026-11-22', 590),
    endedAt: null,
    decision: '',
    online,
    ...change,
  },
  taxpayerName: '王*明',
  standing: 'verified',
  work: { ...work, ...more },
})
const noted = { note: { text: '想把两次缴款都退回来', photos: [], changedAt: 1 } }

const stage = (shown: unknown = review(), change: Readonly<Record<string, unknown>> = {}) =>
  onStage(
    OfficeBookingPage,
    { id: ID },
    {
      'credit/reviewVisit': shown,
      'appointments/counterNote': noted,
      'accounts/me': meWith([grant('officer', 'review')]),
      'workbench/list': { items: [] },
      ...change,
    },
    { path: 'packages/workbench/booking/index' },
  )

it('is opened from the list, which names it and its state', async () => {
  listStage({
    'workbench/list': {
      items: [item({ id: ID, feature: 'credit', kind: 'preReview', state: 'asked', fen: null })],
    },
  })
  expect(await seen(`work-${ID}`)).toHaveTextContent(/预约预审.*待预审/)
  await tap(`open-${ID}`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/workbench/booking/index?id=${ID}` })
})

it('shows what it is about, the note, and when it stands without an answer', async () => {
  stage()
  expect(await seen('visit-facts')).toHaveTextContent(/王\*明已核验.*误收多缴退抵税.*11月24日 周二 9:30/)
  expect(await screen.findByText('想把两次缴款都退回来')).toBeInTheDocument()
  expect(el('case-now')).toHaveTextContent(/到 11月23日 周一 15:30 没有答复的，视为通过/)
  expect(namelessControls()).toEqual([])
})

it('agrees to it', async () => {
  const { answers, calls } = stage(review(), { 'credit/decideVisit': { id: ID, state: 'approved' } })
  await tap('step-approve')
  answers['credit/reviewVisit'] = review(
    { state: 'approved', endedAt: instantOf('2026-11-22', 600) },
    { mayAct: false, bar: 'waiting' },
  )
  await tap('approve-yes')
  expect(await seen('done')).toHaveTextContent('已通过')
  expect(calls('credit/decideVisit')).toEqual([{ id: ID, outcome: 'approve' }])
  expect(await seen('following')).toBeInTheDocument()
})

it.each([
  ['refuse', '不计入预约人的次数'],
  ['refuseOnline', '登录电子税务局办理'],
] as const)('takes a reason to %s it', async (outcome, words) => {
  const { calls } = stage(review(), { 'credit/decideVisit': { id: ID, state: 'refused' } })
  await tap(`step-${outcome}`)
  expect(await seen(`${outcome}-sheet`)).toHaveTextContent(words)
  await tap(`${outcome}-yes`)
  expect(el(`${outcome}-said-problem`)).toHaveTextContent('请写明理由')
  expect(calls('credit/decideVisit')).toEqual([])
  typeInto(`${outcome}-said`, '请先备齐完税凭证 ')
  await tap(`${outcome}-yes`)
  await seen('done')
  expect(calls('credit/decideVisit')).toEqual([{ id: ID, outcome, reason: '请先备齐完税凭证' }])
})

it('offers the online way only where there is one', async () => {
  stage(review({ online: null }))
  await seen('step-refuse')
  gone('step-refuseOnline')
})

it('looks again when it stood by time a moment before', async () => {
  stage(review(), { 'credit/decideVisit': refuse(409, 'CASE_STATE', '这个案件已经不在这一步。') })
  await tap('step-approve')
  await tap('approve-yes')
  await tap('step-look')
  gone('approve-sheet')
})

it('is shown without its note when that does not come, with another try', async () => {
  const { answers } = stage(review(), {
    'appointments/counterNote': refuse(403, 'FORBIDDEN', '现在不行。'),
  })
  await seen('visit-note-again')
  answers['appointments/counterNote'] = { note: { text: '', photos: [], changedAt: null } }
  await tap('visit-note-again')
  expect(await screen.findByText('没有写备注。')).toBeInTheDocument()
})

it('leads from what is not there to the workbench', async () => {
  stage(refuse(404, 'NOT_FOUND', '没有找到。'))
  fireEvent.click(await screen.findByText('回工作台'))
  expect(Taro.redirectTo).toHaveBeenLastCalledWith({ url: '/packages/workbench/list/index' })
})
