/**
 * A taxpayer's ledger: standing appointments, cancellations and no-shows of the last months. Limits and suspensions are
 * derived from these entries, never counted up, so that a withdrawn entry lowers them.
 */
import {
  addDays,
  DAY_MS,
  dayOf,
  monthOf,
  weekOf,
  type Day,
  type Instant,
  type MinuteOfDay,
} from '../../core/pure/time'
import type { Limit, Limits } from './limits'
import { allowed, refused, type Verdict } from './refusal'
import { reasonOf } from './window'
import { halfOf } from './slots'

export type LedgerEntry = {
  readonly id: string
  readonly hallId: string
  readonly day: Day
  readonly start: MinuteOfDay
  readonly end: MinuteOfDay
  readonly matter: string
  /** When the hold lapses; 0 once booked. */
  readonly until: Instant
}
export type Ledger = {
  readonly active: readonly LedgerEntry[]
  readonly cancellations: readonly { readonly id: string; readonly at: Instant; readonly late: boolean }[]
  readonly noShows: readonly { readonly id: string; readonly day: Day }[]
}

export const emptyLedger: Ledger = { active: [], cancellations: [], noShows: [] }

/** Does the entry count at `now`? A hold that ran out does not, even before it was swept. */
const stands = (entry: LedgerEntry, now: Instant): boolean => entry.until === 0 || entry.until > now

const keepFrom = (now: Instant): Day => `${monthOf(addDays(`${monthOf(dayOf(now))}-01`, -1))}-01`

/** Drops what no rule looks at any more: everything before the first of last month, and holds that ran out. */
export const pruned = (ledger: Ledger, now: Instant): Ledger => {
  const from = keepFrom(now)
  return {
    active: ledger.active.filter((entry) => entry.day >= from && stands(entry, now)),
    cancellations: ledger.cancellations.filter(({ at }) => dayOf(at) >= from),
    noShows: ledger.noShows.filter(({ day }) => day >= from),
  }
}

export const withEntry = (ledger: Ledger, entry: LedgerEntry): Ledger => ({
  ...ledger,
  active: [...ledger.active.filter(({ id }) => id !== entry.id), entry],
})
export const withoutEntry = (ledger: Ledger, id: string): Ledger => ({
  ...ledger,
  active: ledger.active.filter((entry) => entry.id !== id),
})
export const withCancellation = (ledger: Ledger, cancellation: Ledger['cancellations'][number]): Ledger => ({
  ...withoutEntry(ledger, cancellation.id),
  cancellations: [...ledger.cancellations.filter(({ id }) => id !== cancellation.id), cancellation],
})

export const withoutCancellation = (ledger: Ledger, id: string): Ledger => ({
  ...ledger,
  cancellations: ledger.cancellations.filter((cancellation) => cancellation.id !== id),
})

/** How many cancellations fall in the month of `now`. */
export const monthCancellations = (ledger: Ledger, now: Instant): number =>
  ledger.cancellations.filter(({ at }) => monthOf(dayOf(at)) === monthOf(dayOf(now))).length

/** Two ledgers of one taxpayer become one: by id, so that folding twice changes nothing. */
export const folded = (into: Ledger, from: Ledger): Ledger => {
  const merge = <T extends { readonly id: string }>(a: readonly T[], b: readonly T[]): readonly T[] => [
    ...a,
    ...b.filter(({ id }) => !a.some((entry) => entry.id === id)),
  ]
  return {
    active: merge(into.active, from.active),
    cancellations: merge(into.cancellations, from.cancellations),
    noShows: merge(into.noShows, from.noShows),
  }
}

/**
 * Until when the entries suspend booking: from the `limit`-th of one calendar month, `days` calendar days to the
 * minute. `undefined` when they do not at `now`.
 */
const suspendedUntil = (
  instants: readonly Instant[],
  limit: number,
  days: number,
  now: Instant,
): Instant | undefined => {
  if (instants.length < limit) return undefined
  const byMonth = new Map<string, Instant[]>()
  instants.forEach((at) => byMonth.set(monthOf(dayOf(at)), [...(byMonth.get(monthOf(dayOf(at))) ?? []), at]))
  const ends = [...byMonth.values()]
    .map((month) => month.sort((a, b) => a - b)[limit - 1])
    .flatMap((at) => (at === undefined ? [] : [at + days * DAY_MS]))
    .filter((end) => end > now)
  return ends.length ? Math.max(...ends) : undefined
}

/** Is booking suspended? Codes: BANNED after no-shows, CANCEL_LIMIT after cancellations. */
export const suspension = (ledger: Ledger, limits: Limits, now: Instant): Verdict => {
  const days = limits.banDays.value
  const noShowEnds = (day: Day): Instant => Date.parse(`${addDays(day, 1)}T00:00:00+08:00`)
  const banned = suspendedUntil(
    ledger.noShows.map(({ day }) => noShowEnds(day) - 1),
    limits.noShowsPerMonth.value,
    days,
    now,
  )
  if (banned !== undefined) {
    return refused({
      code: 'BANNED',
      ...reasonOf(limits.noShowsPerMonth),
      limit: limits.noShowsPerMonth.value,
      used: ledger.noShows.length,
      until: banned + 1,
    })
  }
  const paused = suspendedUntil(
    ledger.cancellations.map(({ at }) => at),
    limits.cancellationsPerMonth.value,
    days,
    now,
  )
  if (paused !== undefined) {
    const used = monthCancellations(ledger, now) || limits.cancellationsPerMonth.value
    return refused({
      code: 'CANCEL_LIMIT',
      ...reasonOf(limits.cancellationsPerMonth),
      limit: limits.cancellationsPerMonth.value,
      used,
      until: paused,
    })
  }
  return allowed
}

export interface BookingWish {
  readonly day: Day
  readonly start: MinuteOfDay
  readonly end: MinuteOfDay
  readonly matter: string
}

/** May the taxpayer take this slot? Codes: BANNED, CANCEL_LIMIT, LIMIT_SLOT, LIMIT_HALF_DAY, LIMIT_WEEK, LIMIT_MONTH. */
export const ledgerVerdict = (
  ledger: Ledger,
  wish: BookingWish,
  { limits, now }: { readonly limits: Limits; readonly now: Instant },
): Verdict => {
  const suspended = suspension(ledger, limits, now)
  if (!suspended.ok) return suspended
  const active = ledger.active.filter((entry) => stands(entry, now))
  const sameDay = active.filter(({ day }) => day === wish.day)
  const counts = [
    {
      code: 'LIMIT_SLOT',
      limit: limits.perSlot,
      used: sameDay.filter(({ start, end }) => start < wish.end && end > wish.start).length,
    },
    {
      code: 'LIMIT_HALF_DAY',
      limit: limits.perHalfDaySameMatter,
      used: sameDay.filter(
        ({ start, matter }) => matter === wish.matter && halfOf(start) === halfOf(wish.start),
      ).length,
    },
    {
      code: 'LIMIT_WEEK',
      limit: limits.perWeek,
      used: active.filter(({ day }) => weekOf(day) === weekOf(wish.day)).length,
    },
    {
      code: 'LIMIT_MONTH',
      limit: limits.perMonth,
      used: active.filter(({ day }) => monthOf(day) === monthOf(wish.day)).length,
    },
  ] as const satisfies readonly { code: string; limit: Limit; used: number }[]
  const over = counts.find(({ limit, used }) => used >= limit.value)
  return over
    ? refused({ code: over.code, ...reasonOf(over.limit), limit: over.limit.value, used: over.used })
    : allowed
}
