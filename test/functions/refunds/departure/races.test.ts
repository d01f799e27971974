/** The same moment, asked for by many: the store decides, once. */
import { payoutLedger } from '../../../../functions/core/io/payout/collections'
import { allOf } from '../../../../functions/core/io/store/pages'
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
  type World,
} from './world'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(async () => {
  expect(await departureFaults(world.services.store)).toEqual([])
  expect(world.services.logged.filter(({ level }) => level === 'error')).toEqual([])
  await world.close()
})

const times = <T>(count: number, make: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => make(at)))

const TAKEN = ['CLAIMED_BEFORE', 'BUSY']

test('one invoice, ten travellers at once: one form', async () => {
  const values = travellerValues(world.services.time.now)
  const answers = await times(10, (at) =>
    world.call('refunds/openDeparture', { values, port: HALL }, { as: `traveller-${at}` }),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(
    answers.flatMap((one) => (one.ok ? [] : [one.code])).filter((code) => !TAKEN.includes(code)),
  ).toEqual([])
})

test('two forms that share one invoice of several: one of them', async () => {
  const invoices = ['26312000000011111111/26312000000022222222', '26312000000022222222/26312000000033333333']
  const answers = await Promise.all(
    invoices.map((invoiceNo) => {
      const values = travellerValues(world.services.time.now, { invoiceNo })
      return world.call('refunds/openDeparture', { values, port: HALL }, { as: TRAVELLER })
    }),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('asked for again with the same key, it is the same form', async () => {
  const values = travellerValues(world.services.time.now)
  const answers = await times(6, () =>
    world.must<{ id: string }>(
      'refunds/openDeparture',
      { values, port: HALL },
      { as: TRAVELLER, key: 'one-form-asked-for-again' },
    ),
  )
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
})

test('verified and refused at once, it is one or the other', async () => {
  for (let at = 0; at < 4; at += 1) {
    const id = await issued(world, { invoiceNo: `2631200000004444444${at}` })
    const answers = await Promise.all(
      [
        { outcome: 'verified', reasons: [] },
        { outcome: 'refused', reasons: ['goodsMissing'] },
        { outcome: 'verified', reasons: [] },
      ].map((one) =>
        world.call('refunds/customsConfirm', { formId: id, hallId: HALL, ...one }, { as: CUSTOMS }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  }
})

test('cancelled while customs verify it, it is one or the other', async () => {
  const id = await issued(world)
  const [cancelled, seen] = await Promise.all([
    world.call('refunds/cancelDeparture', { formId: id }, { as: TRAVELLER }),
    world.call(
      'refunds/customsConfirm',
      { formId: id, hallId: HALL, outcome: 'verified', reasons: [] },
      { as: CUSTOMS },
    ),
  ])
  expect([cancelled.ok, seen.ok].filter(Boolean)).toHaveLength(1)
})

test('paid ten times at once, in cash and by transfer, it is paid once', async () => {
  const id = await issued(world, TRANSFER)
  await verified(world, id)
  await audited(world, id)
  const answers = await times(10, (at) =>
    world.call(
      'refunds/departurePay',
      { formId: id, how: at % 2 === 0 ? 'cash' : 'transfer' },
      { as: PAYER },
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  await world.settle()
  const { state, paid, net } = await formOf(world, id)
  expect([state, paid]).toEqual(['paid', net])
  const ledger = await allOf(world.services.store, payoutLedger, { index: 'id' })
  expect(ledger.length).toBeLessThanOrEqual(1)
})

test('advanced ten times at once, the advance is given once', async () => {
  const id = await issued(world, INSTANT)
  const answers = await times(10, (at) =>
    world.call(
      'refunds/departurePrepay',
      { formId: id, hallId: HALL, preauthNo: `PA-000${at}` },
      { as: PAYER },
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await formOf(world, id)).advanced).toBe(10_170)
})

test('charged by the clock while customs verify it: never paid beside the advance', async () => {
  const id = await issued(world, INSTANT)
  await prepaid(world, id)
  world.services.time.now += 15 * 86_400_000
  await Promise.all([
    world.must('timers/dispatch', { subscriber: 'refunds' }, { timer: 'dispatch' }),
    world.call(
      'refunds/customsConfirm',
      { formId: id, hallId: HALL, outcome: 'verified', reasons: [] },
      { as: CUSTOMS },
    ),
  ])
  const { state } = await formOf(world, id)
  if (state !== 'customsVerified') await verified(world, id)
  await audited(world, id)
  await world.must('refunds/departurePay', { formId: id, how: 'cash' }, { as: PAYER })
  expect(await formOf(world, id)).toMatchObject({ state: 'paid', charged: 10_170, paid: 10_170 })
})
