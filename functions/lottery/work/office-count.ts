/**
 * What was entered, counted day by day: from the entries themselves, in the order in which they came, each once, since the commit
 * that adds a stretch of them also says how far it goes. Nothing is added to what an entrant waits for.
 */
import type { Services } from '../../core/io/context'
import type { Stored } from '../../core/io/store/contract'
import { cursorAfter, pagesOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { dayOf, MINUTE, type Day, type Instant } from '../../core/pure/time'
import { lotteryEntries, type EntryDoc } from '../collections'
import { lotteryCounted, lotteryDaySums, type EntrySums, type LotteryCountedDoc } from '../collections-office'
import { publishedCampaigns } from './campaigns'

type Entry = Stored<EntryDoc>

/** An entry of another instance may be written a little after a later one of this. */
const SETTLED = MINUTE
/** Stretches of a hundred that one run counts of a campaign: what is left is the next minute’s. */
const STRETCHES = 50

export const NO_SUMS: EntrySums = { entries: 0, fen: 0, unknown: 0, entrants: 0 }

const plus = (a: EntrySums, b: EntrySums): EntrySums => ({
  entries: a.entries + b.entries,
  fen: a.fen + b.fen,
  unknown: a.unknown + b.unknown,
  entrants: a.entrants + b.entrants,
})

export const dayId = (campaign: string, day: Day): string => `${campaign}.${day}`

const queryOf = (campaign: string) => ({ index: 'campaign', where: { campaign } }) as const

/** Is it the first of its person in this campaign? Her own entries are in the order of time. */
const isFirst = async ({ store }: Pick<Services, 'store'>, { id, doc }: Entry): Promise<boolean> => {
  const { taxpayerId, campaign, at } = doc
  const query = { index: 'taxpayer', where: { taxpayerId }, range: { lte: at } } as const
  for await (const rows of pagesOf(store, lotteryEntries, query)) {
    const first = rows.find((row) => row.doc.campaign === campaign)
    if (first) return first.id === id
  }
  return false
}

const sumsOf = async (services: Pick<Services, 'store'>, row: Entry): Promise<EntrySums> => {
  const { total } = row.doc
  return {
    entries: 1,
    fen: total ?? 0,
    unknown: total === null ? 1 : 0,
    entrants: (await isFirst(services, row)) ? 1 : 0,
  }
}

interface Stretch {
  readonly days: ReadonlyMap<Day, EntrySums>
  readonly all: EntrySums
  readonly after: string
  readonly at: Instant
}

const stretchOf = async (
  services: Pick<Services, 'store'>,
  campaign: string,
  rows: readonly Entry[],
): Promise<Stretch | undefined> => {
  const last = rows[rows.length - 1]
  if (!last) return undefined
  const sums = await Promise.all(rows.map((row) => sumsOf(services, row)))
  const days = new Map<Day, EntrySums>()
  rows.forEach(({ doc }, i) => {
    const day = dayOf(doc.at)
    days.set(day, plus(days.get(day) ?? NO_SUMS, sums[i] ?? NO_SUMS))
  })
  return {
    days,
    all: sums.reduce(plus, NO_SUMS),
    after: cursorAfter(lotteryEntries, queryOf(campaign), last),
    at: last.doc.at,
  }
}

/** As many days as one commit may change. */
const DAYS = 30

/** The rows of the first days only, so that a commit stays small: entries of a quiet campaign may be of many days. */
const fewDays = (rows: readonly Entry[]): readonly Entry[] => {
  const days = [...new Set(rows.map(({ doc }) => dayOf(doc.at)))].slice(0, DAYS)
  return rows.filter(({ doc }) => days.includes(dayOf(doc.at)))
}

/** @returns whether it was kept: false when another has counted on from the same place meanwhile */
const keep = (
  services: Pick<Services, 'store' | 'random' | 'clock'>,
  campaign: string,
  from: string | null,
  { days, all, after, at }: Stretch,
): Promise<boolean> =>
  transact(services, async (tx) => {
    const before = await tx.get(lotteryCounted, campaign)
    if ((before?.after ?? null) !== from) return false
    for (const [day, sums] of days) {
      const id = dayId(campaign, day)
      const standing = await tx.get(lotteryDaySums, id)
      tx.put(lotteryDaySums, id, { v: 1, campaign, day, ...plus(standing ?? NO_SUMS, sums) })
    }
    const counted: LotteryCountedDoc = { v: 1, after, at, ...plus(before ?? NO_SUMS, all) }
    tx.put(lotteryCounted, campaign, counted)
    return true
  })

/** One campaign, as far as a run goes. @returns how many were counted */
const countOf = async (
  services: Pick<Services, 'store' | 'random' | 'clock'>,
  campaign: string,
): Promise<number> => {
  const settled = services.clock() - SETTLED
  let after = (await reader(services.store).get(lotteryCounted, campaign))?.after ?? null
  let counted = 0
  for (let round = 0; round < STRETCHES; round += 1) {
    const page = await reader(services.store).query(lotteryEntries, {
      ...queryOf(campaign),
      ...(after === null ? {} : { after }),
    })
    const rows = fewDays(page.items.filter(({ doc }) => doc.at < settled))
    const stretch = await stretchOf(services, campaign, rows)
    if (!stretch || !(await keep(services, campaign, after, stretch))) return counted
    counted += rows.length
    after = stretch.after
  }
  return counted
}

/** Of every campaign that is published. @returns how many were counted */
export const countEntries = async (
  services: Pick<Services, 'store' | 'random' | 'clock'>,
): Promise<number> => {
  let counted = 0
  for (const { id } of await publishedCampaigns(services)) counted += await countOf(services, id)
  return counted
}
