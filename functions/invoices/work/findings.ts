/** What is wrong with an invoice by itself stops it before anything is spent on it. */
import type { Context } from '../../core/io/context'
import { AppError } from '../../core/pure/errors'
import type { Finding } from '../../core/pure/law'
import { say } from '../../core/pure/text'
import { dayOf } from '../../core/pure/time'
import { invoiceFindings, standingOf } from '../rules/findings'
import { entryOf, type InvoiceFacts } from '../rules/invoice'

const shown = ({ code, rule, found, basis, unconfirmed }: Finding, language: Context['language']) => ({
  code,
  rule: say(rule, language),
  ...(found ? { found: say(found, language) } : {}),
  basis: say(basis, language),
  unconfirmed,
})

/** @throws AppError INVOICE_FAULTS with everything that is wrong, at once */
export const insistSound = (
  facts: InvoiceFacts,
  { now, language }: Pick<Context, 'now' | 'language'>,
): void => {
  const failed = invoiceFindings({ entry: entryOf(facts) }, dayOf(now)).filter(
    (finding) => standingOf(finding) === 'fail',
  )
  if (failed.length > 0)
    throw new AppError('INVOICE_FAULTS', { findings: failed.map((finding) => shown(finding, language)) })
}
