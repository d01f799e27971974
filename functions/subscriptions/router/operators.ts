/** Sending what is due, and what operators see and decide of the rest. */
import { auditEntry } from '../../core/io/audit/entry'
import { replay, undelivered } from '../../core/io/delivery/undelivered'
import { callerId } from '../../core/io/identity/caller'
import { CHANNELS } from '../../core/pure/delivery/channels'
import { deliverChannel } from '../work/deliver'
import { os } from './implementer'

const deliverJob = os.deliver.handler(async ({ input: { channel }, context }) => {
  const channels = channel === undefined ? CHANNELS : [channel]
  const ends = await Promise.allSettled(channels.map((one) => deliverChannel(context, one)))
  const sum = { sent: 0, others: 0 }
  // one channel's failure stops no other
  for (const end of ends) {
    if (end.status === 'rejected') throw end.reason
    sum.sent += end.value.sent
    sum.others += end.value.others
  }
  return sum
})

const list = os.undelivered.handler(({ input, context }) => undelivered(context, input))

const again = os.replay.handler(({ input: { id }, context }) => {
  const actor = callerId(context)
  return context.transact(async (tx) => {
    const { channel, kind, state } = await replay(tx, id)
    auditEntry(tx, { actor, action: context.procedure, subject: id, detail: { channel, kind, state } })
    return { id, due: tx.now }
  })
})

export const operatorsRouter = { deliver: deliverJob, undelivered: list, replay: again }
