/** What `inbox` does when a notice is due: it is put, once, however often the event is handled. */
import * as z from 'zod/mini'
import type { EventHandlers } from '../core/io/events/contract'
import { NOTICE_EVENT } from '../core/io/notices/notify'
import { transact } from '../core/io/store/transact'
import { putNotice } from './put'

const told = z.object({
  accountId: z.string(),
  kind: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.int()])),
  about: z.nullable(z.string()),
  once: z.optional(z.string()),
  until: z.optional(z.int()),
})

export const eventHandlers: EventHandlers = {
  [NOTICE_EVENT]: async ({ id: eventId, payload }, services) => {
    const { once = eventId, ...notice } = told.parse(payload)
    await transact(services, async (tx) => {
      await putNotice(tx, { ...notice, once })
    })
  },
}
