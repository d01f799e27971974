/**
 * Fills the demonstration: halls, matters, two weeks of slots, seventeen people, what they have paid, invoices, policies. Runs at every start:
 * what is there stays as it is, days that are missing are added.
 */
import { call } from '@orpc/server'
import { displaceClaims } from '../../functions/accounts/endings'
import { grantIn } from '../../functions/accounts/granting'
import { router as accounts } from '../../functions/accounts/router'
import { verifyIn } from '../../functions/accounts/verifying'
import { openComingDays } from '../../functions/appointments/public'
import { halls, matters, type MatterDoc } from '../../functions/halls/collections'
import { forgetCatalogue } from '../../functions/halls/public'
import { registerInvoices } from '../../functions/invoices/public'
import type { Services } from '../../functions/core/io/context'
import type { RoleGrant } from '../../functions/core/io/identity/roles'
import { recordArrears, recordPayments } from '../../functions/refunds/public'
import type { Account } from '../../functions/core/io/identity/account'
import type { Change, Doc } from '../../functions/core/io/store/contract'
import { transact } from '../../functions/core/io/store/transact'
import { addDays, dayOf } from '../../functions/core/pure/time'
import { AppError } from '../../functions/core/pure/errors'
import { accountOf, bindOnce, contextFor } from './accounts'
import { demoHalls } from './data/halls'
import { demoInvoices } from './data/invoices'
import { seedLottery } from './lottery'
import { seedPolicies } from './policies'
import { demoMatters } from './data/matters'
import { demoArrears, demoPayments } from './data/payments'
import { AGENCY, demoPeople, VERIFIER, type DemoPerson } from './data/people'

const LARGEST_COMMIT = 40

/** Inserts what is not there yet. */
const insertMissing = async (
  { store }: Services,
  collection: string,
  wanted: readonly { readonly id: string; readonly doc: Doc }[],
): Promise<void> => {
  const found = await store.read(
    collection,
    wanted.map(({ id }) => id),
  )
  const missing = wanted.filter((_, i) => !found[i])
  for (let i = 0; i < missing.length; i += LARGEST_COMMIT) {
    const outcome = await store.commit(
      missing
        .slice(i, i + LARGEST_COMMIT)
        .map(({ id, doc }): Change => ({ op: 'insert', collection, id, doc })),
    )
    if (outcome.outcome !== 'committed') throw new Error(`seed of ${collection}: ${outcome.outcome}`)
  }
}

/** For matters that were seeded before there were guides. */
const publishGuides = async ({ store }: Services): Promise<void> => {
  const found = await store.read<MatterDoc>(
    matters.name,
    demoMatters.map(({ code }) => code),
  )
  for (const [at, { code, doc }] of demoMatters.entries()) {
    const { guide, bring } = doc
    if (found[at]?.doc.guide || !guide) continue
    const when = [{ path: 'guide', absent: true }] as const
    await store.patch({ collection: matters.name, id: code, set: { guide, bring }, when })
  }
}

/** Grants what a person lacks; for those of two people, the platform stands for both. */
const grantMissing = async (
  services: Services,
  { id, doc }: Account,
  { grants }: DemoPerson,
): Promise<void> => {
  const same = (held: RoleGrant, wanted: RoleGrant): boolean =>
    held.role === wanted.role && String(held.duties ?? '') === String(wanted.duties ?? '')
  for (const grant of grants.filter((wanted) => !doc.grants.some((held) => same(held, wanted)))) {
    for (const by of ['demonstration-1', 'demonstration-2']) {
      const reason = services.vault.own.seal(`auditEntries|${id}|reason`, '演示数据')
      const { pending } = await transact(services, async (tx) =>
        grantIn(tx, services.vault, { accountId: id, grant, by, reason }),
      )
      if (!pending) break
    }
  }
}

/** The binding is bound and, where it should be, verified by an officer. @returns its taxpayer's id */
const bindAll = async (services: Services, person: DemoPerson, officer: Account): Promise<void> => {
  for (const taxpayer of person.taxpayers) {
    const taxpayerId = await bindOnce(services, await accountOf(services, person.name), taxpayer)
    if (taxpayer.verified && taxpayerId !== undefined) {
      const { vault } = services
      const evidence = vault.own.seal(`auditEntries|${taxpayerId}|evidence`, '演示：窗口核验身份证件')
      // Before the first appointment of anybody: what the officer did at the window, without asking for one.
      await transact(services, (tx) => verifyIn(tx, { vault, officer: officer.id, taxpayerId, evidence }))
      await displaceClaims(services, taxpayerId)
    }
  }
}

const authoriseAgent = async (services: Services): Promise<void> => {
  const [owner, agent] = await Promise.all([
    accountOf(services, AGENCY.owner),
    accountOf(services, AGENCY.agent),
  ])
  const enterprise = owner.doc.bindings.find(
    ({ kind, standing }) => kind === 'enterprise' && standing === 'verified',
  )
  if (!enterprise || agent.doc.bindings.some(({ taxpayerId }) => taxpayerId === enterprise.taxpayerId)) return
  const input = {
    taxpayerId: enterprise.taxpayerId,
    agent: agent.id,
    scope: ['appointments' as const, 'refunds' as const],
    days: AGENCY.days,
  }
  const { authorisation } = await call(accounts.authorise, input, {
    context: contextFor(services, owner, 'accounts/authorise'),
  })
  await call(
    accounts.acceptAuthorisation,
    { authorisationId: authorisation.id },
    { context: contextFor(services, agent, 'accounts/acceptAuthorisation') },
  )
}

/**
 * Safe to repeat.
 * @param options.days how many days are opened for booking; the usual fortnight when absent
 * @throws AppError BUSY when the store is
 */
export const seed = async (services: Services, { days }: { readonly days?: number } = {}): Promise<void> => {
  await insertMissing(services, halls.name, demoHalls)
  await insertMissing(
    services,
    matters.name,
    demoMatters.map(({ code, doc }) => ({ id: code, doc })),
  )
  await publishGuides(services)
  forgetCatalogue(services.store)
  if (days !== 0) await openComingDays(services, days)
  const officer = await accountOf(services, VERIFIER)
  for (const person of demoPeople) {
    const account = await accountOf(services, person.name)
    if (account.doc.erasedAt !== undefined) throw new AppError('ERASED')
    await grantMissing(services, account, person)
    if (person.taxpayers.length > account.doc.bindings.length) await bindAll(services, person, officer)
  }
  await authoriseAgent(services)
  const { added } = await recordPayments(services, demoPayments, 'demonstration')
  // What was offset since then stays so.
  if (added > 0)
    await recordArrears(
      services,
      { asOf: addDays(dayOf(services.clock()), -1), rows: demoArrears },
      'demonstration',
    )
  await registerInvoices(services, demoInvoices, 'demonstration')
  await seedLottery(services)
  await seedPolicies(services)
}
