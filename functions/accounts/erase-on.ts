/** Goes on with an erasure when its event is due. */
import { allCollections } from '../all-collections'
import type { Services } from '../core/io/context'
import { emit } from '../core/io/events/emit'
import { transact } from '../core/io/store/transact'
import { finishErasure, WHILE_DUE } from './erasing'

/** A run that does not finish leaves the rest to the next, by an event that only this function handles. */
export const eraseOn = async (services: Services, accountId: string): Promise<void> => {
  if (await finishErasure(services, allCollections, accountId, WHILE_DUE)) return
  await transact(services, async (tx) => {
    emit(tx, { kind: 'accounts.erasureUnderWay', due: tx.now, payload: { accountId } })
  })
}
