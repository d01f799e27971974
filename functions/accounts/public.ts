/** The few things that other functions may call. */
import { AppError } from '../core/pure/errors'
import { isDay, type Day, type Instant } from '../core/pure/time'
import type { Context, Services } from '../core/io/context'
import { callingAccount } from '../core/io/identity/caller'
import { accounts, type AccountDoc } from '../core/io/identity/collections'
import { reader } from '../core/io/store/reader'
import type { Tx } from '../core/io/store/transaction'
import { subjects, taxpayers } from './collections'
import { isScope, type AuthorisationScope } from './data/scopes'
import { chooseBinding, covers, stands } from './rules/bindings'
import { claimOf, type Claim } from './claims'
import { openMasked, whereOf } from './taxpayer'

export { subjectIdOf } from './taxpayer'
export { claimKeysOf, type Claim, type PastClaim } from './claims'
export { collections } from './collections'

/** For what business, and for which of the caller's taxpayers. */
export interface ActingWish {
  /** What an agent's authorisation must cover. Without it a copied handler would let an agent act beyond what was allowed. */
  readonly scope: AuthorisationScope
  /** Absent: the default, else the only one. */
  readonly taxpayerId?: string | undefined
}

export interface Acting {
  readonly taxpayerId: string
  /** Where limits and no-shows count, once verified; while claimed it names the claim. */
  readonly ledgerKey: string
  /** While claimed: where it counts instead. */
  readonly claim?: Claim
  readonly standing: 'claimed' | 'verified'
  /** When it was verified; missing for what was verified before that was kept. */
  readonly verifiedAt?: Instant
  /** The account that calls. */
  readonly accountId: string
  /** The account that the taxpayer's data belongs to, and whose data key seals it: another than the caller's for an agent. */
  readonly owner: string
  readonly kind: 'person' | 'enterprise'
  /** Masked. */
  readonly name: string
}

/**
 * For whom the caller acts: the taxpayer named, else the default, else the only one. Normally without any read: the
 * account came with the caller, its owner's data key from memory.
 *
 * @throws AppError SIGN_IN; NO_TAXPAYER when there is none to act for; NOT_FOUND for one that is not the caller's
 * @throws RangeError for a scope that is none: a programming error
 * @example await actingFor(context, { scope: 'appointments', taxpayerId: input.taxpayerId })
 */
export const actingFor = async (
  context: Pick<Context, 'store' | 'vault' | 'caller' | 'now'>,
  { scope, taxpayerId }: ActingWish,
): Promise<Acting> => {
  if (!isScope(scope)) throw new RangeError(`actingFor: no scope of that name: ${String(scope)}`)
  const { id, doc } = await callingAccount(context)
  const choice = chooseBinding({
    bindings: doc.bindings,
    wanted: taxpayerId,
    preferred: doc.defaultTaxpayer,
    scope,
    now: context.now,
  })
  if ('refused' in choice) throw new AppError(choice.refused)
  const { chosen } = choice
  const key = (await context.vault.keysOf([chosen.owner])).get(chosen.owner)
  // Its owner is erased, and the authorisation about to end.
  if (!key) throw new AppError(taxpayerId === undefined ? 'NO_TAXPAYER' : 'NOT_FOUND')
  return {
    taxpayerId: chosen.taxpayerId,
    ledgerKey: chosen.ledgerKey,
    standing: chosen.standing,
    ...(chosen.verifiedAt === undefined ? {} : { verifiedAt: chosen.verifiedAt }),
    ...(chosen.standing === 'claimed' ? { claim: await claimOf(context, { id, doc }, chosen) } : {}),
    accountId: id,
    owner: chosen.owner,
    kind: chosen.kind,
    name: openMasked(key, chosen.taxpayerId, chosen.masked).name,
  }
}

/** One of an account's taxpayers, as its lists show it. */
export interface ActedFor {
  readonly taxpayerId: string
  readonly kind: 'person' | 'enterprise'
  readonly through: 'own' | 'authorisation'
  /** The account that the taxpayer's data belongs to. */
  readonly owner: string
  /** Masked. */
  readonly name: string
}

/**
 * Everybody that an account acts for now on such business, its default first. Of whom nothing can be shown any more, since
 * its owner is erased, is left out.
 */
export const everyoneActedFor = async (
  { store, vault, now }: Pick<Context, 'store' | 'vault' | 'now'>,
  { accountId, scope }: { readonly accountId: string; readonly scope: AuthorisationScope },
): Promise<readonly ActedFor[]> => {
  const account = await reader(store).get(accounts, accountId)
  if (!account || account.erasedAt !== undefined) return []
  const standing = account.bindings.filter((one) => stands(one, now) && covers(one, scope))
  const keys = await vault.keysOf([...new Set(standing.map(({ owner }) => owner))])
  return standing
    .flatMap(({ taxpayerId, kind, through, owner, masked }) => {
      const key = keys.get(owner)
      return key ? [{ taxpayerId, kind, through, owner, name: openMasked(key, taxpayerId, masked).name }] : []
    })
    .sort(
      (a, b) =>
        Number(b.taxpayerId === account.defaultTaxpayer) - Number(a.taxpayerId === account.defaultTaxpayer),
    )
}

/**
 * Does that account act for this taxpayer on such business now; for nobody (`null`): is it still there, and has it no person of
 * its own to act for? Beside a write: what it read is not checked at commit.
 */
export const standsForOrSelf = async (
  tx: Pick<Tx, 'peek' | 'now'>,
  wish: {
    readonly accountId: string
    readonly taxpayerId: string | null
    readonly scope: AuthorisationScope
  },
): Promise<boolean> => {
  const { accountId, taxpayerId, scope } = wish
  if (taxpayerId !== null) return standsFor(tx, { accountId, taxpayerId, scope })
  const account = await tx.peek(accounts, accountId)
  if (!account || account.erasedAt !== undefined) return false
  return !account.bindings.some(({ through, kind }) => through === 'own' && kind === 'person')
}

/** May the caller act for this taxpayer now, on whatever business? An officer who may decides nothing about it. */
export const actsFor = async (
  context: Pick<Context, 'store' | 'caller' | 'now'>,
  taxpayerId: string,
): Promise<boolean> =>
  (await callingAccount(context)).doc.bindings.some(
    (binding) => binding.taxpayerId === taxpayerId && stands(binding, context.now),
  )

export interface OwnTaxpayer {
  readonly taxpayerId: string
  readonly kind: 'person' | 'enterprise'
  /** Masked. */
  readonly name: string
}

/** Every taxpayer that the caller acts for now, her own and others'. */
export const taxpayersOf = async (
  context: Pick<Context, 'store' | 'vault' | 'caller' | 'now'>,
): Promise<readonly OwnTaxpayer[]> => {
  const { doc } = await callingAccount(context)
  const standing = doc.bindings.filter((binding) => stands(binding, context.now))
  const keys = await context.vault.keysOf([...new Set(standing.map(({ owner }) => owner))])
  return standing.flatMap(({ taxpayerId, kind, owner, masked }) => {
    const key = keys.get(owner)
    return key ? [{ taxpayerId, kind, name: openMasked(key, taxpayerId, masked).name }] : []
  })
}

/** Taxpayers that an account acts for at that instant; none once it is erased. */
export const standingOf = (account: AccountDoc | undefined, now: Instant): ReadonlySet<string> =>
  new Set(
    account === undefined || account.erasedAt !== undefined
      ? []
      : account.bindings.filter((binding) => stands(binding, now)).map(({ taxpayerId }) => taxpayerId),
  )

/** Does that account act for this taxpayer on such business now? Beside a write: what it read is not checked at commit. */
export const standsFor = async (
  tx: Pick<Tx, 'peek' | 'now'>,
  {
    accountId,
    taxpayerId,
    scope,
  }: { readonly accountId: string; readonly taxpayerId: string; readonly scope: AuthorisationScope },
): Promise<boolean> =>
  ((await tx.peek(accounts, accountId))?.bindings ?? []).some(
    (binding) => binding.taxpayerId === taxpayerId && stands(binding, tx.now) && covers(binding, scope),
  )

/** The subject that a taxpayer stands for: the same whoever acts for it. A pseudonym. @throws AppError NOT_FOUND */
export const subjectOf = async ({ store }: Pick<Services, 'store'>, taxpayerId: string): Promise<string> => {
  const doc = await reader(store).get(taxpayers, taxpayerId)
  if (!doc) throw new AppError('NOT_FOUND')
  return doc.subject
}

/** Who is verified for a subject, and under whose key their data lies. `undefined`: nobody here is. */
export const verifiedFor = async (
  { store }: Pick<Services, 'store'>,
  subject: string,
): Promise<
  { readonly taxpayerId: string; readonly owner: string; readonly kind: 'person' | 'enterprise' } | undefined
> => {
  const taxpayerId = (await reader(store).get(subjects, subject))?.verified
  const doc = taxpayerId ? await reader(store).get(taxpayers, taxpayerId) : undefined
  if (!taxpayerId || !doc || doc.removedAt !== null) return undefined
  return { taxpayerId, owner: doc.owner, kind: doc.kind }
}

/** Width, spaces and capitals make no other name. */
const nameAlike = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/** Is this the taxpayer's own name? What it is, is not told. False once its owner is erased. */
export const isNameOf = async (
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  taxpayerId: string,
  name: string,
): Promise<boolean> => {
  const doc = await reader(store).get(taxpayers, taxpayerId)
  const key = doc && (await vault.keysOf([doc.owner])).get(doc.owner)
  return Boolean(doc && key && nameAlike(key.open(whereOf(taxpayerId, 'name'), doc.name)) === nameAlike(name))
}

/** The full names of the caller's own verified taxpayers: compared with others here, and shown to nobody. */
export const knownNameOf = async (
  context: Pick<Context, 'store' | 'vault' | 'caller' | 'now'>,
): Promise<readonly string[]> => {
  const { doc } = await callingAccount(context)
  const ids = doc.bindings
    .filter(({ through, standing }) => through === 'own' && standing === 'verified')
    .map(({ taxpayerId }) => taxpayerId)
  const docs = await reader(context.store).getMany(taxpayers, ids)
  const keys = await context.vault.keysOf([...new Set(docs.flatMap((one) => one?.owner ?? []))])
  return docs.flatMap((one, i) => {
    const key = one && keys.get(one.owner)
    return one && key ? [key.open(whereOf(ids[i] ?? '', 'name'), one.name)] : []
  })
}

export interface VerifiedPerson {
  readonly taxpayerId: string
  /** The same whoever acts for the person. A pseudonym. */
  readonly subject: string
  /** The account that calls, under whose key the person's data lies. */
  readonly owner: string
  /** In full: compared, and shown to nobody else. */
  readonly name: string
  /** By the number of the identity card; null: by another paper. */
  readonly bornOn: Day | null
}

/** Eighteen characters: places 7 to 14 are the day of birth (GB 11643-1999). */
const bornIn = (number: string): Day | null => {
  const [, year = '', month = '', date = ''] = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(number) ?? []
  const day = `${year}-${month}-${date}`
  return isDay(day) ? day : null
}

/** The person that the caller is, once verified: the default of those that are the caller's own, else the first. */
export const verifiedPerson = async (
  context: Pick<Context, 'store' | 'vault' | 'caller' | 'now'>,
): Promise<VerifiedPerson | undefined> => {
  const { id, doc } = await callingAccount(context)
  const own = doc.bindings.filter(
    ({ through, standing, kind }) => through === 'own' && standing === 'verified' && kind === 'person',
  )
  const chosen = own.find(({ taxpayerId }) => taxpayerId === doc.defaultTaxpayer) ?? own[0]
  const person = chosen && (await reader(context.store).get(taxpayers, chosen.taxpayerId))
  if (!chosen || !person) return undefined
  const { taxpayerId } = chosen
  const key = await context.vault.keyOf(person.owner)
  return {
    taxpayerId,
    subject: person.subject,
    owner: id,
    name: key.open(whereOf(taxpayerId, 'name'), person.name),
    bornOn: bornIn(key.open(whereOf(taxpayerId, 'number'), person.number)),
  }
}

/** Masked names for officers' lists, those let go included. Absent: erased, or never there. */
export const taxpayerNames = async (
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  taxpayerIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly standing: 'claimed' | 'verified' }>> => {
  const ids = [...new Set(taxpayerIds)]
  const docs = await reader(store).getMany(taxpayers, ids)
  const keys = await vault.keysOf([...new Set(docs.flatMap((doc) => doc?.owner ?? []))])
  const names = new Map<string, { readonly name: string; readonly standing: 'claimed' | 'verified' }>()
  docs.forEach((doc, i) => {
    const id = ids[i]
    const key = doc && keys.get(doc.owner)
    if (id !== undefined && doc && key)
      names.set(id, { name: openMasked(key, id, doc.masked).name, standing: doc.standing })
  })
  return names
}
