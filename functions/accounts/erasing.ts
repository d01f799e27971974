/**
 * All that belongs to an erased account. The account's own document is the gate: from its commit on nothing new is begun. What
 * lies behind it is worked off in small commits, may be repeated, and goes on by an event where one run does not finish.
 */
import type { Instant } from '../core/pure/time'
import type { Services } from '../core/io/context'
import { emit } from '../core/io/events/emit'
import { BY_ID, type CollectionSpec } from '../core/io/store/collection'
import type { Doc } from '../core/io/store/contract'
import { eachOf, pagesOf } from '../core/io/store/pages'
import { personalOf, type Erasure, type Kept } from '../core/io/store/personal'
import { transact } from '../core/io/store/transact'
import type { Tx } from '../core/io/store/transaction'
import { subjects, taxpayers, type TaxpayerDoc } from './collections'
import { endAuthorisations } from './endings'

/** Documents of one commit. */
const BATCH = 20
/** How long a call works at it, and how long an event's handler does. */
export const WHILE_ASKED = 3_000
export const WHILE_DUE = 10_000

type Walked = Exclude<Erasure, 'event' | { readonly keep: Kept } | { readonly expires: string }>

/** What the walk does to a collection's documents; `undefined` where it does nothing. */
const walkedOf = (erase: Erasure): Walked | undefined =>
  erase === 'remove' || (typeof erase === 'object' && 'replace' in erase) ? erase : undefined

interface Erased {
  readonly names: 'account' | 'taxpayer'
  readonly name: string
}

const isLeft = (erase: Walked, doc: Doc, now: Instant): boolean =>
  erase === 'remove' || erase.replace(doc, now) !== undefined

const eraseBatch = (
  services: Services,
  spec: CollectionSpec,
  erase: Walked,
  ids: readonly string[],
): Promise<void> =>
  transact(services, async (tx) => {
    for (const id of ids) {
      const doc = await tx.get<Doc>(spec, id)
      if (!doc) continue
      if (erase === 'remove') {
        tx.remove(spec, id)
        continue
      }
      const replaced = erase.replace(doc, tx.now)
      if (replaced) tx.replace<Doc>(spec, id, replaced)
    }
  })

const batches = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, i) => ids.slice(i * BATCH, (i + 1) * BATCH))

/** Every collection's documents under this name. @returns false when the time was over first */
const eraseNamed = async (
  services: Services,
  collections: readonly CollectionSpec[],
  { names, name }: Erased,
  stopAt: number,
): Promise<boolean> => {
  for (const spec of collections) {
    const personal = personalOf(spec)
    const erase = personal && walkedOf(personal.erase)
    if (!personal || !erase) continue
    for (const finder of personal.by.filter((one) => one.names === names)) {
      if (finder.index === BY_ID) {
        await eraseBatch(services, spec, erase, [name])
        continue
      }
      const field = spec.indexes[finder.index]?.[0] ?? ''
      const query = { index: finder.index, where: { [field]: name } }
      for await (const rows of pagesOf<Doc>(services.store, spec, query)) {
        const theirs = rows.filter(({ doc }) => isLeft(erase, doc, services.clock())).map(({ id }) => id)
        for (const ids of batches(theirs)) {
          if (services.clock() >= stopAt) return false
          await eraseBatch(services, spec, erase, ids)
        }
      }
    }
  }
  return true
}

const release = async (tx: Tx, taxpayerId: string, { subject }: TaxpayerDoc): Promise<void> => {
  const standing = await tx.get(subjects, subject)
  if (standing?.verified === taxpayerId)
    tx.replace(subjects, subject, { ...standing, verified: null, changedAt: tx.now })
}

/** Its document goes last: as long as it stands, a run that was cut short finds it again. */
const eraseTaxpayer = (services: Services, taxpayerId: string): Promise<void> =>
  transact(services, async (tx) => {
    const taxpayer = await tx.get(taxpayers, taxpayerId)
    if (!taxpayer) return
    await release(tx, taxpayerId, taxpayer)
    tx.remove(taxpayers, taxpayerId)
    emit(tx, { kind: 'accounts.taxpayerErased', due: tx.now, payload: { taxpayerId } })
  })

/**
 * The data key first: from there on nothing of it can be read. Idempotent.
 * @returns whether all is done; else the next run goes on where this one stopped
 */
export const finishErasure = async (
  services: Services,
  collections: readonly CollectionSpec[],
  accountId: string,
  budget: number,
): Promise<boolean> => {
  const { store, vault, clock } = services
  const stopAt = clock() + budget
  await vault.destroy(accountId)
  const owned = { index: 'owner', where: { owner: accountId } }
  for await (const { id } of eachOf(store, taxpayers, owned)) {
    if (clock() >= stopAt) return false
    await vault.destroy(id)
    if (!(await eraseNamed(services, collections, { names: 'taxpayer', name: id }, stopAt))) return false
    await eraseTaxpayer(services, id)
  }
  for (const by of ['owner', 'agent'] as const)
    if (!(await endAuthorisations(services, { by, id: accountId }, stopAt))) return false
  return eraseNamed(services, collections, { names: 'account', name: accountId }, stopAt)
}

/** What stays, each with its law once. */
export const keptAfterErasure = (collections: readonly CollectionSpec[]): readonly Kept[] => {
  const kept = new Map<string, Kept>()
  for (const spec of collections) {
    const erase = personalOf(spec)?.erase
    if (typeof erase === 'object' && 'keep' in erase) kept.set(erase.keep.what.zh, erase.keep)
  }
  return [...kept.values()]
}
