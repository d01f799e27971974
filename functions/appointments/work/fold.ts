/**
 * What counted in one place counts in another from here on: a claim's at its verification, and the ledgers of single claims
 * from before claims counted by account. Idempotent: what was folded is merged by id.
 */
import { claimKeysOf, type PastClaim } from '../../accounts/public'
import type { Services } from '../../core/io/context'
import { transact } from '../../core/io/store/transact'
import type { Instant } from '../../core/pure/time'
import { ledgers } from '../collections'
import { ofClaim, parted } from '../rules/counts'
import { emptyLedger, folded } from '../rules/ledger'
import { keepLedger, keepNumber, movedLedger, openLedger, openNumber } from './ledger'

/** The ledger of one claim alone, of before: whole, and it points to where it went. */
export const foldLedger = (services: Services, from: string, to: string): Promise<boolean> =>
  transact(services, async (tx) => {
    const claimed = await tx.get(ledgers, from)
    if (!claimed || claimed.movedTo || from === to) return false
    const { key, ledger } = await openLedger(tx, to)
    keepLedger(tx, key, folded(ledger, claimed))
    tx.put(ledgers, from, movedLedger(key, tx.now))
    return true
  })

/** The same into its account's, where all its claims count; what stands counts for its number too. */
export const foldPastClaim = (
  services: Services,
  { ledgerKey, number }: PastClaim,
  account: string,
): Promise<boolean> =>
  transact(services, async (tx) => {
    const past = await tx.get(ledgers, ledgerKey)
    if (!past || past.movedTo) return false
    const [{ key, ledger }, active] = await Promise.all([openLedger(tx, account), openNumber(tx, number)])
    keepLedger(tx, key, folded(ledger, ofClaim(past, ledgerKey, number)))
    keepNumber(tx, number, folded({ ...emptyLedger, active }, { ...emptyLedger, active: past.active }).active)
    tx.put(ledgers, ledgerKey, movedLedger(key, tx.now))
    return true
  })

export interface Verified {
  /** The taxpayer's own. */
  readonly accountId: string
  readonly taxpayerId: string
  /** Names the claim, where the event has told it: it outlives its account. */
  readonly from?: string
  /** The verified taxpayer's ledger. */
  readonly to: string
  /** Not before the verification, and not after a claim of the same number that was made since. */
  readonly at: Instant
}

/**
 * A claim was verified: what it left in its account's ledger counts for the verified taxpayer, and for the number no more. By the
 * event, or by the first booking that comes before it.
 */
export const foldVerified = async (
  services: Services,
  { accountId, taxpayerId, from: told, to, at }: Verified,
): Promise<void> => {
  const keys = await claimKeysOf(services, { accountId, taxpayerId })
  const from = told ?? keys?.claim
  if (from !== undefined) await foldLedger(services, from, to)
  if (!keys || from === undefined) return
  await transact(services, async (tx) => {
    const [account, verified, active] = await Promise.all([
      openLedger(tx, keys.account),
      openLedger(tx, to),
      openNumber(tx, keys.number),
    ])
    const { theirs, stays } = parted(account.ledger, from)
    const gone = new Set(theirs.active.map(({ id }) => id))
    const until = Math.max(at, verified.ledger.claimFoldedAt ?? 0)
    const moved = { to: verified.key, at: Math.max(at, stays.moved?.[from]?.at ?? 0) }
    keepLedger(tx, account.key, { ...stays, moved: { ...stays.moved, [from]: moved } })
    keepLedger(tx, verified.key, { ...folded(verified.ledger, theirs), claimFoldedAt: until })
    if (gone.size > 0)
      keepNumber(
        tx,
        keys.number,
        active.filter(({ id }) => !gone.has(id)),
      )
  })
}
