/** Open cases of a hall by how long they have still: read from the officers' work, a few pages at most. */
import { NO_DAY, workItems, type WorkItemDoc } from '../../core/io/cases/collections'
import type { Context } from '../../core/io/context'
import { pagesOf } from '../../core/io/store/pages'
import { addDays, type Day } from '../../core/pure/time'

export const BUCKETS = ['overOuter', 'overTarget', 'week', 'fortnight', 'later', 'waiting'] as const
export type Bucket = (typeof BUCKETS)[number]

/** Cases counted for one answer. */
const MOST = 5_000

export const bucketOf = (
  { waits, due, outer }: Pick<WorkItemDoc, 'waits' | 'due' | 'outer'>,
  today: Day,
): Bucket => {
  if (waits !== 'officer') return 'waiting'
  if (outer !== null && outer < today) return 'overOuter'
  if (due < today) return 'overTarget'
  if (due === NO_DAY) return 'later'
  if (due <= addDays(today, 7)) return 'week'
  return due <= addDays(today, 14) ? 'fortnight' : 'later'
}

export const ageingOf = async (
  { store, now }: Pick<Context, 'store' | 'now'>,
  hallId: string,
  today: Day,
) => {
  const sums = new Map(BUCKETS.map((key) => [key, { key, cases: 0, fen: 0 }]))
  let counted = 0
  for await (const rows of pagesOf(store, workItems, { index: 'open', where: { hallId } })) {
    for (const { doc } of rows.filter(({ doc: { feature } }) => feature === 'refunds')) {
      const sum = sums.get(bucketOf(doc, today))
      if (!sum) continue
      sum.cases += 1
      sum.fen += doc.fen ?? 0
      counted += 1
    }
    if (counted >= MOST) break
  }
  return {
    asOf: now,
    buckets: [...sums.values()],
    counted: counted >= MOST ? ('most' as const) : ('all' as const),
  }
}
