/** Recomputes the whole audit, from the first entry to the published heads, and names the first fault. */
import type { Store, Stored } from '../store/contract'
import { blockHash, blockId, entryHash, HEAD_ID, START, type Link } from './chain'
import {
  auditBlocks,
  auditEntries,
  auditHeads,
  type AuditBlockDoc,
  type AuditEntryDoc,
  type AuditHeadDoc,
} from './collections'
import { rawPagesOf } from '../store/pages'
import { isSigned, keyIdOf } from './signing'

export type AuditFault =
  /** An entry does not hash to what its block says. */
  | { readonly fault: 'entryAltered' | 'entryMissing'; readonly height: number; readonly entry: string }
  /** An entry says that it was sealed, and no block lists it there; or a block lists it, and it says otherwise. */
  | { readonly fault: 'entryMisplaced'; readonly entry: string }
  /** A block does not hash to what it says, or does not follow the one before. */
  | { readonly fault: 'blockAltered' | 'blockMissing' | 'chainBroken'; readonly height: number }
  /** Signed by no trusted key, or not signed at all. */
  | { readonly fault: 'forged'; readonly height: number }
  /** The head is not the last block. */
  | { readonly fault: 'headWrong'; readonly height: number }
  /** A head published earlier is not in this chain. */
  | { readonly fault: 'publishedHeadWrong'; readonly height: number; readonly day: string }

export type AuditReport =
  | {
      readonly sound: true
      readonly blocks: number
      readonly entries: number
      readonly pending: number
      readonly head: string
    }
  | ({ readonly sound: false } & AuditFault)

/** A head as published: from the store, or from a copy kept elsewhere. */
export type PublishedHead = Pick<AuditHeadDoc, 'height' | 'hash' | 'signature' | 'keyId'> & {
  readonly day: string
}

export interface VerifyOptions {
  /** Raw Ed25519 public keys, base64url: today's and those before it. */
  readonly publicKeys: readonly string[]
  /** Copies of published heads kept outside the store. */
  readonly published?: readonly PublishedHead[]
}

class Fault extends Error {
  constructor(readonly found: AuditFault) {
    super(found.fault)
  }
}
const fail = (found: AuditFault): never => {
  throw new Fault(found)
}

/**
 * Reads raw documents, not upcast ones: what was hashed is what was written. Safe beside a running sealer.
 * An entry removed before it was sealed (a minute at most) leaves no trace here.
 */
export const verifyAudit = async (store: Store, options: VerifyOptions): Promise<AuditReport> => {
  const keys = new Map(options.publicKeys.map((key) => [keyIdOf(key), key]))
  const signed: Signed = ({ keyId, hash, signature }) => {
    const key = keys.get(keyId)
    return key !== undefined && isSigned(key, hash, signature)
  }
  try {
    const hashes = await verifyChain(store, signed)
    await verifyNothingBeyond(store)
    const pending = await verifyPending(store)
    await verifyPublished(store, hashes, signed, options.published ?? [])
    const { height, total, hash } = hashes.at(-1) ?? START
    return { sound: true, blocks: height, entries: total, pending, head: hash }
  } catch (error) {
    if (error instanceof Fault) return { sound: false, ...error.found }
    throw error
  }
}

type Signed = (of: Pick<AuditHeadDoc, 'keyId' | 'hash' | 'signature'>) => boolean

const readHead = async (store: Store): Promise<AuditHeadDoc | undefined> =>
  (await store.read<AuditHeadDoc>(auditHeads.name, [HEAD_ID]))[0]?.doc

/** From the first block to the head. @returns the link at each height, from 1 */
const verifyChain = async (store: Store, signed: Signed): Promise<Link[]> => {
  const head = await readHead(store)
  const links: Link[] = []
  for (let height = 1; height <= (head?.height ?? 0); height += 1) {
    const [block] = await store.read<AuditBlockDoc>(auditBlocks.name, [blockId(height)])
    if (!block) return fail({ fault: 'blockMissing', height })
    verifyBlock(block.doc, height, links.at(-1) ?? START, signed)
    await verifyEntries(store, block.doc)
    links.push({ height, total: block.doc.total, hash: block.doc.hash })
  }
  const last = links.at(-1)
  if (head && (head.hash !== last?.hash || head.total !== last.total))
    fail({ fault: 'headWrong', height: head.height })
  if (head && !signed(head)) fail({ fault: 'forged', height: head.height })
  return links
}

const verifyBlock = (block: AuditBlockDoc, height: number, before: Link, signed: Signed): void => {
  if (block.height !== height || blockHash(block) !== block.hash) fail({ fault: 'blockAltered', height })
  if (block.prev !== before.hash || block.total !== before.total + block.entries.length)
    fail({ fault: 'chainBroken', height })
  if (!signed(block)) fail({ fault: 'forged', height })
}

const verifyEntries = async (store: Store, { height, entries }: AuditBlockDoc): Promise<void> => {
  const stored = await store.read<AuditEntryDoc>(
    auditEntries.name,
    entries.map(({ id }) => id),
  )
  for (const [place, { id, hash }] of entries.entries()) {
    const entry = stored[place]
    if (!entry) return fail({ fault: 'entryMissing', height, entry: id })
    if (entryHash(id, entry.doc) !== hash) fail({ fault: 'entryAltered', height, entry: id })
    if (entry.doc.block !== height || entry.doc.pendingSince !== null)
      fail({ fault: 'entryMisplaced', entry: id })
  }
  const listed = new Set(entries.map(({ id }) => id))
  for await (const { id } of scan<AuditEntryDoc>(store, auditEntries.name, 'block', { block: height })) {
    if (!listed.has(id)) fail({ fault: 'entryMisplaced', entry: id })
  }
}

/** No block and no entry above the head. The head is read last: a sealer beside us only moves it up. */
const verifyNothingBeyond = async (store: Store): Promise<void> => {
  const top = await store.query<AuditBlockDoc>(auditBlocks.name, { index: 'height', order: 'desc', limit: 1 })
  const last = await store.query<AuditEntryDoc>(auditEntries.name, {
    index: 'block',
    order: 'desc',
    limit: 1,
  })
  const height = (await readHead(store))?.height ?? 0
  const [block] = top.items
  const [entry] = last.items
  if (block && block.doc.height > height) fail({ fault: 'headWrong', height })
  if (entry && (entry.doc.block ?? 0) > height) fail({ fault: 'entryMisplaced', entry: entry.id })
}

/** Entries outside the chain must be waiting for it. @returns how many are */
const verifyPending = async (store: Store): Promise<number> => {
  let pending = 0
  for await (const { id, doc } of scan<AuditEntryDoc>(store, auditEntries.name, 'block', { block: null })) {
    if (doc.pendingSince === null) fail({ fault: 'entryMisplaced', entry: id })
    pending += 1
  }
  return pending
}

const verifyPublished = async (
  store: Store,
  links: readonly Link[],
  signed: Signed,
  copies: readonly PublishedHead[],
): Promise<void> => {
  const check = (published: PublishedHead): void => {
    const { height, day } = published
    if (!signed(published)) fail({ fault: 'forged', height })
    // Sealed and published since we walked the chain: the next verification's.
    if (height > links.length && height <= latest) return
    if (links[height - 1]?.hash !== published.hash) fail({ fault: 'publishedHeadWrong', height, day })
  }
  const kept: PublishedHead[] = [...copies]
  for await (const { doc } of scan<AuditHeadDoc>(store, auditHeads.name, 'day')) {
    if (doc.day !== null) kept.push({ ...doc, day: doc.day })
  }
  const latest = (await readHead(store))?.height ?? 0
  kept.forEach(check)
}

async function* scan<T extends AuditEntryDoc | AuditHeadDoc>(
  store: Store,
  collection: string,
  index: string,
  where?: Record<string, number | null>,
): AsyncGenerator<Stored<T>> {
  for await (const rows of rawPagesOf<T>(store, collection, { index, ...(where ? { where } : {}) }))
    yield* rows
}
