/** An account was erased: the seats that it still holds go back to those who come. Nothing is counted. */
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { dayOf } from '../../core/pure/time'
import { appointments } from '../collections'
import { isActive } from '../rules/states'
import { release } from './release'

/** Idempotent; whoever is erased books nothing new, so one walk finds all. */
export const leaveSeats = async (services: Services, accountId: string): Promise<number> => {
  const today = dayOf(services.clock())
  let left = 0
  let after: string | undefined
  do {
    const page = await reader(services.store).query(appointments, { index: 'account', where: { accountId }, ...(after === undefined ? {} : { after }) })
    for (const { id, doc } of page.items) {
      if (isActive(doc.state) && doc.day >= today && (await release(services, id, 'cancelled'))) left += 1
    }
    after = page.next
  } while (after !== undefined)
  return left
}
