/** `npm run admin -- dead-letters`: what failed ten times, seen and tried again by the operator at the machine. */
import { auditEntry } from '../../functions/core/io/audit/entry'
import type { Services } from '../../functions/core/io/context'
import { deadLetters, deliveriesOf, type DeadLetter } from '../../functions/core/io/events/dead-letters'
import { requeue } from '../../functions/core/io/events/outcome'
import { transact } from '../../functions/core/io/store/transact'
import { subscribers } from '../../functions/subscribers'

/** The latest first, to the end. */
export async function* everyDeadLetter(services: Services): AsyncGenerator<DeadLetter> {
  let after: string | undefined
  do {
    const page = await deadLetters(services, { limit: 100, ...(after === undefined ? {} : { after }) })
    yield* page.items
    after = page.next
  } while (after !== undefined)
}

/**
 * Due again at once, with ten new attempts each; a running server takes them up within the minute. Audited.
 * @returns the subscribers that try again
 * @throws AppError NOT_FOUND when the event has no dead letter
 */
export const replay = (services: Services, eventId: string): Promise<readonly string[]> => {
  const names = subscribers.map(({ name }) => name)
  return transact(services, async (tx) => {
    const back = (await requeue(tx, deliveriesOf(eventId, names))).map((id) => id.split('.')[1] ?? '')
    auditEntry(tx, {
      actor: 'operator:dead-letters',
      action: 'admin/dead-letters',
      subject: eventId,
      detail: { subscribers: back },
    })
    return back
  })
}
