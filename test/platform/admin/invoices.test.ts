/** What an office has issued, brought in from a file: whole or not at all, and again when something changed. */
import { allOf } from '../../../functions/core/io/store/pages'
import { registeredInvoices } from '../../../functions/invoices/collections'
import { importInvoices } from '../../../platform/admin/invoices'
import { testServices, type TestServices } from '../../harness/context'

let services: TestServices
beforeEach(async () => {
  services = await testServices()
})
afterEach(() => services.close())

const invoice = {
  kind: '32',
  number: '26352000000000000001',
  issuedOn: '2026-11-20',
  amount: 12_800,
  total: 12_800,
  sellerName: '示范餐饮店',
  buyerName: '陈建国',
  sellerRegion: '350203',
  industry: '62',
}
const bring = (invoices: readonly object[]) => importInvoices(services, JSON.stringify({ invoices }))
const states = async () =>
  (await allOf(services.store, registeredInvoices, { index: 'id' })).map(({ doc }) => doc.state)

test('an invoice is there once, and becomes void when the office says so', async () => {
  expect(await bring([invoice])).toBe(1)
  expect(await bring([invoice])).toBe(0)
  expect(await bring([{ ...invoice, state: 'void' }])).toBe(1)
  expect(await states()).toEqual(['void'])
})

test('a file with anything wrong in it is refused whole', async () => {
  const wrong = { ...invoice, number: '123', issuedOn: '2026-02-30' }
  await expect(bring([invoice, wrong])).rejects.toThrow(/8 or 20 digits[\s\S]*a day/)
  await expect(bring([invoice, invoice])).rejects.toThrow(/the invoice is there twice/)
  expect(await states()).toEqual([])
})
