/**
 * One range of a plan's profiles: a page after the other, each told in the commit that says how far the walk has come. Whoever
 * runs it again, or beside, goes on from there; what was filed by then is not told.
 */
import type { Services } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import type { QuerySpec, Stored } from '../../core/io/store/contract'
import { cursorAfter } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import type { Tx } from '../../core/io/store/transaction'
import { addDays, type Day } from '../../core/pure/time'
import { standsForOrSelf } from '../../accounts/public'
import { profiles, runs, type ProfileDoc, type RunDoc } from '../collections'
import { deadlinesOf } from '../rules/deadlines'
import { dueOffsets, type Offset } from '../rules/plan'
import { planned } from './profile'
import { SCOPE } from './subjects'
import { costOf, tellDues, type Due } from './tell'

const PAGE = 100
/** Profiles of one commit, when there is nothing to tell of most of them. */
const AT_ONCE = 24
/** Of a commit's forty: one is the receipt, one the run's own document, one the check of what found no room. */
const MOST_CHANGES = 37
/** An event gives way to its successor before its handler's patience ends. */
const BUDGET = 10_000

/** What is due of a taxpayer so many days from today, and is not filed. */
const openOn = (doc: ProfileDoc, day: Day): readonly string[] => {
  const filed = new Set(doc.filed.map(({ id }) => id))
  return deadlinesOf(doc, { from: day, to: day })
    .filter(({ id, due }) => due.known && !filed.has(id))
    .map(({ code }) => code)
}

type Found = Stored<ProfileDoc>

/** What its watchers are to be told today; whoever acts for the taxpayer no more is told nothing. */
const duesOf = async (
  tx: Tx,
  { id, doc }: Pick<Found, 'id' | 'doc'>,
  { day, offsets }: { readonly day: Day; readonly offsets: readonly Offset[] },
): Promise<{ readonly dues: readonly Due[]; readonly gone: ReadonlySet<string> }> => {
  const open = offsets.flatMap((offset) => {
    const due = addDays(day, offset)
    const codes = openOn(doc, due)
    return codes.length === 0 ? [] : [{ day: due, offset, codes }]
  })
  const gone = new Set<string>()
  const dues: Due[] = []
  for (const { accountId, offsets: wanted } of doc.watchers) {
    const { taxpayerId } = doc
    if (!(await standsForOrSelf(tx, { accountId, taxpayerId, scope: SCOPE }))) gone.add(accountId)
    else
      for (const one of open) if (wanted.includes(one.offset)) dues.push({ accountId, profileId: id, ...one })
  }
  return { dues, gone }
}

/** Those who act for it no more are dropped; what is nobody's goes with them. */
const dropGone = (tx: Tx, { id, doc }: Pick<Found, 'id' | 'doc'>, gone: ReadonlySet<string>): void => {
  if (gone.has(doc.accountId) && doc.taxpayerId !== null) return tx.remove(profiles, id)
  const watchers = doc.watchers.filter(({ accountId }) => !gone.has(accountId))
  tx.replace(profiles, id, planned({ ...doc, watchers }, tx.now))
}

interface Step {
  /** Of the page, those that were looked at. */
  readonly seen: number
  readonly told: number
}

const tellPage = async (tx: Tx, run: RunDoc, ids: readonly string[]): Promise<Step> => {
  const when = { day: run.day, offsets: dueOffsets(run.plan, run.day) }
  let changes = 0
  let told = 0
  for (const [seen, id] of ids.entries()) {
    // Checked at commit: from a mark's commit on nobody is told of what was filed.
    const doc = await tx.get(profiles, id)
    // Moved to another plan since the index was read: it is that one's.
    const stays = doc?.plan === run.plan ? await duesOf(tx, { id, doc }, when) : undefined
    const cost = 1 + costOf(stays?.dues ?? [])
    if (changes + cost > MOST_CHANGES) return { seen, told }
    changes += cost
    if (!doc || !stays) continue
    if (stays.gone.size > 0) dropGone(tx, { id, doc }, stays.gone)
    await tellDues(tx, stays.dues)
    told += stays.dues.length
  }
  return { seen: ids.length, told }
}

const queryOf = ({ plan, from, before, after }: RunDoc): QuerySpec => ({
  index: 'plan',
  where: { plan },
  range: { gte: from, lt: before },
  limit: PAGE,
  ...(after === null ? {} : { after }),
})

type Rows = Awaited<ReturnType<typeof pageOf>>

const pageOf = async ({ store }: Pick<Services, 'store'>, run: RunDoc) => {
  const query = queryOf(run)
  const { items, next } = await reader(store).query(profiles, query)
  return { query, items, last: next === undefined }
}

/** One commit's worth of a page, from its `at`-th row on. @returns the row to go on with; undefined where somebody else walks */
const walkSome = (
  services: Services,
  runId: string,
  { query, items, last }: Rows,
  from: { readonly at: number; readonly after: string | null },
): Promise<{ readonly at: number; readonly after: string | null } | undefined> =>
  transact(services, async (tx) => {
    const run = await tx.get(runs, runId)
    if (!run || run.done || run.after !== from.after) return undefined
    const ids = items.slice(from.at, from.at + AT_ONCE).map(({ id }) => id)
    const { seen, told } = await tellPage(tx, run, ids)
    const at = from.at + seen
    const row = items[at - 1]
    const after = row ? cursorAfter(profiles, query, row) : run.after
    const done = last && at === items.length
    tx.replace(runs, runId, { ...run, after, done, seen: run.seen + seen, told: run.told + told })
    return { at, after }
  })

/** @returns false once nothing is left to walk */
const walkPage = async (services: Services, runId: string): Promise<boolean> => {
  const run = await reader(services.store).get(runs, runId)
  if (!run || run.done) return false
  const page = await pageOf(services, run)
  let place: { readonly at: number; readonly after: string | null } | undefined = { at: 0, after: run.after }
  do place = await walkSome(services, runId, page, place)
  while (place && place.at < page.items.length)
  return true
}

/** Walks as far as an event's time goes; what is left is another event's. */
export const walkRange = async (services: Services, runId: string): Promise<void> => {
  const stopAt = services.clock() + BUDGET
  while (await walkPage(services, runId))
    if (services.clock() >= stopAt) {
      await transact(services, async (tx) => {
        emit(tx, { kind: 'deadlines.rangeDue', due: tx.now, payload: { run: runId } })
      })
      return
    }
}
