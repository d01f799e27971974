/**
 * Whether an invoice is genuine, as far as can be known: what is wrong with it by itself is told before a check is spent; what
 * was answered before stands for its time; a check is spent by a commit before the source is asked, so that no race asks six times.
 */
import type { Context, Services } from '../../core/io/context'
import { transact } from '../../core/io/store/transact'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { addDays, dayOf, instantOf } from '../../core/pure/time'
import { knownInvoices, type KnownInvoiceDoc } from '../collections'
import type { InvoiceFacts } from '../rules/invoice'
import type { Verification } from '../verification/contract'
import { openVerifier } from '../verification/open'
import { invoiceIdOf } from './keys'
import { askedOnceMore, checksLeft, knownAfter, standingAnswer, unknownInvoice } from './known'

/** A source answers in this time, or counts as unreachable. */
const PATIENCE = 8_000

export interface Checked {
  readonly id: string
  readonly doc: KnownInvoiceDoc
  readonly outcome: Verification['outcome']
  /** No source was asked for it now. */
  readonly cached: boolean
}

/** @throws AppError CHECKS_SPENT */
const spend = (services: Services, id: string, facts: InvoiceFacts): Promise<KnownInvoiceDoc> =>
  transact(services, async (tx) => {
    const before = (await tx.get(knownInvoices, id)) ?? unknownInvoice(facts, tx.now)
    if (checksLeft(before, tx.now) === 0)
      throw new AppError('CHECKS_SPENT', { again: instantOf(addDays(dayOf(tx.now), 1)) })
    const doc = { ...before, asked: askedOnceMore(before, tx.now) }
    tx.put(knownInvoices, id, doc)
    return doc
  })

const ask = async (context: Context, facts: InvoiceFacts): Promise<Verification> => {
  const verifier = openVerifier(context.settings.invoices, context)
  try {
    return await verifier.verify({ ...facts, on: dayOf(context.now) }, AbortSignal.timeout(PATIENCE))
  } catch (error) {
    context.log.error({ err: error, verifier: verifier.name }, 'a verifier threw')
    return { outcome: 'unreachable', why: 'Defect' }
  }
}

/** What was answered before and still stands; undefined: a source has to be asked. */
const standing = async (context: Context, id: string, facts: InvoiceFacts): Promise<Checked | undefined> => {
  const doc = await reader(context.store).get(knownInvoices, id)
  const outcome = doc && standingAnswer(context.vault, doc, facts, context.now)
  return doc && outcome && { id, doc, outcome, cached: true }
}

/**
 * @param show what the caller is answered; it stands in the receipt, so that a repeat asks nobody again
 * @throws AppError CHECKS_SPENT
 */
export const checkInvoice = async <R>(
  context: Context,
  facts: InvoiceFacts,
  show: (checked: Checked) => R,
): Promise<R> => {
  const before = await context.answered<R>()
  if (before) return before.output
  const id = invoiceIdOf(context.vault, facts)
  const known = await standing(context, id, facts)
  if (known) return context.transact(() => Promise.resolve(show(known)))
  await spend(context, id, facts)
  const found = await ask(context, facts)
  return context.transact(async (tx) => {
    const spent = (await tx.get(knownInvoices, id)) ?? unknownInvoice(facts, tx.now)
    const doc = knownAfter(context, id, spent, { facts, found, at: tx.now })
    tx.put(knownInvoices, id, doc)
    return show({ id, doc, outcome: found.outcome, cached: false })
  })
}
