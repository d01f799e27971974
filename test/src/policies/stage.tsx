/** Puts a page of policies, of their office, or of a person’s profile on stage; everything is forgotten after each test. */
import { act, cleanup, fireEvent, render } from '@testing-library/react'
import type { ComponentType } from 'react'
import { prefer } from '../../../src/client/preferences'
import { forgetQueries } from '../../../src/client/queries'
import { beginSession, signOutHere } from '../../../src/client/session'
import { serve } from '../../harness/taro/server'
import { setRouter, storage } from '../../harness/taro/taro'
import { seen } from '../booking/stage'
import { NOW } from '../lottery/fixtures'

export { el, namelessControls, seen, tap } from '../booking/stage'
export { NOW }

export interface Staged {
  readonly signedIn?: boolean
  readonly language?: 'zh-CN' | 'en'
  /** What lies on the device from before stays there: the page was loaded anew. */
  readonly again?: boolean
}

/** @param answers of every call; `change` in place of some of them */
export const stageOf =
  (answers: Readonly<Record<string, unknown>>) =>
  (
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
    setRouter({ params, path: 'packages/policies/list/index' })
    const view = render(<Page />)
    const inputs = (procedure: string): readonly unknown[] =>
      server.asked.filter((one) => one.procedure === procedure).map(({ input }) => input)
    return { ...view, ...server, inputs }
  }

/** Types and leaves the field. */
export const type = async (id: string, value: string): Promise<void> => {
  const control = await seen(id)
  await act(async () => {
    fireEvent.change(control, { target: { value } })
    fireEvent.blur(control)
    await Promise.resolve()
  })
}

/** So much time goes by. */
export const later = (milliseconds: number): Promise<void> =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(milliseconds)
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
