/** How many entries a period has so far: counted as it is asked for, and remembered for half a minute. */
import type { Services } from '../../core/io/context'
import { pagesOf } from '../../core/io/store/pages'
import type { Instant } from '../../core/pure/time'
import { lotteryEntries } from '../collections'
import type { Period } from '../rules/periods'
import type { PeriodicDraw } from '../rules/plan'
import { wonAtOnce } from './won-at-once'

const FRESH = 30_000
const known = new WeakMap<Services['store'], Map<string, { readonly count: number; readonly at: Instant }>>()

export const entryCountsOfPeriod = async (
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  campaign: string,
  { key, from, to }: Period,
  { takes }: Pick<PeriodicDraw, 'takes'>,
): Promise<number> => {
  const here = known.get(store) ?? new Map<string, { readonly count: number; readonly at: Instant }>()
  known.set(store, here)
  const name = `${campaign}|${key}`
  const before = here.get(name)
  if (before && clock() - before.at < FRESH) return before.count
  let count = 0
  const spec = { index: 'campaign', where: { campaign }, range: { gte: from, lt: to } } as const
  for await (const rows of pagesOf(store, lotteryEntries, spec))
    count += rows.filter(({ doc }) => takes === 'all' || !wonAtOnce(doc)).length
  here.set(name, { count, at: clock() })
  return count
}
