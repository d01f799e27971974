/** Documents of the audit: entries, the blocks that chain them, the chain's head, and the heads published each day. */
import type { Day, Instant } from '../../pure/time'
import { AUDIT_KEPT } from '../../pure/kept'
import { text } from '../../pure/text'
import { defineCollection } from '../store/collection'

const FOREVER = {
  kind: 'forever',
  why: 'the audit proves what officers decided; it holds pseudonymous ids only',
} as const

export type AuditValue = null | boolean | number | string | readonly (boolean | number | string)[]

export type AuditEntryDoc = {
  readonly v: 1
  readonly at: Instant
  /** Account id of who decided, or `timer:<job>`. */
  readonly actor: string
  /** `appointments/closeDay`. */
  readonly action: string
  /** The document decided about, by pseudonymous id. */
  readonly subject: string
  readonly hallId: string | null
  readonly detail: { readonly [key: string]: AuditValue }
  /** `at` until it is sealed, then `null`. Outside the hash. */
  readonly pendingSince: Instant | null
  /** Height of the block that sealed it. Outside the hash. */
  readonly block: number | null
}

export const auditEntries = defineCollection<AuditEntryDoc>({
  name: 'auditEntries',
  v: 1,
  indexes: {
    pending: ['pendingSince'],
    block: ['block'],
    subject: ['subject', 'at'],
    hall: ['hallId', 'at'],
  },
  retention: FOREVER,
  personal: {
    by: [
      { index: 'subject', names: 'account' },
      { index: 'subject', names: 'taxpayer' },
    ],
    beside: {
      actor: 'who decided: an officer’s acts in office are not the officer’s data',
      detail: 'what was decided with; read by auditors alone',
    },
    export: {
      what: text('工作人员关于您的决定', 'What officers decided about you'),
      show: ({ doc }) => ({ at: doc.at, action: doc.action, subject: doc.subject }),
    },
    erase: { keep: AUDIT_KEPT },
  },
})

export type AuditBlockDoc = {
  readonly v: 1
  /** 1, 2, 3 … without gaps; the block's id is made of it, so that there is one block a height. */
  readonly height: number
  readonly at: Instant
  /** Hex SHA-256 of the block before; 64 zeros at height 1. */
  readonly prev: string
  /** Entries sealed so far, this block's included. */
  readonly total: number
  readonly entries: readonly { readonly id: string; readonly hash: string }[]
  /** Hex SHA-256 of everything above, in canonical JSON. */
  readonly hash: string
  /** Which public key verifies `signature`. */
  readonly keyId: string
  /** Ed25519 over the 32 bytes of `hash`, base64url. */
  readonly signature: string
}

export const auditBlocks = defineCollection<AuditBlockDoc>({
  name: 'auditBlocks',
  v: 1,
  indexes: { height: ['height'] },
  retention: FOREVER,
  personal: { none: 'hashes of entries' },
})

export type AuditHeadDoc = {
  readonly v: 1
  /** `null` for the one head that moves; the day for those published. */
  readonly day: Day | null
  readonly height: number
  readonly total: number
  readonly hash: string
  readonly keyId: string
  readonly signature: string
  readonly at: Instant
}

/** `head` is the chain's end; `day_YYYY-MM-DD` is what was published for that day. */
export const auditHeads = defineCollection<AuditHeadDoc>({
  name: 'auditHeads',
  v: 1,
  indexes: { day: ['day'] },
  retention: FOREVER,
  personal: { none: 'hashes of blocks' },
})
