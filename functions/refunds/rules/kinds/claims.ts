/** Kinds that are claimed at a tax office: their rules and laws. Screens of claimants carry these, and none of a traveller's. */
import { exemptionLaws } from '../../data/kinds/exemption'
import { exportLaws } from '../../data/kinds/export'
import { incomeTaxLaws } from '../../data/kinds/income-tax'
import { overpaidLaws } from '../../data/kinds/overpaid'
import { settlementLaws } from '../../data/kinds/settlement'
import { vatCreditLaws } from '../../data/kinds/vat-credit'
import { vehicleLaws } from '../../data/kinds/vehicle'
import type { ClaimKind, KindLaw, KindRule } from '../kind'
import { exemptionRule } from './exemption'
import { exportRule } from './export'
import { incomeTaxRule } from './income-tax'
import { overpaidRule } from './overpaid'
import { settlementRule } from './settlement'
import { vatCreditRule } from './vat-credit'
import { vehicleRule } from './vehicle'

export const claimRules: Readonly<Record<ClaimKind, KindRule>> = {
  overpaid: overpaidRule,
  exemption: exemptionRule,
  settlement: settlementRule,
  incomeTax: incomeTaxRule,
  vatCredit: vatCreditRule,
  export: exportRule,
  vehicle: vehicleRule,
}

/** All rows, in the order of time. */
export const claimLaws: Readonly<Record<ClaimKind, readonly KindLaw[]>> = {
  overpaid: overpaidLaws,
  exemption: exemptionLaws,
  settlement: settlementLaws,
  incomeTax: incomeTaxLaws,
  vatCredit: vatCreditLaws,
  export: exportLaws,
  vehicle: vehicleLaws,
}
