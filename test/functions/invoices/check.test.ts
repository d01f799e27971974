/** Is it genuine, as far as can be known: nothing spent on what is wrong by itself, five questions a day, answers that stand. */
import { DAY_MS, HOUR } from '../../../functions/core/pure/time'
import { digital, eachWorld, numberOf, type World } from './world'

interface Known {
  readonly outcome: string
  readonly state: string
  readonly cached: boolean
  readonly again: number | null
  readonly left: number
  readonly total: number | null
  readonly sellerName: string | null
  readonly buyer: string
}

let world: World
eachWorld((fresh) => (world = fresh))

const check = (facts: object, as = '甲', key?: string): Promise<Known> =>
  world.must<Known>('invoices/check', facts, { as, ...(key ? { key } : {}) })

test('a genuine invoice is told with what its source knows; the same question again asks nobody', async () => {
  const facts = await world.register()
  expect(await check(facts)).toMatchObject({
    outcome: 'match',
    state: 'normal',
    cached: false,
    left: 4,
    total: 12_800,
    sellerName: '示范市城东餐饮店',
    buyer: 'unknown',
  })
  expect(await check(facts, '乙')).toMatchObject({ outcome: 'match', cached: true, left: 4 })
})

test('another amount is a mismatch, which tells nothing of the invoice; one that is confirmed answers without a source', async () => {
  const facts = await world.register()
  const wrong = { ...facts, amount: 12_900 }
  const first = await check(wrong)
  expect(first).toMatchObject({
    outcome: 'mismatch',
    state: 'unknown',
    total: null,
    sellerName: null,
    left: 4,
  })
  await check(facts)
  expect(await check({ ...facts, amount: 13_000 })).toMatchObject({
    outcome: 'mismatch',
    cached: true,
    left: 3,
  })
  expect(await check(facts)).toMatchObject({ outcome: 'match', cached: true })
})

test('what is not in the database yet may be there an hour later, and the answer says so', async () => {
  const facts = digital(numberOf(7))
  const first = await check(facts)
  expect(first).toMatchObject({ outcome: 'notFound', again: world.services.time.now + HOUR })
  expect(await check(facts)).toMatchObject({ outcome: 'notFound', cached: true, left: 4 })
  await world.register({ facts })
  world.services.time.now += HOUR
  expect(await check(facts)).toMatchObject({ outcome: 'match', cached: false, left: 3, again: null })
})

test('five questions a day and invoice, whoever asks and however many at once', async () => {
  const facts = digital(numberOf(8))
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      world.call<Known>('invoices/check', { ...facts, amount: 100 + i }, { as: `人${i}` }),
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
  expect(new Set(answers.flatMap(({ ok, code }) => (ok ? [] : [code])))).toEqual(new Set(['CHECKS_SPENT']))
  world.services.time.now += DAY_MS
  expect(await check({ ...facts, amount: 500 })).toMatchObject({ left: 4 })
})

test('a call that is repeated under its key is answered as before, and spends nothing', async () => {
  const facts = digital(numberOf(9))
  const first = await check(facts, '甲', 'check-key-1')
  await world.register({ facts })
  world.services.time.now += 2 * HOUR
  expect(await check(facts, '甲', 'check-key-1')).toEqual(first)
  expect(await check(facts)).toMatchObject({ outcome: 'match', left: 3 })
})

test('a void invoice says that it is', async () => {
  const facts = await world.register({ state: 'void' })
  expect(await check(facts)).toMatchObject({ outcome: 'match', state: 'void' })
})

test('what is wrong by itself is told all at once, and no check is spent', async () => {
  const wrong = { ...digital('26352000000000000001'), issuedOn: '2027-01-01', code: '3500201234' }
  const answer = await world.call('invoices/check', wrong)
  expect(answer.code).toBe('INVOICE_FAULTS')
  const { findings } = answer.data as { findings: { code: string; rule: string; basis: string }[] }
  expect(findings.length).toBeGreaterThan(1)
  for (const { rule, basis } of findings) expect(rule !== '' && basis !== '').toBe(true)
  expect(await world.must<Known>('invoices/known', digital('26352000000000000001'))).toMatchObject({
    left: 5,
  })
})

test('what is known is looked up without asking anybody', async () => {
  const facts = await world.register()
  expect(await world.must<Known>('invoices/known', facts)).toMatchObject({ outcome: 'unasked', left: 5 })
  await check(facts)
  expect(await world.must<Known>('invoices/known', facts)).toMatchObject({ outcome: 'match', left: 4 })
})
