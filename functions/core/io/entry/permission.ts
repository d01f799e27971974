/** May this caller call this procedure? Whose things it may touch is the handler's to decide, by the procedure's scope. */
import { AppError } from '../../pure/errors'
import type { Caller } from '../identity/roles'
import type { Allow } from '../procedure'

const fits = (caller: Caller, allow: Allow): boolean => {
  switch (allow) {
    case 'anyone':
      return true
    case 'timer':
      return caller.kind === 'timer'
    case 'account':
    case 'taxpayer':
      return caller.kind === 'account'
    default:
      return caller.kind === 'account' && caller.grants.some((grant) => grant.role === allow)
  }
}

/** @throws AppError SIGN_IN when signing in might help, else FORBIDDEN */
export const permit = (caller: Caller, allow: readonly Allow[]): void => {
  if (allow.some((one) => fits(caller, one))) return
  const signingInHelps = caller.kind === 'anonymous' && allow.some((one) => one !== 'timer')
  throw new AppError(signingInHelps ? 'SIGN_IN' : 'FORBIDDEN')
}
