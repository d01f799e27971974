/**
 * Freezing a period: it is closed to entries by the commit that says so, which also fixes the instant and the round; then the list, its
 * tree and the signed freeze are made in a folder that may be lost at any time, and kept in the store; then the money is set aside.
 */
import type { Services } from '../../core/io/context'
import { pagesOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { lotteryDraws, lotteryEntries, lotteryPools, type DrawDoc, type EntryDoc } from '../collections'
import { WON_AT_ONCE } from '../data/exclusions'
import { publishedIn } from '../draw/folder'
import { freeze } from '../draw/freeze'
import { dayOf } from '../../core/pure/time'
import { poolOn } from '../rules/campaign'
import { roundFrom } from '../rules/draw/chain'
import type { DrawRules, Exclusion } from '../rules/draw/documents'
import { entryBlock } from '../rules/draw/entry'
import { FILES } from '../rules/draw/published'
import type { PeriodicDraw } from '../rules/plan'
import { leftForPeriod, prizesOf } from '../rules/pool'
import { timesOf, type Period } from '../rules/periods'
import { poolIdOf, type KnownCampaign } from './campaigns'
import { inFolder } from './folder'
import { drawIdOf, hexOfEntry } from './ids'
import { openDraw } from './open-draw'
import { fallbackFor } from './parties'
import { orLaterRound, WAIT } from './parties-late'
import { keepFile, nameKey } from './parts'
import { chainOf, notaryHere } from './settings'
import { wonAtOnce } from './won-at-once'

/** Replacements are drawn for one prize in ten, and a few. */
const replacementsFor = (winners: number): number => Math.ceil(winners / 10) + 5

export interface Due {
  readonly known: KnownCampaign
  readonly draw: PeriodicDraw
  readonly period: Period
}

/** From this commit on nobody joins the period: whoever read that it was open has to read again. */
export const closePeriod = (services: Services, { known, draw, period }: Due): Promise<void> =>
  transact(services, async (tx) => {
    const id = drawIdOf(known.id, period.key)
    const before = await tx.get(lotteryDraws, id)
    if (before && before.state !== 'open') return
    const times = timesOf(draw, period)
    const drawnAt = times.drawnAt.known ? times.drawnAt.value : 0
    tx.put(lotteryDraws, id, {
      ...openDraw(known, period, tx.now),
      state: 'freezing',
      frozenAt: tx.now,
      round: roundFrom(chainOf(services), Math.max(drawnAt, tx.now + WAIT)),
    })
  })

interface Listed {
  readonly count: number
  readonly exclusions: readonly Exclusion[]
}

const entriesOf = ({ store }: Services, { campaign, from, to }: DrawDoc) =>
  pagesOf(store, lotteryEntries, { index: 'campaign', where: { campaign }, range: { gte: from, lt: to } })

/** Why an entry of the period is not in its list: a reviewer's reason, or that it has won at once; null: it is. */
const leftOut = ({ takes }: PeriodicDraw, entry: EntryDoc): string | null =>
  entry.excluded ?? (takes === 'losers' && wonAtOnce(entry) ? WON_AT_ONCE : null)

const count = async (services: Services, doc: DrawDoc, { draw }: Due): Promise<Listed> => {
  let entries = 0
  const excluded = new Map<string, number>()
  for await (const rows of entriesOf(services, doc))
    for (const { doc: entry } of rows) {
      const reason = leftOut(draw, entry)
      if (reason === null) entries += 1
      else excluded.set(reason, (excluded.get(reason) ?? 0) + 1)
    }
  const exclusions = [...excluded].sort(([a], [b]) => (a < b ? -1 : 1))
  return { count: entries, exclusions: exclusions.map(([reason, many]) => ({ reason, entries: many })) }
}

/** 64 bytes each, in whatever order: the list is sorted by their ids. */
async function* blocksOf(services: Services, doc: DrawDoc, { draw }: Due): AsyncGenerator<Uint8Array> {
  for await (const rows of entriesOf(services, doc))
    for (const { id, doc: entry } of rows)
      if (leftOut(draw, entry) === null)
        yield entryBlock({ id: hexOfEntry(id), ticket: entry.ticket, holder: entry.holder })
}

/** What the period gives: in the order of its tiers, as much as its money pays. Set aside in the commit that fixes it. */
const setAside = (services: Services, id: string, due: Due, listed: Listed): Promise<DrawDoc> =>
  transact(services, async (tx) => {
    const doc = await tx.get(lotteryDraws, id)
    if (!doc) throw new Error(`${id} is gone`)
    if (doc.count > 0 || doc.state !== 'freezing') return doc
    const { draw, known } = due
    const poolId = poolIdOf(known.id, draw.pool)
    const pool = await tx.get(lotteryPools, poolId)
    const row = poolOn(known.campaign, draw.pool, dayOf(doc.to - 1))
    const state = {
      total: (pool?.left ?? 0) + (pool?.held ?? 0) + (pool?.paid ?? 0),
      held: pool?.held ?? 0,
      paid: pool?.paid ?? 0,
    }
    const fen = leftForPeriod(state, { perPeriod: row?.perPeriod ?? null, takenInPeriod: 0 })
    const planned = prizesOf(draw.tiers, { fen, entries: listed.count }).filter((tier) => tier.count > 0)
    const taken = planned.reduce((sum, { prize, count: many }) => sum + prize * many, 0)
    const after: DrawDoc = {
      ...doc,
      ...listed,
      state: planned.length === 0 ? 'empty' : 'freezing',
      tiers: planned.map(({ key, prize, count: places }) => ({ tier: key, places, prize })),
      fen: taken,
      changedAt: tx.now,
    }
    tx.replace(lotteryDraws, id, after)
    if (pool && taken > 0)
      tx.replace(lotteryPools, poolId, { ...pool, left: pool.left - taken, held: pool.held + taken })
    return after
  })

export const rulesOf = (services: Services, doc: DrawDoc): DrawRules => ({
  campaign: doc.campaign,
  period: doc.period,
  campaignRules: doc.rulesHash,
  tiers: doc.tiers,
  replacements: Math.min(doc.count, replacementsFor(doc.tiers.reduce((sum, { places }) => sum + places, 0))),
  chain: chainOf(services),
  round: doc.round,
  fallback: null,
})

/** Whatever was interrupted before, the list and its commitment come out the same: everything they depend on is in the document. */
const publish = (services: Services, id: string, doc: DrawDoc, due: Due): Promise<void> =>
  inFolder(async (folder) => {
    await freeze({
      folder,
      entries: () => blocksOf(services, doc, due),
      exclusions: doc.exclusions,
      rules: { ...rulesOf(services, doc), fallback: await fallbackFor(services, id, doc.round) },
      now: doc.frozenAt,
      notary: notaryHere(services),
    })
    const files: Record<string, number> = {}
    for (const name of [FILES.entries, FILES.tiles, FILES.freeze] as const)
      files[nameKey(name)] = await keepFile(services, id, name, publishedIn(folder))
    await transact(services, async (tx) => {
      const standing = await tx.get(lotteryDraws, id)
      if (standing?.state !== 'freezing') return
      tx.replace(lotteryDraws, id, { ...standing, state: 'frozen', files, changedAt: tx.now })
    })
  })

/** Takes a period as far as frozen. Safe to repeat and to interrupt anywhere. */
export const freezePeriod = async (services: Services, due: Due): Promise<void> => {
  await closePeriod(services, due)
  const id = drawIdOf(due.known.id, due.period.key)
  const closed = await reader(services.store).get(lotteryDraws, id)
  if (closed?.state !== 'freezing') return
  const doc =
    closed.count > 0 ? closed : await setAside(services, id, due, await count(services, closed, due))
  if (doc.state === 'freezing') await orLaterRound(services, id, () => publish(services, id, doc, due))
}
