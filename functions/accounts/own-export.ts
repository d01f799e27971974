/** What `accounts` itself keeps about a person, opened for that person. */
import type { Services } from '../core/io/context'
import { shownText } from '../core/pure/typed-text'
import { reader } from '../core/io/store/reader'
import type { Collection } from '../core/io/store/collection'
import type { Doc, Stored } from '../core/io/store/contract'
import type { DataKey } from '../core/io/security/contract'
import {
  accessLog,
  accounts,
  authorisations,
  taxpayers,
  type AccessDoc,
  type TaxpayerDoc,
} from './collections'
import { officerName } from './rules/access'
import { whereOf } from './taxpayer'

export type Exported = Readonly<Record<string, unknown>>

/** Where the stated purpose of an access is sealed. */
export const purposeAt = (accessId: string) => `accessLog|${accessId}|purpose` as const

/** As many documents of a section at most: an answer must fit through the gateway. */
const MOST = 500

const ownedBy = async <T extends Doc>(
  store: Services['store'],
  collection: Collection<T>,
  owner: string,
): Promise<Stored<T>[]> => {
  const found: Stored<T>[] = []
  let after: string | undefined
  do {
    const page = await reader(store).query(collection, {
      index: 'owner',
      where: { owner },
      after,
      limit: 100,
    })
    found.push(...page.items)
    after = page.next
  } while (after !== undefined && found.length < MOST)
  return found
}

export const taxpayersOf = async (store: Services['store'], owner: string): Promise<Stored<TaxpayerDoc>[]> =>
  ownedBy(store, taxpayers, owner)

const openTaxpayer = (key: DataKey, { id, doc }: Stored<TaxpayerDoc>): Exported => ({
  id,
  kind: doc.kind,
  standing: doc.standing,
  name: key.open(whereOf(id, 'name'), doc.name),
  number: key.open(whereOf(id, 'number'), doc.number),
  ...(doc.phone === null ? {} : { phone: key.open(whereOf(id, 'phone'), doc.phone) }),
  createdAt: doc.createdAt,
  verifiedAt: doc.verifiedAt,
  removedAt: doc.removedAt,
})

/** One access as its owner sees it. */
export const openAccess = (key: DataKey, { id, doc }: Stored<AccessDoc>) => ({
  at: doc.at,
  who: officerName(doc.as, doc.who),
  field: doc.field,
  purpose: shownText(key.open(purposeAt(id), doc.purpose)),
})

export const ownSections = async (
  { store, vault }: Services,
  accountId: string,
  owned: readonly Stored<TaxpayerDoc>[],
): Promise<{ name: string; documents: Exported[] }[]> => {
  const key = await vault.keyOf(accountId)
  const account = await reader(store).get(accounts, accountId)
  const [given, seen] = await Promise.all([
    ownedBy(store, authorisations, accountId),
    ownedBy(store, accessLog, accountId),
  ])
  return [
    {
      name: 'accounts.account',
      documents: account
        ? [
            {
              id: accountId,
              createdAt: account.createdAt,
              sessionsSince: account.sessionsSince,
              grants: account.grants,
            },
          ]
        : [],
    },
    { name: 'accounts.taxpayers', documents: owned.map((stored) => openTaxpayer(key, stored)) },
    {
      name: 'accounts.authorisations',
      documents: given.map(({ id, doc: { taxpayerId, agent, scope, createdAt, expiresAt, revokedAt } }) => ({
        id,
        taxpayerId,
        agent,
        scope,
        createdAt,
        expiresAt,
        revokedAt,
      })),
    },
    { name: 'accounts.accessLog', documents: seen.map((stored) => openAccess(key, stored)) },
  ]
}
