/** Jobs under leases, and the operators' view of what failed. */
import { implement } from '@orpc/server'
import { allCollections } from '../all-collections'
import { auditEntry } from '../core/io/audit/entry'
import { auditHeads } from '../core/io/audit/collections'
import { seal } from '../core/io/audit/seal'
import { auditKey } from '../core/io/audit/signing'
import type { Context } from '../core/io/context'
import { deadLetters, deliveriesOf } from '../core/io/events/dead-letters'
import { deliveryId, deliveryParts } from '../core/io/events/emit'
import { buryOrphans } from '../core/io/events/orphans'
import { requeue } from '../core/io/events/outcome'
import { sweep } from '../core/io/retention/sweep'
import { callerId } from '../core/io/identity/caller'
import { pageAnswer } from '../core/io/store/pages'
import { reader } from '../core/io/store/reader'
import { subscribers } from '../subscribers'
import { contract } from './contract'
import { dispatchLanes } from './lanes'

const os = implement(contract).$context<Context>()
const names = subscribers.map(({ name }) => name)

export const router = {
  dispatch: os.dispatch.handler(({ context, input }) => dispatchLanes(context, input.subscriber)),
  seal: os.seal.handler(({ context }) => seal(context)),
  sweep: os.sweep.handler(async ({ context }) => {
    await buryOrphans(context, names)
    return sweep(context, allCollections)
  }),

  deadLetters: os.deadLetters.handler(({ context, input }) => deadLetters(context, input)),

  requeue: os.requeue.handler(({ context, input: { eventId, subscriber } }) => {
    const actor = callerId(context)
    const places = subscriber === undefined ? deliveriesOf(eventId, names) : [deliveryId(eventId, subscriber)]
    return context.transact(async (tx) => {
      const back = await requeue(tx, places)
      const served = back.map((id) => deliveryParts(id).subscriber)
      auditEntry(tx, {
        actor,
        action: context.procedure,
        subject: eventId,
        detail: { subscribers: served },
      })
      return { eventId, subscribers: served, due: tx.now }
    })
  }),

  auditHeads: os.auditHeads.handler(async ({ context, input }) => {
    const page = await reader(context.store).query(auditHeads, {
      index: 'day',
      range: { gte: '' },
      order: 'desc',
      ...input,
    })
    return {
      publicKey: auditKey(context.vault).publicKey,
      ...pageAnswer(page, ({ doc: { day, height, total, hash, keyId, signature } }) => ({
        day: day ?? '',
        height,
        total,
        hash,
        keyId,
        signature,
      })),
    }
  }),
}
