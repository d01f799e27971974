/** Jobs under leases, and the operators' view of what failed. */
import { implement } from '@orpc/server'
import { allCollections } from '../all-collections'
import { auditEntry } from '../core/io/audit/entry'
import { auditHeads } from '../core/io/audit/collections'
import { seal } from '../core/io/audit/seal'
import { auditKey } from '../core/io/audit/signing'
import type { Context } from '../core/io/context'
import { events } from '../core/io/events/collections'
import { dispatch } from '../core/io/events/dispatch'
import { requeue } from '../core/io/events/outcome'
import { sweep } from '../core/io/retention/sweep'
import { callerId } from '../core/io/identity/caller'
import { pageAnswer } from '../core/io/store/pages'
import { reader } from '../core/io/store/reader'
import { contract } from './contract'
import { handlers } from './handlers'

/** Events a run; a schedule comes each minute. */
const DISPATCH_LIMIT = 2_000

const os = implement(contract).$context<Context>()

export const router = {
  dispatch: os.dispatch.handler(({ context }) => dispatch(context, handlers, { limit: DISPATCH_LIMIT })),
  seal: os.seal.handler(({ context }) => seal(context)),
  sweep: os.sweep.handler(({ context }) => sweep(context, allCollections)),

  deadLetters: os.deadLetters.handler(async ({ context, input }) => {
    const page = await reader(context.store).query(events, {
      index: 'dead',
      where: { dead: true },
      order: 'desc',
      ...input,
    })
    return pageAnswer(
      page,
      ({ id: eventId, doc: { kind, at, diedAt = at, attempts, lastError = '', payload } }) => ({
        eventId,
        kind,
        at,
        diedAt,
        attempts,
        lastError,
        payload,
      }),
    )
  }),

  requeue: os.requeue.handler(({ context, input: { eventId } }) => {
    const actor = callerId(context)
    return context.transact(async (tx) => {
      await requeue(tx, eventId)
      auditEntry(tx, { actor, action: context.procedure, subject: eventId, detail: {} })
      return { eventId, due: tx.now }
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
