/** May this caller call this procedure? Whose things it may touch is the handler's to decide, by the procedure's scope. */
import { grantHolds } from '../../pure/duties'
import type { Duty } from '../../pure/duties-data'
import { AppError } from '../../pure/errors'
import type { Caller } from '../identity/roles'
import type { Allow, Permission } from '../procedure'

const fits = (caller: Caller, allow: Allow, duty: Duty | undefined): boolean => {
  switch (allow) {
    case 'anyone':
      return true
    case 'timer':
      return caller.kind === 'timer'
    case 'account':
    case 'taxpayer':
      return caller.kind === 'account'
    default:
      return (
        caller.kind === 'account' &&
        caller.grants.some((grant) => grant.role === allow && (duty === undefined || grantHolds(grant, duty)))
      )
  }
}

/** @throws AppError SIGN_IN when signing in might help, else FORBIDDEN */
export const permit = (caller: Caller, { allow, duty }: Pick<Permission, 'allow' | 'duty'>): void => {
  if (allow.some((one) => fits(caller, one, duty))) return
  const signingInHelps = caller.kind === 'anonymous' && allow.some((one) => one !== 'timer')
  throw new AppError(signingInHelps ? 'SIGN_IN' : 'FORBIDDEN')
}
