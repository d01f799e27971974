/** What parties are asked for, as their screen shows it. */
import type * as z from 'zod/mini'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import type { Instant } from '../../core/pure/time'
import { hallOnDuty } from '../../halls/public'
import { lotteryDraws, type DrawDoc } from '../collections'
import { drawRandomness, type DrawRandomnessDoc } from '../collections-parties'
import type { askedDraw } from '../contract-parties'
import type { Fallback } from '../rules/draw/documents'
import { fallbackOf } from '../rules/draw/fallback'
import { publishedCampaign } from './campaigns'
import { drawIdOf } from './ids'
import { actorOf, NONE, partiesIn } from './parties'
import { periodsToCome } from './parties-periods'
import { chainOf } from './settings'

type Asked = z.infer<typeof askedDraw>

/** Frozen draws that are told beside those to come. */
const BACK = 20

const stepOf = (draw: DrawDoc, fallback: Fallback | null, settled: boolean, now: Instant): Asked['step'] => {
  if (draw.state === 'open') return 'commit'
  if (draw.state === 'freezing') return 'wait'
  if (draw.state !== 'frozen' || settled) return 'done'
  if (fallback === null || now < fallback.from) return 'wait'
  return now < fallback.revealBy ? 'reveal' : 'late'
}

const shown = (
  context: Context,
  { id, doc }: { readonly id: string; readonly doc: DrawRandomnessDoc },
): Asked['parties'] => {
  const me = actorOf(context, id, callerId(context))
  return doc.parties.map(({ capacity, party, commitment, actor, secret }) => ({
    capacity,
    party,
    commitment,
    revealed: secret !== null,
    mine: actor === me,
  }))
}

/** Draws to come first, then those that were frozen, the newest first. @throws AppError NOT_FOUND */
export const askedOf = async (context: Context, campaign: string): Promise<readonly Asked[]> => {
  const known = await publishedCampaign(context, campaign)
  await hallOnDuty(context, known.doc.hallId, 'draw')
  const store = reader(context.store)
  const coming = periodsToCome(context, known).map((period) => ({
    id: drawIdOf(known.id, period.key),
    period,
  }))
  const { items } = await store.query(lotteryDraws, {
    index: 'campaign',
    where: { campaign, kind: 'periodic' },
    order: 'desc',
    limit: BACK,
  })
  const frozen = items.filter(({ doc }) => doc.state !== 'open')
  const ids = [...coming.map(({ id }) => id), ...frozen.map(({ id }) => id)]
  const docs = await store.getMany(drawRandomness, ids)
  const docOf = (id: string): DrawRandomnessDoc => docs[ids.indexOf(id)] ?? NONE
  return [
    ...coming.map(({ id, period }): Asked => ({
      drawId: id,
      draw: period.draw,
      period: period.key,
      step: 'commit',
      frozenAt: period.frozenAt,
      reveal: null,
      parties: shown(context, { id, doc: docOf(id) }),
    })),
    ...frozen.map(({ id, doc }): Asked => {
      const randomness = docOf(id)
      const fallback = fallbackOf({ chain: chainOf(context), round: doc.round }, partiesIn(randomness))
      return {
        drawId: id,
        draw: doc.draw,
        period: doc.period,
        step: stepOf(doc, fallback, randomness.settled !== null, context.now),
        frozenAt: doc.frozenAt,
        reveal: fallback && { from: fallback.from, by: fallback.revealBy },
        parties: shown(context, { id, doc: randomness }),
      }
    }),
  ]
}
