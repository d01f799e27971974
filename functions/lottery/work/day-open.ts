/** Opening a day of instant draws, the day before: its money is set aside, its seed committed to. Safe to repeat and to interrupt anywhere. */
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import type { Tx } from '../../core/io/store/transaction'
import { lotteryDays, lotteryDraws, lotteryPools } from '../collections'
import { openDay } from '../draw/day'
import { poolOn } from '../rules/campaign'
import { toHex } from '../../core/pure/bytes'
import { FILES } from '../rules/draw/published'
import { dayMoney, dayRules, isToBeOpened, type DayOfBand } from '../rules/instant-day'
import { poolIdOf, type KnownCampaign } from './campaigns'
import { bandOfDoc, endDay, keepAll, seedAt, seedOf } from './day'
import { inFolder } from './folder'
import { drawIdOf } from './ids'
import { openDraw } from './open-draw'
import { notaryHere } from './settings'

const SEED_BYTES = 32

/** Sets the money of a draw's day aside and fixes the seed of each band: what follows depends on nothing else. */
const beginDay = (services: Services, known: KnownCampaign, bands: readonly DayOfBand[]): Promise<void> =>
  transact(services, async (tx) => {
    const [first] = bands
    if (!first || !isToBeOpened(first.day, tx.now)) return
    if (await tx.get(lotteryDraws, drawIdOf(known.id, first.period.key))) return
    const poolId = poolIdOf(known.id, first.draw.pool)
    const pool = await tx.get(lotteryPools, poolId)
    const perPeriod = poolOn(known.campaign, first.draw.pool, first.day)?.perPeriod ?? null
    const money = dayMoney(known.campaign, first, { left: pool?.left ?? 0, perPeriod })
    bands.forEach((of, i) => putDay(tx, services, { known, of, fen: money[i] ?? 0 }))
    const aside = money.reduce((sum, fen) => sum + fen, 0)
    if (pool && aside > 0)
      tx.replace(lotteryPools, poolId, { ...pool, left: pool.left - aside, held: pool.held + aside })
  })

interface OneDay {
  readonly known: KnownCampaign
  readonly of: DayOfBand
  readonly fen: number
}

const putDay = (tx: Tx, { vault }: Pick<Services, 'vault'>, { known, of, fen }: OneDay): void => {
  const id = drawIdOf(known.id, of.period.key)
  const seed = vault.own.seal(seedAt(id), toHex(tx.random(SEED_BYTES)))
  tx.insert(lotteryDraws, id, {
    ...openDraw(known, of.period, tx.now),
    kind: 'instant',
    state: 'opening',
    fen,
    day: { band: of.place, openedAt: tx.now, seed, fen },
  })
  const places = of.band.tiers.map(() => null)
  tx.insert(lotteryDays, id, { v: 1, places, pool: fen, wins: 0, lastAt: 0 })
}

/** Publishes the opening; what did not come out before the day began is none, and its money goes back. */
export const publishOpening = async (services: Services, known: KnownCampaign, id: string): Promise<void> => {
  const doc = await reader(services.store).get(lotteryDraws, id)
  if (doc?.state !== 'opening' || !doc.day) return
  const { day } = doc
  const isLate = (): boolean => services.clock() >= doc.from
  const end = (): Promise<void> => endDay(services, known, id, { state: 'empty', files: {} })
  // No notary signs it any more, and none is asked.
  if (isLate()) return end()
  const files = await inFolder(async (folder) => {
    await openDay({
      folder,
      now: day.openedAt,
      seed: seedOf(services, id, doc),
      notary: notaryHere(services),
      rules: dayRules(known.campaign, bandOfDoc(known, doc), { rulesHash: doc.rulesHash, fen: day.fen }),
    })
    return keepAll(services, id, folder, [FILES.dayOpening])
  })
  if (isLate()) return end()
  await transact(services, async (tx) => {
    const standing = await tx.get(lotteryDraws, id)
    if (standing?.state !== 'opening' || tx.now >= standing.from) return
    tx.replace(lotteryDraws, id, { ...standing, state: 'open', files, changedAt: tx.now })
  })
}

/** Takes the bands of a draw's day as far as open. */
export const openInstantDay = async (
  services: Services,
  known: KnownCampaign,
  bands: readonly DayOfBand[],
): Promise<void> => {
  await beginDay(services, known, bands)
  for (const { period } of bands) await publishOpening(services, known, drawIdOf(known.id, period.key))
}
