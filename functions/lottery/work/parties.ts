/** Parties of a draw: each commits to a secret before the list is frozen, and reveals it when the named round did not come. */
import type { Context, Services } from '../../core/io/context'
import { auditEntry } from '../../core/io/audit/entry'
import { callerId } from '../../core/io/identity/caller'
import type { Where } from '../../core/io/security/contract'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { grantHolds } from '../../core/pure/duties'
import { AppError } from '../../core/pure/errors'
import { grantServes } from '../../core/pure/serving'
import { hallOnDuty, type Hall } from '../../halls/public'
import { lotteryDraws } from '../collections'
import {
  drawRandomness,
  usedCommitments,
  type CommittedParty,
  type DrawRandomnessDoc,
} from '../collections-parties'
import { CAPACITIES, PARTIES, type Capacity } from '../data/parties'
import { fromHex } from '../../core/pure/bytes'
import type { Fallback } from '../rules/draw/documents'
import { fallbackOf } from '../rules/draw/fallback'
import { partyCommitment, type Party } from '../rules/draw/reveals'
import { publishedCampaign } from './campaigns'
import { openDraw } from './open-draw'
import { periodOfDraw } from './parties-periods'
import { chainOf } from './settings'

export const NONE: DrawRandomnessDoc = { v: 1, parties: [], settled: null }

/** The same for one account and draw, and for no other: who commits reveals. */
export const actorOf = ({ vault }: Pick<Services, 'vault'>, drawId: string, accountId: string): string =>
  vault.pseudonym('lotteryParty', `${drawId}|${accountId}`)

export const secretAt = (drawId: string, capacity: Capacity): Where =>
  `drawRandomness|${drawId}|secret-${capacity}`

/** For whom a person may act is settled by the grant that carries the duty there. @throws AppError NOT_FOUND */
const checkRole = ({ caller }: Context, { id, region }: Hall, capacity: Capacity): void => {
  const grants = caller.kind === 'account' ? caller.grants : []
  const acts = grants.some(
    (grant) =>
      grant.role === PARTIES[capacity].role &&
      grantHolds(grant, 'draw') &&
      grantServes(grant, { hallId: id, region }),
  )
  if (!acts) throw new AppError('PARTY_TAKEN')
}

const placed = (parties: readonly CommittedParty[]): readonly CommittedParty[] =>
  [...parties].sort((a, b) => CAPACITIES.indexOf(a.capacity) - CAPACITIES.indexOf(b.capacity))

export interface Commitment {
  readonly drawId: string
  readonly capacity: Capacity
  readonly party: string
  readonly commitment: string
}

/** A commitment serves one draw and one party: also one that was replaced is never taken again. */
const useCommitment = async (tx: Tx, { commitment, drawId }: Commitment): Promise<void> => {
  if (await tx.get(usedCommitments, commitment)) throw new AppError('COMMITMENT_USED')
  tx.insert(usedCommitments, commitment, { v: 1, drawId })
}

/**
 * Until the freeze a party may put another commitment in the place of its own: nobody knows anything yet.
 * @throws AppError NOT_FOUND; COMMIT_CLOSED after the freeze and too far ahead; PARTY_TAKEN; COMMITMENT_USED
 */
export const commitSecret = async (
  context: Context,
  given: Commitment,
): Promise<{ readonly drawId: string; readonly parties: number }> => {
  const { drawId, capacity, party, commitment } = given
  const { known, period } = await periodOfDraw(context, drawId)
  const { hall } = await hallOnDuty(context, known.doc.hallId, 'draw')
  checkRole(context, hall, capacity)
  if (period === undefined) throw new AppError('COMMIT_CLOSED')
  const actor = actorOf(context, drawId, callerId(context))
  return context.transact(async (tx) => {
    const draw = await tx.get(lotteryDraws, drawId)
    // Made here where no entry has: so the commit that closes the period and this one cannot pass each other.
    if (!draw) tx.insert(lotteryDraws, drawId, openDraw(known, period, tx.now))
    else if (draw.state !== 'open') throw new AppError('COMMIT_CLOSED')
    const doc = (await tx.get(drawRandomness, drawId)) ?? NONE
    const others = doc.parties.filter((one) => one.capacity !== capacity)
    const before = doc.parties.find((one) => one.capacity === capacity)
    if (before && before.actor !== actor) throw new AppError('PARTY_TAKEN')
    if (others.some((one) => one.actor === actor || one.party === party)) throw new AppError('PARTY_TAKEN')
    if (before?.commitment === commitment && before.party === party)
      return { drawId, parties: doc.parties.length }
    await useCommitment(tx, given)
    const mine = { capacity, party, actor, commitment, committedAt: tx.now, secret: null }
    tx.put(drawRandomness, drawId, { ...doc, parties: placed([...others, mine]) })
    auditEntry(tx, {
      actor: callerId(context),
      action: context.procedure,
      subject: drawId,
      hallId: hall.id,
      detail: { capacity, commitment, replaced: before?.commitment ?? 'none' },
    })
    return { drawId, parties: others.length + 1 }
  })
}

/** As a freeze names them. */
export const partiesIn = ({ parties }: DrawRandomnessDoc): readonly Party[] =>
  parties.map(({ party, commitment }) => ({ party, commitment }))

/** What the freeze of a closed draw names: nothing changes it any more, since commitments end with the period. */
export const fallbackFor = async (
  services: Services,
  drawId: string,
  round: number,
): Promise<Fallback | null> => {
  const doc = (await reader(services.store).get(drawRandomness, drawId)) ?? NONE
  if (doc.parties.length === 1)
    services.log.warn({ draw: drawId }, 'one party alone has committed: its draw waits for its round')
  return fallbackOf({ chain: chainOf(services), round }, partiesIn(doc))
}

/**
 * Kept sealed until the draw is settled: who reveals last learns nothing of the others' from us.
 * @throws AppError NOT_FOUND for a draw of others, and where the caller has not committed; REVEAL_CLOSED before the round counts as not
 * coming, after the time to reveal, and once the draw is settled; WRONG_SECRET
 */
export const revealSecret = async (
  context: Context,
  { drawId, secret }: { readonly drawId: string; readonly secret: string },
): Promise<{ readonly drawId: string; readonly missing: number }> => {
  const standing = await reader(context.store).get(lotteryDraws, drawId)
  if (!standing) throw new AppError('NOT_FOUND')
  const { doc: campaign } = await publishedCampaign(context, standing.campaign)
  const { hall } = await hallOnDuty(context, campaign.hallId, 'draw')
  const actor = actorOf(context, drawId, callerId(context))
  return context.transact(async (tx) => {
    const draw = await tx.get(lotteryDraws, drawId)
    const doc = await tx.get(drawRandomness, drawId)
    const mine = doc?.parties.find((one) => one.actor === actor)
    if (!draw || !doc || !mine) throw new AppError('NOT_FOUND')
    const missing = doc.parties.filter((one) => one !== mine && one.secret === null).length
    const fallback = fallbackOf({ chain: chainOf(context), round: draw.round }, partiesIn(doc))
    const asked = draw.state === 'frozen' && fallback && tx.now >= fallback.from && tx.now < fallback.revealBy
    if (!asked || doc.settled) throw new AppError('REVEAL_CLOSED')
    if (partyCommitment(mine.party, fromHex(secret)) !== mine.commitment) throw new AppError('WRONG_SECRET')
    if (mine.secret !== null) return { drawId, missing }
    const sealed = context.vault.own.seal(secretAt(drawId, mine.capacity), secret)
    const parties = doc.parties.map((one) => (one === mine ? { ...mine, secret: sealed } : one))
    tx.replace(drawRandomness, drawId, { ...doc, parties })
    auditEntry(tx, {
      actor: callerId(context),
      action: context.procedure,
      subject: drawId,
      hallId: hall.id,
      detail: { capacity: mine.capacity },
    })
    return { drawId, missing }
  })
}
