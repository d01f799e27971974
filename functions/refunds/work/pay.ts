/** Ordering what was approved, and what its channel says of it. One order of a case is under way at most: its document says which. */
import { auditEntry } from '../../core/io/audit/entry'
import { takeWork } from '../../core/io/cases/work-items'
import type { Context, Services } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { outsideCalls } from '../../core/io/outside/collections'
import { openPayout } from '../../core/io/payout/open'
import { planPayout } from '../../core/io/payout/plan'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { fen } from '../../core/pure/money'
import { PAYOUT_REASONS, payoutReasonOf } from '../../core/pure/payout-reasons'
import { refundCases, type RefundCaseDoc } from '../collections'
import { accountAt, openAccount } from './account'
import { insistOtherPerson, insistUnconcerned, stepsAfter } from './duty'
import { moveCase } from './move'
import { hallCase } from './office'
import { leaveCases } from './time'

type Key = Awaited<ReturnType<Services['vault']['keyOf']>>
type Ordered = { readonly id: string; readonly payable: number }

interface Ordering {
  readonly context: Context
  readonly tx: Tx
  readonly id: string
  readonly key: Key
}

/** Nothing to pay is settled at once; else an order under an id of its own, in this very commit. */
const orderOne = async ({ context, tx, id, key }: Ordering, doc: RefundCaseDoc): Promise<Ordered> => {
  const actor = callerId(context)
  const steps = stepsAfter(doc.steps, { accountId: actor, duty: 'pay' })
  const payable = doc.money?.payable ?? 0
  const step = { id, doc, by: 'officer', actor, key, said: { fen: payable } } as const
  if (payable === 0) {
    await moveCase(tx, { ...step, move: 'settle', set: { steps } })
    return { id, payable }
  }
  if (doc.account === null) throw new AppError('CASE_STATE', { id })
  const account = openAccount(key, accountAt('refundCases', id), doc.account)
  const { orderId } = planPayout(tx, openPayout(context.settings.payout, context), {
    fen: fen(payable),
    purpose: 'refund',
    about: id,
    subject: doc.owner,
    key,
    payee: { kind: 'bank', name: account.holder, bank: account.bank, account: account.number },
    tell: 'refunds.payoutSettled',
  })
  await moveCase(tx, { ...step, move: 'order', set: { steps, orderId } })
  return { id, payable }
}

/**
 * All of them or none, by one person in one commit.
 * @throws AppError NOT_FOUND, and with the case's id CASE_STATE, CASE_TAKEN, FOUR_EYES
 */
export const order = async (
  context: Context,
  wanted: readonly string[],
): Promise<{ readonly ordered: Ordered[] }> => {
  const ids = [...new Set(wanted)]
  const cases = await Promise.all(ids.map((id) => hallCase(context, id, 'pay')))
  await Promise.all(cases.map(({ id, doc }) => insistUnconcerned(context, doc, { id })))
  const keys = await context.vault.keysOf([...new Set(cases.map(({ doc }) => doc.owner))])
  const actor = callerId(context)
  return context.transact(async (tx) => {
    const ordered: Ordered[] = []
    for (const id of ids) {
      const doc = await tx.get(refundCases, id)
      if (!doc) throw new AppError('NOT_FOUND')
      const key = keys.get(doc.owner)
      // Without its key its claimant was erased, and the case is about to end.
      if (doc.state !== 'approved' || !key) throw new AppError('CASE_STATE', { id })
      insistOtherPerson(doc, actor, { id })
      await takeWork(tx, id, actor, { id })
      const one = await orderOne({ context, tx, id, key }, doc)
      const detail = { fen: one.payable }
      auditEntry(tx, { actor, action: context.procedure, subject: id, hallId: doc.hallId, detail })
      ordered.push(one)
    }
    return { ordered }
  })
}

/**
 * What the channel said. Safe to repeat, and deaf to what is said of an order that this case no longer has.
 */
export const settlePayout = async (
  services: Services,
  { callId, about }: { readonly callId: string; readonly about: string },
): Promise<void> => {
  const call = await reader(services.store).get(outsideCalls, callId)
  const doc = await reader(services.store).get(refundCases, about)
  if (!call || !doc || (call.state !== 'done' && call.state !== 'refused')) return
  const key = (await services.vault.keysOf([doc.owner])).get(doc.owner)
  await transact(services, async (tx) => {
    const standing = await tx.get(refundCases, about)
    if (standing?.state !== 'ordered' || standing.orderId !== call.request.order) return
    const step = { id: about, doc: standing, by: 'bank', actor: null, key } as const
    if (call.state === 'done') {
      await moveCase(tx, { ...step, move: 'pay', set: {}, said: { fen: standing.money?.payable ?? 0 } })
      return
    }
    const why = payoutReasonOf(call.why)
    const orderAgain = { orderId: null, steps: standing.steps.filter(({ duty }) => duty !== 'pay') }
    const byAccount = PAYOUT_REASONS[why].remedy !== 'office'
    await moveCase(tx, {
      ...step,
      move: byAccount ? 'bankReject' : 'bankReturn',
      // Who ordered it may order it again.
      set: orderAgain,
      said: { why },
    })
  })
  // Its claimant was erased while the channel had the order: nobody can name another account.
  if (!key) await leaveCases(services, { taxpayerId: doc.taxpayerId })
}
