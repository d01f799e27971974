/**
 * A year settled a second time, slowly: fractions of BigInt, slice by slice of the progressive scale instead of by quick
 * deductions, from the law's words and sharing nothing with the rules but the shape of what goes in.
 */
import type { ChildMonths, YearItems } from '../../../functions/refunds/rules/income-tax/items'
import { MONTHLY, mayBeTaxedApart, standards, YEARLY, type Slice } from './oracle-law'
import {
  isMore,
  least,
  minus,
  most,
  percent,
  plus,
  rounded,
  sum,
  times,
  whole,
  type Fraction,
} from './rational'

const NOTHING = whole(0)
const yuan = (amount: number): Fraction => whole(BigInt(Math.round(amount * 100)))

/** 超额累进: each slice of the amount at its own rate. */
export const progressive = (amount: Fraction, slices: readonly Slice[]): Fraction =>
  sum(
    slices.map((slice, at) => {
      const next = slices[at + 1]
      const upTo = next ? least(amount, yuan(next.above)) : amount
      return times(most(minus(upTo, yuan(slice.above)), NOTHING), percent(slice.percent))
    }),
  )

/** 1 for the lowest: the last slice that the amount reaches beyond the beginning of. */
export const sliceOf = (amount: Fraction, slices: readonly Slice[]): number =>
  Math.max(slices.filter(({ above }) => isMore(amount, yuan(above))).length, 1)

/**
 * 单独计税: a twelfth finds rate and quick deduction, both then applied to the whole bonus. The quick deduction is what the
 * rate takes too much of the slices below.
 */
export const bonusTaxOf = (bonus: bigint): bigint => {
  const index = sliceOf({ over: bonus, under: 12n }, MONTHLY)
  const slice = MONTHLY[index - 1]
  if (!slice) throw new Error('no slice')
  const start = yuan(slice.above)
  const quick = minus(times(start, percent(slice.percent)), progressive(start, MONTHLY))
  return rounded(minus(times(whole(bonus), percent(slice.percent)), quick))
}

type Entry = readonly [key: string, fen: bigint]

const childrenOf = (monthly: number, children: readonly ChildMonths[]): Fraction =>
  sum(children.map(({ months, share }) => times(yuan(monthly * months), percent(share))))

const deductionsOf = ({
  taxYear,
  special,
  additional,
  other,
}: YearItems): readonly (readonly [string, Fraction])[] => {
  const law = standards(taxYear)
  const { elder, housingLoan: loan, rent, degree } = additional
  const ofElder = elder
    ? times(elder.onlyChild ? yuan(law.onlyChild) : whole(elder.monthly), whole(elder.months))
    : NOTHING
  const ofRent = rent
    ? sum([rent.first, rent.second, rent.third].map((months, at) => yuan((law.rent[at] ?? 0) * months)))
    : NOTHING
  const ofIllness = additional.illness.map((own) =>
    least(most(minus(whole(own), yuan(law.illnessAbove)), NOTHING), yuan(law.illnessMost)),
  )
  return [
    ['basicDeduction', yuan(60_000)],
    ['socialInsurance', whole(special.socialInsurance)],
    ['housingFund', whole(special.housingFund)],
    ['childrenEducation', childrenOf(law.education, additional.childrenEducation)],
    ['infantCare', childrenOf(law.infant, additional.infantCare)],
    ['elderSupport', ofElder],
    ['housingLoan', loan ? times(yuan(law.loan * loan.months), percent(loan.share)) : NOTHING],
    ['rent', ofRent],
    ['degree', yuan(law.degree * (degree?.months ?? 0))],
    ['certificate', additional.certificate ? yuan(law.certificate) : NOTHING],
    ['illness', sum(ofIllness)],
    ['annuity', whole(other.annuity)],
    ['healthInsurance', least(whole(other.healthInsurance), yuan(law.health))],
    ['personalPension', whole(other.personalPension)],
  ]
}

interface Year {
  readonly gross: bigint
  readonly income: Fraction
  readonly deducted: Fraction
  readonly before: Fraction
  readonly donated: Fraction
  readonly taxable: Fraction
  readonly slice: number
  readonly tax: bigint
  readonly payable: bigint
}

const recognised = ({ income }: YearItems): readonly (readonly [string, Fraction])[] => {
  const afterCosts = (amount: number): Fraction => minus(whole(amount), times(whole(amount), percent(20)))
  return [
    ['wages', whole(income.wages)],
    ['labour', afterCosts(income.labour)],
    ['manuscripts', times(afterCosts(income.manuscripts), percent(70))],
    ['royalties', afterCosts(income.royalties)],
  ]
}

const yearOf = (items: YearItems, bonus: number): Year => {
  const { income: kinds, donations } = items
  const income = plus(sum(recognised(items).map(([, amount]) => amount)), whole(bonus))
  const deducted = sum(deductionsOf(items).map(([, amount]) => amount))
  const before = most(minus(income, deducted), NOTHING)
  const limited = least(whole(donations.limited), times(before, percent(30)))
  const donated = least(plus(whole(donations.full), limited), before)
  const taxable = minus(before, donated)
  const tax = rounded(progressive(taxable, YEARLY))
  const reductions = BigInt(items.reductions) < tax ? BigInt(items.reductions) : tax
  return {
    gross: BigInt(kinds.wages + kinds.labour + kinds.manuscripts + kinds.royalties + bonus),
    income,
    deducted,
    before,
    donated,
    taxable,
    slice: sliceOf(taxable, YEARLY),
    tax,
    payable: tax - reductions,
  }
}

/** 免予办理: tax was prepaid lawfully, and income is at most 120 000 or the supplement at most 400. */
const isLetOff = (gross: bigint, supplement: bigint, { filing }: YearItems): boolean =>
  filing.withheldProperly && (gross <= 12_000_000n || supplement <= 40_000n)

const dutyOf = (year: Year, prepaid: bigint, items: YearItems): string => {
  const { wantsRefund, withheldProperly, earlierYearsSettled } = items.filing
  const balance = prepaid - year.payable
  if (balance > 0n && wantsRefund)
    return earlierYearsSettled && !isMore(year.income, yuan(60_000)) ? 'simplified' : 'mustFile'
  if (balance < 0n) return isLetOff(year.gross, -balance, items) ? 'exempt' : 'mustFile'
  return withheldProperly ? 'exempt' : 'mustFile'
}

export interface SlowBonus {
  readonly bonusTax: bigint
  readonly separate: bigint
  readonly merged: bigint
  readonly advised: 'separate' | 'merged'
  readonly saves: bigint
}

export interface SlowSettlement {
  readonly taxable: bigint
  readonly slice: number
  readonly payable: bigint
  readonly prepaid: bigint
  readonly balance: bigint
  readonly duty: string
  readonly bonus?: SlowBonus
  readonly lines: readonly Entry[]
}

/** What is finally borne of comprehensive income: a supplement that one is let off is not. */
const borne = (year: Year, prepaid: bigint, items: YearItems): bigint =>
  prepaid < year.payable && isLetOff(year.gross, year.payable - prepaid, items) ? prepaid : year.payable

const bonusOf = (apart: Year, merged: Year, items: YearItems): SlowBonus | undefined => {
  const { bonus, taxYear } = items
  if (!bonus || !mayBeTaxedApart(taxYear)) return undefined
  const bonusTax = bonusTaxOf(BigInt(bonus.amount))
  const separately = borne(apart, BigInt(items.prepaid), items) + bonusTax
  const together = borne(merged, BigInt(items.prepaid + bonus.prepaid), items)
  return {
    bonusTax,
    separate: apart.payable + bonusTax,
    merged: merged.payable,
    advised: together < separately ? 'merged' : 'separate',
    saves: together < separately ? separately - together : together - separately,
  }
}

const linesOf = (
  items: YearItems,
  year: Year,
  isMerged: boolean,
  bonus: SlowBonus | undefined,
): readonly Entry[] => {
  const said = (entries: readonly (readonly [string, Fraction])[]): readonly Entry[] =>
    entries.map(([key, amount]): Entry => [key, rounded(amount)]).filter(([, fen]) => fen > 0n)
  const [wages, ...others] = recognised(items)
  const merged = isMerged ? (items.bonus?.amount ?? 0) : 0
  const mergedPrepaid = isMerged ? BigInt(items.bonus?.prepaid ?? 0) : 0n
  const balance = BigInt(items.prepaid) + mergedPrepaid - year.payable
  const hasDonations = items.donations.limited > 0 || items.donations.full > 0
  const outcome = balance === 0n ? 'even' : balance > 0n ? 'refund' : 'supplement'
  return [
    ...said([...(wages ? [wages] : []), ['bonusMerged', whole(merged)], ...others]),
    ['income', rounded(year.income)],
    ...said(deductionsOf(items)),
    ['deductions', rounded(year.deducted)],
    ...(hasDonations
      ? ([
          ['beforeDonations', rounded(year.before)],
          ['donations', rounded(year.donated)],
        ] as const)
      : []),
    ['taxable', rounded(year.taxable)],
    ['tax', year.tax],
    ...(year.tax > year.payable
      ? ([
          ['reductions', year.tax - year.payable],
          ['payable', year.payable],
        ] as const)
      : []),
    ['prepaid', BigInt(items.prepaid)],
    ...(mergedPrepaid > 0n ? ([['bonusPrepaid', mergedPrepaid]] as const) : []),
    [outcome, balance < 0n ? -balance : balance],
    ...(bonus
      ? ([
          ['bonusSeparate', bonus.bonusTax],
          ['separateTotal', bonus.separate],
          ['mergedTotal', bonus.merged],
        ] as const)
      : []),
  ]
}

export const settleSlowly = (items: YearItems): SlowSettlement => {
  const given = items.bonus
  const apart = yearOf(items, 0)
  const merged = yearOf(items, given?.amount ?? 0)
  const bonus = bonusOf(apart, merged, items)
  const choice = given?.choice === 'cheaper' ? bonus?.advised : given?.choice
  const isMerged = given !== undefined && (bonus === undefined || choice === 'merged')
  const year = isMerged ? merged : apart
  const prepaid = BigInt(items.prepaid + (isMerged ? given.prepaid : 0))
  return {
    taxable: rounded(year.taxable),
    slice: year.slice,
    payable: year.payable,
    prepaid,
    balance: prepaid - year.payable,
    duty: dutyOf(year, prepaid, items),
    bonus,
    lines: linesOf(items, year, isMerged, bonus),
  }
}
