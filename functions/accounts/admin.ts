/** What an operator at the machine may do: name the first administrators once, and grant as one of them. */
import { AppError } from '../core/pure/errors'
import { auditEntry } from '../core/io/audit/entry'
import type { Services } from '../core/io/context'
import { findOrCreateAccount } from '../core/io/identity/account'
import type { RoleGrant } from '../core/io/identity/roles'
import { reader } from '../core/io/store/reader'
import { transact } from '../core/io/store/transact'
import { accounts, bootstraps } from './collections'
import { grantIn, regionsOfHalls, standingAccount } from './granting'
import { isPurpose } from './rules/fields'
import { mayGrant, withGrant } from './rules/grants'

/** Two at least: the higher roles take two people from the first day on. */
export const FIRST_ADMINISTRATORS = { least: 2, most: 5 } as const

/** What the operator asked for cannot be; the message says why. */
export class AdminRefused extends Error {
  override readonly name = 'AdminRefused'
}

/** An account by its id, or by a WeChat user's OPENID (made when there is none). */
export const accountBy = async (
  services: Services,
  by: { readonly account: string } | { readonly openid: string },
): Promise<string> => {
  if ('openid' in by) return (await findOrCreateAccount(services, by.openid)).id
  const found = await reader(services.store).get(accounts, by.account)
  if (!found || found.erasedAt !== undefined) throw new AdminRefused(`no account ${by.account}`)
  return by.account
}

/**
 * Makes the first administrators of a deployment, once in its life.
 * @throws AdminRefused when it has had them, or when they are too few
 */
export const bootstrap = async (
  services: Services,
  accountIds: readonly string[],
): Promise<readonly string[]> => {
  const ids = [...new Set(accountIds)]
  const { least, most } = FIRST_ADMINISTRATORS
  if (ids.length < least || ids.length > most)
    throw new AdminRefused(`name ${least} to ${most} different accounts: higher roles take two people`)
  return transact(services, async (tx) => {
    if (await tx.get(bootstraps, 'first'))
      throw new AdminRefused('this deployment has had its first administrators; use grant')
    tx.insert(bootstraps, 'first', { v: 1, accounts: ids, at: tx.now })
    for (const id of ids) {
      const account = await standingAccount(tx, id)
      tx.replace(accounts, id, { ...account, grants: withGrant(account.grants, { role: 'admin' }) })
      auditEntry(tx, {
        actor: 'operator:bootstrap',
        action: 'admin/bootstrap',
        subject: id,
        detail: { role: 'admin' },
      })
    }
    return ids
  })
}

/**
 * Grants as the administrator `by`, by the same rules as through the API: the higher roles wait for a second one.
 * @throws AdminRefused
 */
export const grantAs = async (
  services: Services,
  {
    by,
    accountId,
    grant,
    reason,
  }: { readonly by: string; readonly accountId: string; readonly grant: RoleGrant; readonly reason: string },
): Promise<{ readonly pending: boolean; readonly grants: readonly RoleGrant[] }> => {
  const administrator = await reader(services.store).get(accounts, by)
  const regionOf = await regionsOfHalls(services)
  if (!administrator || !mayGrant(administrator.grants, grant, regionOf))
    throw new AdminRefused(`${by} is no administrator who may grant this`)
  if (!isPurpose(reason)) throw new AdminRefused('--reason: say why, in 2 to 200 characters')
  const sealed = services.vault.own.seal(`auditEntries|${accountId}|reason`, reason)
  try {
    return await transact(services, async (tx) =>
      grantIn(tx, services.vault, { accountId, grant, by, reason: sealed }),
    )
  } catch (error) {
    if (error instanceof AppError && error.code === 'TWO_PEOPLE')
      throw new AdminRefused('another administrator must confirm this grant')
    if (error instanceof AppError && error.code === 'NOT_FOUND')
      throw new AdminRefused(`no account ${accountId}`)
    throw error
  }
}
