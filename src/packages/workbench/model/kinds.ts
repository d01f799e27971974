/** The kinds of refunds as an office reads them: their laws and their forms, without the rules that reckon. */
import type { Form } from '../../../../functions/core/pure/forms'
import { rowOn } from '../../../../functions/core/pure/law'
import type { Text } from '../../../../functions/core/pure/text'
import type { Day } from '../../../../functions/core/pure/time'
import { incomeTaxForm } from '../../../../functions/refunds/data/income-tax/form'
import { departureLaws } from '../../../../functions/refunds/data/kinds/departure'
import { exemptionForm, exemptionLaws } from '../../../../functions/refunds/data/kinds/exemption'
import { exportForm } from '../../../../functions/refunds/data/kinds/export-form'
import { exportLaws } from '../../../../functions/refunds/data/kinds/export'
import { incomeTaxLaws } from '../../../../functions/refunds/data/kinds/income-tax'
import { overpaidForm, overpaidLaws } from '../../../../functions/refunds/data/kinds/overpaid'
import { settlementForm, settlementLaws } from '../../../../functions/refunds/data/kinds/settlement'
import { vatCreditForm } from '../../../../functions/refunds/data/kinds/vat-credit-form'
import { vatCreditLaws } from '../../../../functions/refunds/data/kinds/vat-credit'
import { vehicleForm, vehicleLaws } from '../../../../functions/refunds/data/kinds/vehicle'
import type { ClaimKind, KindLaw, RefundKind } from '../../../../functions/refunds/rules/kind'

export const LAWS: Readonly<Record<RefundKind, readonly KindLaw[]>> = {
  overpaid: overpaidLaws,
  exemption: exemptionLaws,
  settlement: settlementLaws,
  incomeTax: incomeTaxLaws,
  vatCredit: vatCreditLaws,
  export: exportLaws,
  vehicle: vehicleLaws,
  departure: departureLaws,
}

export const FORMS: Readonly<Record<ClaimKind, Form>> = {
  overpaid: overpaidForm,
  exemption: exemptionForm,
  settlement: settlementForm,
  incomeTax: incomeTaxForm,
  vatCredit: vatCreditForm,
  export: exportForm,
  vehicle: vehicleForm,
}

/** In force on the day on which a case was received. */
export const lawOf = (kind: ClaimKind, day: Day): KindLaw => rowOn(LAWS[kind], day, `law of ${kind}`)

const isKind = (code: string): code is RefundKind => Object.keys(LAWS).includes(code)

/** As it is called now; undefined for a kind of a later version. */
export const kindName = (code: string): Text | undefined =>
  isKind(code) ? LAWS[code][LAWS[code].length - 1]?.name : undefined
