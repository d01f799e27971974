/** Return files: all of it is right, or nothing of it is applied; each difference has its code. */
import { workCalls } from '../../../../functions/core/io/outside/work'
import { openTreasury } from '../../../../functions/core/io/payout/treasury/channel'
import { gatherBatch, handOver } from '../../../../functions/core/io/payout/treasury/batches'
import { treasuryBatches, treasuryOrders } from '../../../../functions/core/io/payout/treasury/collections'
import type { PayoutService } from '../../../../functions/core/io/payout/contract'
import { payeeOpener, type Planned } from '../../../../functions/core/io/payout/plan'
import { takeReturn } from '../../../../functions/core/io/payout/treasury/returns'
import type { Store } from '../../../../functions/core/io/store/contract'
import { reader } from '../../../../functions/core/io/store/reader'
import { DAY_MS } from '../../../../functions/core/pure/time'
import { testServices, type TestServices } from '../../../harness/context'
import { bytesOf, readBatch, returnOf, type BatchFile, type ReturnParts } from '../../../harness/pay/treasury'
import { callOf, order } from './orders'

const AMOUNTS = [1200, 99, 500] as const
const DAY = '2026-11-25'

let services: TestServices
let service: PayoutService
let planned: readonly Planned[]
let file: BatchFile
beforeEach(async () => {
  services = await testServices()
  service = openTreasury(services, payeeOpener(services.vault))
  planned = []
  for (const amount of AMOUNTS) planned = [...planned, await order(services, service, { amount })]
  await workCalls(services, service)
  const batch = (await gatherBatch(services)) ?? ''
  file = readBatch(
    (await handOver({ ...services, openPayee: payeeOpener(services.vault), office: '320100' }, batch)).bytes,
  )
  services.time.now += DAY_MS
})
afterEach(() => services.close())

const take = (bytes: Uint8Array, on: TestServices = services) =>
  takeReturn({ ...on, office: '320100' }, openTreasury(on, payeeOpener(on.vault)), bytes)
/** All paid but the second. */
const good = (): ReturnParts =>
  returnOf(file, {
    day: DAY,
    rows: file.rows.map(({ order: id, fen }, i) => ({
      order: id,
      fen,
      ...(i === 1 ? { reason: '02', remark: '账户已销户' } : {}),
    })),
  })
const states = async () =>
  (
    await reader(services.store).getMany(
      treasuryOrders,
      file.rows.map((row) => row.order),
    )
  ).map((doc) => doc?.state)
const nothingApplied = async (): Promise<void> => {
  expect(await states()).toEqual(['batched', 'batched', 'batched'])
  expect(await reader(services.store).get(treasuryBatches, file.batch)).toMatchObject({ state: 'sent' })
}
const first = <T>(list: readonly T[]): T => {
  const [one] = list
  if (one === undefined) throw new Error('nothing')
  return one
}

it('settles each order by its row, at once, and with its reason', async () => {
  expect(await take(bytesOf(good()))).toEqual({ differences: [], batch: file.batch, paid: 2, rejected: 1 })
  const calls = await Promise.all(planned.map((one) => callOf(services, one)))
  expect(calls.map(({ state, why, next }) => [state, why, next])).toEqual([
    ['done', undefined, null],
    ['refused', 'accountClosed', null],
    ['done', undefined, null],
  ])
  expect(first(calls).answer).toEqual({ fen: 1200, at: Date.parse(`${DAY}T00:00:00+08:00`) })
  expect(await reader(services.store).get(treasuryBatches, file.batch)).toMatchObject({ state: 'returned' })
})

it('taken in twice changes nothing more; another file for the same batch is refused', async () => {
  await take(bytesOf(good()))
  const before = await reader(services.store).get(treasuryBatches, file.batch)
  services.time.now += DAY_MS
  expect((await take(bytesOf(good()))).differences).toEqual([])
  expect(await reader(services.store).get(treasuryBatches, file.batch)).toEqual(before)
  const all = returnOf(file, { day: DAY, rows: file.rows })
  expect((await take(bytesOf(all))).differences.map(({ code }) => code)).toEqual([
    'returnedOtherwise',
    'settledOtherwise',
  ])
})

it.each<[string, (bytes: Buffer) => Buffer]>([
  ['without a byte order mark', (bytes) => bytes.subarray(3)],
  // 指令编号 and the rest of the column names, and the remark, in GBK
  ['in GBK', (bytes) => gbk(bytes)],
  ['with lines ended by LF', (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\r\n', '\n'))],
  ['with fields in quotes', (bytes) => quoted(bytes)],
])('is read %s', async (_, change) => {
  expect(await take(change(bytesOf(good())))).toMatchObject({ differences: [], paid: 2, rejected: 1 })
})

const GBK: Readonly<Record<string, string>> = {
  指: 'd6b8',
  令: 'c1ee',
  编: 'b1e0',
  号: 'bac5',
  金: 'bdf0',
  额: 'b6ee',
  分: 'b7d6',
  结: 'bde1',
  果: 'b9fb',
  原: 'd4ad',
  因: 'd2f2',
  代: 'b4fa',
  码: 'c2eb',
  入: 'c8eb',
  账: 'd5cb',
  日: 'c8d5',
  期: 'c6da',
  备: 'b1b8',
  注: 'd7a2',
  户: 'bba7',
  已: 'd2d1',
  销: 'cffa',
}
const gbk = (bytes: Buffer): Buffer =>
  Buffer.concat(
    [...bytes.toString('utf8').replace('\ufeff', '')].map((character) => {
      const known = GBK[character]
      return known ? Buffer.from(known, 'hex') : Buffer.from(character, 'latin1')
    }),
  )
const quoted = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('utf8').replace(/[^,\r\n\ufeff]+/g, (field) => `"${field}"`))

const change = (more: Partial<ReturnParts>): Buffer => bytesOf({ ...good(), ...more })
const withHead = (at: number, value: string): Buffer =>
  change({ head: good().head.map((field, i) => (i === at ? value : field)) })
const withRow = (row: number, at: number, value: string): Buffer =>
  change({
    rows: good().rows.map((fields, i) =>
      i === row ? fields.map((field, j) => (j === at ? value : field)) : fields,
    ),
  })

it.each<[string, () => Buffer, readonly string[]]>([
  ['another encoding', () => Buffer.from(bytesOf(good()).toString('utf8'), 'utf16le'), ['encoding']],
  ['bytes that are no text', () => Buffer.concat([bytesOf(good()), Buffer.from([0xff, 0xff])]), ['encoding']],
  ['more than a megabyte', () => Buffer.alloc(1024 * 1024 + 1, 0x61), ['tooLarge']],
  ['an open quote', () => Buffer.from('H,"SHUIBANG'), ['notCsv']],
  ['nothing', () => Buffer.alloc(0), ['header']],
  ['a batch file instead of a return', () => withHead(1, 'SHUIBANG-PAY'), ['header']],
  ['another version', () => withHead(2, '2'), ['version']],
  ['another office', () => withHead(3, '320200'), ['otherOffice']],
  ['a day before the file', () => withHead(4, '2026-11-23'), ['day']],
  ['a day to come', () => withHead(4, '2026-11-26'), ['day']],
  ['a batch that nobody knows', () => withHead(5, 'tb_none'), ['unknownBatch']],
  ['another file’s digest', () => withHead(6, '0'.repeat(64)), ['otherFile']],
  ['other columns', () => change({ columns: ['C', '指令编号'] }), ['columns']],
  [
    'an amount that is not what was ordered',
    () => withRow(0, 2, '1201'),
    ['total', 'paidTotal', 'otherAmount'],
  ],
  [
    'an amount in yuan',
    () => withRow(0, 2, '12.00'),
    ['row', 'total', 'paidCount', 'paidTotal', 'missingRow'],
  ],
  [
    'an amount of nothing',
    () => withRow(0, 2, '0'),
    ['row', 'total', 'paidCount', 'paidTotal', 'missingRow'],
  ],
  [
    'an outcome that nobody knows',
    () => withRow(0, 3, 'maybe'),
    ['outcome', 'total', 'paidCount', 'paidTotal', 'missingRow'],
  ],
  ['a rejection without a reason', () => withRow(1, 4, ''), ['reason', 'total', 'missingRow']],
  ['a reason that nobody knows', () => withRow(1, 4, 'constructor'), ['reason', 'total', 'missingRow']],
  ['a payment with a reason', () => withRow(0, 4, '01'), ['reason']],
  [
    'a payment of no day',
    () => withRow(0, 5, '2026-02-30'),
    ['paidDay', 'total', 'paidCount', 'paidTotal', 'missingRow'],
  ],
  ['a payment of a day to come', () => withRow(0, 5, '2026-12-01'), ['paidDay']],
  ['a payment of a day before the file', () => withRow(0, 5, '2026-11-01'), ['paidDay']],
  ['an order of nobody', () => withRow(0, 1, 'po_nobody'), ['unknownOrder', 'missingRow']],
  [
    'a row twice',
    () => change({ rows: [...good().rows, first(good().rows)] }),
    ['count', 'total', 'paidCount', 'paidTotal', 'doubledRow'],
  ],
  [
    'a row less',
    () => change({ rows: good().rows.slice(1) }),
    ['count', 'total', 'paidCount', 'paidTotal', 'missingRow'],
  ],
  ['a row too short', () => change({ rows: [['D', 'po_1'], ...good().rows] }), ['row', 'count']],
  ['another kind of row', () => change({ rows: [['X'], ...good().rows] }), ['row', 'count']],
  ['no trailer', () => change({ trailer: ['D'] }), ['row', 'trailerMissing']],
  [
    'rows after the trailer',
    () => Buffer.concat([bytesOf(good()), Buffer.from('D,x\r\n')]),
    ['afterTrailer'],
  ],
  ['a trailer of another count', () => change({ trailer: ['T', '4', '1799', '2', '1700'] }), ['count']],
  ['a trailer of another sum', () => change({ trailer: ['T', '3', '1800', '2', '1700'] }), ['total']],
])('%s is told, and nothing is applied', async (_, bytes, codes) => {
  expect((await take(bytes())).differences.map(({ code }) => code)).toEqual(codes)
  await nothingApplied()
})

it('one wrong row of three holds all of it back, and says which', async () => {
  const { differences } = await take(withRow(2, 2, '501'))
  expect(differences).toContainEqual({
    code: 'otherAmount',
    row: 5,
    order: planned[2]?.orderId,
    wanted: '500',
    found: '501',
  })
  await nothingApplied()
})

it('a batch that was not handed over has no return', async () => {
  await order(services, service, { amount: 7 })
  await workCalls(services, service)
  const open = (await gatherBatch(services)) ?? ''
  expect((await take(withHead(5, open))).differences.map(({ code }) => code)).toEqual(['batchNotSent'])
})

/** The commits of one run reach the database up to the n-th, and then its process is gone. */
const dying = (store: Store, atCommit: number): Store => {
  let commits = 0
  return {
    ...store,
    commit: (changes) => {
      commits += 1
      return commits < atCommit ? store.commit(changes) : Promise.reject(new Error('killed'))
    },
  }
}

it('a run that dies anywhere is repeated with the same file, and ends the same', async () => {
  const bytes = bytesOf(good())
  for (let atCommit = 1; atCommit <= 12; atCommit += 1) {
    const store = dying(services.store, atCommit)
    await take(bytes, { ...services, store }).catch(() => undefined)
    const standing = await reader(services.store).get(treasuryBatches, file.batch)
    if (standing?.returnSha256 !== undefined) {
      const other = bytesOf(returnOf(file, { day: DAY, rows: file.rows }))
      expect((await take(other)).differences.map(({ code }) => code)).toContain('returnedOtherwise')
    }
  }
  await take(bytes)
  expect(await states()).toEqual(['paid', 'rejected', 'paid'])
  expect((await Promise.all(planned.map((one) => callOf(services, one)))).map(({ state }) => state)).toEqual([
    'done',
    'refused',
    'done',
  ])
})

it('of two files taken in at once only one settles the batch', async () => {
  const other = await services.beside()
  const all = bytesOf(returnOf(file, { day: DAY, rows: file.rows }))
  const [a, b] = await Promise.all([take(bytesOf(good())), take(all, other)])
  const applied = [a, b].filter(({ differences }) => differences.length === 0)
  expect(applied).toHaveLength(1)
  expect(await states()).toEqual(
    a.differences.length === 0 ? ['paid', 'rejected', 'paid'] : ['paid', 'paid', 'paid'],
  )
})
