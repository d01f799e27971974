/** Forms as data: fields described once, rendered by one screen, checked by the same rules on both sides. */
import type { Text } from './text'

/** Money in fen, rates in 1/10 000 (basis points), counts: whole numbers. Days: `YYYY-MM-DD`. Choices: their value. */
export type Value = string | number | boolean
export type Values = Readonly<Record<string, Value>>

interface FieldOf {
  readonly key: string
  readonly label: Text
  readonly hint?: Text
  /** May be left empty. */
  readonly optional?: true
  /** Asked only while another field holds one of these. */
  readonly when?: { readonly key: string; readonly in: readonly Value[] }
}

export interface Choice {
  readonly value: string
  readonly label: Text
}

export type Field = FieldOf &
  (
    | { readonly type: 'money' | 'count' | 'rate'; readonly min?: number; readonly max?: number }
    /** `until: 'today'`: not later than today. */
    | { readonly type: 'day'; readonly until?: 'today' }
    | { readonly type: 'month' }
    | { readonly type: 'text'; readonly max: number; readonly lines?: number }
    /** Letters, digits, `-` and `/`: numbers of papers. */
    | { readonly type: 'code'; readonly max: number }
    | { readonly type: 'yesNo' }
    | { readonly type: 'choice'; readonly choices: readonly Choice[] }
  )

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
