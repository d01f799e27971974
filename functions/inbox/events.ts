/** What `inbox` does when a notice is due: it stands in the inbox, once, however often the event is handled. */
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { EventHandlers } from '../core/io/events/contract'
import { accounts } from '../core/io/identity/collections'
import { NOTICE_EVENT } from '../core/io/notices/notify'
import { transact } from '../core/io/store/transact'
import { notices } from './collections'
import { NOTICE_KEPT } from './data/limits'

const told = z.object({
  accountId: z.string(),
  kind: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.int()])),
  about: z.nullable(z.string()),
  once: z.optional(z.string()),
})

/** The same for the same thing told to the same person. A hash: it names nobody. */
export const noticeIdOf = (thing: string, accountId: string): string =>
  `nt_${createHash('sha256').update(`${thing}|${accountId}`).digest('hex').slice(0, 26)}`

export const eventHandlers: EventHandlers = {
  [NOTICE_EVENT]: async ({ id: eventId, payload }, services) => {
    const { accountId, kind, facts, about, once } = told.parse(payload)
    const id = noticeIdOf(once ?? eventId, accountId)
    await transact(services, async (tx) => {
      const [account, known] = await Promise.all([tx.get(accounts, accountId), tx.get(notices, id)])
      // From the erasure's commit on nobody is there to be told; that commit and this one cannot both pass the other.
      if (known || !account || account.erasedAt !== undefined) return
      tx.insert(notices, id, {
        v: 1,
        accountId,
        kind,
        facts,
        about,
        at: tx.now,
        readAt: null,
        expiresAt: tx.now + NOTICE_KEPT,
      })
    })
  },
}
