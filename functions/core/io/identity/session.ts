/** Short session tokens: JWTs of HS256, checked once and then known until they expire. Roles are never in them. */
import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto'
import * as z from 'zod/mini'
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
  readonly key: KeyObject
  readonly tokens: Lru<Claim>
}

// One an instance, beside its vault, so that nothing is shared between two deployments in one process.
const knownOf = new WeakMap<Vault, Known>()

const known = ({ vault, clock }: Pick<Services, 'vault' | 'clock'>): Known => {
  const found = knownOf.get(vault)
  if (found) return found
  const made = {
    key: createSecretKey(vault.signingKey('session')),
    tokens: lru<Claim>({ limit: REMEMBERED, clock }),
  }
  knownOf.set(vault, made)
  return made
}

/** The one header that we write, as it stands in every token: no other algorithm is ever considered. */
const HEADER = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT' })).toString('base64url')

const signatureOf = (payload: string, key: KeyObject): string =>
  createHmac('sha256', key).update(`${HEADER}.${payload}`).digest('base64url')

/** A session of 12 hours for the account as it is now. */
export const startSession = async (
  services: Pick<Services, 'vault' | 'clock'>,
  account: Account,
  now: Instant,
): Promise<Session> => {
  const issued = Math.floor(now / 1000)
  const expires = issued + SESSION_MS / 1000
  const said = { since: account.doc.sessionsSince, iss: ISSUER, sub: account.id, iat: issued, exp: expires }
  const payload = Buffer.from(JSON.stringify(said)).toString('base64url')
  const token = `${HEADER}.${payload}.${signatureOf(payload, known(services).key)}`
  return { token, expiresAt: expires * 1000, accountId: account.id }
}

/**
 * The payload of a token with our header and our signature. By node:crypto: jose's way through WebCrypto costs 150 µs of
 * processor a token, this 7 µs, and a rush begins with a new token in every call.
 */
const signedPayload = (token: string, key: KeyObject): unknown => {
  const [header, payload = '', signature = '', more] = token.split('.')
  // Compared as text: of the spellings that decode to the same bytes, one is ours.
  const expected = Buffer.from(signatureOf(payload, key))
  const given = Buffer.from(signature)
  if (
    header !== HEADER ||
    more !== undefined ||
    given.length !== expected.length ||
    !timingSafeEqual(given, expected)
  )
    return undefined
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
}

const claims = z.object({
  iss: z.literal(ISSUER),
  sub: z.string().check(z.minLength(1)),
  since: z.int(),
  exp: z.int(),
})

/**
 * What a token says, once its signature and times are checked. Whether the account still honours it, its document tells.
 * @throws AppError SESSION_EXPIRED when it has run out, SIGN_IN when it is no token of ours
 */
export const readSession = async (
  services: Pick<Services, 'vault' | 'clock'>,
  token: string,
): Promise<Claim> => {
  const { key, tokens } = known(services)
  const remembered = tokens.get(token)
  if (remembered) return remembered
  const { success, data } = claims.safeParse(signedPayload(token, key))
  if (!success) throw new AppError('SIGN_IN')
  if (data.exp * 1000 <= services.clock()) throw new AppError('SESSION_EXPIRED')
  const claim = { accountId: data.sub, since: data.since }
  tokens.set(token, claim, data.exp * 1000)
  return claim
}
