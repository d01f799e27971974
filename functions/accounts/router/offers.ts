/** Authorisations that wait for the agent's word: nobody acts for another before they have said so. */
import { AppError } from '../../core/pure/errors'
import type { Instant } from '../../core/pure/time'
import { auditEntry } from '../../core/io/audit/entry'
import type { Context } from '../../core/io/context'
import { callingAccount } from '../../core/io/identity/caller'
import type { DataKey } from '../../core/io/security/contract'
import type { Stored } from '../../core/io/store/contract'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { agentBinding, showAuthorisation } from '../authorisation'
import { accounts, authorisations, taxpayers, type AuthorisationDoc, type TaxpayerDoc } from '../collections'
import { isScope } from '../data/scopes'
import { inForce, openOffer } from '../rules/authorising'
import { MOST_BINDINGS } from '../rules/bindings'
import { openMasked } from '../taxpayer'
import { os } from './implementer'

/** Pages looked at for one answer: what is left goes on with `next`. */
const PAGES = 5

const stillVerified = (taxpayer: TaxpayerDoc | undefined): taxpayer is TaxpayerDoc =>
  taxpayer !== undefined && taxpayer.standing === 'verified' && taxpayer.removedAt === null

interface Offered {
  readonly row: Stored<AuthorisationDoc>
  readonly taxpayer: TaxpayerDoc
  readonly key: DataKey
}

/** Those whose taxpayer still stands and whose owner is not erased. */
const offeredOf = async (
  { store, vault, now }: Context,
  rows: readonly Stored<AuthorisationDoc>[],
): Promise<readonly Offered[]> => {
  const waiting = rows.filter(({ doc }) => openOffer(doc, now))
  const docs = await reader(store).getMany(
    taxpayers,
    waiting.map(({ doc }) => doc.taxpayerId),
  )
  const keys = await vault.keysOf([...new Set(waiting.map(({ doc }) => doc.owner))])
  return waiting.flatMap((row, at) => {
    const taxpayer = docs[at]
    const key = keys.get(row.doc.owner)
    return stillVerified(taxpayer) && key ? [{ row, taxpayer, key }] : []
  })
}

const shown = ({ row: { id, doc }, taxpayer, key }: Offered, now: Instant) => {
  const offer = openOffer(doc, now)
  return {
    id,
    kind: taxpayer.kind,
    ...openMasked(key, doc.taxpayerId, taxpayer.masked),
    scope: (offer?.scope ?? []).filter(isScope),
    expiresAt: offer?.endsAt ?? now,
    acceptBy: offer?.acceptBy ?? now,
  }
}

const pendingAuthorisations = os.pendingAuthorisations.handler(async ({ input, context }) => {
  const { id } = await callingAccount(context)
  const found: Offered[] = []
  let next = input.after
  for (let i = 0; i < PAGES && found.length < input.limit; i += 1) {
    const page = await reader(context.store).query(authorisations, {
      index: 'agent',
      where: { agent: id },
      after: next,
      limit: input.limit - found.length,
    })
    found.push(...(await offeredOf(context, page.items)))
    next = page.next
    if (next === undefined) break
  }
  return {
    items: found.map((one) => shown(one, context.now)),
    ...(next === undefined ? {} : { next }),
  }
})

const mine = async (tx: Tx, agent: string, authorisationId: string): Promise<AuthorisationDoc> => {
  const doc = await tx.get(authorisations, authorisationId)
  if (!doc || doc.agent !== agent) throw new AppError('NOT_FOUND')
  return doc
}

/** @throws AppError NOT_FOUND when its owner acts for it no more, INVALID_INPUT when the account is full */
const accept = async (tx: Tx, agent: string, authorisationId: string): Promise<AuthorisationDoc> => {
  const doc = await mine(tx, agent, authorisationId)
  const offer = openOffer(doc, tx.now)
  if (!offer) {
    // Said twice: the answer is the same. What was declined, taken back or has lapsed is as good as unknown.
    if (inForce(doc, tx.now)) return doc
    throw new AppError('NOT_FOUND')
  }
  const taxpayer = await tx.get(taxpayers, doc.taxpayerId)
  const owner = await tx.get(accounts, doc.owner)
  const own = owner?.bindings.find((one) => one.taxpayerId === doc.taxpayerId && one.through === 'own')
  if (!stillVerified(taxpayer) || owner?.erasedAt !== undefined || own?.standing !== 'verified')
    throw new AppError('NOT_FOUND')
  const account = await tx.get(accounts, agent)
  if (!account || account.erasedAt !== undefined) throw new AppError('ERASED')
  const others = account.bindings.filter((one) => one.taxpayerId !== doc.taxpayerId)
  if (others.length >= MOST_BINDINGS)
    throw new AppError('INVALID_INPUT', {
      issues: [{ path: '', code: 'too_many', message: String(MOST_BINDINGS) }],
    })
  const { scope, endsAt } = offer
  const accepted: AuthorisationDoc = {
    ...doc,
    scope,
    endsAt,
    expiresAt: endsAt,
    acceptedAt: tx.now,
    revokedAt: null,
    offer: null,
  }
  tx.replace(authorisations, authorisationId, accepted)
  tx.replace(accounts, agent, {
    ...account,
    bindings: [...others, agentBinding(own, authorisationId, { scope, endsAt })],
  })
  return accepted
}

const acceptAuthorisation = os.acceptAuthorisation.handler(async ({ input, context }) => {
  const { id } = await callingAccount(context)
  const { authorisationId } = input
  return context.transact(async (tx) => {
    const doc = await accept(tx, id, authorisationId)
    auditEntry(tx, {
      actor: id,
      action: 'accounts/acceptAuthorisation',
      subject: authorisationId,
      detail: { taxpayerId: doc.taxpayerId },
    })
    return { authorisation: showAuthorisation(authorisationId, doc, tx.now) }
  })
})

const declineAuthorisation = os.declineAuthorisation.handler(async ({ input, context }) => {
  const { id } = await callingAccount(context)
  const { authorisationId } = input
  return context.transact(async (tx) => {
    const doc = await mine(tx, id, authorisationId)
    const offer = openOffer(doc, tx.now)
    if (!offer && doc.offer?.state !== 'declined') throw new AppError('NOT_FOUND')
    const declined: AuthorisationDoc = offer ? { ...doc, offer: { ...offer, state: 'declined' } } : doc
    if (offer) {
      tx.replace(authorisations, authorisationId, declined)
      auditEntry(tx, {
        actor: id,
        action: 'accounts/declineAuthorisation',
        subject: authorisationId,
        detail: { taxpayerId: doc.taxpayerId },
      })
    }
    return { authorisation: showAuthorisation(authorisationId, declined, tx.now) }
  })
})

export const offers = { pendingAuthorisations, acceptAuthorisation, declineAuthorisation }
