/** Invoices of the demonstration's registry, kept by their API, for whoever looks at them on screen. */
import { enter } from './people.mjs'

export const HOLDER = '陈建国'

const digital = (number, issuedOn, amount, kind = '32') => ({
  kind,
  code: '',
  number,
  issuedOn,
  amount,
  amountOf: 'total',
  checkCode: '',
})

/** As platform/demo/data/invoices.ts has registered them. */
export const REGISTERED = {
  meal: digital('26322000000100000018', '2026-11-06', 12_800),
  hotel: digital('26322000000100000026', '2026-10-18', 56_000),
  void: digital('26322000000100000034', '2026-10-22', 8_650),
  taxi: digital('26322000000100000059', '2026-11-09', 4_500),
  red: digital('26322000000100000067', '2026-08-15', 29_900),
}

/** In nobody's registry. */
export const UNKNOWN = digital('26322000000199999990', '2026-11-20', 9_900)

export const keepInvoice = async ({ api }, facts, { category = 'dining', note = '', check = true } = {}) => {
  if (check) await api('invoices', 'check', facts)
  const { invoice } = await api('invoices', 'keep', { facts, source: 'scan', category, note })
  return invoice.id
}

/** A list with these invoices of the wallet on it. */
export const fillList = async ({ api }, title, invoices) => {
  const { list } = await api('invoices', 'makeList', { title })
  await api('invoices', 'putOnList', { id: list.id, on: true, invoices })
  return list.id
}

/** A wallet with some of a year, a list being filled, one that cannot be handed in, and a title. */
export const prepareInvoices = async (world, kind, name = HOLDER) => {
  const holder = await enter(world, kind, name)
  const other = await enter(world, kind, '林小雨')
  const meal = await keepInvoice(holder, REGISTERED.meal, { note: '客户来访' })
  const hotel = await keepInvoice(holder, REGISTERED.hotel, { category: 'lodging' })
  const taxi = await keepInvoice(holder, REGISTERED.taxi, { category: 'travel' })
  await keepInvoice(holder, REGISTERED.void, { category: 'groceries' })
  await keepInvoice(holder, digital('26322000000199999982', '2026-03-12', 239_900), {
    category: 'home',
    check: false,
  })
  await keepInvoice(holder, digital('26322000000199999974', '2026-05-20', 68_000), {
    category: 'education',
    check: false,
  })
  // The taxi's invoice was handed in by somebody else.
  const theirs = await keepInvoice(other, REGISTERED.taxi, { category: 'travel' })
  const theirList = await fillList(other, '打车', [theirs])
  await other.api('invoices', 'handIn', { id: theirList })
  const list = await fillList(holder, '11 月出差', [meal, hotel, taxi])
  await holder.api('invoices', 'saveTitle', {
    name: '城东示范商贸有限公司',
    taxNumber: '91990102MA0DEM005F',
    address: '示范市城东区人民路 18 号',
    phone: '025-12366001',
    bank: '示范银行城东支行',
    account: '6222020200112345678',
    first: true,
  })
  const personal = { name, taxNumber: '', address: '', phone: '', bank: '', account: '', first: false }
  await holder.api('invoices', 'saveTitle', personal)
  return { holder, invoice: meal, list }
}
