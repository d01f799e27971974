/** Puts an invoice page on stage: a person, a clock that stands at `NOW`, what is in hand, and answers for every call. */
import { act, render } from '@testing-library/react'
import type { ComponentType } from 'react'
import { prefer } from '../../../src/client/preferences'
import { beginSession, signOutHere } from '../../../src/client/session'
import { letGo, take, type InHand } from '../../../src/packages/invoices/model/in-hand'
import { serve } from '../../harness/taro/server'
import Taro, { setRouter } from '../../harness/taro/taro'
import { el, tap } from '../booking/stage'
import { genuine, invoice, known, list, NOW, title } from './fixtures'

export { el, namelessControls, seen, tap } from '../booking/stage'
export { fill } from '../departure/stage'

export const answers: Readonly<Record<string, unknown>> = {
  'accounts/me': { accountId: 'ac_1', grants: [], taxpayers: [], createdAt: NOW, demonstration: true },
  'invoices/known': known(),
  'invoices/check': genuine,
  'invoices/keep': { invoice: invoice(), again: false },
  'invoices/months': { sums: [{ month: '2026-11', category: 'dining', count: 1, fen: 1_070 }] },
  'invoices/mine': { items: [invoice()] },
  'invoices/get': { invoice: invoice(), known: genuine, file: null },
  'invoices/change': { invoice: invoice({ category: 'office' }) },
  'invoices/remove': { removed: true },
  'invoices/lists': { items: [list()] },
  'invoices/list': { list: list(), items: [invoice()] },
  'invoices/makeList': { list: list() },
  'invoices/putOnList': { list: list() },
  'invoices/handIn': { list: list({ state: 'handedIn', handedInAt: NOW }) },
  'invoices/takeBack': { list: list() },
  'invoices/dropList': { removed: true },
  'invoices/titles': { items: [title()] },
  'invoices/saveTitle': { title: title() },
  'invoices/removeTitle': { removed: true },
  'invoices/titleQr': { text: '$01abc$' },
}

interface Wanted {
  readonly params?: Readonly<Record<string, string>>
  readonly change?: Readonly<Record<string, unknown>>
  readonly signedIn?: boolean
  readonly hand?: InHand
}

export const onStage = (
  Page: ComponentType,
  { params = {}, change = {}, signedIn = true, hand }: Wanted = {},
) => {
  const server = serve({ ...answers, ...change })
  prefer({ language: 'zh-CN', large: false, themeChoice: 'light' })
  signOutHere()
  letGo()
  if (signedIn) beginSession({ token: 'token' })
  if (hand) take(hand)
  setRouter({ params, path: 'packages/invoices/home/index' })
  const view = render(<Page />)
  const inputs = (procedure: string): readonly unknown[] =>
    server.asked.filter((one) => one.procedure === `invoices/${procedure}`).map(({ input }) => input)
  return { ...view, ...server, inputs }
}

/** Taps a button that scans, and the camera sees this. */
export const scanning = async (id: string, answer: () => Promise<unknown>): Promise<void> => {
  Object.assign(Taro, { scanCode: jest.fn(answer) })
  el(id)
  await tap(id)
  await act(async () => {
    await Promise.resolve()
  })
}

export const standStill = (): void => {
  beforeEach(() => jest.useFakeTimers({ now: NOW, advanceTimers: true }))
  afterEach(() => jest.useRealTimers())
}
