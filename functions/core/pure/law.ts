/** How rules speak of the law: dated rows, what a rule says and where it stands, findings, and results line by line. */
import type { Fen } from './money'
import type { Text } from './text'
import type { Day } from './time'

/** What a rule says and the law that it stands on. `unconfirmed`: 以主管税务机关最新规定为准, and screens say so. */
export interface Basis {
  readonly rule: Text
  readonly basis: Text
  readonly unconfirmed: boolean
}

/** In force from a day to a day, both included; `null` while in force. */
export interface Dated {
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
}

export const inForce = ({ effectiveFrom, effectiveTo }: Dated, day: Day): boolean =>
  effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo)

/**
 * The one row in force on a day.
 * @throws RangeError when there is none: a gap in the data, kept out by its test
 */
export const rowOn = <T extends Dated>(rows: readonly T[], day: Day, what: string): T => {
  const row = rows.find((candidate) => inForce(candidate, day))
  if (!row) throw new RangeError(`no ${what} in force on ${day}`)
  return row
}

/** One condition that was looked at. A check tells every finding at once, kept or not. */
export interface Finding extends Basis {
  /** Stable, within its kind: `threeYears`, `creditRating`. */
  readonly code: string
  readonly ok: boolean
  /** What was found, where figures help: 「已缴 1,200.00 元，已退 300.00 元」. */
  readonly found?: Text
  /** Fails, but does not stop: a person may still hand it in and have it looked at. */
  readonly warning?: true
}

/** One line of an explained result, in the order of the calculation. */
export interface Line {
  /** Stable, within its kind. */
  readonly key: string
  readonly label: Text
  readonly fen: Fen
  /** How it came about: 「120,000.00 × 60%」. */
  readonly how?: Text
  /** As a decimal text: `0.10`. */
  readonly rate?: string
  readonly basis?: Text
  readonly unconfirmed?: boolean
}
