/** The title book: kept sealed, one offered first, and written as a code that a shop's scanner reads. */
import { readTitle } from '../../../functions/invoices/rules/title'
import { gbkBytes } from '../../../functions/core/io/gbk'
import { eachWorld, type World } from './world'

const COMPANY = {
  name: '北京某某科技有限公司',
  taxNumber: '91110000101623741K',
  address: '北京市海淀区1号',
  phone: '010-12345678',
  bank: '某银行',
  account: '6222000000000000',
  first: false,
}

interface Titles {
  readonly items: readonly { readonly id: string; readonly name: string; readonly first: boolean }[]
}

let world: World
eachWorld((fresh) => (world = fresh))

const save = async (change: object = {}): Promise<string> =>
  (await world.must<{ title: { id: string } }>('invoices/saveTitle', { ...COMPANY, ...change })).title.id

test('the one that is offered first stands first, and there is one', async () => {
  const a = await save({ name: '甲公司', first: true })
  const b = await save({ name: '乙公司', first: true })
  const { items } = await world.must<Titles>('invoices/titles', {})
  expect(items.map(({ id, first }) => [id, first])).toEqual([
    [b, true],
    [a, false],
  ])
  await world.must('invoices/removeTitle', { id: b })
  expect((await world.must<Titles>('invoices/titles', {})).items).toMatchObject([{ id: a, first: false }])
})

test('its code is read back, with a CRC that fits', async () => {
  const id = await save()
  const { text } = await world.must<{ text: string }>('invoices/titleQr', { id })
  const { first: _first, ...title } = COMPANY
  expect(readTitle(text, { gbk: gbkBytes })).toEqual({ ok: true, crc: 'ok', title })
})

test('every fault is told at once, and nothing is kept', async () => {
  const answer = await world.call('invoices/saveTitle', { ...COMPANY, name: '甲|乙', taxNumber: '123' })
  expect(answer.code).toBe('TITLE_FAULTS')
  const { faults } = answer.data as { faults: { field: string }[] }
  expect(faults.map(({ field }) => field).sort()).toEqual(['name', 'taxNumber'])
  expect((await world.must<Titles>('invoices/titles', {})).items).toEqual([])
})

test('twenty titles at most, whoever adds at the same time', async () => {
  await Promise.all(
    Array.from({ length: 25 }, (_, i) => world.call('invoices/saveTitle', { ...COMPANY, name: `公司${i}` })),
  )
  for (let i = 0; i < 5; i += 1) await world.call('invoices/saveTitle', { ...COMPANY, name: `又一家${i}` })
  expect((await world.must<Titles>('invoices/titles', {})).items.length).toBe(20)
  expect(await world.refused('invoices/saveTitle', COMPANY)).toBe('TITLES_FULL')
})

test('a title is its owner’s alone', async () => {
  const id = await save()
  expect(await world.refused('invoices/titleQr', { id }, { as: '乙' })).toBe('NOT_FOUND')
  expect(await world.refused('invoices/removeTitle', { id }, { as: '乙' })).toBe('NOT_FOUND')
})
