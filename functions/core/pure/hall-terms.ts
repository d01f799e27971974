/** Terms of tax halls and of what is done there, as rules of several functions speak them. */
import type { Day, MinuteOfDay } from './time'

/** A text of the catalogue in both languages. */
export type Words = { readonly zh: string; readonly en: string }

/** A stretch of a day: from `from` on, up to before `to`. */
export type Span = { readonly from: MinuteOfDay; readonly to: MinuteOfDay }

/** What a matter is about, as far as rules care: some times are blocked for some kinds. */
export const MATTER_KINDS = ['invoiceSupply', 'invoiceOnBehalf', 'other'] as const
export type MatterKind = (typeof MATTER_KINDS)[number]

/** A figure that a hall sets for itself; the rule that reads it names it, and says what holds without it. */
export type Override = {
  readonly value: number
  readonly basis: { readonly zh: string; readonly en: string }
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
}
