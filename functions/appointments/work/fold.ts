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
  readonly accountId: string
  readonly taxpayerId: string
  /** The claim, and the verified taxpayer's ledger. */
  readonly from: string
  readonly to: string
  readonly at: Instant
}

/** A claim was verified: what it left in its account's ledger counts for the verified taxpayer, and for the number no more. */
export const foldVerified = async (
  services: Services,
  { accountId, taxpayerId, from, to, at }: Verified,
): Promise<void> => {
  await foldLedger(services, from, to)
  const keys = await claimKeysOf(services, { accountId, taxpayerId })
  if (!keys) return
  await transact(services, async (tx) => {
    const [account, verified, active] = await Promise.all([
      openLedger(tx, keys.account),
      openLedger(tx, to),
      openNumber(tx, keys.number),
    ])
    const { theirs, stays } = parted(account.ledger, from)
    const gone = new Set(theirs.active.map(({ id }) => id))
    keepLedger(tx, account.key, { ...stays, moved: { ...stays.moved, [from]: { to: verified.key, at } } })
    keepLedger(tx, verified.key, folded(verified.ledger, theirs))
    if (gone.size > 0)
      keepNumber(
        tx,
        keys.number,
        active.filter(({ id }) => !gone.has(id)),
      )
  })
}
