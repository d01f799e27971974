/** What opening and closing a day of instant draws share: its seed, its band, its files, its end. */
import type { Services } from '../../core/io/context'
import { transact } from '../../core/io/store/transact'
import { dayOf } from '../../core/pure/time'
import { lotteryDays, lotteryDraws, lotteryPools, type DrawDoc } from '../collections'
import { publishedIn } from '../draw/folder'
import { isInstant } from '../rules/campaign'
import { fromHex } from '../../core/pure/bytes'
import type { FileName } from '../rules/draw/published'
import { daysOfBands, type DayOfBand } from '../rules/instant-day'
import { poolIdOf, type KnownCampaign } from './campaigns'
import { keepFile, nameKey } from './parts'

export const seedAt = (drawId: string) => `lotteryDraws|${drawId}|seed` as const

export const seedOf = ({ vault }: Pick<Services, 'vault'>, id: string, { day }: DrawDoc): Uint8Array =>
  fromHex(vault.own.open(seedAt(id), day?.seed ?? ''))

/** The day of a band that a document is of. */
export const bandOfDoc = ({ campaign }: KnownCampaign, { draw, day, from }: DrawDoc): DayOfBand => {
  const row = campaign.draws
    .filter(isInstant)
    .filter(({ key }) => key === draw)
    .flatMap((one) => daysOfBands(campaign, one, dayOf(from)))
    .find(({ place }) => place === day?.band)
  if (!row) throw new RangeError(`${campaign.id} has no ${draw} on ${dayOf(from)}`)
  return row
}

type After = Pick<DrawDoc, 'state' | 'files'> & Partial<Pick<DrawDoc, 'count' | 'prizes'>>

/** Ends a day, with what was not won of its money back in the pool; in one commit. */
export const endDay = (services: Services, known: KnownCampaign, id: string, after: After): Promise<void> =>
  transact(services, async (tx) => {
    const [doc, left] = [await tx.get(lotteryDraws, id), await tx.get(lotteryDays, id)]
    if (!doc || !left || (doc.state !== 'opening' && doc.state !== 'freezing')) return
    const poolId = poolIdOf(known.id, bandOfDoc(known, doc).draw.pool)
    const pool = await tx.get(lotteryPools, poolId)
    tx.replace(lotteryDraws, id, { ...doc, ...after, changedAt: tx.now })
    tx.replace(lotteryDays, id, { ...left, pool: 0 })
    if (pool && left.pool > 0)
      tx.replace(lotteryPools, poolId, {
        ...pool,
        left: pool.left + left.pool,
        held: pool.held - left.pool,
      })
  })

export const keepAll = async (
  services: Services,
  id: string,
  folder: string,
  names: readonly FileName[],
): Promise<Record<string, number>> => {
  const files: Record<string, number> = {}
  for (const name of names) files[nameKey(name)] = await keepFile(services, id, name, publishedIn(folder))
  return files
}
