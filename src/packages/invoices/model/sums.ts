/** A year of a wallet as a chart has it: months, and the categories that most was spent on. Pure. */
import { CATEGORY_CODES, type CategoryCode } from '../../../../functions/invoices/data/categories'
import type { Sum } from './answers'

export interface Total {
  readonly count: number
  /** Fen. */
  readonly fen: number
}

const NOTHING: Total = { count: 0, fen: 0 }

export const totalOf = (sums: readonly Sum[]): Total =>
  sums.reduce((all, { count, fen }) => ({ count: all.count + count, fen: all.fen + fen }), NOTHING)

export interface Chosen {
  readonly month?: string | undefined
  readonly category?: string | undefined
}

/** Of a month, of a category, or of both. */
export const totalIn = (sums: readonly Sum[], { month, category }: Chosen): Total =>
  totalOf(
    sums.filter(
      (one) =>
        (month === undefined || one.month === month) && (category === undefined || one.category === category),
    ),
  )

/** Beside the others drawn together: a chart has five colours. */
const MOST_NAMED = 4

/** Most first; `rest`: whatever else has something, drawn as one. */
export const namedCategories = (
  sums: readonly Sum[],
): { readonly named: readonly CategoryCode[]; readonly rest: readonly CategoryCode[] } => {
  const spent = CATEGORY_CODES.map((category) => ({ category, ...totalIn(sums, { category }) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.fen - a.fen)
    .map(({ category }) => category)
  const most = spent.length > MOST_NAMED + 1 ? MOST_NAMED : spent.length
  return { named: spent.slice(0, most), rest: spent.slice(most) }
}

/** `2026-01` to the month given. */
export const monthsTo = (month: string): readonly string[] =>
  Array.from(
    { length: Number(month.slice(5)) },
    (_, at) => `${month.slice(0, 5)}${String(at + 1).padStart(2, '0')}`,
  )

const fenOf = (sums: readonly Sum[], month: string, categories: readonly CategoryCode[]): number =>
  sums
    .filter((one) => one.month === month && categories.includes(one.category))
    .reduce((all, { fen }) => all + fen, 0)

export interface Drawn {
  readonly months: readonly { readonly month: string; readonly values: readonly number[] }[]
  /** Red-letter invoices outweigh the others somewhere, which bars cannot show. */
  readonly below: boolean
}

/** Values of each month, one for each set of categories; what would be below zero is drawn as nothing, and that is said. */
export const drawnSums = (
  sums: readonly Sum[],
  months: readonly string[],
  sets: readonly (readonly CategoryCode[])[],
): Drawn => {
  const all = months.map((month) => ({
    month,
    values: sets.map((categories) => fenOf(sums, month, categories)),
  }))
  return {
    months: all.map(({ month, values }) => ({ month, values: values.map((value) => Math.max(0, value)) })),
    below: all.some(({ values }) => values.some((value) => value < 0)),
  }
}
