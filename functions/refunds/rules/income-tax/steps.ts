/** A progressive table ready to reckon with: its steps, and which of them an amount falls into. */
import type { Basis } from '../../../core/pure/law'
import { yuanDisplay, type Fen } from '../../../core/pure/money'
import { text, type Text } from '../../../core/pure/text'
import type { Bracket, BracketTable } from '../../data/income-tax/brackets'

/** A bracket with what is said of it. */
export interface Step extends Bracket {
  /** 1 for the lowest. */
  readonly index: number
  /** As a decimal text: `0.03`. */
  readonly rate: string
  /** 「第 2 级（36,000.00–144,000.00 元）：」, as the table is printed. */
  readonly name: Text
  /** 「 × 10% − 2,520.00」: what is done with an amount of this step. */
  readonly formula: string
}

export interface Steps extends Basis {
  readonly steps: readonly Step[]
}

/** 3 → `0.03`. */
const rateText = (percent: number): string => `0.${String(percent).padStart(2, '0')}`

const nameOf = (index: number, above: Fen | null, upTo: Fen | null): Text => {
  const from = above === null ? '0' : yuanDisplay(above)
  return upTo === null
    ? text(`第 ${index} 级（超过 ${from} 元）：`, `bracket ${index} (above ${from}): `)
    : text(
        `第 ${index} 级（${from}–${yuanDisplay(upTo)} 元）：`,
        `bracket ${index} (${from}–${yuanDisplay(upTo)}): `,
      )
}

const stepAt = (brackets: readonly Bracket[], bracket: Bracket, at: number): Step => ({
  ...bracket,
  index: at + 1,
  rate: rateText(bracket.percent),
  name: nameOf(at + 1, brackets[at - 1]?.upTo ?? null, bracket.upTo),
  formula:
    bracket.quick === 0 ? ` × ${bracket.percent}%` : ` × ${bracket.percent}% − ${yuanDisplay(bracket.quick)}`,
})

export const stepsOf = ({ brackets, rule, basis, unconfirmed }: BracketTable): Steps => ({
  steps: brackets.map((bracket, at) => stepAt(brackets, bracket, at)),
  rule,
  basis,
  unconfirmed,
})

/** The step that an amount falls into; a bound belongs to the step that it ends. `scale`: units of the amount in a fen. */
export const stepOf = ({ steps }: Steps, amount: number, scale: number): Step => {
  for (const step of steps) if (step.upTo === null || amount <= step.upTo * scale) return step
  throw new RangeError('a table without a last step')
}
