/** Who is calling: one read of the account's document a call, so that roles and sign-outs count from the next call on. */
import { AppError } from '../../pure/errors'
import { HOUR } from '../../pure/time'
import type { Context, Services } from '../context'
import type { Vault } from '../security/contract'
import { lru, type Lru } from '../security/lru'
import { reader } from '../store/reader'
import { findOrCreateAccount, originOf, type Account } from './account'
import { accounts, type AccountDoc } from './collections'
import type { Caller } from './roles'
import { readSession } from './session'

type Needs = Pick<Services, 'store' | 'vault' | 'clock' | 'random'>

export interface Arrival {
  readonly services: Needs
  /** Names in lower case. A session comes as `authorization: Bearer <token>`. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** As the platform's own context vouches for it (CloudBase); never from what a caller sent. */
  readonly openid?: string | undefined
}

const ANONYMOUS: Caller = { kind: 'anonymous' }
const REMEMBERED = 20_000

// The document read for this very call: handlers that need it do not read it again.
const documents = new WeakMap<Caller, AccountDoc>()
const accountIdsOf = new WeakMap<Vault, Lru<string>>()

const callerOf = ({ id, doc }: Account): Caller => {
  const caller: Caller = { kind: 'account', accountId: id, grants: doc.grants }
  documents.set(caller, doc)
  return caller
}

const bearer = (header: string): string => {
  const match = /^Bearer +([\w.-]{1,2000})$/i.exec(header.trim())
  if (!match?.[1]) throw new AppError('SIGN_IN')
  return match[1]
}

const bySession = async (services: Needs, header: string): Promise<Caller> => {
  const { accountId, since } = await readSession(services, bearer(header))
  const doc = await reader(services.store).get(accounts, accountId)
  if (!doc) throw new AppError('SIGN_IN')
  if (doc.erasedAt !== undefined) throw new AppError('ERASED')
  if (doc.sessionsSince !== since) throw new AppError('SESSION_EXPIRED')
  return callerOf({ id: accountId, doc })
}

const byOpenid = async (services: Needs, openid: string): Promise<Caller> => {
  const ids = accountIdsOf.get(services.vault) ?? lru<string>({ limit: REMEMBERED, clock: services.clock })
  accountIdsOf.set(services.vault, ids)
  const origin = originOf(services.vault, openid)
  const accountId = ids.get(origin)
  const doc = accountId === undefined ? undefined : await reader(services.store).get(accounts, accountId)
  // An erased account's identity is gone: the same person begins anew with an empty one.
  if (accountId !== undefined && doc && doc.erasedAt === undefined) return callerOf({ id: accountId, doc })
  const account = await findOrCreateAccount(services, openid)
  if (account.doc.erasedAt !== undefined) throw new AppError('ERASED')
  ids.set(origin, account.id, services.clock() + HOUR)
  return callerOf(account)
}

/**
 * The caller of one call. Without a session and without an OPENID: anonymous.
 *
 * @throws AppError SIGN_IN for what is no session of ours, SESSION_EXPIRED for one that ran out or was signed out,
 * ERASED when the account is
 */
export const resolveCaller = async ({ services, headers = {}, openid }: Arrival): Promise<Caller> => {
  if (openid !== undefined) return byOpenid(services, openid)
  const { authorization } = headers
  return authorization === undefined || authorization.trim() === ''
    ? ANONYMOUS
    : bySession(services, authorization)
}

/** The same, in the shape that the entry asks for. */
export const identify = async (
  envelope: {
    readonly headers: Readonly<Record<string, string | undefined>>
    readonly source?: { readonly openid?: string }
  },
  services: Services,
): Promise<Caller> => resolveCaller({ services, headers: envelope.headers, openid: envelope.source?.openid })

/**
 * The id of the account that calls.
 * @throws AppError SIGN_IN when nobody is signed in
 */
export const callerId = ({ caller }: Pick<Context, 'caller'>): string => {
  if (caller.kind !== 'account') throw new AppError('SIGN_IN')
  return caller.accountId
}

/**
 * The account that calls, as it was when the call came in.
 * @throws AppError SIGN_IN when nobody is signed in
 */
export const callingAccount = async ({
  store,
  caller,
}: Pick<Context, 'store' | 'caller'>): Promise<Account> => {
  const id = callerId({ caller })
  const doc = documents.get(caller) ?? (await reader(store).get(accounts, id))
  if (!doc) throw new AppError('SIGN_IN')
  if (doc.erasedAt !== undefined) throw new AppError('ERASED')
  return { id, doc }
}
