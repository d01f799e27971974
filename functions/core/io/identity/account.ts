/** Finds the account of a WeChat user, and makes it at the first visit. */
import { AppError } from '../../pure/errors'
import { timeOrderedId } from '../../pure/ids'
import type { Instant } from '../../pure/time'
import type { Services } from '../context'
import { reader } from '../store/reader'
import type { Tx } from '../store/transaction'
import { accounts, identities, type AccountDoc } from './collections'

export interface Account {
  readonly id: string
  readonly doc: AccountDoc
}

type Needs = Pick<Services, 'store' | 'vault' | 'clock' | 'random'>

const TRIES = 6

/** The pseudonym that stands for a WeChat user everywhere behind the door. */
export const originOf = (vault: Needs['vault'], openid: string): string => vault.pseudonym('openid', openid)
export const identityId = (origin: string): string => `id_${origin}`

const newAccount = (origin: string, now: Instant): AccountDoc => ({
  v: 1,
  origin,
  createdAt: now,
  sessionsSince: now,
  grants: [],
  bindings: [],
  defaultTaxpayer: null,
  countsByAccount: true,
})

/** Inside a commit: the account of this WeChat user, new or known. */
export const accountIn = async (tx: Tx, origin: string): Promise<Account> => {
  const fresh = tx.id('ac')
  const identity = await tx.get(identities, identityId(origin))
  if (identity) {
    const doc = await tx.get(accounts, identity.accountId)
    if (!doc || doc.erasedAt !== undefined) throw new AppError('ERASED')
    return { id: identity.accountId, doc }
  }
  const doc = newAccount(origin, tx.now)
  tx.insert(identities, identityId(origin), { v: 1, accountId: fresh, createdAt: tx.now })
  tx.insert(accounts, fresh, doc)
  return { id: fresh, doc }
}

/** The account of this WeChat user; `undefined` when there is none. */
export const findAccount = async (
  { store, vault }: Pick<Needs, 'store' | 'vault'>,
  openid: string,
): Promise<Account | undefined> => {
  const read = reader(store)
  const identity = await read.get(identities, identityId(originOf(vault, openid)))
  const doc = identity && (await read.get(accounts, identity.accountId))
  return identity && doc ? { id: identity.accountId, doc } : undefined
}

/**
 * The account of this WeChat user, made when there is none. Of two calls at once, both get the same.
 * @throws AppError BUSY
 */
export const findOrCreateAccount = async (services: Needs, openid: string): Promise<Account> => {
  const { store, vault, clock, random } = services
  const origin = originOf(vault, openid)
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const found = await findAccount(services, openid)
    if (found) return found
    const now = clock()
    const id = timeOrderedId('ac', now, random(16))
    const doc = newAccount(origin, now)
    const outcome = await store.commit([
      {
        op: 'insert',
        collection: identities.name,
        id: identityId(origin),
        doc: { v: 1, accountId: id, createdAt: now },
      },
      { op: 'insert', collection: accounts.name, id, doc },
    ])
    if (outcome.outcome === 'committed') return { id, doc }
  }
  throw new AppError('BUSY')
}
