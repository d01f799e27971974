/** Prizes that are over, and those whose winner was erased. */
import { expireHistory } from '../../core/io/cases/record'
import type { Services } from '../../core/io/context'
import { allOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { stateAfter } from '../../core/pure/case'
import { prizes } from '../collections'
import { prizeTable } from '../rules/prize-states'
import { movePrize } from './prize'

/** What happened to a prize is kept as long as it is; safe to repeat. */
export const endPrizeRecords = async (services: Services, caseId: string): Promise<void> => {
  const doc = await reader(services.store).get(prizes, caseId)
  if (doc?.expiresAt != null) await expireHistory(services, { caseId, expiresAt: doc.expiresAt })
}

/** Nobody is left to be paid: the money goes back. What is with the bank already goes on. */
export const leavePrizes = async (services: Services, accountId: string): Promise<void> => {
  const own = await allOf(services.store, prizes, { index: 'owner', where: { owner: accountId } })
  for (const { id } of own)
    await transact(services, async (tx) => {
      const doc = await tx.get(prizes, id)
      if (!doc || stateAfter(prizeTable, doc, { move: 'abandon', by: 'clock' }) === undefined) return
      await movePrize(tx, { id, doc, move: 'abandon', by: 'clock', actor: null, set: {}, key: undefined })
    })
}
