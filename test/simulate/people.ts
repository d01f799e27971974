/** Claimants who have paid tax, and an office whose people are sometimes on leave. */
import { verifyIn } from '../../functions/accounts/verifying'
import type { RoleGrant } from '../../functions/core/io/identity/roles'
import { transact } from '../../functions/core/io/store/transact'
import { recordPayments, type PaymentRow } from '../../functions/refunds/public'
import { inventedNumber } from '../../platform/demo/accounts'
import { HALL, REVIEWER, type World } from '../functions/refunds/world'

export interface Claimant {
  readonly name: string
  readonly vouchers: string[]
  readonly proof: string
}

const staffOf = (count: number, name: string): string[] =>
  Array.from({ length: count }, (_, i) => `${name}${i + 1}`)

export const OFFICE = {
  reviewers: staffOf(6, '审核员'),
  approvers: staffOf(4, '审批人'),
  payers: staffOf(2, '付款员'),
} as const

/** Each with one duty at the hall. */
export const staffHall = async ({ services }: World): Promise<void> => {
  const give = (names: readonly string[], grant: RoleGrant) =>
    Promise.all(names.map((name) => services.person(`demonstration:${name}`, [grant])))
  await give(OFFICE.reviewers, { role: 'officer', halls: [HALL], duties: ['review'] })
  await give(OFFICE.approvers, { role: 'supervisor', halls: [HALL], duties: ['approve'] })
  await give(OFFICE.payers, { role: 'officer', halls: [HALL], duties: ['pay'] })
}

const paymentsOf = (name: string, number: string, count: number, paid: () => number): PaymentRow[] =>
  Array.from({ length: count }, (_, i) => ({
    payer: { kind: 'person', number },
    number: `3320260${name.replace(/\D/g, '').padStart(6, '0')}${String(i).padStart(5, '0')}`,
    tax: 'deed',
    from: '2026-10-01',
    to: '2026-10-31',
    paidOn: '2026-10-12',
    paid: paid(),
  }))

/** A verified taxpayer with so many vouchers, and a proof on file. */
export const makeClaimant = async (
  world: World,
  {
    name,
    vouchers: count,
    paid,
    proof,
  }: { name: string; vouchers: number; paid: () => number; proof: (name: string) => Promise<string> },
): Promise<Claimant> => {
  const { services, must } = world
  const number = inventedNumber(services, name)
  const { taxpayer } = await must<{ taxpayer: { id: string } }>(
    'accounts/bind',
    { kind: 'person', name, number },
    { as: name },
  )
  const officer = await world.accountId(REVIEWER)
  const evidence = services.vault.own.seal(`auditEntries|${taxpayer.id}|evidence`, '窗口核验')
  await transact(services, (tx) =>
    verifyIn(tx, { vault: services.vault, officer, taxpayerId: taxpayer.id, evidence }),
  )
  await recordPayments(services, paymentsOf(name, number, count, paid))
  const { items } = await must<{ items: { id: string }[] }>('refunds/vouchers', { limit: 50 }, { as: name })
  return { name, vouchers: items.map(({ id }) => id), proof: await proof(name) }
}
