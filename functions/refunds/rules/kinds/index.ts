/** Every kind of refund: its rule, and its law on a day. */
import { rowOn } from '../../../core/pure/law'
import type { Day } from '../../../core/pure/time'
import { departureLaws } from '../../data/kinds/departure'
import { exemptionLaws } from '../../data/kinds/exemption'
import { exportLaws } from '../../data/kinds/export'
import { incomeTaxLaws } from '../../data/kinds/income-tax'
import { overpaidLaws } from '../../data/kinds/overpaid'
import { settlementLaws } from '../../data/kinds/settlement'
import { vatCreditLaws } from '../../data/kinds/vat-credit'
import { vehicleLaws } from '../../data/kinds/vehicle'
import type { KindLaw, KindRule, RefundKind } from '../kind'
import { departureRule } from './departure'
import { exemptionRule } from './exemption'
import { exportRule } from './export'
import { incomeTaxRule } from './income-tax'
import { overpaidRule } from './overpaid'
import { settlementRule } from './settlement'
import { vatCreditRule } from './vat-credit'
import { vehicleRule } from './vehicle'

export { materialsNeeded } from './materials'

export const kindRules: Readonly<Record<RefundKind, KindRule>> = {
  overpaid: overpaidRule,
  exemption: exemptionRule,
  settlement: settlementRule,
  incomeTax: incomeTaxRule,
  vatCredit: vatCreditRule,
  export: exportRule,
  vehicle: vehicleRule,
  departure: departureRule,
}

/** All rows, in the order of time. */
export const kindLaws: Readonly<Record<RefundKind, readonly KindLaw[]>> = {
  overpaid: overpaidLaws,
  exemption: exemptionLaws,
  settlement: settlementLaws,
  incomeTax: incomeTaxLaws,
  vatCredit: vatCreditLaws,
  export: exportLaws,
  vehicle: vehicleLaws,
  departure: departureLaws,
}

/**
 * The law of a kind on a day.
 * @throws RangeError when none is in force: a day before the law
 */
export const kindLaw = (kind: RefundKind, day: Day): KindLaw => rowOn(kindLaws[kind], day, `law of ${kind}`)
