/** What a taxpayer has chosen so far, kept on the phone: an interrupted booking goes on where it stopped. */
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

/** Where it is kept: `recall`, `remember` and `forget` of the client's storage. */
export interface Cupboard {
  readonly recall: (name: string) => unknown
  readonly remember: (name: string, value: unknown) => unknown
  readonly forget: (name: string) => void
}

/** Personal: forgotten when the person on the device changes. */
export const DRAFT_NAME = 'my:booking.draft'
/** A week: after that the wish is stale. */
const KEEP = 7 * 24 * 3_600_000

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length > 0 && value.length <= 80 ? value : undefined
const whole = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) ? value : undefined

/** Reads a kept draft; anything malformed or stale is as if it were not there, and a lapsed hold is dropped from it. */
export const readDraft = (cupboard: Cupboard, now: Instant): Draft | undefined => {
  const kept = cupboard.recall(DRAFT_NAME)
  if (typeof kept !== 'object' || kept === null) return undefined
  const raw = kept as Readonly<Record<string, unknown>>
  const savedAt = whole(raw['savedAt'])
  if (savedAt === undefined || now - savedAt > KEEP) return undefined
  const day = text(raw['day'])
  const heldUntil = whole(raw['heldUntil'])
  const held = heldUntil !== undefined && heldUntil > now
  return {
    hallId: text(raw['hallId']),
    matter: text(raw['matter']),
    day: day !== undefined && isDay(day) ? day : undefined,
    start: whole(raw['start']),
    taxpayerId: text(raw['taxpayerId']),
    packed: Array.isArray(raw['packed'])
      ? (raw['packed'] as readonly unknown[]).filter((item): item is string => typeof item === 'string')
      : undefined,
    hold: held ? text(raw['hold']) : undefined,
    heldUntil: held ? heldUntil : undefined,
    savedAt,
  }
}

/** Adds to the draft; `undefined` takes a field out. */
export const saveDraft = (cupboard: Cupboard, change: Partial<Draft>, now: Instant): Draft => {
  const next: Draft = { ...readDraft(cupboard, now), ...change, savedAt: now }
  cupboard.remember(DRAFT_NAME, next)
  return next
}

export const clearDraft = (cupboard: Cupboard): void => cupboard.forget(DRAFT_NAME)
