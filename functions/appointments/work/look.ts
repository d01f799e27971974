/** What counts for a booking, looked at before anything is claimed: a refusal costs nothing. The commit decides. */
import type { Acting, Claim, PastClaim } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import type { Collection } from '../../core/io/store/collection'
import type { Doc } from '../../core/io/store/contract'
import { ledgers, type LedgerDoc } from '../collections'
import { emptyLedger, suspension, type Ledger } from '../rules/ledger'
import type { Limits } from '../rules/limits'
import type { Verdict } from '../rules/refusal'
import type { Counts } from '../rules/counts'
import { foldPastClaim, foldVerified } from './fold'
import { openCounts } from './ledger'
import { daysBy, judged } from './taken'
import { insist } from './words'

/** Ledgers of single claims, from before claims counted by account, that count nowhere else yet. */
const unfolded = async (
  { ledgerKey, claim }: Acting & { readonly claim: Claim },
  account: LedgerDoc | undefined,
  past: LedgerDoc | undefined,
): Promise<readonly PastClaim[]> => {
  const own = past && !past.movedTo ? [{ ledgerKey, number: claim.number }] : []
  // Until its first booking since then, whatever else has written its ledger: all that it ever claimed is looked at.
  return account?.pastFolded ? own : [...own, ...(await claim.past())]
}

/** As a reader, but what was read already is not read again. */
const readBefore = (context: Context, known: ReadonlyMap<string, LedgerDoc | undefined>) => ({
  get: async <T extends Doc>(collection: Collection<T>, id: string): Promise<T | undefined> =>
    collection.name === ledgers.name && known.has(id)
      ? (known.get(id) as T | undefined)
      : reader(context.store).get(collection, id),
})

const suspensionBy = ({ store, now }: Context, ledger: Ledger, limits: Limits): Promise<Verdict> =>
  judged({ key: '', ledger }, daysBy(store), (standing) => suspension(standing.ledger, limits, now))

const lookAtClaim = async (
  context: Context,
  acting: Acting & { readonly claim: Claim },
  limits: Limits,
): Promise<Counts> => {
  const { claim, ledgerKey } = acting
  const keys = [claim.account, ledgerKey, ...claim.verified]
  const [account, past, ...verified] = await reader(context.store).getMany(ledgers, keys)
  // Who is suspended does not go on under a number that she claims.
  for (const ledger of verified)
    insist(await suspensionBy(context, ledger ?? emptyLedger, limits), context.language)
  let folded = false
  for (const one of await unfolded(acting, account, past))
    folded = (await foldPastClaim(context, one, claim.account)) || folded
  const tx = folded ? reader(context.store) : readBefore(context, new Map([[claim.account, account]]))
  return openCounts(tx, acting, context.now)
}

/** Verified a moment ago, what its claim has left may still be on its way: it is brought over first. */
const lookAtVerified = async (context: Context, acting: Acting): Promise<Counts> => {
  const counts = await openCounts(reader(context.store), acting, context.now)
  const { claimFoldedAt } = counts.ledger
  if (claimFoldedAt !== undefined && claimFoldedAt >= (acting.verifiedAt ?? 0)) return counts
  const { owner, taxpayerId, ledgerKey } = acting
  await foldVerified(context, { accountId: owner, taxpayerId, to: ledgerKey, at: context.now })
  return openCounts(reader(context.store), acting, context.now)
}

/** @throws AppError BANNED, CANCEL_LIMIT when a verified taxpayer of the account's own is suspended, and this is a claim */
export const lookAtCounts = (context: Context, acting: Acting, limits: Limits): Promise<Counts> => {
  const { claim } = acting
  return claim ? lookAtClaim(context, { ...acting, claim }, limits) : lookAtVerified(context, acting)
}
