/** Writing what happens to a case, and reading it back. */
import type { Instant } from '../../pure/time'
import type { Services } from '../context'
import type { Store, Stored } from '../store/contract'
import { eachOf } from '../store/pages'
import { transact } from '../store/transact'
import type { Tx } from '../store/transaction'
import { caseEvents, type CaseEventDoc } from './collections'

type NewCaseEvent = Omit<CaseEventDoc, 'v' | 'at' | 'expiresAt'>

export const caseEventId = (caseId: string, place: number): string =>
  `${caseId}.${String(place).padStart(4, '0')}`

/** One more document in this commit. Two that would be the same step of a case cannot both be committed: the place is taken once. */
export const recordCaseEvent = (tx: Tx, event: NewCaseEvent): void =>
  tx.insert(caseEvents, caseEventId(event.caseId, event.place), {
    v: 1,
    at: tx.now,
    ...event,
    expiresAt: null,
  })

/** All that happened to a case, in order. */
export const caseHistory = async (store: Store, caseId: string): Promise<readonly Stored<CaseEventDoc>[]> => {
  const history: Stored<CaseEventDoc>[] = []
  for await (const stored of eachOf(store, caseEvents, { index: 'case', where: { caseId } }))
    history.push(stored)
  return history
}

/** Changes of one commit. */
const AT_ONCE = 30

/** Of a case that is over: what happened to it goes when it goes. Safe to repeat. */
export const expireHistory = async (
  services: Pick<Services, 'store' | 'random' | 'clock'>,
  { caseId, expiresAt }: { readonly caseId: string; readonly expiresAt: Instant },
): Promise<void> => {
  const ids = (await caseHistory(services.store, caseId)).map(({ id }) => id)
  for (let first = 0; first < ids.length; first += AT_ONCE)
    await transact(services, async (tx) => {
      for (const id of ids.slice(first, first + AT_ONCE)) {
        const event = await tx.get(caseEvents, id)
        if (event && event.expiresAt !== expiresAt) tx.replace(caseEvents, id, { ...event, expiresAt })
      }
    })
}
