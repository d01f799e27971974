/** Drawing what is frozen, once its round is there; and writing its prizes, each once. */
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { dayOf } from '../../core/pure/time'
import { lotteryDraws, lotteryEntries, prizes, type DrawDoc } from '../collections'
import { draw as drawFrom, readResult } from '../draw/draw'
import { publishedIn, writeText } from '../draw/folder'
import { fetchBeacon } from '../draw/relays'
import type { Beacon } from '../rules/draw/beacon'
import { instantOfRound } from '../rules/draw/chain'
import type { Result } from '../rules/draw/documents'
import { entryAt, ENTRY_BYTES } from '../rules/draw/entry'
import { FILES } from '../rules/draw/published'
import { publishedCampaign } from './campaigns'
import { inFolder } from './freeze'
import { entryIdOf, prizeIdOf } from './ids'
import { keepFile, nameKey, publishedOf } from './parts'
import { winPrize } from './prize'
import { chainOf, notaryHere, relaysOf } from './settings'

type Given = { readonly beacon?: Beacon | undefined }

const beaconOf = async (services: Services, doc: DrawDoc, given: Given): Promise<Beacon | undefined> => {
  if (given.beacon) return given.beacon
  const chain = chainOf(services)
  const fetched = await fetchBeacon({ chain, round: doc.round, relays: relaysOf(services) })
  if (fetched.ok) return fetched.beacon
  services.log.warn({ round: doc.round, tried: fetched.tried }, 'a round of the beacon cannot be had yet')
  return undefined
}

/**
 * From frozen to drawn. What was published before stands: a draw that is cut off goes on to the same winners.
 * @param given a round that somebody brought; checked like any other
 * @throws DrawRefused `randomness` for a forged or other round
 */
export const drawPeriod = async (services: Services, id: string, given: Given = {}): Promise<boolean> => {
  const doc = await reader(services.store).get(lotteryDraws, id)
  if (doc?.state !== 'frozen' || services.clock() < instantOfRound(chainOf(services), doc.round)) return false
  const beacon = await beaconOf(services, doc, given)
  if (!beacon) return false
  return inFolder(async (folder) => {
    const kept = publishedOf(services, id)
    for (const name of [FILES.freeze, FILES.beacon, FILES.result] as const) {
      const before = await kept.text(name)
      if (before !== undefined) await writeText(folder, name, before)
    }
    await drawFrom({ folder, beacon, now: services.clock(), notary: notaryHere(services) })
    const files: Record<string, number> = {}
    for (const name of [FILES.beacon, FILES.result] as const)
      files[nameKey(name)] = await keepFile(services, id, name, publishedIn(folder))
    await transact(services, async (tx) => {
      const standing = await tx.get(lotteryDraws, id)
      if (standing?.state !== 'frozen') return
      const all = { ...standing.files, ...files }
      tx.replace(lotteryDraws, id, { ...standing, state: 'drawn', files: all, changedAt: tx.now })
    })
    return true
  })
}

interface Win {
  readonly tier: string
  readonly place: number
  readonly index: number
  readonly fen: number
}

const winsOf = ({ tiers }: Result, doc: DrawDoc): readonly Win[] =>
  tiers.flatMap(({ tier, winners }) =>
    winners.map((index, place) => ({
      tier,
      place,
      index,
      fen: doc.tiers.find((one) => one.tier === tier)?.prize ?? 0,
    })),
  )

/** Prizes of one commit. */
const AT_ONCE = 5

export const resultOf = async (services: Services, id: string): Promise<Result> =>
  inFolder(async (folder) => {
    const text = await publishedOf(services, id).text(FILES.result)
    await writeText(folder, FILES.result, text ?? '')
    const result = await readResult(folder)
    if (!result) throw new Error(`${id} has no result`)
    return result
  })

/** From drawn to published: a prize for each place, in order; where it was cut off, the rest. */
export const publishPrizes = async (services: Services, id: string): Promise<void> => {
  const doc = await reader(services.store).get(lotteryDraws, id)
  if (doc?.state !== 'drawn') return
  const known = await publishedCampaign(services, doc.campaign)
  const files = publishedOf(services, id)
  const wins = winsOf(await resultOf(services, id), doc)
  for (let first = doc.prizes; first < wins.length; first += AT_ONCE) {
    const batch = await Promise.all(
      wins.slice(first, first + AT_ONCE).map(async (win) => {
        const block = await files.read(FILES.entries, win.index * ENTRY_BYTES, ENTRY_BYTES)
        return { ...win, entryId: entryIdOf(entryAt(block).id) }
      }),
    )
    await transact(services, async (tx) => {
      const standing = await tx.get(lotteryDraws, id)
      if (standing?.state !== 'drawn' || standing.prizes !== first) return
      for (const win of batch) {
        const entry = await tx.peek(lotteryEntries, win.entryId)
        const prizeId = prizeIdOf(services.vault, { drawId: id, ...win })
        if (!entry || (await tx.get(prizes, prizeId))) continue
        await winPrize(tx, prizeId, { known, drawId: id, draw: doc.draw, entry, ...win, day: dayOf(tx.now) })
      }
      tx.replace(lotteryDraws, id, { ...standing, prizes: first + batch.length, changedAt: tx.now })
    })
  }
  await transact(services, async (tx) => {
    const standing = await tx.get(lotteryDraws, id)
    if (standing?.state === 'drawn')
      tx.replace(lotteryDraws, id, { ...standing, state: 'published', changedAt: tx.now })
  })
}
