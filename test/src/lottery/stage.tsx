/** Puts a lottery page on stage: a verified person, a clock that stands at `NOW`, and answers for every call. */
import { cleanup, render } from '@testing-library/react'
import type { ComponentType } from 'react'
import type { InvoiceFacts } from '../../../functions/core/pure/invoice-facts'
import { handOver } from '../../../src/client/handover'
import { prefer } from '../../../src/client/preferences'
import { forgetQueries } from '../../../src/client/queries'
import { beginSession, signOutHere } from '../../../src/client/session'
import { serve } from '../../harness/taro/server'
import { setRouter, storage } from '../../harness/taro/taro'
import { me } from '../refunds/stage'
import {
  campaignFull,
  campaignRow,
  drawRow,
  entryRow,
  known,
  look,
  NO_LIMITS,
  notary,
  NOW,
  prize,
} from './fixtures'

export { el, namelessControls, seen, tap } from '../booking/stage'
export { fill, me } from '../refunds/stage'

export const answers: Readonly<Record<string, unknown>> = {
  'accounts/me': me,
  'lottery/campaigns': { items: [campaignRow()] },
  'lottery/campaign': campaignFull(),
  'lottery/look': look(),
  'lottery/mine': { items: [] },
  'lottery/entry': { entry: entryRow(), salt: '0'.repeat(64), holder: 'somebody' },
  'lottery/draws': { items: [] },
  'lottery/draw': { draw: drawRow() },
  'lottery/prizes': { items: [] },
  'lottery/prize': { prize: prize() },
  'lottery/limits': NO_LIMITS,
  'lottery/notary': notary(),
  'invoices/known': known,
}

export const onStage = (
  Page: ComponentType,
  params: Readonly<Record<string, string>> = {},
  change: Readonly<Record<string, unknown>> = {},
  {
    signedIn = true,
    language = 'zh-CN' as 'zh-CN' | 'en',
    hand = undefined as InvoiceFacts | undefined,
  } = {},
) => {
  // One page is on stage at a time.
  cleanup()
  const server = serve({ ...answers, ...change })
  prefer({ language, large: false, themeChoice: 'light' })
  // Nothing of an earlier page is left: neither answers nor what was typed.
  signOutHere()
  forgetQueries('')
  storage.clear()
  if (signedIn) beginSession({ token: 'token' })
  // As the page before hands it over.
  const handed: Readonly<Record<string, string>> = hand ? { handed: handOver(hand) } : {}
  setRouter({ params: { ...params, ...handed }, path: 'packages/lottery/home/index' })
  const view = render(<Page />)
  const inputs = (procedure: string): readonly unknown[] =>
    server.asked.filter((one) => one.procedure === procedure).map(({ input }) => input)
  return { ...view, ...server, inputs }
}

export const standStill = (): void => {
  beforeEach(() => jest.useFakeTimers({ now: NOW, advanceTimers: true }))
  afterEach(() => jest.useRealTimers())
}
