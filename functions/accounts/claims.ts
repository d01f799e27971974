/**
 * Where claims count: all of an account in one ledger, those let go included; and all of a number in one place, whoever made
 * them (docs/adr/0004). Here are the pseudonyms; what counts belongs to others.
 */
import type { Services } from '../core/io/context'
import type { Account } from '../core/io/identity/account'
import { accounts, type Binding } from '../core/io/identity/collections'
import { allOf } from '../core/io/store/pages'
import { reader } from '../core/io/store/reader'
import { taxpayers } from './collections'
import { accountLedger, claimedLedger, claimedNumber } from './taxpayer'

export interface ClaimKeys {
  /** The account's ledger. */
  readonly account: string
  /** Where what stands for the number counts. */
  readonly number: string
}

/** A claim from before claims counted by account, when it had a ledger of its own. */
export interface PastClaim {
  readonly ledgerKey: string
  readonly number: string
}

export interface Claim extends ClaimKeys {
  /** Ledgers of verified taxpayers of the account's own: while one is suspended, so are its claims. */
  readonly verified: readonly string[]
  /** All that the account ever made before claims counted by account. None, and no read, for an account made since. */
  readonly past: () => Promise<readonly PastClaim[]>
}

type Needs = Pick<Services, 'store' | 'vault'>

const pastClaims = async ({ store, vault }: Needs, { id, doc }: Account): Promise<readonly PastClaim[]> => {
  if (doc.countsByAccount) return []
  const owned = await allOf(store, taxpayers, { index: 'owner', where: { owner: id } })
  return owned.map(({ doc: { subject } }) => ({
    ledgerKey: claimedLedger(vault, doc.origin, subject),
    number: claimedNumber(vault, subject),
  }))
}

/** A binding of before does not name its number: its taxpayer's document does. */
const numberOf = async ({ store, vault }: Needs, { number, taxpayerId }: Binding): Promise<string> => {
  if (number !== undefined) return number
  const taxpayer = await reader(store).get(taxpayers, taxpayerId)
  return claimedNumber(vault, taxpayer?.subject ?? taxpayerId)
}

/** Where this claim counts. Without any read, but for bindings of before. */
export const claimOf = async (needs: Needs, account: Account, binding: Binding): Promise<Claim> => ({
  account: accountLedger(needs.vault, account.doc.origin),
  number: await numberOf(needs, binding),
  verified: account.doc.bindings
    .filter(({ standing, through }) => standing === 'verified' && through === 'own')
    .map(({ ledgerKey }) => ledgerKey),
  past: () => pastClaims(needs, account),
})

/** Where the claim of a taxpayer counted before it was verified, and its name there; `undefined` once it or its account is erased. */
export const claimKeysOf = async (
  { store, vault }: Needs,
  { accountId, taxpayerId }: { readonly accountId: string; readonly taxpayerId: string },
): Promise<(ClaimKeys & { readonly claim: string }) | undefined> => {
  const read = reader(store)
  const [account, taxpayer] = await Promise.all([
    read.get(accounts, accountId),
    read.get(taxpayers, taxpayerId),
  ])
  if (!account || account.erasedAt !== undefined || !taxpayer) return undefined
  return {
    account: accountLedger(vault, account.origin),
    number: claimedNumber(vault, taxpayer.subject),
    claim: claimedLedger(vault, account.origin, taxpayer.subject),
  }
}
