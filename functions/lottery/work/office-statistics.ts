/** The books of a campaign: what was entered by day, its pools, its prizes by tier and state, what was left out. Bounded reads all. */
import type * as z from 'zod/mini'
import type { Context } from '../../core/io/context'
import { pagesOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { say, text, type Text } from '../../core/pure/text'
import { addDays, type Day } from '../../core/pure/time'
import { lotteryEntries, lotteryPools, prizes, type PrizeDoc } from '../collections'
import { lotteryCounted, lotteryDaySums, type EntrySums } from '../collections-office'
import { EXCLUSION_CODES, exclusions } from '../data/exclusions'
import { PRIZE_STATE_WORDS } from '../data/prize-words'
import type { Campaign } from '../rules/campaign'
import { OF_BAND } from '../rules/instant-day'
import type * as schemas from '../schemas-office'
import { poolIdOf } from './campaigns'
import { dayId, NO_SUMS } from './office-count'
import { runningCampaignOf } from './office-hall'

export type Statistics = z.infer<typeof schemas.statistics>

export interface Asked {
  readonly campaign: string
  readonly until: Day
  /** How many days, the last being `until`. */
  readonly days: number
}

/** Prizes looked at: of a campaign with more, the latest. */
const MOST_PRIZES = 2_000
/** Entries left out that are counted, for each reason. */
const MOST_EXCLUDED = 1_000

const sums = ({ entries, fen, unknown, entrants }: EntrySums): EntrySums => ({
  entries,
  fen,
  unknown,
  entrants,
})

const daysOf = async ({ store }: Context, { campaign, until, days }: Asked): Promise<Statistics['days']> => {
  const asked = Array.from({ length: days }, (_, i) => addDays(until, i + 1 - days))
  const docs = await reader(store).getMany(
    lotteryDaySums,
    asked.map((day) => dayId(campaign, day)),
  )
  return asked.map((day, i) => ({ day, ...sums(docs[i] ?? NO_SUMS) }))
}

const poolsOf = async (
  { store, language }: Context,
  { id, pools }: Campaign,
): Promise<Statistics['pools']> => {
  const keys = [...new Set(pools.map(({ key }) => key))]
  const docs = await reader(store).getMany(
    lotteryPools,
    keys.map((key) => poolIdOf(id, key)),
  )
  return keys.map((key, i) => {
    const { left = 0, held = 0, paid = 0 } = docs[i] ?? {}
    const name = pools.find((pool) => pool.key === key)?.name ?? text(key, key)
    return { key, name: say(name, language), total: left + held + paid, left, held, paid }
  })
}

/** `<campaign>.<draw>.<beginning>`; all bands of a day are of the same draw. */
const drawKeyOf = ({ drawId }: Pick<PrizeDoc, 'drawId'>): string =>
  (drawId.split('.')[1] ?? '').replace(OF_BAND, '')

const tierName = ({ draws }: Campaign, drawKey: string, tierKey: string): Text => {
  const draw = draws.find(({ key }) => key === drawKey)
  const tiers = draw?.kind === 'instant' ? draw.bands.flatMap((band) => band.tiers) : (draw?.tiers ?? [])
  const tier = tiers.find(({ key }) => key === tierKey)
  if (!draw || !tier) return text(tierKey, tierKey)
  return text(`${draw.name.zh} · ${tier.name.zh}`, `${draw.name.en} · ${tier.name.en}`)
}

type PrizeRow = Statistics['prizes']['rows'][number]

const prizesOf = async ({ store, language }: Context, campaign: Campaign): Promise<Statistics['prizes']> => {
  const rows = new Map<string, PrizeRow>()
  let looked = 0
  const query = { index: 'campaign', where: { campaign: campaign.id }, order: 'desc' } as const
  for await (const page of pagesOf(store, prizes, query)) {
    if (looked >= MOST_PRIZES) return { looked, whole: false, rows: [...rows.values()] }
    for (const { doc } of page) {
      const draw = drawKeyOf(doc)
      const { tier, state, fen } = doc
      const key = `${draw}|${tier}|${state}`
      const before = rows.get(key)
      const name = say(tierName(campaign, draw, tier), language)
      const said = say(PRIZE_STATE_WORDS[state], language)
      const count = (before?.count ?? 0) + 1
      rows.set(key, { draw, tier, name, state, said, count, fen: (before?.fen ?? 0) + fen })
    }
    looked += page.length
  }
  return { looked, whole: true, rows: [...rows.values()] }
}

const excludedFor = async (
  { store }: Context,
  campaign: string,
  excluded: string,
): Promise<{ readonly entries: number; readonly more: boolean }> => {
  let entries = 0
  const query = { index: 'excluded', where: { campaign, excluded } } as const
  for await (const rows of pagesOf(store, lotteryEntries, query)) {
    entries += rows.length
    if (entries >= MOST_EXCLUDED) return { entries: MOST_EXCLUDED, more: true }
  }
  return { entries, more: false }
}

/** @throws AppError NOT_FOUND */
export const statisticsOf = async (context: Context, asked: Asked): Promise<Statistics> => {
  const { campaign } = await runningCampaignOf(context, asked.campaign)
  const counted = await reader(context.store).get(lotteryCounted, campaign.id)
  return {
    asOf: context.now,
    countedTo: counted?.at ?? null,
    days: await daysOf(context, asked),
    all: sums(counted ?? NO_SUMS),
    pools: await poolsOf(context, campaign),
    prizes: await prizesOf(context, campaign),
    exclusions: await Promise.all(
      EXCLUSION_CODES.map(async (reason) => ({
        reason,
        said: say(exclusions[reason].rule, context.language),
        ...(await excludedFor(context, campaign.id, reason)),
      })),
    ),
  }
}
