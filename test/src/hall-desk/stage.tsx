/** A hall that answers as it stands: what a window does is seen at its next look. */
import { act, fireEvent } from '@testing-library/react'
import type { Asked } from '../../harness/taro/server'
import type { Desk, DeskWindow } from '../../../src/packages/hall-desk/model/answers'
import { later, stageOf } from '../policies/stage'
import { answers, atWindow, desk, ticket } from './fixtures'

export const onStage = stageOf(answers)

export const keysOf = (asked: readonly Asked[], procedure: string): readonly (string | undefined)[] =>
  asked.filter((one) => one.procedure === procedure).map(({ headers }) => headers['Idempotency-Key'])

/** Presses a key on the page, or in an element of it. */
export const pressKey = async (
  key: string,
  more: object = {},
  target: Element = document.body,
): Promise<void> => {
  await act(async () => {
    fireEvent.keyDown(target, { key, ...more })
    await Promise.resolve()
  })
}

/** A window whose moves move it, as the server's do. */
export const livingHall = (begin: Partial<DeskWindow> = {}, change: Partial<Desk> = {}) => {
  let mine: Partial<DeskWindow> = begin
  const to = (next: Partial<DeskWindow>) => (mine = { ...mine, ...next })
  const called = { at: atWindow() }
  return {
    'queue/desk': () => desk(mine, change),
    'queue/callNext': () => (to(called), { ticket: ticket() }),
    'queue/recall': () => (to({ at: atWindow({ calls: 2 }) }), { ticket: ticket() }),
    'queue/serve': () => (to({ at: atWindow({ serving: true }) }), { ticket: ticket({ state: 'serving' }) }),
    'queue/pass': () => (to({ at: null }), { ticket: ticket({ state: 'passed', passed: true }) }),
    'queue/finish': () => (to({ at: null }), { ticket: ticket({ state: 'done' }) }),
  }
}

/** So many seconds go by, and the page is drawn within them. */
export const seconds = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i += 1) await later(1_000)
}
