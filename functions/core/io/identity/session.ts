/** Short session tokens: HS256 by jose, checked once and then known until they expire. Roles are never in them. */
import { jwtVerify, SignJWT, errors } from 'jose'
import { AppError } from '../../pure/errors'
import { HOUR, type Instant } from '../../pure/time'
import type { Services } from '../context'
import type { Vault } from '../security/contract'
import { lru, type Lru } from '../security/lru'
import type { Account } from './account'

export const SESSION_MS = 12 * HOUR
const ISSUER = 'shuibang'
const REMEMBERED = 20_000

export interface Session {
  readonly token: string
  readonly expiresAt: Instant
  readonly accountId: string
}

/** What a token says: whose it is, and under which `sessionsSince` of the account it was made. */
export interface Claim {
  readonly accountId: string
  readonly since: Instant
}

interface Known {
  readonly key: Uint8Array
  readonly tokens: Lru<Claim>
}

// One an instance, beside its vault, so that nothing is shared between two deployments in one process.
const knownOf = new WeakMap<Vault, Known>()

const known = ({ vault, clock }: Pick<Services, 'vault' | 'clock'>): Known => {
  const found = knownOf.get(vault)
  if (found) return found
  const made = { key: vault.signingKey('session'), tokens: lru<Claim>({ limit: REMEMBERED, clock }) }
  knownOf.set(vault, made)
  return made
}

/** A session of 12 hours for the account as it is now. */
export const startSession = async (services: Pick<Services, 'vault' | 'clock'>, account: Account, now: Instant): Promise<Session> => {
  const issued = Math.floor(now / 1000)
  const expires = issued + SESSION_MS / 1000
  const token = await new SignJWT({ since: account.doc.sessionsSince })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(ISSUER)
    .setSubject(account.id)
    .setIssuedAt(issued)
    .setExpirationTime(expires)
    .sign(known(services).key)
  return { token, expiresAt: expires * 1000, accountId: account.id }
}

/**
 * What a token says, once its signature and times are checked. Whether the account still honours it, its document tells.
 * @throws AppError SESSION_EXPIRED when it has run out, SIGN_IN when it is no token of ours
 */
export const readSession = async (services: Pick<Services, 'vault' | 'clock'>, token: string): Promise<Claim> => {
  const { key, tokens } = known(services)
  const remembered = tokens.get(token)
  if (remembered) return remembered
  try {
    const { payload } = await jwtVerify<{ since: unknown }>(token, key, {
      algorithms: ['HS256'], issuer: ISSUER, requiredClaims: ['sub', 'exp', 'since'], currentDate: new Date(services.clock()),
    })
    const { sub, exp, since } = payload
    if (sub === undefined || exp === undefined || typeof since !== 'number') throw new AppError('SIGN_IN')
    const claim = { accountId: sub, since }
    tokens.set(token, claim, exp * 1000)
    return claim
  } catch (cause) {
    throw new AppError(cause instanceof errors.JWTExpired ? 'SESSION_EXPIRED' : 'SIGN_IN', undefined, { cause })
  }
}
