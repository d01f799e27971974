/** Forms as data: fields described once, rendered by one screen, checked by the same rules on both sides. */
import type { Text } from './text'

export { formProblems, type FormProblem, type ProblemCode } from './form-problems'
export { askedFields, shownSections, tidyValues } from './form-values'
export { problemText, shownValue } from './form-words'

/** Money in fen, rates in 1/10 000 (basis points), counts: whole numbers. Days: `YYYY-MM-DD`. Choices: their value. */
export type Value = string | number | boolean
export type Values = Readonly<Record<string, Value>>

interface FieldOf {
  readonly key: string
  readonly label: Text
  readonly hint?: Text
  /** May be left empty. */
  readonly optional?: true
  /** Asked only while another field, that stands before it and is itself asked, holds one of these. */
  readonly when?: { readonly key: string; readonly in: readonly Value[] }
}

export interface Choice {
  readonly value: string
  readonly label: Text
}

export type Field = FieldOf &
  (
    | {
        readonly type: 'money' | 'count' | 'rate'
        /** Default 0. */
        readonly min?: number
        /** Default `MOST` of its type. */
        readonly max?: number
        /** What it counts, where that is not yuan, per cent, or plain: hundredths of another currency, kilograms. */
        readonly unit?: Text
      }
    /** `until: 'today'`: not later than today. */
    | { readonly type: 'day'; readonly until?: 'today' }
    | { readonly type: 'month'; readonly until?: 'today' }
    | {
        readonly type: 'text'
        /** In characters (code points) of the tidied text. */
        readonly max: number
        readonly lines?: number
        /** A reason or a description: it must say something. */
        readonly says?: true
      }
    /** Letters, digits, `-` and `/`: numbers of papers. */
    | { readonly type: 'code'; readonly max: number }
    | {
        readonly type: 'yesNo'
        /** A declaration: only yes will do. */
        readonly agreed?: true
      }
    | { readonly type: 'choice'; readonly choices: readonly Choice[] }
  )

/**
 * The most that a number of a form may be, where its field says nothing else: sums of hundreds of them stay exact.
 * 100 000 000 000 yuan; a thousand million; 100 %.
 */
export const MOST = { money: 10_000_000_000_000, count: 1_000_000_000, rate: 10_000 } as const

/** A step of the form: what belongs together on one screen. */
export interface Section {
  readonly key: string
  readonly title: Text
  readonly fields: readonly Field[]
}

export interface Form {
  /** Counts up with each change that old answers do not fit. */
  readonly version: number
  readonly sections: readonly Section[]
}
