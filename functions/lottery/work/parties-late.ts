/**
 * A freeze that was held up until its round was out, or nearly: signed now it would look as if somebody had known the round. As long
 * as nothing was signed, the draw names a later round; the list, closed before, stays as it is.
 */
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { drawParts, lotteryDraws } from '../collections'
import { DrawRefused } from '../draw/refused'
import { instantOfRound, roundFrom } from '../rules/draw/chain'
import { FILES } from '../rules/draw/published'
import { firstPieceOf } from './parts'
import { chainOf, holderOf } from './settings'

/** The named round is published so long after the freeze, or later: a minute more than the least that verifiers accept. */
export const WAIT = 11 * 60_000

/** By this deployment's own clock and key. What the notary signed on her machine, she alone knows: she says so herself. */
const isLateHere = async (services: Services, id: string): Promise<boolean> => {
  if (holderOf(services) === 'notary') return false
  const store = reader(services.store)
  const doc = await store.get(lotteryDraws, id)
  if (!doc || services.clock() < instantOfRound(chainOf(services), doc.round)) return false
  return (await store.get(drawParts, firstPieceOf(id, FILES.freeze))) === undefined
}

const nameLaterRound = async (services: Services, id: string): Promise<void> => {
  const round = await transact(services, async (tx) => {
    const doc = await tx.get(lotteryDraws, id)
    const later = roundFrom(chainOf(services), tx.now + WAIT)
    if (doc?.state !== 'freezing' || later <= doc.round) return undefined
    tx.replace(lotteryDraws, id, { ...doc, frozenAt: tx.now, round: later, changedAt: tx.now })
    return later
  })
  if (round !== undefined)
    services.log.warn(
      { draw: id, round },
      'a freeze was held up until its round was out: a later one is named',
    )
}

/** Does the work, or names a later round, by which the next minute goes on. */
export const orLaterRound = async (
  services: Services,
  id: string,
  work: () => Promise<void>,
): Promise<void> => {
  if (await isLateHere(services, id)) return nameLaterRound(services, id)
  try {
    await work()
  } catch (error) {
    if (!(error instanceof DrawRefused && error.code === 'tooLate')) throw error
    await nameLaterRound(services, id)
  }
}
