/** What payers withhold during the year: for estimating what was prepaid. Every tax withheld is rounded half up to the fen. */
import { rowOn } from '../../../core/pure/law'
import { addFen, fen, type Fen } from '../../../core/pure/money'
import type { Day } from '../../../core/pure/time'
import { comprehensiveTables, labourTables } from '../../data/income-tax/brackets'
import { paymentWithholding, platformWithholding, wageWithholding } from '../../data/income-tax/withholding'
import { bonusTax } from './dead-zones'
import { PER_FEN, roundedFen, taxAt, type Exact } from './exact'
import { stepOf, stepsOf, type Steps } from './steps'
import { tablesOf } from './tables'

/** A month of wages from one employer. */
export interface WageMonth {
  readonly income: Fen
  /** 专项扣除: social insurance and housing fund. */
  readonly special: Fen
  /** 专项附加扣除 told to the employer. */
  readonly additional: Fen
  readonly other: Fen
}

/** A month of pay for labour from one internet platform. */
export interface PlatformMonth {
  readonly income: Fen
  /** 累计免税收入. */
  readonly exempt: Fen
  readonly other: Fen
}

/** `(cumulated taxable × rate − quick) − withheld so far`; a negative balance is not refunded in the year. */
const withheldNext = (table: Steps, taxable: Exact, withheld: number): Fen => {
  const due = taxAt(Math.max(taxable, 0), stepOf(table, Math.max(taxable, 0), PER_FEN))
  return fen(Math.max(due - withheld, 0))
}

const cumulatively = <T>(
  months: readonly T[],
  table: Steps,
  taxableOf: (month: T) => Exact,
): readonly Fen[] => {
  let taxable = 0
  let withheld = 0
  return months.map((month) => {
    taxable += taxableOf(month)
    const now = withheldNext(table, taxable, withheld)
    withheld += now
    return now
  })
}

const tableOn = (day: Day): Steps => stepsOf(rowOn(comprehensiveTables, day, 'table of comprehensive income'))

/**
 * Cumulative withholding on wages (累计预扣法), month by month from the first month of employment here.
 * @param day of payment, which tells the law
 * @example withheldFromWages(twelveMonths, '2025-12-31') // 555.00, 625.00, 1,850.00, …
 */
export const withheldFromWages = (months: readonly WageMonth[], day: Day): readonly Fen[] => {
  const { basicMonthly } = rowOn(wageWithholding, day, 'withholding on wages')
  return cumulatively(
    months,
    tableOn(day),
    ({ income, special, additional, other }) =>
      (income - basicMonthly - special - additional - other) * PER_FEN,
  )
}

/**
 * The same for pay for labour from an internet platform, since it is withheld from cumulatively.
 * @param months consecutive months with pay from that platform
 * @throws RangeError on a day before that rule
 */
export const withheldByPlatform = (months: readonly PlatformMonth[], day: Day): readonly Fen[] => {
  const { basicMonthly, costPercent } = rowOn(platformWithholding, day, 'withholding by platforms')
  return cumulatively(
    months,
    tableOn(day),
    ({ income, exempt, other }) =>
      income * (100 - costPercent) * (PER_FEN / 100) - (exempt + basicMonthly + other) * PER_FEN,
  )
}

export type PaymentKind = 'labour' | 'manuscript' | 'royalty'

/** What is withheld from one payment; labour that goes on is one payment a month (按次或者按月). */
export const withheldFromPayment = (kind: PaymentKind, payment: Fen, day: Day): Fen => {
  const row = rowOn(paymentWithholding, day, 'withholding on payments')
  const afterCosts: Exact =
    payment <= row.flatUpTo
      ? Math.max(payment - row.flat, 0) * PER_FEN
      : payment * (100 - row.percent) * (PER_FEN / 100)
  if (kind === 'labour') {
    const table = stepsOf(rowOn(labourTables, day, 'table of pay for labour'))
    return taxAt(afterCosts, stepOf(table, afterCosts, PER_FEN))
  }
  const counted = kind === 'manuscript' ? (afterCosts / 100) * row.manuscriptsPercent : afterCosts
  return roundedFen((counted / 100) * row.ratePercent)
}

/** What is withheld from the annual bonus taxed apart; undefined in a year without that rule. */
export const withheldFromBonus = (bonus: Fen, taxYear: number): Fen | undefined => {
  const { bonus: table } = tablesOf(taxYear)
  return table && bonusTax(table, bonus)
}

export const withheldInAll = (withheld: readonly Fen[]): Fen => addFen(...withheld)
