import { act, fireEvent, screen } from '@testing-library/react'
import Taro from '../../harness/taro/taro'
import { instantOf } from '../../../functions/core/pure/time'
import { forgetQueries } from '../../../src/client/queries'
import { prefer } from '../../../src/client/preferences'
import { signOutHere } from '../../../src/client/session'
import AppealPage from '../../../src/packages/credit/appeal'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import { appointment } from '../booking/fixtures'
import { el, namelessControls, onStage, seen, standStill, tap, typeInto } from '../booking/stage'
import { appeal, idOf } from './fixtures'

standStill()
afterEach(() =>
  act(() => {
    signOutHere()
    forgetQueries('')
    prefer({ language: 'zh-CN' })
  }),
)

const missed = appointment({ id: idOf('a'), day: '2026-11-17', outcome: 'noShow', canCancel: false })
const none = refuse(404, 'NOT_FOUND', '没有找到。')

const stage = (change: Readonly<Record<string, unknown>> = {}, params = { appointment: idOf('a') }) =>
  onStage(
    AppealPage,
    params,
    { 'credit/get': none, 'appointments/get': { appointment: missed }, ...change },
    { path: 'packages/credit/appeal/index' },
  )

const REASON = '家人急诊，有病历'

it('shows what was missed and until when it can be appealed, and sends the reason', async () => {
  const { answers, calls } = stage({ 'credit/appeal': { id: appeal().id, state: 'appealed' } })
  expect(await seen('visit')).toHaveTextContent(/11月17日 周二 9:30–10:00.*发票领用.*城东办税服务厅/)
  expect(el('appeal-until')).toHaveTextContent(/12月18日 周五 0?0:00 前可以申诉/)
  expect(namelessControls()).toEqual([])
  typeInto('appeal-reason', ` ${REASON} `)
  answers['credit/get'] = { appeal: appeal() }
  await tap('send')
  expect(await seen('sent')).toHaveTextContent('大厅在11月27日 周五前答复')
  expect(el('way')).toHaveTextContent(REASON)
  expect(calls('credit/appeal')).toEqual([{ appointmentId: idOf('a'), reason: REASON }])
})

it('sends nothing without a reason, and says so at the field and on top', async () => {
  const { calls } = stage()
  await tap('send')
  expect(await seen('appeal-faults')).toHaveTextContent('申诉理由')
  typeInto('appeal-reason', '。。')
  await tap('send')
  expect(el('appeal-reason-problem')).toBeInTheDocument()
  expect(calls('credit/appeal')).toEqual([])
})

it('goes on under the same key when the answer was lost', async () => {
  const { asked, answers } = stage({ 'credit/appeal': NO_NETWORK })
  await seen('send')
  typeInto('appeal-reason', REASON)
  await tap('send')
  await act(() => jest.advanceTimersByTimeAsync(4000))
  expect(await seen('refused')).toBeInTheDocument()
  answers['credit/appeal'] = { id: appeal().id, state: 'appealed' }
  answers['credit/get'] = { appeal: appeal() }
  await tap('send')
  await seen('sent')
  const keys = asked
    .filter(({ procedure }) => procedure === 'credit/appeal')
    .map(({ headers }) => headers['Idempotency-Key'])
  expect(new Set(keys).size).toBe(1)
})

it('has what was typed still there after leaving', async () => {
  const { unmount } = stage()
  await seen('send')
  typeInto('appeal-reason', REASON)
  unmount()
  stage()
  await seen('send')
  expect(el('appeal-reason')).toHaveValue(REASON)
})

it('says why it was refused, and looks again', async () => {
  const { answers } = stage({ 'credit/appeal': refuse(409, 'APPEALED_BEFORE', '这次失约已经申诉过。') })
  await seen('send')
  typeInto('appeal-reason', REASON)
  await tap('send')
  expect(await seen('refused')).toHaveTextContent('这次失约已经申诉过。')
  answers['credit/get'] = { appeal: appeal() }
  await tap('look-again')
  expect(await seen('appeal-now')).toHaveTextContent('等待大厅答复')
})

it('takes no appeal once its time has run out', async () => {
  stage({ 'appointments/get': { appointment: { ...missed, day: '2026-10-20' } } })
  expect(await seen('late')).toBeInTheDocument()
  expect(document.getElementById('send')).toBeNull()
  await tap('to-record')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/credit/home/index' })
})

it('has nothing to appeal where nothing was missed', async () => {
  stage({ 'appointments/get': { appointment: { ...missed, outcome: 'arrived' } } })
  expect(await screen.findByText('这次预约没有记为失约')).toBeInTheDocument()
})

it('says that a withdrawn one counts no more', async () => {
  stage({ 'appointments/get': { appointment: { ...missed, outcome: 'excused' } } })
  expect(await screen.findByText('这次失约已经撤销，不再计入。')).toBeInTheDocument()
})

const ended = { endedAt: instantOf('2026-11-21', 600), decision: '情况属实，予以撤销' }

it('shows the decision with its reason, and what comes next', async () => {
  stage({ 'credit/get': { appeal: appeal({ state: 'revoked', ...ended }) } })
  expect(await seen('decision')).toHaveTextContent('情况属实')
  expect(el('appeal-now')).toHaveTextContent('因它暂停的预约已经恢复')
  await tap('book')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/hall/index' })
})

it('shows a refusal in English too, with what one can still do', async () => {
  stage({ 'credit/get': { appeal: appeal({ state: 'upheld', ...ended, decision: 'No papers.' }) } })
  await seen('decision')
  act(() => prefer({ language: 'en' }))
  expect(await screen.findByText(/If you still disagree/)).toBeInTheDocument()
  await tap('to-ticket')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/booking/ticket/index?id=${idOf('a')}` })
})

it.each([['not-an-id'], [idOf('z')]])(
  'leads from an appointment that is not there (%s) to the record',
  async (id) => {
    stage({ 'appointments/get': none }, { appointment: id })
    fireEvent.click(await screen.findByText('看失约记录'))
    expect(Taro.redirectTo).toHaveBeenLastCalledWith({ url: '/packages/credit/home/index' })
  },
)

it('asks to sign in first', () => {
  signOutHere()
  onStage(AppealPage, { appointment: idOf('a') }, {}, { signedIn: false })
  expect(screen.getByText('登录后看记录')).toBeInTheDocument()
})
