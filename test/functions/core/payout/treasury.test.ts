/** Files to the treasury: an order is in one batch, a file says what was ordered, and what it carried is not called back. */
import { workCall, workCalls } from '../../../../functions/core/io/outside/work'
import { openTreasury } from '../../../../functions/core/io/payout/treasury/channel'
import { gatherBatch, handOver, MOST_ORDERS } from '../../../../functions/core/io/payout/treasury/batches'
import { treasuryBatches, treasuryOrders } from '../../../../functions/core/io/payout/treasury/collections'
import type { Payee, PayoutService } from '../../../../functions/core/io/payout/contract'
import { payeeOpener } from '../../../../functions/core/io/payout/plan'
import { allOf } from '../../../../functions/core/io/store/pages'
import { reader } from '../../../../functions/core/io/store/reader'
import { DAY_MS, HOUR } from '../../../../functions/core/pure/time'
import { testServices, type TestServices } from '../../../harness/context'
import { readBatch } from '../../../harness/pay/treasury'
import { BANK, callOf, order, someone, WECHAT } from './orders'

let services: TestServices
let service: PayoutService
beforeEach(async () => {
  services = await testServices()
  service = openTreasury(services, payeeOpener(services.vault))
})
afterEach(() => services.close())

const parts = () => ({ ...services, openPayee: payeeOpener(services.vault), office: '320100' })
const ordered = async (amounts: readonly number[]) => {
  const planned = []
  for (const amount of amounts) planned.push(await order(services, service, { amount }))
  await workCalls(services, service, { limit: 1000 })
  return planned
}
const gather = async (): Promise<string> => (await gatherBatch(services)) ?? ''
const { signal } = new AbortController()

it('gathers what was ordered into one file with its totals, and is unknown until it returns', async () => {
  const planned = await ordered([1200, 99, 1])
  expect(await callOf(services, planned[0] ?? { orderId: '', callId: '' })).toMatchObject({
    state: 'unknown',
    why: 'Gathered',
  })
  const batch = await gather()
  const file = await handOver(parts(), batch)
  const read = readBatch(file.bytes)
  expect(read).toMatchObject({ office: '320100', day: '2026-11-24', batch, sha256: file.sha256 })
  expect(read.rows).toEqual(
    planned.map(({ orderId }, i) => ({
      order: orderId,
      fen: [1200, 99, 1][i],
      name: '林小雨',
      bank: BANK.bank,
      account: BANK.account,
      purpose: '退税款',
    })),
  )
  expect(await reader(services.store).get(treasuryBatches, batch)).toMatchObject({
    state: 'sent',
    count: 3,
    fen: 1300,
    sha256: file.sha256,
  })
  services.time.now += HOUR
  await workCalls(services, service)
  expect(await callOf(services, planned[0] ?? { orderId: '', callId: '' })).toMatchObject({
    state: 'unknown',
    why: 'Batched',
    sends: 1,
  })
  expect(await gatherBatch(services)).toBeUndefined()
})

it('makes the same file again, byte for byte, on another day and by another instance', async () => {
  await ordered([1200, 99])
  const batch = await gather()
  const first = await handOver(parts(), batch)
  services.time.now += 3 * DAY_MS
  const other = await services.beside()
  const again = await handOver({ ...other, openPayee: payeeOpener(other.vault), office: '320100' }, batch)
  expect(again.bytes.equals(first.bytes)).toBe(true)
})

it('a file that cannot be made again as it was is not given out', async () => {
  const subject = someone()
  await order(services, service, { amount: 1200, subject })
  await ordered([99])
  const batch = await gather()
  await handOver(parts(), batch)
  await services.vault.destroy(subject)
  await expect(handOver(parts(), batch)).rejects.toThrow('cannot be made again')
})

it('an order is in one batch, also where several gather at once', async () => {
  await ordered(Array.from({ length: 70 }, (_, i) => i + 1))
  const other = await services.beside()
  await Promise.all([services, other, services].map((one) => gatherBatch(one)))
  const batches = await allOf(services.store, treasuryBatches, { index: 'id' })
  const ids = batches.flatMap(({ doc }) => doc.orders)
  expect(ids).toHaveLength(70)
  expect(new Set(ids).size).toBe(70)
  for (const { id, doc } of batches) {
    expect(doc.count).toBe(doc.orders.length)
    const orders = await reader(services.store).getMany(treasuryOrders, doc.orders)
    expect(orders.every((one) => one?.batch === id && one.state === 'batched')).toBe(true)
    expect(orders.reduce((sum, one) => sum + (one?.fen ?? 0), 0)).toBe(doc.fen)
  }
})

it('a batch holds so many orders and no more; the rest wait for the next', async () => {
  const { store } = services
  for (let first = 0; first < MOST_ORDERS + 20; first += 40)
    await store.commit(
      Array.from({ length: 40 }, (_, i) => ({
        op: 'insert' as const,
        collection: treasuryOrders.name,
        id: `po_${String(first + i).padStart(26, '0')}`,
        doc: { v: 1, state: 'gathered', fen: 1, batch: null, at: first + i, expiresAt: 9e12 },
      })),
    )
  const sizes: number[] = []
  for (let batch = await gatherBatch(services); batch; batch = await gatherBatch(services))
    sizes.push((await reader(store).get(treasuryBatches, batch))?.count ?? 0)
  expect(sizes).toEqual([MOST_ORDERS, 20])
})

describe('closing', () => {
  const callFor = async (orderId: string, callId: string) => ({
    id: callId,
    operation: 'pay',
    request: (await callOf(services, { orderId, callId })).request,
  })

  it.each(['not heard of', 'gathered', 'in an open batch'])(
    'an order that is %s is closed for good',
    async (how) => {
      const [other] = await ordered([50])
      const planned = await order(services, service, { amount: 1200 })
      if (how !== 'not heard of') await workCall(services, service, planned.callId)
      const batch = how === 'in an open batch' ? await gather() : undefined
      const call = await callFor(planned.orderId, planned.callId)
      expect(await service.close?.(call, signal)).toEqual({ outcome: 'refused', why: 'closed' })
      expect(await service.send(call, signal)).toEqual({ outcome: 'refused', why: 'closed' })
      const file = readBatch((await handOver(parts(), batch ?? (await gather()))).bytes)
      expect(file.rows.map((row) => row.order)).toEqual([other?.orderId])
    },
  )

  it('what a file carried is not closed', async () => {
    const [planned] = await ordered([1200])
    await handOver(parts(), await gather())
    const call = await callFor(planned?.orderId ?? '', planned?.callId ?? '')
    expect(await service.close?.(call, signal)).toEqual({ outcome: 'unknown', why: 'Batched' })
  })

  it('either a file carries an order or its closing holds, however they meet', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [planned] = await ordered([1200, 50])
      const batch = await gather()
      const call = await callFor(planned?.orderId ?? '', planned?.callId ?? '')
      const [closed, file] = await Promise.all([service.close?.(call, signal), handOver(parts(), batch)])
      const carried = readBatch(file.bytes).rows.some((row) => row.order === planned?.orderId)
      expect(closed?.outcome).toBe(carried ? 'unknown' : 'refused')
    }
  })
})

it('whoever was erased before the file was made is not in it', async () => {
  const subject = someone()
  const gone = await order(services, service, { amount: 1200, subject })
  const [stays] = await ordered([99])
  const batch = await gather()
  await services.vault.destroy(subject)
  const file = await handOver(parts(), batch)
  expect(readBatch(file.bytes).rows.map((row) => row.order)).toEqual([stays?.orderId])
  expect([file.count, file.fen]).toEqual([1, 99])
  services.time.now += HOUR
  await workCalls(services, service)
  expect(await callOf(services, gone)).toMatchObject({ state: 'refused', why: 'payeeErased' })
})

it.each<[string, Payee]>([
  ['a WeChat account', WECHAT],
  ['a name that a spreadsheet would run', { ...BANK, name: '=HYPERLINK("http://x","林")' }],
  ['one in full-width characters', { ...BANK, name: '＝1+1' }],
  ['one behind blanks', { ...BANK, name: '  @SUM(1)' }],
  ['a bank that a spreadsheet would run', { ...BANK, bank: '+1+1' }],
  ['a name of two lines', { ...BANK, name: '林\n小雨' }],
  ['an account number with a formula', { ...BANK, account: '-6222020200' }],
  ['an account number with a blank', { ...BANK, account: '6222 0202 0011' }],
  ['no name', { ...BANK, name: '' }],
])('%s is refused before any file carries it', async (_, payee) => {
  const planned = await order(services, service, { amount: 1200, payee })
  await workCalls(services, service)
  expect(await callOf(services, planned)).toMatchObject({ state: 'refused', why: 'payeeUnfit' })
  expect(await gatherBatch(services)).toBeUndefined()
})

it.each(['O"Neil, 小雨', "林'小雨", '欧阳·买买提', 'Smith-Jones Ann'])(
  '%s stands in the file as it is',
  async (name) => {
    await order(services, service, { amount: 1200, payee: { ...BANK, name } })
    await workCalls(services, service)
    const file = await handOver(parts(), await gather())
    expect(readBatch(file.bytes).rows.map((row) => row.name)).toEqual([name])
  },
)

it('an operator is not told of what only waits for the treasury', async () => {
  const [planned] = await ordered([1200])
  for (let hours = 0; hours < 72; hours += 1) {
    services.time.now += HOUR
    await workCalls(services, service)
  }
  expect((await callOf(services, planned ?? { orderId: '', callId: '' })).asks).toBeGreaterThan(60)
  expect(services.logged.filter(({ level }) => level === 'error')).toEqual([])
})

it('no such batch has no file', async () => {
  await expect(handOver(parts(), 'tb_none')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
