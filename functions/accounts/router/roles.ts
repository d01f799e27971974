/** Roles: granted and withdrawn by administrators, inside their regions, with two people for the higher ones. */
import { AppError } from '../../core/pure/errors'
import { auditEntry } from '../../core/io/audit/entry'
import { callingAccount } from '../../core/io/identity/caller'
import type { RoleGrant } from '../../core/io/identity/roles'
import { accounts } from '../collections'
import { grantIn, regionsOfHalls, standingAccount } from '../granting'
import { mayGrant, withoutDuties, withoutRole } from '../rules/grants'
import { os } from './implementer'

const grantRole = os.grantRole.handler(async ({ input, context }) => {
  const { vault } = context
  const { id, doc } = await callingAccount(context)
  const { accountId, grant } = input
  // Another region's account answers as an unknown one.
  const regionOf = await regionsOfHalls(context)
  if (!mayGrant(doc.grants, grant, regionOf)) throw new AppError('NOT_FOUND')
  const reason = vault.own.seal(`auditEntries|${accountId}|reason`, input.reason)
  return context.transact(async (tx) => {
    const granted = await grantIn(tx, vault, { accountId, grant, by: id, reason })
    // What the account holds elsewhere is told to those who administer there.
    return { ...granted, grants: granted.grants.filter((one) => mayGrant(doc.grants, one, regionOf)) }
  })
})

const withdrawRole = os.withdrawRole.handler(async ({ input, context }) => {
  const { id, doc } = await callingAccount(context)
  const { accountId, role, duties } = input
  const regionOf = await regionsOfHalls(context)
  const reason = context.vault.own.seal(`auditEntries|${accountId}|reason`, input.reason)
  return context.transact(async (tx) => {
    const account = await standingAccount(tx, accountId)
    const held = account.grants.filter((grant) => grant.role === role)
    const mine = (grant: RoleGrant): boolean => mayGrant(doc.grants, grant, regionOf)
    // Where nothing of the role is held, only who administers everywhere is told so.
    if (!held.every(mine) || (held.length === 0 && !mine({ role }))) throw new AppError('NOT_FOUND')
    const grants = duties ? withoutDuties(account.grants, role, duties) : withoutRole(account.grants, role)
    if (held.length > 0) {
      tx.replace(accounts, accountId, { ...account, grants })
      auditEntry(tx, {
        actor: id,
        action: 'accounts/withdrawRole',
        subject: accountId,
        detail: { role, ...(duties ? { duties } : {}), reason },
      })
    }
    return { accountId, grants: grants.filter(mine) }
  })
})

export const roles = { grantRole, withdrawRole }
