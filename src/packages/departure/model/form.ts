/** The form as a traveller fills it in: the port is chosen from a list, and the number of the card's hold is the shop's to enter. Pure. */
import { tidyValues, type Form, type Values } from '../../../../functions/core/pure/forms'
import type { Finding } from '../../../../functions/core/pure/law'
import type { Day } from '../../../../functions/core/pure/time'
import { departureForm } from '../../../../functions/refunds/data/kinds/departure-form'
import { amountOf, departureCheck } from '../../../../functions/refunds/rules/kinds/departure'
import type { DepartureAmount } from '../../../../functions/refunds/rules/kinds/departure-amount'
import { policyOf } from '../../../../functions/refunds/rules/kinds/departure-amount'
import { daysLeft, type DaysLeft } from '../../../../functions/refunds/rules/kinds/departure-days'

const NOT_ASKED: readonly string[] = ['promisedPort', 'preauthNo']

export const travellerForm: Form = {
  ...departureForm,
  sections: departureForm.sections.map((section) => ({
    ...section,
    fields: section.fields.filter(({ key }) => !NOT_ASKED.includes(key)),
  })),
}

/** Steps of the wizard: sections of the form, the last of which stands beneath the result. */
export const STEPS = ['traveller', 'purchase', 'refund', 'result'] as const
export type Step = (typeof STEPS)[number]

export interface Result {
  readonly findings: readonly Finding[]
  readonly open: boolean
  readonly amount: DepartureAmount | undefined
  readonly days: DaysLeft | undefined
}

/** Looked at on the device, by the same rules as the server's. */
export const resultOf = (given: Values, portName: string | undefined, today: Day): Result => {
  const values = tidyValues(departureForm, {
    ...given,
    ...(portName === undefined ? {} : { promisedPort: portName }),
  })
  const findings = departureCheck(values, { today })
  const { purchasedOn } = values
  const known = typeof purchasedOn === 'string' && policyOf(purchasedOn) !== undefined
  return {
    findings,
    open: !findings.some(({ ok, warning }) => !ok && !warning),
    amount: amountOf(values),
    days: known ? daysLeft(purchasedOn, today) : undefined,
  }
}
