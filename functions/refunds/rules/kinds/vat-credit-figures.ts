/** The figures of a claim of VAT credit, and which of the three groups they belong to. */
import type { Values } from '../../../core/pure/forms'
import { addFen, fen, subtractFen, type Fen } from '../../../core/pure/money'
import type { CreditGroup, CreditPolicy } from '../../data/kinds/vat-credit'
import { COMPOSITION_KEYS, FOUR_INDUSTRIES, MONTHS_BACK } from '../../data/kinds/vat-credit-form'
import type { Known } from '../kind'
import { moneyIn, textIn } from './answers'

export interface Credit {
  readonly periodEnd: Fen
  /** Approved, and not on a return yet: comes off first. */
  readonly exportApproved: Fen
  /** Comes off next. The account tells all arrears in one sum. */
  readonly arrears: Fen
  /** Never below nothing. */
  readonly left: Fen
}

export const creditOf = (
  values: Values,
  { arrears = fen(0) }: Pick<Known, 'arrears'>,
): Credit | undefined => {
  const periodEnd = moneyIn(values, 'periodEndCredit')
  if (periodEnd === undefined) return undefined
  const exportApproved = moneyIn(values, 'exportApproved') ?? fen(0)
  return { periodEnd, exportApproved, arrears, left: fen(Math.max(0, periodEnd - exportApproved - arrears)) }
}

const allGiven = (amounts: readonly (Fen | undefined)[]): readonly Fen[] | undefined => {
  const given = amounts.filter((amount) => amount !== undefined)
  return given.length === amounts.length ? given : undefined
}

/** At the ends of the six months, or of the two quarters; what is left of the credit stands last. */
export const creditsInARow = (values: Values, { left }: Credit): readonly Fen[] | undefined => {
  const before =
    values.cycle === 'quarterly' ? ['creditBackQuarter'] : MONTHS_BACK.map((months) => `creditBack${months}`)
  const given = allGiven(before.map((key) => moneyIn(values, key)))
  return given && [...given, left]
}

/** Tax on the seven kinds of papers over all input tax deducted. */
export interface Composition {
  readonly part: Fen
  readonly whole: Fen
}

export const compositionOf = (values: Values): Composition | undefined => {
  const parts = allGiven(COMPOSITION_KEYS.map((key) => moneyIn(values, key)))
  const whole = moneyIn(values, 'inputAll')
  return parts && whole !== undefined && whole > 0 ? { part: addFen(...parts), whole } : undefined
}

export const isOfFour = (values: Values): boolean =>
  FOUR_INDUSTRIES.some((industry) => industry === textIn(values, 'industry'))

/** What was added since a day, and whether it was added at the end of each month. */
export interface Increment {
  readonly base: Fen
  /** At the end of the sixth month; negative when there is less than then. */
  readonly added: Fen
  readonly inEach: boolean
}

/** @param least each month's end must be above it: the base for real estate, nothing for the others */
const incrementSince = (
  credits: readonly Fen[] | undefined,
  base: Fen | undefined,
  least: 'base' | 'nothing',
): Increment | undefined => {
  const last = credits?.at(-1)
  if (!credits || last === undefined || base === undefined) return undefined
  const bound = least === 'base' ? base : 0
  return { base, added: subtractFen(last, base), inEach: credits.every((credit) => credit > bound) }
}

export interface Increments {
  /** Since 31 March 2019. */
  readonly realEstate?: Increment | undefined
  /** Since 31 December of the year before. */
  readonly others?: Increment | undefined
}

export const incrementsOf = (values: Values, credit: Credit | undefined): Increments => {
  const credits = credit && creditsInARow(values, credit)
  const since2019 = moneyIn(values, 'creditOf2019')
  return {
    realEstate: incrementSince(credits, since2019, 'base'),
    others: incrementSince(credits, moneyIn(values, 'creditOfYearBefore'), 'nothing'),
  }
}

const isMet = (increment: Increment | undefined, least: Fen): boolean =>
  increment !== undefined && increment.inEach && increment.added >= least

/** Real estate that does not meet its own conditions goes with the others; which it is, is not known without its figures. */
export const groupOf = (
  values: Values,
  { realEstate }: Increments,
  { leastIncrement }: CreditPolicy,
): CreditGroup | undefined => {
  if (textIn(values, 'industry') === undefined) return undefined
  if (isOfFour(values)) return 'fourIndustries'
  if (values.industry === 'realEstate' && !realEstate) return undefined
  return values.industry === 'realEstate' && isMet(realEstate, leastIncrement) ? 'realEstate' : 'others'
}
