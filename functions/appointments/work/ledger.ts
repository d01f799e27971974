/** What counts, inside a transaction: read, follow where it moved, write back pruned. */
import type { Acting } from '../../accounts/public'
import type { Tx } from '../../core/io/store/transaction'
import { DAY_MS, type Instant } from '../../core/pure/time'
import { ledgers, numbers, type AppointmentDoc, type LedgerDoc } from '../collections'
import type { Counts } from '../rules/counts'
import { emptyLedger, pruned, type Ledger, type LedgerEntry } from '../rules/ledger'

/** Longer than any rule looks back. */
const KEPT = 120 * DAY_MS

/** `tx`, or a `reader` to look without deciding. */
type Getting = Pick<Tx, 'get'>

export interface OpenLedger {
  /** Where it stands, once it was folded into another. */
  readonly key: string
  readonly ledger: Ledger
}

/** `emptyLedger` itself where there is none. */
export const openLedger = async (tx: Getting, key: string): Promise<OpenLedger> => {
  const doc = await tx.get(ledgers, key)
  if (doc?.movedTo) return openLedger(tx, doc.movedTo)
  return { key, ledger: doc ?? emptyLedger }
}

export const openNumber = async (tx: Getting, key: string): Promise<readonly LedgerEntry[]> =>
  (await tx.get(numbers, key))?.active ?? []

/** What a booking by this call, which came in at `now`, counts in. */
export const openCounts = async (
  tx: Getting,
  { ledgerKey, claim }: Pick<Acting, 'ledgerKey' | 'claim'>,
  now: Instant,
): Promise<Counts> => {
  if (!claim) return openLedger(tx, ledgerKey)
  const [account, active] = await Promise.all([openLedger(tx, claim.account), openNumber(tx, claim.number)])
  const moved = account.ledger.moved?.[ledgerKey]
  // Verified while this call was on its way. One of before was let go again: it is claimed anew.
  if (moved && moved.at >= now) return openLedger(tx, moved.to)
  return { ...account, claim: { key: ledgerKey, number: claim.number, active } }
}

/** What an appointment counts in. */
export const openCountsOf = async (
  tx: Getting,
  id: string,
  { ledgerKey, claim }: Pick<AppointmentDoc, 'ledgerKey' | 'claim'>,
): Promise<Counts> => {
  const opened = await openLedger(tx, claim?.account ?? ledgerKey)
  const number = opened.ledger.active.find((entry) => entry.id === id)?.number
  if (number !== undefined)
    return { ...opened, claim: { key: ledgerKey, number, active: await openNumber(tx, number) } }
  const moved = opened.ledger.moved?.[ledgerKey]
  return moved ? openLedger(tx, moved.to) : opened
}

const recent = ({ moved = {} }: Ledger, now: Instant): Ledger['moved'] => {
  const kept = Object.entries(moved).filter(([, { at }]) => at > now - KEPT)
  return kept.length ? Object.fromEntries(kept) : undefined
}

export const ledgerDoc = (ledger: Ledger, now: Instant): LedgerDoc => {
  const { active, cancellations, noShows, letGo = [], pastFolded, claimFoldedAt, turn } = pruned(ledger, now)
  const moved = recent(ledger, now)
  return {
    v: 1,
    active,
    cancellations,
    noShows,
    ...(letGo.length ? { letGo } : {}),
    ...(moved ? { moved } : {}),
    ...(pastFolded ? { pastFolded } : {}),
    ...(claimFoldedAt === undefined ? {} : { claimFoldedAt }),
    ...(turn === undefined ? {} : { turn }),
    movedTo: null,
    expiresAt: now + KEPT,
  }
}

export const keepLedger = (tx: Tx, key: string, ledger: Ledger): void =>
  tx.put(ledgers, key, ledgerDoc(ledger, tx.now))

export const keepNumber = (tx: Tx, key: string, active: readonly LedgerEntry[]): void =>
  tx.put(numbers, key, {
    v: 1,
    active: [...pruned({ ...emptyLedger, active }, tx.now).active],
    expiresAt: tx.now + KEPT,
  })

export const keepCounts = (tx: Tx, { key, ledger, claim }: Counts): void => {
  keepLedger(tx, key, ledger)
  if (claim) keepNumber(tx, claim.number, claim.active)
}

/** What stays behind when a ledger has moved. */
export const movedLedger = (to: string, now: Instant): LedgerDoc => ({
  v: 1,
  active: [],
  cancellations: [],
  noShows: [],
  movedTo: to,
  expiresAt: now + KEPT,
})
