/** Drawing what is frozen, once its round is there; and writing its prizes, each once. */
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { dayOf } from '../../core/pure/time'
import { lotteryDraws, lotteryEntries, prizes, type DrawDoc } from '../collections'
import { draw as drawFrom, publishRandomness, readResult } from '../draw/draw'
import { publishedIn, writeText } from '../draw/folder'
import { readFreeze } from '../draw/freeze'
import { DrawRefused } from '../draw/refused'
import type { Beacon } from '../rules/draw/beacon'
import { instantOfRound } from '../rules/draw/chain'
import type { Result } from '../rules/draw/documents'
import { entryAt, ENTRY_BYTES } from '../rules/draw/entry'
import { FILES, type FileName } from '../rules/draw/published'
import { publishedCampaign } from './campaigns'
import { inFolder } from './folder'
import { entryIdOf, prizeIdOf } from './ids'
import { keepFile, nameKey, publishedOf } from './parts'
import { settleRandomness } from './parties-settle'
import { winPrize } from './prize'
import { chainOf, notaryNamed } from './settings'

type Given = { readonly beacon?: Beacon | undefined }

/** Files that stand beside a draw already, in a folder that may be lost. */
const layOut = async (services: Services, id: string, folder: string): Promise<void> => {
  const kept = publishedOf(services, id)
  for (const name of [FILES.freeze, FILES.beacon, FILES.reveals, FILES.result] as const) {
    const before = await kept.text(name)
    if (before !== undefined) await writeText(folder, name, before)
  }
}

interface ToKeep {
  readonly id: string
  readonly folder: string
  readonly names: readonly FileName[]
  readonly state: 'frozen' | 'drawn'
}

/** Publishes what of these files the folder has. */
const publishFiles = async (services: Services, { id, folder, names, state }: ToKeep): Promise<void> => {
  const here = publishedIn(folder)
  const files: Record<string, number> = {}
  for (const name of names)
    if ((await here.size(name)) !== undefined) files[nameKey(name)] = await keepFile(services, id, name, here)
  await transact(services, async (tx) => {
    const standing = await tx.get(lotteryDraws, id)
    if (standing?.state !== 'frozen') return
    tx.replace(lotteryDraws, id, {
      ...standing,
      state,
      files: { ...standing.files, ...files },
      changedAt: tx.now,
    })
  })
}

/**
 * From frozen to drawn: what it is made with is settled, then published, then the result signed, by a notary who may look at all of
 * that before. What was settled stands: a draw that is cut off goes on to the same result, to the last byte.
 * @param given a round that somebody brought; checked like any other
 * @throws DrawRefused `randomness` for a forged or other round; NotaryAway while the notary's signer cannot be reached
 */
export const drawPeriod = async (services: Services, id: string, given: Given = {}): Promise<boolean> => {
  const doc = await reader(services.store).get(lotteryDraws, id)
  if (doc?.state !== 'frozen' || services.clock() < instantOfRound(chainOf(services), doc.round)) return false
  return inFolder(async (folder) => {
    await layOut(services, id, folder)
    const freeze = await readFreeze(folder)
    if (!freeze) throw new DrawRefused('notFrozen', `${id} has no freeze`)
    const settled = await settleRandomness(services, { id, freeze, given: given.beacon })
    if (!settled) return false
    const { at: now, beacon, reveals } = settled
    const wanted = { folder, now, ...(beacon ? { beacon } : {}), ...(reveals ? { reveals } : {}) }
    await publishRandomness(wanted)
    await publishFiles(services, { id, folder, names: [FILES.beacon, FILES.reveals], state: 'frozen' })
    await drawFrom({ ...wanted, notary: notaryNamed(services, freeze.notary) })
    await publishFiles(services, { id, folder, names: [FILES.result], state: 'drawn' })
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
