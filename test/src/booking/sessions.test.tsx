/** Signed out, or a session that ended elsewhere: one refusal, one question, and what was chosen is there again. */
import { act, waitFor } from '@testing-library/react'
import Taro, { fireHook } from '../../harness/taro/taro'
import { refuse } from '../../harness/taro/server'
import { goSignIn } from '../../../src/client/routes'
import { beginSession, onSessionEnd, sessionToken } from '../../../src/client/session'
import ConfirmPage from '../../../src/packages/booking/confirm'
import MinePage from '../../../src/packages/booking/mine'
import { draftNow, keepDraft } from '../../../src/packages/booking/parts/draft'
import SlotPage from '../../../src/packages/booking/slot'
import TicketPage from '../../../src/packages/booking/ticket'
import { appointment, DAY, held, NOW } from './fixtures'
import { me, onStage, seen, standStill, tap } from './stage'

standStill()
const { id } = appointment()
const over = () => refuse(401, 'SESSION_EXPIRED', '登录已过期，请重新登录。')
const PERSONAL = /^(appointments\/(get|mine)|accounts\/me)$/
const settled = () => act(() => jest.advanceTimersByTimeAsync(3000))

beforeEach(() => onSessionEnd(() => void goSignIn()))

it.each([
  ['a ticket', TicketPage, { id }],
  ['my appointments', MinePage, {}],
  ['a confirmation', ConfirmPage, { hallId: 'east', matter: 'FPLY', day: DAY, start: '570', hold: id }],
] as const)('signed out, %s asks for nothing personal and offers to sign in', async (_, Page, params) => {
  const { asked } = onStage(Page, params, {}, { signedIn: false })
  await seen('sign-in')
  await settled()
  expect(asked.filter(({ procedure }) => PERSONAL.test(procedure))).toEqual([])
  await tap('sign-in')
  expect(Taro.navigateTo).toHaveBeenCalledTimes(1)
})

it('a ticket whose session has ended asks once, and is there after signing in again', async () => {
  const { answers, calls } = onStage(
    TicketPage,
    { id },
    { 'appointments/get': over() },
    { path: 'packages/booking/ticket/index' },
  )
  await seen('sign-in')
  await settled()
  expect(calls('appointments/get')).toHaveLength(1)
  expect(Taro.navigateTo).toHaveBeenCalledTimes(1)
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: expect.stringContaining(encodeURIComponent(`/packages/booking/ticket/index?id=${id}`)),
  })
  answers['appointments/get'] = { appointment: appointment() }
  act(() => beginSession({ token: 'again', accountId: 'ac_1' }))
  await seen('ticket-qr')
  expect(calls('appointments/get')).toHaveLength(2)
  expect(sessionToken()).toBe('again')
})

describe('a kept seat', () => {
  const onSlots = (get: unknown) =>
    onStage(
      SlotPage,
      { hallId: 'east', matter: 'FPLY', day: DAY },
      { 'appointments/get': get },
      { signedIn: false },
    )
  const begin = (accountId: string): void => beginSession({ token: `of ${accountId}`, accountId })

  it('is there again for the same person', async () => {
    const page = onSlots({ appointment: held() })
    act(() => begin('ac_1'))
    await settled()
    keepDraft({ hallId: 'east', matter: 'FPLY', day: DAY, start: 570, hold: id, heldUntil: NOW + 600_000 })
    page.answers['accounts/me'] = over()
    act(() => void fireHook('didShow'))
    await waitFor(() => expect(sessionToken()).toBeUndefined())
    expect(draftNow()).toMatchObject({ day: DAY, start: 570, hold: undefined })
    page.answers['accounts/me'] = me
    act(() => begin('ac_1'))
    expect(draftNow()).toMatchObject({ day: DAY, start: 570, hold: id })
    act(() => void fireHook('didShow'))
    await seen('held-clock')
  })

  it("is nobody else's: another person on the same page starts from the choice alone", async () => {
    const page = onSlots({ appointment: held() })
    act(() => begin('ac_1'))
    await tap('slot-570')
    await seen('held-clock')
    page.answers['appointments/hold'] = over()
    await tap('slot-600')
    await seen('way-signIn')
    page.answers['appointments/hold'] = { appointment: held({ start: 600, end: 630 }) }
    const before = page.calls('appointments/cancel').length
    act(() => begin('ac_2'))
    expect(document.getElementById('held-clock')).toBeNull()
    act(() => void fireHook('didShow'))
    await seen('held-clock')
    expect(page.calls('appointments/cancel')).toHaveLength(before)
    expect(page.calls('appointments/hold').at(-1)).toMatchObject({ start: 600 })
  })
})
