/** One document a file: what was declared, where it stands in its life, and the sealed key of its bytes. */
import type { Instant } from '../../pure/time'
import { defineCollection } from '../store/collection'
import type { FileType } from './contract'

/** `awaiting` bytes → `stored` → `removing`: the bytes go first, then the document. */
export type FileState = 'awaiting' | 'stored' | 'removing'

export type FileDoc = {
  readonly v: 1
  /** The subject under whose data key the content key is sealed: account or taxpayer, pseudonymous. */
  readonly owner: string
  readonly type: FileType
  readonly size: number
  /** Hex, of the bytes before encryption. */
  readonly sha256: string
  readonly state: FileState
  /** Hex SHA-256 of the upload token. */
  readonly tokenHash: string
  /** The content key, sealed at `files|<id>|key`. */
  readonly key: string
  readonly createdAt: Instant
  /** `collection|id` of what it belongs to. */
  readonly attachedTo: string | null
  /** When it is swept; `null` while attached. */
  readonly expiresAt: Instant | null
}

export const files = defineCollection<FileDoc>({
  name: 'files',
  v: 1,
  indexes: { expiry: ['expiresAt'], owner: ['owner', 'createdAt'] },
  retention: { kind: 'expiresAt' },
})
