/** One holder at a time for a job, by a lease document with a fencing number: schedules may overlap, repeat and be missed. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '../../pure/time'
import type { Services } from '../context'
import type { Change, Json, Stored } from '../store/contract'
import { leases, type LeaseDoc } from './collections'

/** What a job is given while it holds its lease. */
export interface Lease {
  readonly name: string
  /** Grows with each holder. */
  readonly fence: number
  /** What the last run left through `renew`; `null` at first. */
  readonly memo: Json
  /** The run before never gave its lease back: it crashed, or it is still out there and has lost. */
  readonly inherited: boolean
  /**
   * Call between batches: prolongs the lease by its ttl, and leaves `memo` to the run after this one.
   * @throws LeaseLost when somebody else has taken it: stop at once
   */
  renew(memo?: Json): Promise<void>
  /** For a commit: refused when the lease was lost, however late the commit arrives. */
  check(): Change
}

export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

export type LeaseOutcome<R> =
  | { readonly outcome: 'done'; readonly result: R }
  /** Somebody else holds it, at the latest until `until`. */
  | { readonly outcome: 'held'; readonly until: Instant }
  /** It was lost between two batches, and work stopped there. */
  | { readonly outcome: 'lost' }

type Needs = Pick<Services, 'store' | 'clock' | 'random'>
type StoredLease = Stored<LeaseDoc>
interface Taken {
  readonly at: StoredLease
  readonly inherited: boolean
}

const BUSY_TRIES = 6
const BUSY_WAIT = 25

const readLease = async ({ store }: Needs, name: string): Promise<StoredLease | undefined> =>
  (await store.read<LeaseDoc>(leases.name, [name]))[0]

/**
 * Writes the lease over what stood. Succeeds exactly when nobody wrote it in between; a lost reply is settled by reading.
 * @returns `undefined` when somebody else was first
 */
const write = async (
  needs: Needs,
  name: string,
  before: StoredLease | undefined,
  doc: LeaseDoc,
): Promise<StoredLease | undefined> => {
  const change: Change = before
    ? { op: 'replace', collection: leases.name, id: name, version: before.version, doc }
    : { op: 'insert', collection: leases.name, id: name, doc }
  for (let attempt = 1; attempt <= BUSY_TRIES; attempt += 1) {
    const outcome = await needs.store.commit([change])
    if (outcome.outcome === 'committed') return { id: name, version: outcome.versions[0] ?? '', doc }
    // A refusal may be the echo of our own write, sent again after a lost reply: the holder's token tells.
    const now = await readLease(needs, name)
    if (now && now.version !== before?.version)
      return now.doc.fence === doc.fence && now.doc.holder === doc.holder ? now : undefined
    if (outcome.outcome === 'refused') return undefined
    await sleep(BUSY_WAIT * attempt)
  }
  throw new Error(`lease ${name}: the store is busy`)
}

const take = async (
  needs: Needs,
  name: string,
  ttl: number,
): Promise<Taken | { readonly until: Instant }> => {
  const before = await readLease(needs, name)
  const now = needs.clock()
  if (before && before.doc.holder !== null && before.doc.until > now) return { until: before.doc.until }
  const at = await write(needs, name, before, {
    v: 1,
    fence: (before?.doc.fence ?? 0) + 1,
    holder: Buffer.from(needs.random(12)).toString('hex'),
    until: now + ttl,
    takenAt: now,
    finishedAt: before?.doc.finishedAt ?? null,
    memo: before?.doc.memo ?? null,
  })
  return at ? { at, inherited: (before?.doc.holder ?? null) !== null } : { until: now + ttl }
}

/**
 * Runs `work` when the lease `name` is free, and not at all when it is held. Work that outlives `ttl` milliseconds
 * calls `renew` between its batches; where a late write would do harm, it puts `check()` into its commits.
 *
 * @example
 * await withLease(services, 'audit.seal', 60_000, async (lease) => { await lease.renew(); … })
 */
export const withLease = async <R>(
  needs: Needs,
  name: string,
  ttl: number,
  work: (lease: Lease) => Promise<R>,
): Promise<LeaseOutcome<R>> => {
  const taken = await take(needs, name, ttl)
  if ('until' in taken) return { outcome: 'held', until: taken.until }
  let { at } = taken
  const advance = async (doc: LeaseDoc): Promise<void> => {
    const next = await write(needs, name, at, doc)
    if (!next) throw new LeaseLost(name)
    at = next
  }
  const lease: Lease = {
    name,
    fence: at.doc.fence,
    memo: at.doc.memo,
    inherited: taken.inherited,
    renew: (memo = at.doc.memo) => advance({ ...at.doc, until: needs.clock() + ttl, memo }),
    check: () => ({ op: 'check', collection: leases.name, id: name, version: at.version }),
  }
  const giveBack = (finishedAt: Instant | null): Promise<void> =>
    advance({ ...at.doc, holder: null, until: needs.clock(), finishedAt })
  try {
    const result = await work(lease)
    await giveBack(needs.clock())
    return { outcome: 'done', result }
  } catch (error) {
    if (error instanceof LeaseLost) return { outcome: 'lost' }
    await giveBack(at.doc.finishedAt).catch(() => undefined)
    throw error
  }
}
