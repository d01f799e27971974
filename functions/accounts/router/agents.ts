/** Authorised agents: who else may act for my verified taxpayer, for what and until when. */
import { AppError } from '../../core/pure/errors'
import { DAY_MS } from '../../core/pure/time'
import { auditEntry } from '../../core/io/audit/entry'
import { callingAccount } from '../../core/io/identity/caller'
import type { AccountDoc, Binding } from '../../core/io/identity/collections'
import { accounts, authorisations, taxpayers, type AuthorisationDoc } from '../collections'
import { MOST_BINDINGS } from '../rules/bindings'
import { os } from './implementer'

const viewOf = (id: string, { taxpayerId, agent, scope, expiresAt, revokedAt }: AuthorisationDoc) => ({
  id,
  taxpayerId,
  agent,
  scope: [...scope],
  expiresAt,
  ...(revokedAt === null ? {} : { revokedAt }),
})

const ownBinding = (account: AccountDoc | undefined, taxpayerId: string): Binding => {
  const binding = account?.bindings.find((one) => one.taxpayerId === taxpayerId && one.through === 'own')
  if (!binding) throw new AppError('NOT_FOUND')
  return binding
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
    const others = account.bindings.filter((one) => one.taxpayerId !== taxpayerId)
    // An agent that is full answers as one that does not exist: how many it acts for is its own affair.
    if (others.length >= MOST_BINDINGS) throw new AppError('NOT_FOUND')
    await tx.get(authorisations, authorisationId)
    const doc: AuthorisationDoc = {
      v: 1,
      taxpayerId,
      owner: id,
      agent,
      scope,
      createdAt: tx.now,
      expiresAt: tx.now + input.days * DAY_MS,
      revokedAt: null,
    }
    tx.put(authorisations, authorisationId, doc)
    const binding: Binding = {
      ...own,
      through: 'authorisation',
      authorisationId,
      scope,
      expiresAt: doc.expiresAt,
    }
    tx.replace(accounts, agent, { ...account, bindings: [...others, binding] })
    auditEntry(tx, {
      actor: id,
      action: 'accounts/authorise',
      subject: authorisationId,
      detail: { taxpayerId, agent, scope, expiresAt: doc.expiresAt },
    })
    return { authorisation: viewOf(authorisationId, doc) }
  })
})

const revoke = os.revoke.handler(async ({ input, context }) => {
  const { id } = await callingAccount(context)
  return context.transact(async (tx) => {
    const doc = await tx.get(authorisations, input.authorisationId)
    if (!doc || doc.owner !== id) throw new AppError('NOT_FOUND')
    if (doc.revokedAt !== null) return { authorisation: viewOf(input.authorisationId, doc) }
    const revoked: AuthorisationDoc = { ...doc, revokedAt: tx.now }
    tx.replace(authorisations, input.authorisationId, revoked)
    const agent = await tx.get(accounts, doc.agent)
    if (agent) {
      tx.replace(accounts, doc.agent, {
        ...agent,
        bindings: agent.bindings.filter((one) => one.authorisationId !== input.authorisationId),
        defaultTaxpayer: agent.defaultTaxpayer === doc.taxpayerId ? null : agent.defaultTaxpayer,
      })
    }
    auditEntry(tx, {
      actor: id,
      action: 'accounts/revoke',
      subject: input.authorisationId,
      detail: { taxpayerId: doc.taxpayerId },
    })
    return { authorisation: viewOf(input.authorisationId, revoked) }
  })
})

export const agents = { authorise, revoke }
