/** One document a file: what was declared, where it stands in its life, and the sealed key of its bytes. */
import type { Instant } from '../../pure/time'
import { text } from '../../pure/text'
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
  /** Hex, of the bytes before encryption; empty until all of an upload in parts is there. */
  readonly sha256: string
  readonly state: FileState
  /** Hex SHA-256 of the upload token. */
  readonly tokenHash: string
  /** The content key, sealed at `files|<id>|key`. */
  readonly key: string
  readonly createdAt: Instant
  /** `collection|id` of what it belongs to. */
  readonly attachedTo: string | null
  /** When it is swept; while attached, when the document that it belongs to is: `null` when that says nothing. */
  readonly expiresAt: Instant | null
  /** What it is uploaded for: `appointments.counter`. Uploads in parts say so. */
  readonly purpose?: string
  /** Anybody may read it once it is attached. */
  readonly public?: true
  /** How many parts it comes in, and those that are there. */
  readonly partCount?: number
  readonly parts?: { readonly [place: string]: 1 }
}

export const files = defineCollection<FileDoc>({
  name: 'files',
  v: 1,
  indexes: { expiry: ['expiresAt'], owner: ['owner', 'createdAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [
      { index: 'owner', names: 'account' },
      { index: 'owner', names: 'taxpayer' },
    ],
    export: {
      what: text('您上传的文件', 'Files that you uploaded'),
      show: ({ id, doc: { type, size, sha256, state, createdAt } }) => ({
        id,
        type,
        size,
        sha256,
        state,
        createdAt,
      }),
    },
    // The bytes cannot be read without the data key; the sweep takes them, then the document.
    erase: {
      replace: (doc: FileDoc, now: Instant): FileDoc | undefined =>
        doc.state === 'removing'
          ? undefined
          : { ...doc, state: 'removing', attachedTo: null, expiresAt: now },
    },
  },
})
