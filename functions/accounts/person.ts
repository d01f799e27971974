/** A person as documents name it: every pseudonym that collections are asked by. */
import type { Services } from '../core/io/context'
import { identityId, type Account } from '../core/io/identity/account'
import { allOf } from '../core/io/store/pages'
import type { Finder, Named } from '../core/io/store/personal'
import { BY_ID, type CollectionSpec } from '../core/io/store/collection'
import type { Stored } from '../core/io/store/contract'
import { taxpayers, type TaxpayerDoc } from './collections'
import { accountLedger, claimedLedger, verifiedLedger } from './taxpayer'

export interface Person {
  readonly accountId: string
  /** Each list sorted, so that a page can go on behind a name. */
  readonly names: Readonly<Record<Named, readonly string[]>>
}

const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].sort()

/** Where limits count. A verified ledger is the subject's: once let go, it may be somebody else's. */
const ledgersOf = (
  vault: Services['vault'],
  origin: string,
  { subject, standing, removedAt }: TaxpayerDoc,
): readonly string[] => [
  claimedLedger(vault, origin, subject),
  ...(standing === 'verified' && removedAt === null ? [verifiedLedger(vault, subject)] : []),
]

/** With the taxpayers that it let go: they are about this person all the same. */
export const personOf = async (
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  { id, doc: { origin } }: Account,
): Promise<Person> => {
  const owned = await allOf(store, taxpayers, { index: 'owner', where: { owner: id } })
  return {
    accountId: id,
    names: {
      account: [id],
      identity: [identityId(origin)],
      taxpayer: sorted(owned.map((one) => one.id)),
      subject: sorted(owned.map(({ doc }) => doc.subject)),
      ledger: sorted([
        accountLedger(vault, origin),
        ...owned.flatMap(({ doc }) => ledgersOf(vault, origin, doc)),
      ]),
    },
  }
}

/** The name by which this finder finds this document; `undefined` where the document holds none. */
export const nameIn = (
  { indexes }: CollectionSpec,
  { index }: Finder,
  { id, doc }: Pick<Stored, 'id' | 'doc'>,
): unknown => (index === BY_ID ? id : doc[indexes[index]?.[0] ?? ''])
