/** Puts the workbench's pages on stage, each with an officer before it; everything is forgotten after each test. */
import { act, waitFor } from '@testing-library/react'
import { forgetQueries } from '../../../src/client/queries'
import { prefer } from '../../../src/client/preferences'
import { signOutHere } from '../../../src/client/session'
import WorkbenchPage from '../../../src/packages/workbench/list'
import OfficeRefundPage from '../../../src/packages/workbench/refund'
import { el, onStage, standStill } from '../booking/stage'
import { ageing, CASE, grant, item, meWith, onDuty, review } from './fixtures'

export const eachAlone = (): void => {
  standStill()
  afterEach(() =>
    act(() => {
      signOutHere()
      forgetQueries('')
      prefer({ language: 'zh-CN' })
    }),
  )
}

type Answers = Readonly<Record<string, unknown>>

export const listStage = (change: Answers = {}, params: Readonly<Record<string, string>> = {}) =>
  onStage(
    WorkbenchPage,
    params,
    {
      'halls/onDuty': onDuty,
      'accounts/me': meWith([grant('officer', 'review')]),
      'workbench/list': { items: [item()] },
      'refunds/ageing': ageing,
      ...change,
    },
    { path: 'packages/workbench/list/index' },
  )

/** The page of one case; `grants` are the officer's. */
export const caseStage = (
  shown: unknown = review(),
  change: Answers = {},
  { grants = [grant('officer', 'review')] } = {},
) =>
  onStage(
    OfficeRefundPage,
    { id: CASE },
    {
      'refunds/review': shown,
      'accounts/me': meWith(grants),
      'workbench/list': { items: [] },
      ...change,
    },
    { path: 'packages/workbench/refund/index' },
  )

/** A case's id by a letter. */
export const rowOf = (letter: string): string => `rf_${letter.repeat(26)}`

/** After the back-off of a call that never came back. */
export const seenLate = (id: string): Promise<HTMLElement> => waitFor(() => el(id), { timeout: 4000 })

export const moved = (state: string) => ({ id: CASE, state })
export const gone = (id: string): void => expect(document.getElementById(id)).toBeNull()
