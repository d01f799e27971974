/** May this overpaid tax be claimed, and how much of it. */
import type { Values } from '../../../core/pure/forms'
import type { Finding } from '../../../core/pure/law'
import { text } from '../../../core/pure/text'
import {
  houseBeforeRegistration,
  houseIsDeedTax,
  overpaidForm,
  overpaidLaws,
} from '../../data/kinds/overpaid'
import type { Known } from '../kind'
import { taxName } from '../tax-name'
import { yesNoIn } from './answers'
import { agentFinding, arrearsFinding, judge, periodInOrder, taxpayerKind, voucherFindings } from './findings'
import { voucherResult } from './lines'
import { materialsHint } from './materials'
import { kindRule } from './rule'

/** A house given back: only its deed tax, and only before it was registered. */
const houseFindings = (values: Values, { voucher }: Known): readonly Finding[] => {
  if (values.cause !== 'houseReturned') return []
  const registered = yesNoIn(values, 'registered')
  const named = voucher && taxName(voucher.tax)
  return [
    ...(voucher && named
      ? [
          judge(
            houseIsDeedTax,
            voucher.tax === 'deed',
            text(`凭证为${named.zh}`, `The voucher is of ${named.en}`),
          ),
        ]
      : []),
    ...(registered === undefined
      ? []
      : [
          judge(
            houseBeforeRegistration,
            !registered,
            registered
              ? text('退房前已登记', 'Registered before it was given back')
              : text('退房前未登记', 'Not registered before it was given back'),
          ),
        ]),
  ]
}

export const overpaidRule = kindRule({
  kind: 'overpaid',
  form: overpaidForm,
  laws: overpaidLaws,
  check(values, known, law) {
    return {
      findings: [
        ...voucherFindings(values, known),
        taxpayerKind(law, known),
        ...agentFinding(values, known),
        ...houseFindings(values, known),
        ...periodInOrder(values),
        ...arrearsFinding(known),
        materialsHint(law, values),
      ],
      result: voucherResult(values, known),
    }
  },
})
