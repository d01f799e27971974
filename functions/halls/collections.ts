/** Documents of `halls`: the halls and the one catalogue of matters. No personal data is among them. */
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import type { MatterKind, Override, Span, Words } from '../core/pure/hall-terms'
import type { Day } from '../core/pure/time'
import type { GuideField, MaterialFormat, Seal, TimeUnit } from './rules/fields'
import type { PreReview } from './rules/pre-review'

export type { Words }

export type Window = {
  /** As it stands over the window: 3, A12. */
  readonly number: string
  /** Of the hall's matters, those it handles. */
  readonly matters: readonly string[]
}

export type HallDoc = {
  readonly v: 1
  readonly name: Words
  readonly address: Words
  /** Division code, GB/T 2260. */
  readonly region: string
  readonly phone: string
  /** Micro-degrees. */
  readonly latitude: number
  readonly longitude: number
  readonly hours: readonly Span[]
  readonly hoursNote: Words
  readonly matters: readonly string[]
  readonly windows: number
  /** Its windows one by one, where the hall has told: what a queue calls people to. As many as `windows`. */
  readonly windowList?: readonly Window[]
  /** Seats of a slot when a day is opened: about 70 : 20 : 10. */
  readonly template: { readonly online: number; readonly walkIn: number; readonly priority: number }
  /** Gives numbers to phones that are within 300 m; missing: at the door alone. */
  readonly byPosition?: boolean
  /** Takes bookings for the same day. */
  readonly sameDay: boolean
  /** By the key of the limit. */
  readonly limits: { readonly [key: string]: Override }
  readonly demonstration: boolean
}
/** Id: the hall's own, short and stable. */
export const halls = defineCollection<HallDoc>({
  name: 'halls',
  v: 1,
  indexes: { region: ['region'] },
  retention: { kind: 'forever', why: 'the catalogue of halls; no personal data' },
  personal: { none: 'the catalogue of halls' },
})

/** What is handed in. Nothing may be asked for beyond the published guide. */
export type Material = {
  readonly name: Words
  readonly copies: Words
  readonly required: boolean
  /** The rule that asks for it. */
  readonly basis?: Words
  readonly format?: MaterialFormat
  readonly seal?: Seal
  /** The tax authority has it on file: shown, not asked for. */
  readonly onFile?: boolean
}

/** The rest of a guide; its basis and its materials stand in the matter itself. */
export type Guide = {
  /** Published for days from this one on. */
  readonly effectiveFrom: Day
  /** The national catalogue's code, where one is known. */
  readonly externalCode?: string
  readonly office: Words
  readonly steps: readonly Words[]
  readonly timeLimit: { readonly unit: TimeUnit; readonly count: number; readonly note?: Words }
  readonly contact: { readonly phone: string; readonly note: Words }
  /** Taken from practice, not from a text that was read: the competent authority's latest guide prevails. */
  readonly unconfirmed: readonly GuideField[]
}

export type MatterDoc = {
  readonly v: 1
  /** Place in the catalogue. */
  readonly rank: number
  readonly name: Words
  readonly group: Words
  /** Typical minutes at the window. */
  readonly minutes: number
  readonly bring: readonly Material[]
  readonly basis: Words
  readonly kind: MatterKind
  readonly online: { readonly way: Words; readonly url: string } | null
  /** Missing while none is published. */
  readonly guide?: Guide
  /** Missing where it is booked without being looked at first. */
  readonly preReview?: PreReview
}
/** Id: the matter's code. */
export const matters = defineCollection<MatterDoc>({
  name: 'matters',
  v: 1,
  indexes: { rank: ['rank'] },
  retention: { kind: 'forever', why: 'the catalogue of matters; no personal data' },
  personal: { none: 'the catalogue of matters' },
})

/** What `halls` keeps itself. */
export const collections: readonly CollectionSpec[] = [halls, matters]
