/** The chain's arithmetic: hashes of entries and blocks. No I/O. */
import type { Instant } from '../../pure/time'
import type { AuditBlockDoc, AuditEntryDoc, AuditHeadDoc } from './collections'
import { hashOf } from './canonical'
import type { AuditKey } from './signing'

/** `prev` of the first block. */
export const GENESIS = '0'.repeat(64)
export const HEAD_ID = 'head'

/** Of the height, so that two sealers cannot both write a height. */
export const blockId = (height: number): string => `ab_${String(height).padStart(12, '0')}`

/** Everything an entry says; where it stands in the chain (`pendingSince`, `block`) is said by its block. */
export const entryHash = (id: string, doc: AuditEntryDoc): string => {
  const { pendingSince: _pending, block: _block, ...said } = doc
  return hashOf('shuibang audit entry 1', { id, ...said })
}

export const blockHash = ({
  height,
  at,
  prev,
  total,
  entries,
}: Pick<AuditBlockDoc, 'height' | 'at' | 'prev' | 'total' | 'entries'>): string =>
  hashOf('shuibang audit block 1', { height, at, prev, total, count: entries.length, entries })

export type Link = Pick<AuditHeadDoc, 'height' | 'total' | 'hash'>
export const START: Link = { height: 0, total: 0, hash: GENESIS }

/** The block that follows `head`, signed. */
export const nextBlock = (
  head: Link,
  entries: AuditBlockDoc['entries'],
  at: Instant,
  key: AuditKey,
): AuditBlockDoc => {
  const body = { height: head.height + 1, at, prev: head.hash, total: head.total + entries.length, entries }
  const hash = blockHash(body)
  return { v: 1, ...body, hash, keyId: key.keyId, signature: key.sign(hash) }
}

/** The head that a block leaves. */
export const headOf = ({ height, total, hash, keyId, signature, at }: AuditBlockDoc): AuditHeadDoc => ({
  v: 1,
  day: null,
  height,
  total,
  hash,
  keyId,
  signature,
  at,
})
