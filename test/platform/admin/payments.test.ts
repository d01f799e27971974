/** What taxpayers paid and owe, brought in from a file: once, whole or not at all, and never taken back by bringing it in again. */
import { allOf } from '../../../functions/core/io/store/pages'
import { taxAccounts, vouchers } from '../../../functions/refunds/collections'
import { dayOf } from '../../../functions/core/pure/time'
import { importPayments } from '../../../platform/admin/payments'
import { testServices, type TestServices } from '../../harness/context'

let services: TestServices
beforeEach(async () => {
  services = await testServices()
})
afterEach(() => services.close())

const payer = { kind: 'person', number: '990102197805050021' }
const line = {
  payer,
  number: '332026101200090001',
  tax: 'deed',
  from: '2026-10-01',
  to: '2026-10-31',
  paidOn: '2026-10-12',
  paid: 500_000,
}
const bring = (file: unknown) => importPayments(services, JSON.stringify(file))
const everything = { index: 'id' } as const

test('a line is there once; another amount of the same line is told and changes nothing', async () => {
  expect(await bring({ payments: [line], asOf: '2026-10-31', arrears: [{ payer, arrears: 400 }] })).toEqual({
    added: 1,
    same: 0,
    different: [],
    arrears: 1,
  })
  expect(await bring({ payments: [line] })).toMatchObject({ added: 0, same: 1 })
  expect(await bring({ payments: [{ ...line, paid: 600_000 }] })).toMatchObject({ different: [line.number] })
  expect((await allOf(services.store, vouchers, everything)).map(({ doc }) => doc.left)).toEqual([500_000])
  expect((await allOf(services.store, taxAccounts, everything)).map(({ doc }) => doc.arrears)).toEqual([400])
})

test('a file that says two things of one line or one payer is refused whole', async () => {
  await expect(bring({ payments: [line, { ...line, paid: 1 }] })).rejects.toThrow(/the line is there twice/)
  const owes = (arrears: number) => ({ payer, arrears })
  await expect(
    bring({ payments: [line], asOf: '2026-10-31', arrears: [owes(400), owes(500)] }),
  ).rejects.toThrow(/the payer is there twice/)
  expect(await allOf(services.store, vouchers, everything)).toEqual([])
})

test('arrears are of a day: an older file changes nothing, and none takes an offset twice', async () => {
  const owed = async (asOf: string, arrears: number) =>
    (await bring({ asOf, arrears: [{ payer, arrears }] })).arrears
  const stands = async () =>
    (await allOf(services.store, taxAccounts, everything)).map(({ doc }) => doc.arrears)
  await expect(bring({ arrears: [{ payer, arrears: 1 }] })).rejects.toThrow(
    /the day of which the arrears are/,
  )
  await expect(owed(dayOf(services.clock()), 1)).rejects.toThrow(/a day that is over/)
  expect(await owed('2026-10-31', 400)).toBe(1)
  expect(await owed('2026-10-31', 400)).toBe(0)
  expect(await owed('2026-10-01', 900)).toBe(0)
  expect(await stands()).toEqual([400])
  expect(await owed('2026-11-20', 250)).toBe(1)
  expect(await stands()).toEqual([250])
})
