/** A notice is put: it stands in the inbox, once, and goes out by the channels that its person allows, in the same commit. */
import { createHash } from 'node:crypto'
import { deliveries } from '../core/io/delivery/collections'
import { plainPlan, planDeliveries } from '../core/io/delivery/plan'
import { accounts } from '../core/io/identity/collections'
import { placeOf, shortened } from '../core/io/identity/place'
import type { Change } from '../core/io/store/contract'
import type { Tx } from '../core/io/store/transaction'
import type { Choices } from '../core/pure/delivery/choices'
import type { NoticeFacts } from '../core/pure/notices'
import type { Instant } from '../core/pure/time'
import { notices, type NoticeDoc } from './collections'
import { noticeKind } from './data/kinds'
import { NOTICE_KEPT } from './data/limits'

export interface PutNotice {
  /** Names what is told: the same for a repeat, and for nothing else. An event's id, `policy|<id>|<version>`. */
  readonly once: string
  readonly accountId: string
  /** Of the kinds that functions declare. */
  readonly kind: string
  readonly facts: NoticeFacts
  readonly about: string | null
  /** Messages are of no use after it; the inbox has it all the same. Absent: three days. */
  readonly until?: Instant
  /** Told to many at once: its messages wait behind those that are told to one. */
  readonly many?: boolean
  /** How long the inbox has it; absent: as usual. */
  readonly keptMs?: number
  /** What the person allows, where who tells many has read it already; null: has chosen nothing. */
  readonly choices?: Choices | null
}

/**
 * The same for the same thing told to the same person: 62 bits of the thing, 72 of the person's place, which name nobody. What is
 * told to many in the order of their places is written side by side.
 */
export const noticeIdOf = (thing: string, accountId: string): string => {
  const told = createHash('sha256').update(thing).digest('hex')
  return `nt_${shortened(told, { bits: 62, length: 12 })}${shortened(placeOf(accountId), { bits: 72, length: 14 })}`
}

const docOf = (
  { accountId, kind, facts, about, keptMs = NOTICE_KEPT }: PutNotice,
  now: Instant,
): NoticeDoc => {
  // A kind of another version stands in the inbox without words, and is not sent.
  const terms = noticeKind(kind)
  const topic = terms ? { topic: terms.topic } : {}
  return { v: 1, accountId, kind, ...topic, facts, about, at: now, readAt: null, expiresAt: now + keptMs }
}

/**
 * Changes in this commit: the account is checked, the notice inserted, and a message for each channel. Whoever erased her account is
 * told nothing: this commit and the erasure's cannot both pass the other.
 * @returns the notice's id; undefined when it stood already, or nobody is there to be told
 */
export const putNotice = async (tx: Tx, told: PutNotice): Promise<string | undefined> => {
  const { once, accountId, kind, facts, about, keptMs: _kept, ...sending } = told
  const id = noticeIdOf(once, accountId)
  const [account, standing] = await Promise.all([tx.get(accounts, accountId), tx.get(notices, id)])
  if (standing || !account || account.erasedAt !== undefined) return undefined
  tx.insert(notices, id, docOf(told, tx.now))
  const terms = noticeKind(kind)
  if (terms) await planDeliveries(tx, { noticeId: id, accountId, kind, terms, facts, about, ...sending })
  return id
}

/** What the person allows, as who tells many has read it for all of them. */
export interface Allowed {
  readonly choices: Choices
  /** A grant of the notice's WeChat template stands. */
  readonly granted: boolean
}

/**
 * The notice and its messages as changes of a commit of the caller's own, who tells many at once, beside a check of the account.
 * Undefined where that takes a look in the commit: then `putNotice`.
 */
export const noticeChanges = (
  told: PutNotice,
  allowed: Allowed,
  now: Instant,
): readonly Change[] | undefined => {
  const { once, accountId, kind, facts, about, keptMs: _kept, choices: _choices, ...sending } = told
  const id = noticeIdOf(once, accountId)
  const terms = noticeKind(kind)
  const delivery = { noticeId: id, accountId, kind, facts, about, ...sending }
  const planned = terms ? plainPlan({ ...delivery, terms }, allowed, now) : []
  return (
    planned && [
      { op: 'insert', collection: notices.name, id, doc: docOf(told, now) },
      ...planned.map((one): Change => ({ op: 'insert', collection: deliveries.name, ...one })),
    ]
  )
}
