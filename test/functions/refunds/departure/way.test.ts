/** A departure refund from the check to the money, each way that there is. */
import { auditEntries } from '../../../../functions/core/io/audit/collections'
import { notices } from '../../../../functions/inbox/collections'
import { workItems } from '../../../../functions/core/io/cases/collections'
import { payoutLedger } from '../../../../functions/core/io/payout/collections'
import { allOf } from '../../../../functions/core/io/store/pages'
import { reader } from '../../../../functions/core/io/store/reader'
import { departureForms } from '../../../../functions/refunds/departure/collections'
import { DAY_MS } from '../../../../functions/core/pure/time'
import { departureFaults } from '../../../harness/refunds/departure-faults'
import {
  audited,
  CUSTOMS,
  formOf,
  HALL,
  INSTANT,
  issued,
  openWorld,
  PAYER,
  prepaid,
  TRANSFER,
  TRAVELLER,
  travellerValues,
  verified,
  type FormBody,
  type World,
} from './world'

const everything = { index: 'id' } as const
const CLOSED = '6222020200110000000'

let world: World
beforeEach(async () => {
  world = await openWorld({
    settings: {
      payout: {
        channel: 'ledger',
        rejects: (payee) => (payee.kind === 'bank' && payee.account === CLOSED ? 'accountClosed' : undefined),
      },
    },
  })
})
afterEach(async () => {
  expect(await departureFaults(world.services.store)).toEqual([])
  expect(world.services.logged.filter(({ level }) => level === 'error')).toEqual([])
  await world.close()
})

const movesOf = ({ history }: FormBody['form']): readonly string[] => history.map(({ move }) => move)
const told = async (): Promise<readonly string[]> =>
  (await allOf(world.services.store, notices, everything)).map(({ doc }) => doc.kind)
const later = (days: number): void => {
  world.services.time.now += days * DAY_MS
}
const paidOut = async (): Promise<readonly number[]> =>
  (await allOf(world.services.store, payoutLedger, everything))
    .filter(({ doc }) => doc.state === 'paid')
    .map(({ doc }) => doc.fen)

test('in cash: check, form, customs by the code on the phone, the agency, paid at the counter', async () => {
  const values = travellerValues(world.services.time.now)
  const { check } = await world.must<{ check: Record<string, unknown> }>(
    'refunds/departureCheck',
    { values, port: HALL },
    { as: TRAVELLER, language: 'en' },
  )
  expect(check).toMatchObject({
    open: true,
    amount: { total: 113_000, refund: 12_430, fee: 2_260, net: 10_170, cashAllowed: true },
    days: { left: 80, strictLeft: 79, state: 'inTime' },
  })
  const id = await issued(world)
  const form = await formOf(world, id)
  expect(form).toMatchObject({ state: 'formIssued', next: 'claimant', net: 10_170, moves: ['cancel'] })
  expect(form.qr).toMatch(/^SBTF1:[0-9A-Z]{12}:[\w-]{16}$/)
  const seen = await world.must<FormBody>(
    'refunds/customsLook',
    { hallId: HALL, code: form.qr },
    { as: CUSTOMS },
  )
  expect(seen.form).toMatchObject({ id, open: true, traveller: { name: 'E*** C***' } })
  expect(seen.form.traveller.number).not.toContain('533401372')
  await verified(world, id)
  await audited(world, id)
  await world.must('refunds/departurePay', { formId: id, how: 'cash' }, { as: PAYER })
  const paid = await formOf(world, id)
  expect(paid).toMatchObject({ state: 'paid', next: null, paid: 10_170 })
  expect(movesOf(paid)).toEqual(['begin', 'issueForm', 'verify', 'audit', 'payCash'])
  expect(await allOf(world.services.store, workItems, everything)).toEqual([])
  await world.settle()
  expect(await told()).toEqual(
    expect.arrayContaining(['refunds.departureIssued', 'refunds.departureVerified', 'refunds.departurePaid']),
  )
  // Cash moves at the counter: nothing is ordered of any channel.
  expect(await paidOut()).toEqual([])
  const actions = (await allOf(world.services.store, auditEntries, everything)).map(({ doc }) => doc.action)
  expect(actions).toEqual(
    expect.arrayContaining(['refunds/customsConfirm', 'refunds/departureAudit', 'refunds/departurePay']),
  )
})

test('by transfer: one order; sent back by the bank it is put right, and paid once', async () => {
  const id = await issued(world, { ...TRANSFER, transferAccount: CLOSED })
  expect((await formOf(world, id)).account?.number).toBe('**** 0000')
  await verified(world, id)
  await audited(world, id)
  await world.must('refunds/departurePay', { formId: id, how: 'transfer' }, { as: PAYER })
  expect((await formOf(world, id)).state).toBe('ordered')
  await world.settle()
  const back = await formOf(world, id)
  expect(back).toMatchObject({ state: 'bankRejected', next: 'claimant', moves: ['fixAccount'], paid: 0 })
  expect(back.history.at(-1)?.said).toMatch(/account/i)
  await world.must(
    'refunds/fixDepartureAccount',
    { formId: id, bank: 'Bank of China', number: '6222020200110000123' },
    { as: TRAVELLER },
  )
  await world.must('refunds/departurePay', { formId: id, how: 'transfer' }, { as: PAYER })
  await world.settle()
  expect(await formOf(world, id)).toMatchObject({ state: 'paid', paid: 10_170 })
  expect(await paidOut()).toEqual([10_170])
})

test('upon purchase: the advance is the refund when one leaves as promised', async () => {
  const id = await issued(world, INSTANT)
  const form = await formOf(world, id)
  expect(form.values.promisedPort).toBe('示范市城东区办税服务厅（演示）')
  await prepaid(world, id)
  expect(await formOf(world, id)).toMatchObject({
    state: 'instantPrepaid',
    advanced: 10_170,
    departOn: '2026-12-08',
    chargeBy: '2026-12-11',
    moves: [],
  })
  await verified(world, id)
  await audited(world, id)
  await world.must('refunds/departurePay', { formId: id, how: 'cash' }, { as: PAYER })
  const paid = await formOf(world, id)
  expect(paid).toMatchObject({ state: 'paid', advanced: 10_170, charged: 0, paid: 0 })
  expect(movesOf(paid).slice(-3)).toEqual(['verify', 'audit', 'settle'])
})

test('a promise not kept is charged by the day after, and who leaves later is paid all the same', async () => {
  const id = await issued(world, INSTANT)
  await prepaid(world, id)
  later(14)
  await world.settle()
  expect((await formOf(world, id)).state).toBe('instantPrepaid')
  expect(await told()).toContain('refunds.departurePromise')
  later(1)
  await world.settle()
  const charged = await formOf(world, id)
  expect(charged).toMatchObject({ state: 'preauthCharged', charged: 10_170 })
  expect(charged.history.at(-1)).toMatchObject({ move: 'charge', by: 'clock' })
  await verified(world, id)
  await audited(world, id)
  await world.must('refunds/departurePay', { formId: id, how: 'cash' }, { as: PAYER })
  expect(await formOf(world, id)).toMatchObject({
    state: 'paid',
    advanced: 10_170,
    charged: 10_170,
    paid: 10_170,
  })
})

test('by another port than promised, the advance is charged and the refund paid, in one step', async () => {
  const id = await issued(world, INSTANT, { port: 'chengdong-2' })
  await prepaid(world, id)
  await verified(world, id)
  await audited(world, id)
  await world.must('refunds/departurePay', { formId: id, how: 'cash' }, { as: PAYER })
  const paid = await formOf(world, id)
  expect(movesOf(paid).slice(-2)).toEqual(['chargeAtPort', 'payCash'])
  expect(paid).toMatchObject({ state: 'paid', charged: 10_170, paid: 10_170 })
})

test('never shown to customs, it is reminded of from day 88, and ends after day 90', async () => {
  const id = await issued(world)
  later(78)
  await world.settle()
  expect(await told()).toContain('refunds.departureLastDays')
  expect((await formOf(world, id)).days).toMatchObject({ left: 2, state: 'lastDays' })
  later(2)
  await world.settle()
  expect((await formOf(world, id)).state).toBe('formIssued')
  later(1)
  await world.settle()
  expect(await formOf(world, id)).toMatchObject({ state: 'expired', next: null })
  expect((await told()).filter((kind) => kind === 'refunds.departureLastDays')).toHaveLength(1)
})

test('refused by customs with a reason, an advance is charged with it, and the invoice may be claimed again', async () => {
  const id = await issued(world, INSTANT)
  await prepaid(world, id)
  await world.must(
    'refunds/customsConfirm',
    { formId: id, hallId: HALL, outcome: 'refused', reasons: ['goodsUsed'], said: '香水已开封使用' },
    { as: CUSTOMS },
  )
  const refused = await formOf(world, id)
  expect(refused).toMatchObject({ state: 'rejected', charged: 10_170, paid: 0 })
  expect(refused.history.at(-1)).toMatchObject({
    move: 'refuse',
    said: '香水已开封使用',
    reasons: [{ rule: 'The goods were used or consumed' }],
  })
  await issued(world)
})

test('an erased traveller’s form ends; what the agency owes nobody is not work any more', async () => {
  const id = await issued(world)
  await verified(world, id)
  await world.must('accounts/erase', { confirm: 'ERASE' }, { as: TRAVELLER })
  await world.settle()
  expect(await reader(world.services.store).get(departureForms, id)).toMatchObject({ state: 'cancelled' })
  expect(await allOf(world.services.store, workItems, everything)).toEqual([])
})
