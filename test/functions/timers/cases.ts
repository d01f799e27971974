/** How calls of `timers` succeed. */
import { deliveryId, emitTo } from '../../../functions/core/io/events/emit'
import { events } from '../../../functions/core/io/events/collections'
import { transact } from '../../../functions/core/io/store/transact'
import { anyone, timer, type FunctionCases } from '../../harness/fuzz/cases'
import type { World } from '../../harness/fuzz/world'

const deadLetter = async (world: World): Promise<string> => {
  const { services } = world
  return transact(services, async (tx) => {
    const id = emitTo(tx, ['accounts'], { kind: 'fuzz.unknown', due: tx.now, payload: {} })
    const doc = await tx.get(events, deliveryId(id, 'accounts'))
    if (!doc) throw new Error('an emitted event is there')
    tx.replace(events, deliveryId(id, 'accounts'), {
      ...doc,
      due: null,
      dead: true,
      attempts: 10,
      lastError: 'Error',
      diedAt: tx.now,
    })
    return id
  })
}

export const cases: FunctionCases = {
  recipes: {
    dispatch: timer('dispatch'),
    seal: timer('seal'),
    sweep: timer('sweep'),
    deadLetters: async (world) => ({ input: {}, token: world.staff.auditor.token }),
    requeue: async (world) => ({
      input: { eventId: await deadLetter(world) },
      token: world.staff.admin.token,
    }),
    auditHeads: anyone({}),
  },
  open: { requeue: 'administrators of the whole deployment' },
  unknown: { eventId: `ev_${'0'.repeat(26)}` },
}
