/** The sealer: batches pending entries into the hash chain, signs its head, and publishes one head a day. */
import { setTimeout as sleep } from 'node:timers/promises'
import { addDays, dayOf, MINUTE, type Instant } from '../../pure/time'
import type { Services } from '../context'
import { LeaseLost, withLease, type Lease } from '../events/lease'
import { LIMITS, type Change, type Stored } from '../store/contract'
import { blockId, entryHash, HEAD_ID, headOf, nextBlock, START } from './chain'
import { auditBlocks, auditEntries, auditHeads, type AuditEntryDoc, type AuditHeadDoc } from './collections'
import { auditKey, type AuditKey } from './signing'

export interface SealOptions {
  /** No new block after so many milliseconds (default 40 s). */
  readonly budget?: number
}

export interface Sealed {
  readonly blocks: number
  readonly entries: number
}

export const SEAL_LEASE = 'audit.seal'
const LEASE_TTL = 2 * MINUTE
/** A block is one commit: the lease's check, the block and the head take three of its changes. */
export const BLOCK_ENTRIES = LIMITS.changes - 3
const TRIES = 8

interface Run {
  readonly services: Services
  readonly lease: Lease
  readonly key: AuditKey
}

/**
 * Seals what is pending, block by block. Each block is one commit together with its entries and the head: a crash
 * leaves no half block, and an entry cannot be sealed twice. Under a lease; another run at the same time does nothing.
 */
export const seal = async (services: Services, { budget = 40_000 }: SealOptions = {}): Promise<Sealed> => {
  const sealed = { blocks: 0, entries: 0 }
  const stopAt = services.clock() + budget
  await withLease(services, SEAL_LEASE, LEASE_TTL, async (lease) => {
    const run = { services, lease, key: auditKey(services.vault) }
    await publishHead(run)
    for (;;) {
      const entries = await sealBlock(run)
      if (entries === 0) return
      sealed.blocks += 1
      sealed.entries += entries
      if (services.clock() >= stopAt) return
    }
  })
  return sealed
}

const readHead = async ({ services: { store } }: Run): Promise<Stored<AuditHeadDoc> | undefined> =>
  (await store.read<AuditHeadDoc>(auditHeads.name, [HEAD_ID]))[0]

/** One block of what is pending. @returns how many entries it holds; 0 when nothing is pending */
const sealBlock = async (run: Run): Promise<number> => {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const head = await readHead(run)
    const entries = await pending(run)
    if (entries.length === 0) return 0
    const outcome = await run.services.store.commit(blockChanges(run, head, entries))
    if (outcome.outcome === 'committed') return entries.length
    if (outcome.outcome === 'refused' && outcome.index === 0) throw new LeaseLost(SEAL_LEASE)
    // Lost replies too: what landed is no longer pending, and everything is read again.
    await sleep(20 * attempt)
  }
  throw new Error('the audit could not be sealed: the store is busy')
}

/** Found by index, then read by id: what is hashed is what stands, held to it by its version. */
const pending = async ({ services: { store } }: Run): Promise<Stored<AuditEntryDoc>[]> => {
  const found = await store.query(auditEntries.name, {
    index: 'pending',
    range: { gte: 0 },
    limit: BLOCK_ENTRIES,
  })
  const stored = await store.read<AuditEntryDoc>(
    auditEntries.name,
    found.items.map(({ id }) => id),
  )
  return stored.flatMap((entry) => (entry && entry.doc.pendingSince !== null ? [entry] : []))
}

const blockChanges = (
  { services, lease, key }: Run,
  head: Stored<AuditHeadDoc> | undefined,
  entries: readonly Stored<AuditEntryDoc>[],
): Change[] => {
  const block = nextBlock(
    head?.doc ?? START,
    entries.map(({ id, doc }) => ({ id, hash: entryHash(id, doc) })),
    services.clock(),
    key,
  )
  return [
    lease.check(),
    { op: 'insert', collection: auditBlocks.name, id: blockId(block.height), doc: block },
    head
      ? { op: 'replace', collection: auditHeads.name, id: HEAD_ID, version: head.version, doc: headOf(block) }
      : { op: 'insert', collection: auditHeads.name, id: HEAD_ID, doc: headOf(block) },
    ...entries.map(({ id, version, doc }): Change => ({
      op: 'replace',
      collection: auditEntries.name,
      id,
      version,
      doc: { ...doc, pendingSince: null, block: block.height },
    })),
  ]
}

/** The id of the head published for a legal day. */
export const publishedId = (now: Instant): string => `day_${addDays(dayOf(now), -1)}`

/**
 * The first run of a legal day publishes the head at which the day before ended: a document that never changes, and a
 * log line that leaves the deployment. A copy kept elsewhere makes cutting off the chain's end visible.
 */
const publishHead = async (run: Run): Promise<void> => {
  const { store, clock, log } = run.services
  const id = publishedId(clock())
  const [published] = await store.read(auditHeads.name, [id])
  const head = published ? undefined : await readHead(run)
  if (!head) return
  const doc: AuditHeadDoc = { ...head.doc, day: id.slice('day_'.length) }
  const outcome = await store.commit([
    run.lease.check(),
    { op: 'insert', collection: auditHeads.name, id, doc },
  ])
  // Busy and unknown: the run of the next minute sees whether it is there.
  if (outcome.outcome !== 'committed') return
  log.info(
    { day: doc.day, height: doc.height, hash: doc.hash, keyId: doc.keyId, signature: doc.signature },
    'audit head published',
  )
}
