/**
 * A ledger: standing appointments, cancellations and no-shows of the last months, of a verified taxpayer or of all claims of an
 * account. Limits and suspensions are
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
import type { ErrorCode } from '../../core/pure/errors'
import { basisOf } from './window'
import { halfOf } from './slots'

/** Where and when a visit was to be. */
export type Place = { readonly hallId: string; readonly day: Day; readonly start: MinuteOfDay }
export type LedgerEntry = Place & {
  readonly id: string
  readonly end: MinuteOfDay
  readonly matter: string
  /** When the hold lapses; 0 once booked. */
  readonly until: Instant
  /** In an account's ledger: by which claim, and where what stands for its number counts. */
  readonly claim?: string
  readonly number?: string
}
export type Cancellation = {
  readonly id: string
  readonly at: Instant
  readonly late: boolean
  /** Of what visit; missing in older documents, which count until the closing's event takes them off. */
  readonly of?: Place
  readonly claim?: string
}
export type NoShow = { readonly id: string; readonly day: Day; readonly claim?: string }
export type LetGo = { readonly id: string; readonly at: Instant }
/** The ledger of a verified taxpayer that a claim went over to, and when. */
export type Moved = { readonly to: string; readonly at: Instant }
export type Ledger = {
  readonly active: readonly LedgerEntry[]
  readonly cancellations: readonly Cancellation[]
  readonly noShows: readonly NoShow[]
  /** Holds that their owner let go, of today. */
  readonly letGo?: readonly LetGo[]
  /** In an account's ledger: claims that were verified. */
  readonly moved?: { readonly [claim: string]: Moved }
  /** In an account's ledger: the ledgers of single claims, from before claims counted by account, are all folded into it. */
  readonly pastFolded?: true
  /** In a verified taxpayer's ledger: up to when what its account's claim left was brought over. */
  readonly claimFoldedAt?: Instant
  /** The call that is claiming a seat. */
  readonly turn?: string
}

export const emptyLedger: Ledger = { active: [], cancellations: [], noShows: [] }

/** Does the entry count at `now`? A hold that ran out does not, even before it was swept. */
const stands = (entry: LedgerEntry, now: Instant): boolean => entry.until === 0 || entry.until > now

export const standing = (entries: readonly LedgerEntry[], now: Instant): readonly LedgerEntry[] =>
  entries.filter((entry) => stands(entry, now))

const monthBefore = (day: Day): Day => `${monthOf(addDays(`${monthOf(day)}-01`, -1))}-01`
const keepFrom = (now: Instant): Day => monthBefore(dayOf(now))
/** A ban of thirty days from the last day of a month may last into the second month after it. */
const countedFrom = (now: Instant): Day => monthBefore(keepFrom(now))

/** Drops what no rule looks at any more: everything before the first of last month, of what suspends the one before, and holds that ran out. */
export const pruned = (ledger: Ledger, now: Instant): Ledger => {
  const from = keepFrom(now)
  const counted = countedFrom(now)
  return {
    ...ledger,
    active: standing(ledger.active, now).filter(({ day }) => day >= from),
    cancellations: ledger.cancellations.filter(({ at }) => dayOf(at) >= counted),
    noShows: ledger.noShows.filter(({ day }) => day >= counted),
    letGo: letGoToday(ledger, now),
  }
}

/** The call has done its part: its turn is over, another's is not. */
export const withoutTurn = (ledger: Ledger, turn: string): Ledger => {
  const { turn: standing, ...rest } = ledger
  return standing === turn ? rest : ledger
}

const letGoToday = ({ letGo = [] }: Ledger, now: Instant): readonly LetGo[] =>
  letGo.filter(({ at }) => dayOf(at) === dayOf(now))

export const withLetGo = (ledger: Ledger, letGo: LetGo): Ledger => ({
  ...ledger,
  letGo: merged(ledger.letGo ?? [], [letGo]),
})

export const withEntry = (ledger: Ledger, entry: LedgerEntry): Ledger => ({
  ...ledger,
  active: [...ledger.active.filter(({ id }) => id !== entry.id), entry],
})
export const withoutEntry = (ledger: Ledger, id: string): Ledger => ({
  ...ledger,
  active: ledger.active.filter((entry) => entry.id !== id),
})
export const withCancellation = (ledger: Ledger, cancellation: Cancellation): Ledger => ({
  ...withoutEntry(ledger, cancellation.id),
  cancellations: [...ledger.cancellations.filter(({ id }) => id !== cancellation.id), cancellation],
})

export const withNoShow = (ledger: Ledger, noShow: NoShow): Ledger => ({
  ...ledger,
  noShows: [...ledger.noShows.filter(({ id }) => id !== noShow.id), noShow],
})
export const withoutNoShow = (ledger: Ledger, id: string): Ledger => ({
  ...ledger,
  noShows: ledger.noShows.filter((noShow) => noShow.id !== id),
})

export const withoutCancellation = (ledger: Ledger, id: string): Ledger => ({
  ...ledger,
  cancellations: ledger.cancellations.filter((cancellation) => cancellation.id !== id),
})

/** How many cancellations fall in the month of `now`. */
export const monthCancellations = (ledger: Ledger, now: Instant): number =>
  ledger.cancellations.filter(({ at }) => monthOf(dayOf(at)) === monthOf(dayOf(now))).length

const merged = <T extends { readonly id: string }>(a: readonly T[], b: readonly T[]): readonly T[] => [
  ...a,
  ...b.filter(({ id }) => !a.some((entry) => entry.id === id)),
]

/** Two ledgers become one: by id, so that folding twice changes nothing. */
export const folded = (into: Ledger, from: Ledger): Ledger => ({
  ...into,
  active: merged(into.active, from.active),
  cancellations: merged(into.cancellations, from.cancellations),
  noShows: merged(into.noShows, from.noShows),
})

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
      ...basisOf(limits.noShowsPerMonth),
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
      ...basisOf(limits.cancellationsPerMonth),
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
export interface Terms {
  readonly limits: Limits
  readonly now: Instant
}

interface Count {
  readonly code: ErrorCode
  readonly limit: Limit
  readonly used: number
}

/** The first that is used up. */
export const countVerdict = (counts: readonly Count[]): Verdict => {
  const over = counts.find(({ limit, used }) => used >= limit.value)
  return over
    ? refused({ code: over.code, ...basisOf(over.limit), limit: over.limit.value, used: over.used })
    : allowed
}

/** May another seat be held today? Code: LIMIT_HOLDS. */
export const holdsVerdict = (ledger: Ledger, { limits, now }: Terms): Verdict =>
  countVerdict([
    { code: 'LIMIT_HOLDS', limit: limits.holdsLetGoPerDay, used: letGoToday(ledger, now).length },
  ])

/** May so much stand for one taxpayer? Codes: LIMIT_SLOT, LIMIT_HALF_DAY, LIMIT_WEEK, LIMIT_MONTH. */
export const taxpayerVerdict = (
  entries: readonly LedgerEntry[],
  wish: BookingWish,
  { limits, now }: Terms,
): Verdict => {
  const active = standing(entries, now)
  const sameDay = active.filter(({ day }) => day === wish.day)
  const sameTime = sameDay.filter(({ start, end }) => start < wish.end && end > wish.start)
  const sameHalf = sameDay.filter(({ start }) => halfOf(start) === halfOf(wish.start))
  return countVerdict([
    { code: 'LIMIT_SLOT', limit: limits.perSlot, used: sameTime.length },
    {
      code: 'LIMIT_HALF_DAY',
      limit: limits.perHalfDaySameMatter,
      used: sameHalf.filter(({ matter }) => matter === wish.matter).length,
    },
    { code: 'LIMIT_WEEK', limit: limits.perWeek, used: inWeek(active, wish.day).length },
    { code: 'LIMIT_MONTH', limit: limits.perMonth, used: inMonth(active, wish.day).length },
  ])
}

export const inWeek = (entries: readonly LedgerEntry[], wished: Day): readonly LedgerEntry[] =>
  entries.filter(({ day }) => weekOf(day) === weekOf(wished))
export const inMonth = (entries: readonly LedgerEntry[], wished: Day): readonly LedgerEntry[] =>
  entries.filter(({ day }) => monthOf(day) === monthOf(wished))

/** May a taxpayer with this ledger take this slot? Codes: BANNED, CANCEL_LIMIT, and those of `taxpayerVerdict`. */
export const ledgerVerdict = (ledger: Ledger, wish: BookingWish, terms: Terms): Verdict => {
  const suspended = suspension(ledger, terms.limits, terms.now)
  return suspended.ok ? taxpayerVerdict(ledger.active, wish, terms) : suspended
}
