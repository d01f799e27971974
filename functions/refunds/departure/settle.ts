/** What the bank said of a transfer. Safe to repeat, and deaf to what is said of an order that the form no longer has. */
import type { Services } from '../../core/io/context'
import { outsideCalls } from '../../core/io/outside/collections'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { PAYOUT_REASONS, payoutReasonOf } from '../../core/pure/payout-reasons'
import { departureForms } from './collections'
import { moveDeparture } from './move'
import { leaveForms } from './time'

export const settleDeparture = async (
  services: Services,
  { callId, about }: { readonly callId: string; readonly about: string },
): Promise<void> => {
  const call = await reader(services.store).get(outsideCalls, callId)
  const doc = await reader(services.store).get(departureForms, about)
  if (!call || !doc || (call.state !== 'done' && call.state !== 'refused')) return
  const key = (await services.vault.keysOf([doc.owner])).get(doc.owner)
  await transact(services, async (tx) => {
    const standing = await tx.get(departureForms, about)
    if (standing?.state !== 'ordered' || standing.orderId !== call.request.order) return
    const step = { id: about, doc: standing, by: 'bank', actor: null, key } as const
    if (call.state === 'done') {
      const { net } = standing
      await moveDeparture(tx, { ...step, move: 'pay', set: { paid: net }, said: { fen: net } })
      return
    }
    const why = payoutReasonOf(call.why)
    const byAccount = PAYOUT_REASONS[why].remedy !== 'office'
    await moveDeparture(tx, {
      ...step,
      move: byAccount ? 'bankReject' : 'bankReturn',
      set: { orderId: null },
      said: { why },
    })
  })
  // The traveller was erased while the bank had the order: nobody can name another account.
  if (!key) await leaveForms(services, doc.owner)
}
