/**
 * What must end when something else did: claims of a subject that was verified, authorisations of a taxpayer that was let
 * go or of an account that was erased. Each is worked off in small commits, may be repeated, and is run twice:
 * at once by the call, and again by its event in case that instance died.
 */
import type { Services } from '../core/io/context'
import { eachOf } from '../core/io/store/pages'
import { reader } from '../core/io/store/reader'
import { transact } from '../core/io/store/transact'
import type { Tx } from '../core/io/store/transaction'
import { accounts, authorisations, subjects, taxpayers } from './collections'

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

/** Whose authorisations end: those of a taxpayer that was let go, or all that an erased account gave or holds. */
export interface Ending {
  readonly by: 'taxpayer' | 'owner' | 'agent'
  readonly id: string
}

const FIELDS = { taxpayer: 'taxpayerId', owner: 'owner', agent: 'agent' } as const

/** @returns false when the time was over first */
export const endAuthorisations = async (
  services: Services,
  { by, id: name }: Ending,
  stopAt = Infinity,
): Promise<boolean> => {
  for await (const { id } of eachOf(services.store, authorisations, {
    index: by,
    where: { [FIELDS[by]]: name },
  })) {
    if (services.clock() >= stopAt) return false
    await transact(services, async (tx) => {
      const authorisation = await tx.get(authorisations, id)
      if (!authorisation) return
      // Let go and bound again at once: what was authorised since then stays.
      const taxpayer = await tx.get(taxpayers, authorisation.taxpayerId)
      if (by === 'taxpayer' && taxpayer?.standing === 'verified' && taxpayer.removedAt === null) return
      if (authorisation.revokedAt === null)
        tx.replace(authorisations, id, { ...authorisation, revokedAt: tx.now, offer: null })
      await forget(tx, authorisation.agent, authorisation.taxpayerId, 'authorisation')
    })
  }
  return true
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
