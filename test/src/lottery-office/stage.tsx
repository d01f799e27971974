/** Puts a page of the lottery’s office on stage, before a person with both duties; everything is forgotten after each test. */
import { act, cleanup, render } from '@testing-library/react'
import type { ComponentType } from 'react'
import { prefer } from '../../../src/client/preferences'
import { forgetQueries } from '../../../src/client/queries'
import { beginSession, signOutHere } from '../../../src/client/session'
import { serve } from '../../harness/taro/server'
import { setRouter, storage } from '../../harness/taro/taro'
import { NOW } from '../lottery/fixtures'
import {
  campaignRow,
  drawFull,
  drawRow,
  draftRow,
  excluded,
  flags,
  goneOn,
  office,
  published,
  statistics,
} from './fixtures'

export { el, namelessControls, seen, tap, typeInto } from '../booking/stage'

export const answers: Readonly<Record<string, unknown>> = {
  'lottery/office': office('draw', 'review'),
  'lottery/officeCampaigns': { items: [campaignRow(), draftRow({ id: 'draft-1', name: '新的活动' })] },
  'lottery/officeCampaign': published(),
  'lottery/officeDraws': { items: [drawRow()] },
  'lottery/officeDraw': { draw: drawFull() },
  'lottery/partyDraws': { items: [] },
  'lottery/goOn': goneOn(),
  'lottery/flags': flags(),
  'lottery/excluded': { items: [excluded()] },
  'lottery/statistics': statistics(),
}

interface Staged {
  readonly signedIn?: boolean
  readonly language?: 'zh-CN' | 'en'
  /** What lies on the device from before stays there: the page was loaded anew. */
  readonly again?: boolean
}

export const onStage = (
  Page: ComponentType,
  params: Readonly<Record<string, string>> = {},
  change: Readonly<Record<string, unknown>> = {},
  { signedIn = true, language = 'zh-CN', again = false }: Staged = {},
) => {
  // One page is on stage at a time.
  cleanup()
  const server = serve({ ...answers, ...change })
  prefer({ language, large: false, themeChoice: 'light' })
  if (!again) signOutHere()
  forgetQueries('')
  if (!again) {
    storage.clear()
    if (signedIn) beginSession({ token: 'token', accountId: 'ac_1' })
  }
  setRouter({ params, path: 'packages/lottery-office/home/index' })
  const view = render(<Page />)
  const inputs = (procedure: string): readonly unknown[] =>
    server.asked.filter((one) => one.procedure === `lottery/${procedure}`).map(({ input }) => input)
  return { ...view, ...server, inputs }
}

/** What was asked has been answered, also where the page has shown what it knew already. */
export const settled = (): Promise<void> =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(1)
  })

export const eachAlone = (): void => {
  beforeEach(() => jest.useFakeTimers({ now: NOW, advanceTimers: true }))
  afterEach(() => {
    act(() => {
      signOutHere()
      forgetQueries('')
      prefer({ language: 'zh-CN' })
    })
    jest.useRealTimers()
  })
}

export const gone = (id: string): void => expect(document.getElementById(id)).toBeNull()
