/** Puts a refund page on stage: a verified person, a clock that stands at `NOW`, and answers for every call. */
import { act, fireEvent, render } from '@testing-library/react'
import type { ComponentType } from 'react'
import { prefer } from '../../../src/client/preferences'
import { beginSession, signOutHere } from '../../../src/client/session'
import { serve } from '../../harness/taro/server'
import { setRouter } from '../../harness/taro/taro'
import { el } from '../booking/stage'
import { check, draftRow, NOW, oldVoucher, onFile, oneCase, spentVoucher, voucher } from './fixtures'

export { el, namelessControls, seen, tap, typeInto } from '../booking/stage'

const taxpayer = {
  id: 'tp_1',
  kind: 'person',
  standing: 'verified',
  name: '陈*国',
  number: '9901**********0021',
  isDefault: true,
  through: 'own',
} as const

export const me = {
  accountId: 'ac_1',
  grants: [],
  taxpayers: [
    taxpayer,
    { ...taxpayer, id: 'tp_2', kind: 'enterprise', name: '城东**有限公司', isDefault: false },
    { ...taxpayer, id: 'tp_3', standing: 'claimed', name: '林*雨', isDefault: false },
  ],
  createdAt: NOW,
  demonstration: true,
} as const

const hall = (id: string, name: string) => ({ id, name, address: '人民路 18 号', phone: '025-12366001' })

export const answers: Readonly<Record<string, unknown>> = {
  'accounts/me': me,
  'refunds/waiting': { items: [] },
  'refunds/drafts': { items: [] },
  'refunds/mine': { items: [] },
  'refunds/vouchers': { items: [voucher(), oldVoucher, spentVoucher] },
  'refunds/check': { check: check() },
  'refunds/saveDraft': { id: draftRow().id, changedAt: NOW, expiresAt: NOW + 14 * 86_400_000 },
  'refunds/dropDraft': { dropped: true },
  'refunds/submit': { id: oneCase().id, state: 'submitted' },
  'refunds/get': { case: oneCase() },
  'materials/mine': { items: [onFile] },
  'halls/list': { halls: [hall('east', '城东办税服务厅'), hall('west', '城西办税服务厅')] },
}

export const onStage = (
  Page: ComponentType,
  params: Readonly<Record<string, string>> = {},
  change: Readonly<Record<string, unknown>> = {},
  { signedIn = true, path = 'packages/refunds/home/index' } = {},
) => {
  const server = serve({ ...answers, ...change })
  prefer({ language: 'zh-CN', large: false, themeChoice: 'light' })
  // Nothing of an earlier page is left: neither answers nor what was typed.
  signOutHere()
  if (signedIn) beginSession({ token: 'token' })
  setRouter({ params, path })
  const view = render(<Page />)
  const calls = (procedure: string) => server.asked.filter((one) => one.procedure === procedure)
  const inputs = (procedure: string): readonly unknown[] => calls(procedure).map(({ input }) => input)
  return { ...view, ...server, calls, inputs }
}

/** Types and leaves the field, as a person does. */
export const fill = async (id: string, value: string): Promise<void> => {
  await act(async () => {
    fireEvent.focus(el(id))
    fireEvent.change(el(id), { target: { value } })
    fireEvent.blur(el(id))
    await Promise.resolve()
  })
}

export const standStill = (): void => {
  beforeEach(() => jest.useFakeTimers({ now: NOW, advanceTimers: true }))
  afterEach(() => jest.useRealTimers())
}
