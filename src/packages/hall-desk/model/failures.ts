/** What an officer does about each refusal at a window. */
import type { ApiError } from '../../../client/errors'

export type FailureWay = 'open' | 'take' | 'moved' | 'busy' | 'ended' | 'matter' | 'again' | 'other'

const WAYS: Readonly<Partial<Record<ApiError['code'], FailureWay>>> = {
  WINDOW_CLOSED: 'open',
  WINDOW_TAKEN: 'take',
  WINDOW_BUSY: 'busy',
  TICKET_STATE: 'moved',
  NOT_FOUND: 'moved',
  NUMBERS_ENDED: 'ended',
  SAME_MATTER: 'matter',
  MATTER_NOT_HERE: 'matter',
}

export interface Failure {
  readonly way: FailureWay
  /** Opening the window is what helps: one’s own, or one that another has. */
  readonly opens: 'open' | 'take' | undefined
  /** The same press once more: it has the same key, so nothing is done twice. */
  readonly again: boolean
}

export const failureOf = ({ code, retry }: Pick<ApiError, 'code' | 'retry'>): Failure => {
  const way = WAYS[code] ?? (retry ? 'again' : 'other')
  return { way, opens: way === 'open' || way === 'take' ? way : undefined, again: way === 'again' }
}
