/**
 * What must end when something else did: claims of a subject that was verified, authorisations of a taxpayer that was let
 * go, everything of an account that was erased. Each is worked off in small commits, may be repeated, and is run twice:
 * at once by the call, and again by its event in case that instance died.
 */
import type { Services } from '../core/io/context'
import { eachOf } from '../core/io/store/pages'
import { reader } from '../core/io/store/reader'
import { transact } from '../core/io/store/transact'
import type { Tx } from '../core/io/store/transaction'
import { accounts, authorisations, roleRequests, subjects, taxpayers, type TaxpayerDoc } from './collections'

/** The account's document stops naming the taxpayer. */
const forget = async (
  tx: Tx,
  accountId: string,
  taxpayerId: string,
  through: 'own' | 'authorisation',
): Promise<void> => {
  const account = await tx.get(accounts, accountId)
  if (!account?.bindings.some((one) => one.taxpayerId === taxpayerId && one.through === through)) return
  tx.replace(accounts, accountId, {
    ...account,
    bindings: account.bindings.filter((one) => one.taxpayerId !== taxpayerId || one.through !== through),
    defaultTaxpayer: account.defaultTaxpayer === taxpayerId ? null : account.defaultTaxpayer,
  })
}

/** Other accounts' claims of the subject that `taxpayerId` is verified for. Their past appointments keep their names. */
export const displaceClaims = async (services: Services, taxpayerId: string): Promise<void> => {
  const verified = await reader(services.store).get(taxpayers, taxpayerId)
  if (!verified) return
  for await (const { id, doc } of eachOf(services.store, taxpayers, {
    index: 'subject',
    where: { subject: verified.subject },
  })) {
    if (id === taxpayerId || doc.removedAt !== null) continue
    await transact(services, async (tx) => {
      const subject = await tx.get(subjects, verified.subject)
      const claim = await tx.get(taxpayers, id)
      if (subject?.verified !== taxpayerId || !claim || claim.removedAt !== null) return
      tx.replace(taxpayers, id, { ...claim, removedAt: tx.now })
      await forget(tx, claim.owner, id, 'own')
    })
  }
}

/** Authorisations of a taxpayer, or those that an agent holds. */
export const endAuthorisations = async (
  services: Services,
  of: { readonly by: 'taxpayer' | 'agent'; readonly id: string },
): Promise<void> => {
  const where: Record<string, string> = of.by === 'taxpayer' ? { taxpayerId: of.id } : { agent: of.id }
  for await (const { id } of eachOf(services.store, authorisations, { index: of.by, where })) {
    await transact(services, async (tx) => {
      const authorisation = await tx.get(authorisations, id)
      if (!authorisation) return
      // Let go and bound again at once: what was authorised since then stays.
      const taxpayer = await tx.get(taxpayers, authorisation.taxpayerId)
      if (of.by === 'taxpayer' && taxpayer?.standing === 'verified' && taxpayer.removedAt === null) return
      if (authorisation.revokedAt === null)
        tx.replace(authorisations, id, { ...authorisation, revokedAt: tx.now })
      await forget(tx, authorisation.agent, authorisation.taxpayerId, 'authorisation')
    })
  }
}

const release = async (tx: Tx, taxpayerId: string, { subject }: TaxpayerDoc): Promise<void> => {
  const standing = await tx.get(subjects, subject)
  if (standing?.verified === taxpayerId)
    tx.replace(subjects, subject, { ...standing, verified: null, changedAt: tx.now })
}

/** A taxpayer that was let go long ago: its name is needed no more. */
export const forgetTaxpayer = async (
  services: Services,
  taxpayerId: string,
  removedAt: number,
): Promise<void> =>
  transact(services, async (tx) => {
    const taxpayer = await tx.get(taxpayers, taxpayerId)
    // Bound again in the meantime: another removal will count.
    if (taxpayer?.removedAt === removedAt) tx.remove(taxpayers, taxpayerId)
  })

/** All that belongs to an erased account. Its data key first: from there on nothing of it can be read. */
export const finishErasure = async (services: Services, accountId: string): Promise<void> => {
  const { store, vault } = services
  await vault.destroy(accountId)
  for await (const { id } of eachOf(store, taxpayers, { index: 'owner', where: { owner: accountId } })) {
    await vault.destroy(id)
    await transact(services, async (tx) => {
      const taxpayer = await tx.get(taxpayers, id)
      if (!taxpayer) return
      await release(tx, id, taxpayer)
      tx.remove(taxpayers, id)
    })
    await endAuthorisations(services, { by: 'taxpayer', id })
  }
  await endAuthorisations(services, { by: 'agent', id: accountId })
  for await (const { id } of eachOf(store, roleRequests, { index: 'account', where: { accountId } })) {
    await transact(services, async (tx) => {
      if (await tx.get(roleRequests, id)) tx.remove(roleRequests, id)
    })
  }
}
