/** Is it genuine, as far as can be known. */
import { reader } from '../../core/io/store/reader'
import { os } from './os'
import { knownInvoices } from '../collections'
import { checkInvoice } from '../work/check'
import { insistSound } from '../work/findings'
import { invoiceIdOf } from '../work/keys'
import { standingAnswer, unknownInvoice } from '../work/known'
import { ownNames, showKnown } from '../work/show'

export const check = os.check.handler(async ({ input, context }) => {
  insistSound(input, context)
  const names = await ownNames(context)
  return checkInvoice(context, input, (checked) => showKnown(context, checked, names))
})

export const known = os.known.handler(async ({ input, context }) => {
  const id = invoiceIdOf(context.vault, input)
  const doc = await reader(context.store).get(knownInvoices, id)
  const outcome = (doc && standingAnswer(context.vault, doc, input, context.now)) ?? 'unasked'
  const names = outcome === 'match' ? await ownNames(context) : new Set<string>()
  return showKnown(
    context,
    { id, doc: doc ?? unknownInvoice(input, context.now), outcome, cached: true },
    names,
  )
})

export const readPdf = os.readPdf.handler(async ({ input, context }) => {
  const { readInvoicePdf } = await import('../work/pdf')
  return readInvoicePdf(context, input.fileId)
})
