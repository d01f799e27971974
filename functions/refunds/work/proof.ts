/** A decision that anybody can verify: what was decided, by whom and when; never about whom. */
import { issuePaper } from '../../core/io/verification/certify'
import type { Tx } from '../../core/io/store/transaction'
import { longDateText } from '../../core/pure/date-text'
import { caseKeptUntil } from '../../core/pure/kept'
import { text, type Text } from '../../core/pure/text'
import { dayOf } from '../../core/pure/time'
import type { RefundCaseDoc } from '../collections'
import { kindLaw } from '../rules/kinds'

export const issueDecision = (
  tx: Tx,
  { id, doc, office, granted }: { id: string; doc: RefundCaseDoc; office: Text; granted: boolean },
): string => {
  const today = dayOf(tx.now)
  return issuePaper(tx, {
    kind: text('退税决定', 'Decision on a refund'),
    subject: `refundCases|${id}`,
    facts: [
      { label: text('税务机关', 'Tax office'), value: office },
      { label: text('退税类型', 'Kind of refund'), value: kindLaw(doc.kind, doc.receivedOn).name },
      {
        label: text('决定', 'Decision'),
        value: granted ? text('准予退税', 'Granted') : text('不予退税', 'Refused'),
      },
      {
        label: text('决定日期', 'Decided on'),
        value: text(longDateText(today, 'zh-CN'), longDateText(today, 'en')),
      },
    ],
    validUntil: caseKeptUntil(tx.now),
  })
}
