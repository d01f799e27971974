/** What the office finds itself to be overpaid (征管法 §51: refunded at once; 细则 §78: within ten days). */
import { verifiedFor } from '../../accounts/public'
import { auditEntry } from '../../core/io/audit/entry'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { allOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { dayOf } from '../../core/pure/time'
import { hallOnDuty } from '../../halls/public'
import { vouchers } from '../collections'
import { kindLaw } from '../rules/kinds'
import { termOf } from '../rules/term'
import { keptDates, keptTerm } from './clock'
import { insistUnconcerned } from './duty'
import type { MovedTo } from './own'
import { moveCase } from './move'
import { reserve } from './reserve'
import { showVoucher } from './show-voucher'

/** Lines of a number; none for an unknown one. Whose they are is not told. */
export const lookVouchers = async (
  context: Context,
  { hallId, number }: { readonly hallId: string; readonly number: string },
) => {
  await hallOnDuty(context, hallId, 'review')
  const rows = await allOf(context.store, vouchers, { index: 'number', where: { number } })
  return { items: rows.map(({ id, doc }) => showVoucher(id, doc, context.language)) }
}

export interface Found {
  readonly hallId: string
  readonly voucherId: string
  /** Fen. */
  readonly amount: number
  readonly said: string
}

/**
 * It begins accepted: nobody has to ask for it. Its taxpayer is told, and says where the money is to go.
 * @throws AppError NOT_FOUND for an unknown voucher, and where nobody here is verified for it; VOUCHER_SPENT; FOUR_EYES for whoever acts for its taxpayer
 */
export const openFound = async (
  context: Context,
  { hallId, voucherId, amount, said }: Found,
): Promise<MovedTo> => {
  const { hall } = await hallOnDuty(context, hallId, 'review')
  const voucher = await reader(context.store).get(vouchers, voucherId)
  const payer = voucher && (await verifiedFor(context, voucher.subject))
  if (!voucher || !payer) throw new AppError('NOT_FOUND')
  const actor = callerId(context)
  await insistUnconcerned(context, payer)
  const key = await context.vault.keyOf(payer.owner)
  const today = dayOf(context.now)
  const begun = {
    term: keptTerm(termOf(kindLaw('overpaid', today), 'authority')),
    receivedOn: today,
    acceptedOn: today,
    pauses: [],
  }
  return context.transact(async (tx) => {
    const id = tx.id('rf')
    await reserve(tx, { voucherId, claimed: amount })
    const doc = await moveCase(tx, {
      id,
      doc: undefined,
      move: 'find',
      by: 'officer',
      actor,
      set: {
        kind: 'overpaid',
        foundBy: 'authority',
        ...begun,
        ...keptDates(begun, today),
        hallId: hall.id,
        owner: payer.owner,
        filedBy: payer.owner,
        claimants: [payer.owner],
        taxpayerId: payer.taxpayerId,
        subject: voucher.subject,
        payer: payer.kind,
        voucherId,
        claimKey: null,
        values: key.seal(
          `refundCases|${id}|values`,
          JSON.stringify({ claimed: amount, direction: 'refund' }),
        ),
        account: null,
        claimed: amount,
        direction: 'refund',
        materials: [],
        correctionDue: null,
        escalatedOn: null,
        proposal: null,
        steps: [{ accountId: actor, duty: 'review' }],
        money: null,
        orderId: null,
        proof: null,
      },
      said: { said, fen: amount },
      key,
    })
    auditEntry(tx, {
      actor,
      action: context.procedure,
      subject: id,
      hallId: hall.id,
      detail: { fen: amount },
    })
    return { id, state: doc.state }
  })
}
