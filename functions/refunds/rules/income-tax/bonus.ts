/** The annual bonus taxed apart, or merged into comprehensive income: both reckoned, the cheaper advised. */
import { fen, type Fen } from '../../../core/pure/money'
import type { Comprehensive } from './comprehensive'
import { bonusTax, deadZoneAt, type InDeadZone } from './dead-zones'
import { exemptReason } from './duty'
import { roundedFen } from './exact'
import type { Bonus, YearItems } from './items'
import type { YearTables } from './tables'

export interface BonusWay {
  readonly taxable: Fen
  /** Of comprehensive income. */
  readonly comprehensiveTax: Fen
  /** Of the bonus by itself; 0 when it is merged. */
  readonly bonusTax: Fen
  /** Both. */
  readonly tax: Fen
  /** Above 0 a refund, below 0 a supplement. */
  readonly balance: Fen
  /** What the year's tax comes to in the end: a supplement that the law does without is not borne. */
  readonly borne: Fen
}

export interface BonusComparison {
  /** Absent in a year in which a bonus may not be taxed apart. */
  readonly separate?: BonusWay
  readonly merged: BonusWay
  /** The way that leaves less to bear; taxed apart, as it was withheld, where both are the same. */
  readonly advised: 'separate' | 'merged'
  /** By how much less. */
  readonly saves: Fen
  readonly chosen: 'separate' | 'merged'
  /** What is withheld from the bonus by itself differs from the law's tax by this; its payer can correct it. */
  readonly withheldAmiss: Fen
  /** Of the bonus taxed apart. */
  readonly deadZone?: InDeadZone
}

interface Way {
  readonly of: Comprehensive
  readonly prepaid: number
  readonly bonusTax: Fen
}

const wayOf = (way: Way, { filing }: YearItems, { figures }: YearTables): BonusWay => {
  const { payable, gross, taxable } = way.of
  const balance = fen(way.prepaid - payable)
  const isExempt = balance < 0 && exemptReason({ gross, balance }, filing, figures) !== undefined
  return {
    taxable: roundedFen(taxable),
    comprehensiveTax: payable,
    bonusTax: way.bonusTax,
    tax: fen(payable + way.bonusTax),
    balance,
    borne: fen((isExempt ? way.prepaid : payable) + way.bonusTax),
  }
}

/**
 * @param apart comprehensive income without the bonus
 * @param merged comprehensive income with it
 */
export const compareBonus = (
  { apart, merged }: { readonly apart: Comprehensive; readonly merged: Comprehensive },
  bonus: Bonus,
  items: YearItems,
  tables: YearTables,
): BonusComparison => {
  const together = wayOf(
    { of: merged, prepaid: items.prepaid + bonus.prepaid, bonusTax: fen(0) },
    items,
    tables,
  )
  const table = tables.bonus
  if (!table)
    return { merged: together, advised: 'merged', saves: fen(0), chosen: 'merged', withheldAmiss: fen(0) }
  const ownTax = bonusTax(table, bonus.amount)
  const separate = wayOf({ of: apart, prepaid: items.prepaid, bonusTax: ownTax }, items, tables)
  const advised = together.borne < separate.borne ? 'merged' : 'separate'
  return {
    separate,
    merged: together,
    advised,
    saves: fen(Math.abs(separate.borne - together.borne)),
    chosen: bonus.choice === 'cheaper' ? advised : bonus.choice,
    withheldAmiss: fen(bonus.prepaid - ownTax),
    deadZone: deadZoneAt(table, tables.deadZones, bonus.amount),
  }
}
