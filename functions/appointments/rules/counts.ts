/**
 * What a booking counts in. For a verified taxpayer it is her ledger. A claim counts in the ledger of its account, whatever
 * number it names, and for the number itself, whoever claims it: docs/adr/0004.
 */
import {
  countVerdict,
  inMonth,
  inWeek,
  ledgerVerdict,
  standing,
  suspension,
  taxpayerVerdict,
  withCancellation,
  withEntry,
  withLetGo,
  withoutEntry,
  type BookingWish,
  type Cancellation,
  type Ledger,
  type LedgerEntry,
  type LetGo,
  type Place,
  type Terms,
} from './ledger'
import { refused, type Verdict } from './refusal'
import { instantOf } from '../../core/pure/time'

export interface Counts {
  /** The ledger's id. */
  readonly key: string
  readonly ledger: Ledger
  /** Of a claim. */
  readonly claim?: {
    /** Names it in the account's ledger. */
    readonly key: string
    readonly number: string
    /** What stands for the number by claims, whoever made them. */
    readonly active: readonly LedgerEntry[]
  }
}

/** May an account have so much for taxpayers it claims? Code: LIMIT_ACCOUNT. */
const accountVerdict = (ledger: Ledger, { day }: BookingWish, { limits, now }: Terms): Verdict => {
  const active = standing(ledger.active, now)
  const coming = active.filter((entry) => instantOf(entry.day, entry.end) > now)
  return countVerdict([
    { code: 'LIMIT_ACCOUNT', limit: limits.accountActive, used: coming.length },
    { code: 'LIMIT_ACCOUNT', limit: limits.accountPerWeek, used: inWeek(active, day).length },
    { code: 'LIMIT_ACCOUNT', limit: limits.accountPerMonth, used: inMonth(active, day).length },
  ])
}

/**
 * May it be booked? Codes: BANNED, CANCEL_LIMIT, LIMIT_SLOT, LIMIT_HALF_DAY, LIMIT_WEEK, LIMIT_MONTH; of a claim also
 * LIMIT_ACCOUNT. A number's limit reads the same whoever has used it up.
 */
export const countsVerdict = ({ ledger, claim }: Counts, wish: BookingWish, terms: Terms): Verdict => {
  if (!claim) return ledgerVerdict(ledger, wish, terms)
  const suspended = suspension(ledger, terms.limits, terms.now)
  if (!suspended.ok) return suspended
  const number = taxpayerVerdict(claim.active, wish, terms)
  if (number.ok) return accountVerdict(ledger, wish, terms)
  const { limit, ...refusal } = number.refusal
  return refused(limit === undefined ? refusal : { ...refusal, limit, used: limit })
}

/** Where all that counts is, as far as that is known. */
export const placesOf = ({ ledger, claim }: Counts): readonly Place[] => [
  ...ledger.active,
  ...(claim?.active ?? []),
  ...ledger.cancellations.flatMap(({ of }) => of ?? []),
]

/** What counts, less what is at places that were taken away. To decide by, never to be kept. */
export const countsLess = ({ key, ledger, claim }: Counts, isTaken: (place: Place) => boolean): Counts => {
  const stands = (place: Place): boolean => !isTaken(place)
  return {
    key,
    ledger: {
      ...ledger,
      active: ledger.active.filter(stands),
      cancellations: ledger.cancellations.filter(({ of }) => of === undefined || stands(of)),
    },
    ...(claim ? { claim: { ...claim, active: claim.active.filter(stands) } } : {}),
  }
}

const without = (entries: readonly LedgerEntry[], id: string): readonly LedgerEntry[] =>
  entries.filter((entry) => entry.id !== id)

/** Takes the place of what stood under its id. */
export const withBooked = ({ key, ledger, claim }: Counts, entry: LedgerEntry): Counts => {
  if (!claim) return { key, ledger: withEntry(ledger, entry) }
  const ofAccount = { ...entry, claim: claim.key, number: claim.number }
  return {
    key,
    ledger: withEntry(ledger, ofAccount),
    claim: { ...claim, active: [...without(claim.active, entry.id), entry] },
  }
}

const withLedger = ({ key, claim }: Counts, id: string, ledger: Ledger): Counts => ({
  key,
  ledger,
  ...(claim ? { claim: { ...claim, active: without(claim.active, id) } } : {}),
})

export const withoutBooked = (counts: Counts, id: string): Counts =>
  withLedger(counts, id, withoutEntry(counts.ledger, id))

/** A hold that its owner let go: off what stands; counted for the day. */
export const withHoldLetGo = (counts: Counts, letGo: LetGo): Counts =>
  withLedger(counts, letGo.id, withLetGo(withoutEntry(counts.ledger, letGo.id), letGo))

/** Off what stands, and counted against whoever is responsible: never against a number. */
export const withCancelled = (counts: Counts, cancellation: Cancellation): Counts => {
  const { claim } = counts
  const counted = claim ? { ...cancellation, claim: claim.key } : cancellation
  return withLedger(counts, cancellation.id, withCancellation(counts.ledger, counted))
}

/** Entries as a ledger holds them that belongs to no account. */
const bare = <T extends { readonly claim?: string; readonly number?: string }>({
  claim: _claim,
  number: _number,
  ...entry
}: T): Omit<T, 'claim' | 'number'> => entry

/**
 * Of an account's ledger, what one claim has left in it, for the taxpayer who was verified; and what stays. Cancellations
 * and no-shows stay too: the account made them.
 */
export const parted = (ledger: Ledger, key: string): { readonly theirs: Ledger; readonly stays: Ledger } => {
  const ofClaim = ({ claim }: { readonly claim?: string }): boolean => claim === key
  return {
    theirs: {
      active: ledger.active.filter(ofClaim).map(bare),
      cancellations: ledger.cancellations.filter(ofClaim).map(bare),
      noShows: ledger.noShows.filter(ofClaim).map(bare),
    },
    stays: { ...ledger, active: ledger.active.filter((entry) => !ofClaim(entry)) },
  }
}

/** The ledger that one claim had for itself, as an account's ledger holds it. */
export const ofClaim = (ledger: Ledger, claim: string, number: string): Ledger => ({
  active: ledger.active.map((entry) => ({ ...entry, claim, number })),
  cancellations: ledger.cancellations.map((entry) => ({ ...entry, claim })),
  noShows: ledger.noShows.map((entry) => ({ ...entry, claim })),
})
