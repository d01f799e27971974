/** Who steps in for a winner whose invoice is void: the next in the order of the draw, which was settled by the same draw. */
import type { Services } from '../../core/io/context'
import { allOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { dayOf } from '../../core/pure/time'
import { lotteryDraws, lotteryEntries, lotteryPools, prizes, type PrizeDoc } from '../collections'
import { entryAt, ENTRY_BYTES } from '../rules/draw/entry'
import { indexOfEntry } from '../rules/draw/proof'
import { FILES } from '../rules/draw/published'
import { standingsAfter } from '../rules/draw/winners'
import { afterwards } from '../rules/prize-states'
import { poolIdOf, publishedCampaign, type KnownCampaign } from './campaigns'
import { resultOf } from './draw'
import { entryIdOf, hexOfEntry, replacementIdOf } from './ids'
import { publishedOf } from './parts'
import { termsOf, winPrize } from './prize'

/** Losses in the order in which they were decided: a later one never moves who stepped in before. */
const lossesOf = async (services: Services, drawId: string): Promise<readonly number[]> => {
  const all = await allOf(services.store, prizes, { index: 'draw', where: { drawId } })
  const lost = all
    .filter(({ doc }) => doc.state === 'void')
    .sort((a, b) => (a.doc.endedAt ?? 0) - (b.doc.endedAt ?? 0) || (a.id < b.id ? -1 : 1))
  const files = publishedOf(services, drawId)
  const indices = await Promise.all(lost.map(({ doc }) => indexOfEntry(files, hexOfEntry(doc.entryId))))
  return indices.flatMap((index) => index ?? [])
}

interface Replacing {
  readonly known: KnownCampaign
  readonly doc: PrizeDoc
  readonly draw: string
  readonly entryId: string
}

/** Once, and only as far as the pool still has what the void prize gave back. */
const give = (services: Services, { known, doc, draw, entryId }: Replacing): Promise<void> =>
  transact(services, async (tx) => {
    const { drawId, tier, place, fen, pool } = doc
    const id = replacementIdOf(services.vault, { drawId, tier, place, entryId })
    if (await tx.get(prizes, id)) return
    const entry = await tx.peek(lotteryEntries, entryId)
    const poolId = poolIdOf(known.id, pool)
    const books = await tx.get(lotteryPools, poolId)
    if (!entry || !books || books.left < fen) return
    tx.replace(lotteryPools, poolId, { ...books, left: books.left - fen, held: books.held + fen })
    await winPrize(tx, id, { known, drawId, draw, entry, entryId, tier, place, fen, day: dayOf(tx.now) })
  })

/** Safe to repeat: whoever stands at the place now has its prize once. */
export const replaceWinner = async (services: Services, prizeId: string): Promise<void> => {
  const doc = await reader(services.store).get(prizes, prizeId)
  if (doc?.state !== 'void') return
  const [known, drawn] = await Promise.all([
    publishedCampaign(services, doc.campaign),
    reader(services.store).get(lotteryDraws, doc.drawId),
  ])
  const redraw = termsOf(known.campaign, doc).redraw.value
  if (!drawn || afterwards(doc.state, { redraw, draw: 'periodic' }) !== 'replacement') return
  const standings = standingsAfter(await resultOf(services, doc.drawId), await lossesOf(services, doc.drawId))
  const now = standings.find(({ tier, place }) => tier === doc.tier && place === doc.place)
  if (now?.index === undefined) return
  const files = publishedOf(services, doc.drawId)
  const block = await files.read(FILES.entries, now.index * ENTRY_BYTES, ENTRY_BYTES)
  const entryId = entryIdOf(entryAt(block).id)
  if (entryId !== doc.entryId) await give(services, { known, doc, draw: drawn.draw, entryId })
}
