/** Authorised agents, as the owner of a taxpayer sees them: who else may act, for what, until when, and who has not answered. */
import { AppError } from '../../core/pure/errors'
import { DAY_MS } from '../../core/pure/time'
import { auditEntry } from '../../core/io/audit/entry'
import { callingAccount } from '../../core/io/identity/caller'
import type { AccountDoc, Binding } from '../../core/io/identity/collections'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { agentBinding, showAuthorisation, withoutAuthorisation } from '../authorisation'
import { accounts, authorisations, taxpayers, type AuthorisationDoc } from '../collections'
import type { AuthorisationScope } from '../data/scopes'
import { authorised, type Authorised, type Terms } from '../rules/authorising'
import { os } from './implementer'

const ownBinding = (account: AccountDoc | undefined, taxpayerId: string): Binding => {
  const binding = account?.bindings.find((one) => one.taxpayerId === taxpayerId && one.through === 'own')
  if (!binding) throw new AppError('NOT_FOUND')
  return binding
}

/** The document after an owner's word. */
const docAfter = (
  before: AuthorisationDoc | undefined,
  { standing, offer }: Authorised<AuthorisationScope>,
  named: Pick<AuthorisationDoc, 'taxpayerId' | 'owner' | 'agent'> & {
    readonly wanted: Terms<AuthorisationScope>
  },
  now: number,
): AuthorisationDoc => {
  const { wanted, ...who } = named
  const told = standing ?? wanted
  return {
    v: 1,
    ...who,
    scope: told.scope,
    endsAt: told.endsAt,
    createdAt: now,
    expiresAt: Math.max(standing?.endsAt ?? 0, offer?.endsAt ?? 0),
    acceptedAt: standing ? (before?.acceptedAt ?? before?.createdAt ?? now) : null,
    revokedAt: null,
    offer: offer ?? null,
  }
}

/** What was in force and is given no more ends at once; what is given waits for the agent. */
const narrowBinding = (
  tx: Tx,
  agent: AccountDoc,
  {
    own,
    authorisationId,
    doc,
    standing,
  }: {
    readonly own: Binding
    readonly authorisationId: string
    readonly doc: AuthorisationDoc
    readonly standing: Terms | undefined
  },
): void => {
  if (!agent.bindings.some((one) => one.authorisationId === authorisationId)) return
  const binding = standing && agentBinding(own, authorisationId, standing)
  tx.replace(
    accounts,
    doc.agent,
    binding
      ? {
          ...agent,
          bindings: agent.bindings.map((one) => (one.authorisationId === authorisationId ? binding : one)),
        }
      : withoutAuthorisation(agent, authorisationId, doc.taxpayerId),
  )
}

const authorise = os.authorise.handler(async ({ input, context }) => {
  const { id } = await callingAccount(context)
  const { taxpayerId, agent } = input
  const authorisationId = `az_${context.vault.pseudonym('authorisation', `${taxpayerId}|${agent}`)}`
  const scope = [...new Set(input.scope)].sort()
  return context.transact(async (tx) => {
    const own = ownBinding(await tx.get(accounts, id), taxpayerId)
    if (own.standing !== 'verified') throw new AppError('NOT_VERIFIED')
    const taxpayer = await tx.get(taxpayers, taxpayerId)
    if (!taxpayer || taxpayer.removedAt !== null || agent === id) throw new AppError('NOT_FOUND')
    const account = await tx.get(accounts, agent)
    if (!account || account.erasedAt !== undefined) throw new AppError('NOT_FOUND')
    const before = await tx.get(authorisations, authorisationId)
    const wanted = { scope, endsAt: tx.now + input.days * DAY_MS }
    const outcome = authorised(before, wanted, tx.now)
    const doc = docAfter(before, outcome, { taxpayerId, owner: id, agent, wanted }, tx.now)
    tx.put(authorisations, authorisationId, doc)
    narrowBinding(tx, account, { own, authorisationId, doc, standing: outcome.standing })
    auditEntry(tx, {
      actor: id,
      action: 'accounts/authorise',
      subject: authorisationId,
      detail: { taxpayerId, agent, scope, expiresAt: wanted.endsAt, waits: outcome.offer !== undefined },
    })
    return { authorisation: showAuthorisation(authorisationId, doc, tx.now) }
  })
})

const revoke = os.revoke.handler(async ({ input, context }) => {
  const { id } = await callingAccount(context)
  const { authorisationId } = input
  return context.transact(async (tx) => {
    const doc = await tx.get(authorisations, authorisationId)
    if (!doc || doc.owner !== id) throw new AppError('NOT_FOUND')
    if (doc.revokedAt !== null) return { authorisation: showAuthorisation(authorisationId, doc, tx.now) }
    const revoked: AuthorisationDoc = { ...doc, revokedAt: tx.now, offer: null }
    tx.replace(authorisations, authorisationId, revoked)
    const agent = await tx.get(accounts, doc.agent)
    if (agent) tx.replace(accounts, doc.agent, withoutAuthorisation(agent, authorisationId, doc.taxpayerId))
    auditEntry(tx, {
      actor: id,
      action: 'accounts/revoke',
      subject: authorisationId,
      detail: { taxpayerId: doc.taxpayerId },
    })
    return { authorisation: showAuthorisation(authorisationId, revoked, tx.now) }
  })
})

const given = os.authorisations.handler(async ({ input, context }) => {
  const { id } = await callingAccount(context)
  const page = await reader(context.store).query(authorisations, {
    index: 'owner',
    where: { owner: id },
    after: input.after,
    limit: input.limit,
  })
  return pageAnswer(page, (row) => showAuthorisation(row.id, row.doc, context.now))
})

export const agents = { authorise, revoke, authorisations: given }
