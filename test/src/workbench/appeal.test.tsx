import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '../../harness/taro/taro'
import { instantOf } from '../../../functions/core/pure/time'
import OfficeAppealPage from '../../../src/packages/workbench/appeal'
import { refuse } from '../../harness/taro/server'
import { el, namelessControls, onStage, seen, tap, typeInto } from '../booking/stage'
import { appeal } from '../credit/fixtures'
import { grant, item, meWith } from './fixtures'
import { eachAlone, gone, listStage, rowOf } from './stage'

eachAlone()

const ID = appeal().id
const work = { duty: 'review', assignee: 'nobody', holder: '', escalated: false, mayAct: true, bar: null }
const review = (change: object = {}, more: object = {}) => ({
  appeal: appeal(change),
  taxpayerName: '王*明',
  noShows: 3,
  work: { ...work, ...more },
})

const stage = (shown: unknown = review(), change: Readonly<Record<string, unknown>> = {}) =>
  onStage(
    OfficeAppealPage,
    { id: ID },
    {
      'credit/review': shown,
      'accounts/me': meWith([grant('officer', 'review')]),
      'workbench/list': { items: [] },
      ...change,
    },
    { path: 'packages/workbench/appeal/index' },
  )

const REASON = '病历属实，予以撤销'

it('is opened from the list, which names it and its state', async () => {
  listStage({
    'workbench/list': {
      items: [item({ id: ID, feature: 'credit', kind: 'appeal', state: 'appealed', fen: null })],
    },
  })
  expect(await seen(`work-${ID}`)).toHaveTextContent(/失约申诉.*待答复/)
  await tap(`open-${ID}`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/workbench/appeal/index?id=${ID}` })
})

it('shows what happened, what is said for it, and by when it is to be answered', async () => {
  stage()
  expect(await seen('appeal-said')).toHaveTextContent('家人急诊，有病历')
  expect(el('appeal-facts')).toHaveTextContent(/王\*明.*11月17日 周二 9:30.*没有取消，也没有到厅取号.*3 次/)
  expect(el('case-now')).toHaveTextContent(/待答复.*11月27日/)
  expect(namelessControls()).toEqual([])
  await tap('see-day')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/office/day/index?hallId=east&day=2026-11-17',
  })
})

it('withdraws the no-show with a reason, and leads to the next case', async () => {
  const { answers, calls } = stage(review(), { 'credit/decide': { id: ID, state: 'revoked' } })
  await tap('step-revoke')
  expect(await seen('revoke-sheet')).toHaveTextContent('因它暂停的预约立即恢复')
  await tap('revoke-yes')
  expect(el('revoke-said-problem')).toHaveTextContent('请写明理由')
  expect(calls('credit/decide')).toEqual([])
  typeInto('revoke-said', ` ${REASON}`)
  const ended = { state: 'revoked', endedAt: instantOf('2026-11-22', 600), decision: REASON }
  answers['credit/review'] = review(ended, { mayAct: false, bar: 'waiting' })
  answers['workbench/list'] = { items: [item({ id: rowOf('b') })] }
  await tap('revoke-yes')
  expect(await seen('done')).toHaveTextContent('已撤销失约')
  expect(calls('credit/decide')).toEqual([{ id: ID, outcome: 'revoke', reason: REASON }])
  expect(await seen('case-now')).toHaveTextContent(REASON)
  await tap('following-open')
  expect(Taro.redirectTo).toHaveBeenLastCalledWith({
    url: `/packages/workbench/refund/index?id=${rowOf('b')}`,
  })
})

it('upholds it, asked once more in words', async () => {
  const { calls } = stage(review(), { 'credit/decide': { id: ID, state: 'upheld' } })
  await tap('step-uphold')
  typeInto('uphold-said', '没有取号记录')
  await tap('uphold-yes')
  await seen('done')
  expect(calls('credit/decide')).toEqual([{ id: ID, outcome: 'uphold', reason: '没有取号记录' }])
})

it('looks again when a colleague was quicker', async () => {
  stage(review(), { 'credit/decide': refuse(409, 'CASE_STATE', '这个案件已经不在这一步。') })
  await tap('step-uphold')
  typeInto('uphold-said', '没有取号记录')
  await tap('uphold-yes')
  expect(await seen('step-refused')).toHaveTextContent('已经不在这一步')
  await tap('step-look')
  gone('uphold-sheet')
})

it('says why it is not the caller’s to decide, and who may', async () => {
  stage(review({}, { mayAct: false, bar: 'fourEyes' }))
  expect(await seen('bar')).toHaveTextContent('由另一个人')
  gone('step-revoke')
  expect(await seen('following')).toBeInTheDocument()
})

it('can be taken up, and let go', async () => {
  const { answers, calls } = stage(review(), { 'workbench/claim': { id: ID, assignee: 'me' } })
  await seen('take')
  answers['credit/review'] = review({}, { assignee: 'me', holder: '3F2' })
  await tap('take')
  expect(await seen('let-go')).toBeInTheDocument()
  expect(calls('workbench/claim')).toEqual([{ id: ID }])
})

it('offers nothing of what is shown of before', async () => {
  const { answers } = stage()
  await seen('step-revoke')
  answers['credit/review'] = refuse(403, 'FORBIDDEN', '现在不行。')
  answers['workbench/claim'] = { id: ID, assignee: 'me' }
  await tap('take')
  await waitFor(() => gone('step-revoke'))
  expect(el('case-now')).toHaveTextContent('待答复')
})

it('leads from what is not there to the workbench', async () => {
  stage(refuse(404, 'NOT_FOUND', '没有找到。'))
  fireEvent.click(await screen.findByText('回工作台'))
  expect(Taro.redirectTo).toHaveBeenLastCalledWith({ url: '/packages/workbench/list/index' })
})
