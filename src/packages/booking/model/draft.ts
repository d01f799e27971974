/**
 * What a taxpayer has chosen so far, kept on the phone: an interrupted booking goes on where it stopped. The choice of
 * hall, matter, day and time is nobody's secret and stays for whoever goes on; the kept seat, and for whom it is, belong
 * to one person and are there again for her alone.
 */
import { isDay } from '../../../../functions/core/pure/time'
import type { Instant } from '../../../../functions/core/pure/time'
import type { Trip } from './trip'

export interface Draft extends Trip {
  /** For whom; left out until chosen. */
  readonly taxpayerId?: string
  /** When the hold of `hold` lapses. */
  readonly heldUntil?: Instant
  /** The checklist's ticks, by name of the thing to bring. */
  readonly packed?: readonly string[]
  readonly savedAt: Instant
}

/** Where something is kept: `recall`, `remember` and `forget` of the client's storage. */
export interface Shelf {
  readonly recall: (name: string) => unknown
  readonly remember: (name: string, value: unknown) => unknown
  readonly forget: (name: string) => void
}

/** `open` is for whoever uses the phone, `own` gives back only what its present person has put there. */
export interface Cupboard {
  readonly open: Shelf
  readonly own: Shelf
}

/** On `open`; forgotten when somebody signs out on purpose. */
export const CHOICE = 'draft:booking'
/** On `own`. */
export const SEAT = 'booking'
/** A week: after that the wish is stale. */
const KEEP = 7 * 24 * 3_600_000

type Fields = Readonly<Record<string, unknown>>
const fields = (kept: unknown): Fields => (typeof kept === 'object' && kept !== null ? (kept as Fields) : {})
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length > 0 && value.length <= 80 ? value : undefined
const whole = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) ? value : undefined
const texts = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value)
    ? (value as readonly unknown[]).filter((item): item is string => typeof item === 'string')
    : undefined

type Seat = Pick<Draft, 'taxpayerId' | 'hold' | 'heldUntil'>

/** A lapsed hold is as if it had never been. */
const readSeat = (kept: unknown, now: Instant): Seat => {
  const raw = fields(kept)
  const taxpayerId = text(raw['taxpayerId'])
  const heldUntil = whole(raw['heldUntil'])
  return heldUntil !== undefined && heldUntil > now
    ? { taxpayerId, hold: text(raw['hold']), heldUntil }
    : { taxpayerId, hold: undefined, heldUntil: undefined }
}

/** Reads a kept draft; anything malformed or stale is as if it were not there. */
export const readDraft = ({ open, own }: Cupboard, now: Instant): Draft | undefined => {
  const raw = fields(open.recall(CHOICE))
  const savedAt = whole(raw['savedAt'])
  if (savedAt === undefined || now - savedAt > KEEP) return undefined
  const day = text(raw['day'])
  return {
    hallId: text(raw['hallId']),
    matter: text(raw['matter']),
    day: day !== undefined && isDay(day) ? day : undefined,
    start: whole(raw['start']),
    packed: texts(raw['packed']),
    ...readSeat(own.recall(SEAT), now),
    savedAt,
  }
}

/** Adds to the draft; `undefined` takes a field out. */
export const saveDraft = (cupboard: Cupboard, change: Partial<Draft>, now: Instant): Draft => {
  const next: Draft = { ...readDraft(cupboard, now), ...change, savedAt: now }
  const { taxpayerId, hold, heldUntil, ...choice } = next
  cupboard.open.remember(CHOICE, choice)
  cupboard.own.remember(SEAT, { taxpayerId, hold, heldUntil })
  return next
}

export const clearDraft = ({ open, own }: Cupboard): void => {
  open.forget(CHOICE)
  own.forget(SEAT)
}
