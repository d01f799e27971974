/** Authorisations as documents: how they are shown, and what they mean for the agent's account. */
import type { Instant } from '../core/pure/time'
import type { AccountDoc, Binding } from '../core/io/identity/collections'
import type { AuthorisationDoc } from './collections'
import { isScope } from './data/scopes'
import { inForce, openOffer, stateOf, type Terms } from './rules/authorising'

/** As its owner and its agent see it: what waits, else what is in force, else what was. */
export const showAuthorisation = (id: string, doc: AuthorisationDoc, now: Instant) => {
  const offer = openOffer(doc, now)
  const standing = inForce(doc, now)
  const told: Terms = offer ?? { scope: doc.scope, endsAt: doc.endsAt ?? doc.expiresAt }
  return {
    id,
    taxpayerId: doc.taxpayerId,
    agent: doc.agent,
    scope: told.scope.filter(isScope),
    expiresAt: told.endsAt,
    state: stateOf(doc, now),
    ...(offer ? { acceptBy: offer.acceptBy } : {}),
    ...(offer && standing
      ? { inForce: { scope: standing.scope.filter(isScope), expiresAt: standing.endsAt } }
      : {}),
    ...(doc.revokedAt === null ? {} : { revokedAt: doc.revokedAt }),
  }
}

/** The agent's binding is a copy of the owner's, with the terms in force. */
export const agentBinding = (own: Binding, authorisationId: string, { scope, endsAt }: Terms): Binding => ({
  ...own,
  through: 'authorisation',
  authorisationId,
  scope,
  expiresAt: endsAt,
})

/** The account without what it held through this authorisation. */
export const withoutAuthorisation = (
  agent: AccountDoc,
  authorisationId: string,
  taxpayerId: string,
): AccountDoc => ({
  ...agent,
  bindings: agent.bindings.filter((one) => one.authorisationId !== authorisationId),
  defaultTaxpayer: agent.defaultTaxpayer === taxpayerId ? null : agent.defaultTaxpayer,
})
