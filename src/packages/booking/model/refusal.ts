/** A refusal in words: the rule it stands on, and every way out of it. */
import type { ErrorCode } from '../../../../functions/core/pure/errors'
import type { Instant } from '../../../../functions/core/pure/time'
import type { Basis, NearSlot } from './answers'
import { orderNearest } from './slots'

/** What the screens need of a failed call, however the client throws it. */
export interface Failure {
  readonly code: string
  readonly message: string
  readonly data?: unknown
  readonly traceId?: string
}

export type WayOut =
  | { readonly kind: 'slot'; readonly slot: NearSlot }
  | { readonly kind: 'online'; readonly way: string; readonly url: string }
  | {
      readonly kind:
        | 'mine'
        | 'wait'
        | 'waits'
        | 'credit'
        | 'otherDay'
        | 'otherHall'
        | 'otherMatter'
        | 'addTaxpayer'
        | 'signIn'
        | 'again'
        | 'fresh'
    }

export interface Refusal {
  readonly code: string
  /** The server's own sentence, already in the caller's language. */
  readonly message: string
  readonly rule?: Basis
  /** Used and allowed, for a refusal by a limit. */
  readonly count?: { readonly used: number; readonly limit: number }
  /** Until when it stands. */
  readonly until?: Instant
  readonly ways: readonly WayOut[]
  /** Shown when a person may have to ask for help about it. */
  readonly traceId?: string
}

type Fields = Readonly<Record<string, unknown>>
const fields = (data: unknown): Fields => (typeof data === 'object' && data !== null ? (data as Fields) : {})
const numberAt = (data: Fields, key: string): number | undefined =>
  typeof data[key] === 'number' ? data[key] : undefined
const textAt = (data: Fields, key: string): string | undefined =>
  typeof data[key] === 'string' ? data[key] : undefined

const ruleIn = (data: Fields): Basis | undefined => {
  const rule = textAt(data, 'rule')
  const basis = textAt(data, 'basis')
  return rule === undefined || basis === undefined
    ? undefined
    : { rule, basis, unconfirmed: data['unconfirmed'] === true }
}

const countIn = (data: Fields): Refusal['count'] => {
  const used = numberAt(data, 'used')
  const limit = numberAt(data, 'limit')
  return used === undefined || limit === undefined ? undefined : { used, limit }
}

const isNear = (item: unknown): item is NearSlot => {
  const { hallId, day, start, end, left } = fields(item)
  return (
    typeof hallId === 'string' &&
    typeof day === 'string' &&
    typeof start === 'number' &&
    typeof end === 'number' &&
    typeof left === 'number'
  )
}

const nearestIn = (data: Fields): readonly NearSlot[] =>
  Array.isArray(data['nearest']) ? (data['nearest'] as readonly unknown[]).filter(isNear) : []

const ways: Partial<Record<ErrorCode, readonly Exclude<WayOut['kind'], 'slot' | 'online'>[]>> = {
  SIGN_IN: ['signIn'],
  SESSION_EXPIRED: ['signIn'],
  NO_TAXPAYER: ['addTaxpayer'],
  HALL_CLOSED: ['otherDay', 'otherHall'],
  DAY_NOT_OPEN: ['otherDay'],
  TOO_FAR_AHEAD: ['otherDay'],
  SLOT_PAST: ['fresh'],
  SLOT_FULL: ['wait', 'otherDay', 'otherHall'],
  SLOT_CLOSED: ['otherDay', 'otherHall'],
  CALENDAR_UNPUBLISHED: ['otherDay'],
  BLOCKED_TIME: ['otherDay'],
  NOT_ENOUGH_TIME: ['fresh', 'otherDay'],
  DO_ONLINE: ['otherMatter'],
  MATTER_NOT_HERE: ['otherHall', 'otherMatter'],
  LIMIT_SLOT: ['mine', 'otherDay'],
  LIMIT_HALF_DAY: ['mine', 'otherDay'],
  LIMIT_WEEK: ['mine', 'otherDay'],
  LIMIT_MONTH: ['mine', 'otherDay'],
  LIMIT_ACCOUNT: ['mine', 'otherDay'],
  LIMIT_HOLDS: ['mine'],
  CANCEL_LIMIT: ['credit', 'mine'],
  BANNED: ['credit', 'mine'],
  HOLD_EXPIRED: ['fresh'],
  SAME_TIME: ['fresh'],
  NOT_FULL: ['fresh'],
  LINE_FULL: ['otherDay', 'otherHall'],
  WAITS_LIMIT: ['waits', 'otherDay'],
  WAITS_ELSEWHERE: ['otherDay'],
  BALLOT_DRAWING: ['again', 'otherDay'],
  CANNOT_CANCEL: ['fresh'],
  NOT_FOUND: ['otherHall', 'mine'],
  RATE_LIMITED: ['again'],
  BUSY: ['again'],
  INTERNAL: ['again'],
}

/** Reads any failed booking call. A code without its own way out can be tried again. */
export const readRefusal = (failure: Failure, hallId = ''): Refusal => {
  const data = fields(failure.data)
  const slots = orderNearest(nearestIn(data), hallId).map((slot): WayOut => ({ kind: 'slot', slot }))
  const way = textAt(data, 'way')
  const url = textAt(data, 'url')
  const online: readonly WayOut[] =
    failure.code === 'DO_ONLINE' && way !== undefined && url !== undefined
      ? [{ kind: 'online', way, url }]
      : []
  const plain = (ways[failure.code as ErrorCode] ?? ['again']).map((kind): WayOut => ({ kind }))
  return {
    code: failure.code,
    message: failure.message,
    rule: ruleIn(data),
    count: countIn(data),
    until: numberAt(data, 'until'),
    ways: [...online, ...slots, ...plain],
    traceId: failure.traceId,
  }
}
