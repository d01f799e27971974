/** Granting a role inside a commit: by an administrator through the API, or through the operator's command line. */
import { AppError } from '../core/pure/errors'
import { DAY_MS } from '../core/pure/time'
import { auditEntry } from '../core/io/audit/entry'
import type { Services } from '../core/io/context'
import type { AccountDoc } from '../core/io/identity/collections'
import type { RoleGrant } from '../core/io/identity/roles'
import type { Vault } from '../core/io/security/contract'
import type { Tx } from '../core/io/store/transaction'
import { catalogueOf } from '../halls/public'
import { accounts, roleRequests } from './collections'
import { canonicalGrant, grantText, takesTwo, withGrant, type Written } from './rules/grants'

/** How long a grant waits for its second administrator. */
export const REQUEST_MS = 7 * DAY_MS

export interface Granting {
  readonly accountId: string
  readonly grant: RoleGrant
  /** The administrator who grants or confirms. */
  readonly by: string
  /** Sealed: people write names into reasons. */
  readonly reason: string
}

/** The divisions of halls, for what an administrator of a region may grant. */
export const regionsOfHalls = async (services: Pick<Services, 'store' | 'clock'>) => {
  const { halls } = await catalogueOf(services)
  return (hallId: string): string | undefined => halls.get(hallId)?.region
}

export const standingAccount = async (tx: Tx, accountId: string): Promise<AccountDoc> => {
  const account = await tx.get(accounts, accountId)
  if (!account || account.erasedAt !== undefined) throw new AppError('NOT_FOUND')
  return account
}

export const grantsOf = (grants: readonly RoleGrant[]): Written<RoleGrant['role']>[] =>
  grants.map(canonicalGrant)

/**
 * Grants; where two people are needed, the first call leaves a request and the same call by another administrator confirms it.
 * @throws AppError NOT_FOUND; FORBIDDEN to oneself; TWO_PEOPLE when the second is the first, or whom it is for
 */
export const grantIn = async (tx: Tx, vault: Vault, { accountId, grant, by, reason }: Granting) => {
  const account = await standingAccount(tx, accountId)
  const wanted = canonicalGrant(grant)
  const audit = (action: string, first: string): void => {
    const places = { halls: wanted.halls ?? [], regions: wanted.regions ?? [] }
    auditEntry(tx, {
      actor: by,
      action,
      subject: accountId,
      detail: { role: wanted.role, ...places, duties: wanted.duties ?? [], first, reason },
    })
  }
  if (takesTwo(wanted)) {
    const requestId = `rr_${vault.pseudonym('roleRequest', `${accountId}|${grantText(wanted)}`)}`
    const request = await tx.get(roleRequests, requestId)
    if (!request || request.expiresAt <= tx.now) {
      tx.put(roleRequests, requestId, {
        v: 1,
        accountId,
        grant: wanted,
        by,
        at: tx.now,
        expiresAt: tx.now + REQUEST_MS,
      })
      audit('accounts/requestRole', by)
      return { accountId, grants: grantsOf(account.grants), pending: true }
    }
    if (request.by === by || accountId === by) throw new AppError('TWO_PEOPLE')
    tx.remove(roleRequests, requestId)
    audit('accounts/grantRole', request.by)
  } else {
    // Nobody grants to themselves: whoever may look at people's data was let in by somebody else.
    if (by === accountId) throw new AppError('FORBIDDEN')
    audit('accounts/grantRole', by)
  }
  const grants = withGrant(account.grants, wanted)
  tx.replace(accounts, accountId, { ...account, grants })
  return { accountId, grants, pending: false }
}
