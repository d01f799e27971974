/** How far the people of each version are told, and how many of those told have opened it. Bounded reads all. */
import type * as z from 'zod/mini'
import type { Services } from '../../core/io/context'
import { totalsOf } from '../../core/io/delivery/totals'
import { allOf, pagesOf } from '../../core/io/store/pages'
import { CHANNELS, type Channel } from '../../core/pure/delivery/channels'
import { notices } from '../../inbox/public'
import { fanOutParts, fanOuts, policyVersions } from '../collections'
import type * as schemas from '../schemas'

type Progress = z.infer<typeof schemas.progress>

/** Notices looked at to count who opened one. */
const MOST_COUNTED = 5_000

/** Of all versions together: a person opens the policy, not a version. */
const readersOf = async (
  { store }: Pick<Services, 'store'>,
  policyId: string,
): Promise<{ readonly read: number; readonly more: boolean }> => {
  let read = 0
  const query = { index: 'read', where: { about: policyId }, range: { gt: 0 } } as const
  for await (const rows of pagesOf(store, notices, query)) {
    read += rows.length
    if (read >= MOST_COUNTED) return { read: MOST_COUNTED, more: true }
  }
  return { read, more: false }
}

/** A sum of shards may be below zero for a moment, where what was counted is taken back first. */
const atLeastNone = (n: number | undefined): number => Math.max(n ?? 0, 0)

const channelOf = (channel: Channel, counts: Readonly<Record<string, number>> = {}) => ({
  channel,
  sent: atLeastNone(counts['sent']),
  failed: Object.entries(counts)
    .filter(([why, n]) => why !== 'sent' && n > 0)
    .map(([why, n]) => ({ why, count: n }))
    .sort((one, other) => other.count - one.count || (one.why < other.why ? -1 : 1)),
})

/** The newest first. */
export const progressOf = async (services: Pick<Services, 'store'>, policyId: string) => {
  const { store } = services
  const versions = await allOf(store, policyVersions, { index: 'policy', where: { policyId }, order: 'desc' })
  const plans = new Map(
    (await allOf(store, fanOuts, { index: 'policy', where: { policyId } })).map((row) => [row.id, row.doc]),
  )
  const rows: Progress[] = []
  for (const { id, doc } of versions) {
    const parts = await allOf(store, fanOutParts, { index: 'fanOut', where: { fanOut: id } })
    const planned = plans.get(id)?.walks.reduce((sum, walk) => sum + walk.parts, 0) ?? 0
    const done = parts.filter((part) => part.doc.done).length
    rows.push({
      version: doc.version,
      change: doc.change,
      at: doc.at,
      parts: planned,
      partsDone: done,
      told: parts.reduce((sum, part) => sum + part.doc.told, 0),
      passed: parts.reduce((sum, part) => sum + part.doc.passed, 0),
      done: planned > 0 && done === planned,
    })
  }
  const [readers, totals] = await Promise.all([readersOf(services, policyId), totalsOf(services, policyId)])
  const stops = totals.get('stops')
  return {
    versions: rows,
    readers,
    channels: CHANNELS.filter((channel) => totals.has(channel)).map((channel) =>
      channelOf(channel, totals.get(channel)),
    ),
    stopped: { topic: atLeastNone(stops?.['topic']), policy: atLeastNone(stops?.['this']) },
  }
}
