/** Each day’s reconciliation: every difference of ids and amounts, and none where both sides agree. */
import { payoutLedger } from '../../../../functions/core/io/payout/collections'
import type { PayoutService, StatementRow } from '../../../../functions/core/io/payout/contract'
import { openPayout } from '../../../../functions/core/io/payout/open'
import { dailyReconciliation } from '../../../../functions/core/io/payout/reconcile'
import { rowsOfBill, wechatStatement } from '../../../../functions/core/io/payout/wechat/statement'
import { workCalls } from '../../../../functions/core/io/outside/work'
import { allOf } from '../../../../functions/core/io/store/pages'
import { transact } from '../../../../functions/core/io/store/transact'
import { addDays, DAY_MS, dayOf, HOUR, instantOf, MINUTE } from '../../../../functions/core/pure/time'
import { testServices, type TestServices } from '../../../harness/context'
import { order, ordersOf } from './orders'
import { openWechatParts } from './wechat-parts'

let services: TestServices
let service: PayoutService
beforeEach(async () => {
  services = await testServices()
  service = openPayout(
    { channel: 'ledger', rejects: (_, fen) => (fen === 13 ? 'accountClosed' : undefined) },
    services,
  )
})
afterEach(() => services.close())

const paidToday = async (...amounts: readonly number[]) => {
  const planned = []
  for (const amount of amounts) planned.push((await order(services, service, { amount })).orderId)
  await workCalls(services, service)
  return planned
}
/** The same channel, with what is done to its statement. */
const stating = (change: (rows: readonly StatementRow[]) => readonly StatementRow[]): PayoutService => ({
  ...service,
  statement: async (day, signal) => change((await service.statement(day, signal)) ?? []),
})
const today = () => dayOf(services.time.now)

it('nothing differs where both sides agree; what was rejected is on neither', async () => {
  const day = today()
  await paidToday(1200, 13, 99)
  services.time.now += DAY_MS
  await paidToday(7)
  expect(await dailyReconciliation(services, service, day)).toEqual({
    day,
    differences: [],
    equal: 2,
    theirs: { count: 2, fen: 1299 },
  })
  expect((await dailyReconciliation(services, service, today()))?.equal).toBe(1)
})

it('each kind of difference is told, with both amounts', async () => {
  const day = today()
  const [missing = '', other = '', twice = '', rejected = '', right = ''] = await paidToday(
    100,
    200,
    300,
    13,
    400,
  )
  const waits = (await order(services, service, { amount: 500 })).orderId
  const change = stating((rows) => [
    ...rows
      .filter((row) => row.order !== missing)
      .map((row) => (row.order === other ? { ...row, fen: 201 } : row)),
    { order: twice, fen: 300 },
    { order: rejected, fen: 13 },
    { order: 'po_nobody', fen: 77 },
  ])
  const found = await dailyReconciliation(services, change, day)
  expect(found?.equal).toBe(1)
  expect(new Map(found?.differences.map((one) => [one.order, one]))).toEqual(
    new Map([
      [missing, { order: missing, kind: 'onlyOurs', ours: 100, theirs: [] }],
      [other, { order: other, kind: 'other', ours: 200, theirs: [201] }],
      [twice, { order: twice, kind: 'twice', ours: 300, theirs: [300, 300] }],
      [rejected, { order: rejected, kind: 'onlyTheirs', ours: 13, theirs: [13] }],
      ['po_nobody', { order: 'po_nobody', kind: 'onlyTheirs', theirs: [77] }],
      [waits, { order: waits, kind: 'unsettled', ours: 500, theirs: [] }],
    ]),
  )
  expect(found?.differences.map((one) => one.order)).not.toContain(right)
})

it('what is paid again on another day is told there', async () => {
  const [paid = ''] = await paidToday(1200)
  services.time.now += 2 * DAY_MS
  const again = stating(() => [{ order: paid, fen: 1200 }])
  expect((await dailyReconciliation(services, again, today()))?.differences).toEqual([
    { order: paid, kind: 'otherDay', ours: 1200, theirs: [1200] },
  ])
})

it('a payment that was ordered days before is looked for on the day it was paid', async () => {
  const before = today()
  const { orderId } = await order(services, service, { amount: 1200 })
  services.time.now += 3 * DAY_MS
  await workCalls(services, service)
  expect((await dailyReconciliation(services, service, before))?.differences).toEqual([])
  expect(await dailyReconciliation(services, service, today())).toMatchObject({ equal: 1, differences: [] })
  expect(
    (
      await dailyReconciliation(
        services,
        stating(() => []),
        today(),
      )
    )?.differences,
  ).toEqual([{ order: orderId, kind: 'onlyOurs', ours: 1200, theirs: [] }])
})

it('a ledger row that somebody took away is found', async () => {
  const [gone = ''] = await paidToday(1200, 99)
  await transact(services, async (tx) => {
    await tx.get(payoutLedger, gone)
    tx.remove(payoutLedger, gone)
  })
  expect(await dailyReconciliation(services, service, today())).toMatchObject({
    equal: 1,
    differences: [{ order: gone, kind: 'onlyOurs', ours: 1200, theirs: [] }],
  })
})

it('changes nothing', async () => {
  await paidToday(1200, 99)
  const before = [await ordersOf(services), await allOf(services.store, payoutLedger, { index: 'id' })]
  await dailyReconciliation(
    services,
    stating(() => []),
    today(),
  )
  expect([await ordersOf(services), await allOf(services.store, payoutLedger, { index: 'id' })]).toEqual(
    before,
  )
})

describe('so near to midnight that their clock may say another day', () => {
  /** Paid a minute before midnight; the statement of each day as given. */
  const near = async (statements: Readonly<Record<string, readonly StatementRow[] | undefined>>) => {
    const day = today()
    services.time.now = instantOf(addDays(day, 1)) - MINUTE
    const [paid = ''] = await paidToday(1200)
    const row = { order: paid, fen: 1200 }
    const other: PayoutService = {
      ...service,
      edge: 5 * MINUTE,
      statement: async (asked) => {
        const rows = asked === day ? statements.that : statements.next
        return rows?.map(() => row)
      },
    }
    const of = async (asked: string) =>
      (await dailyReconciliation(services, other, asked))?.differences.map(({ kind }) => kind)
    return [await of(day), await of(addDays(day, 1))]
  }
  const ROW: readonly StatementRow[] = [{ order: '', fen: 0 }]

  it.each<[string, readonly StatementRow[], readonly StatementRow[] | undefined, unknown]>([
    ['on the day', ROW, [], [[], []]],
    ['on the next', [], ROW, [[], []]],
    ['on neither', [], [], [['onlyOurs'], ['onlyOurs']]],
    ['on none yet', [], undefined, [['unsettled'], undefined]],
  ])('it stands %s', async (_, that, next, wanted) => {
    expect(await near({ that, next })).toEqual(wanted)
  })
})

it('through WeChat Pay: their bill of the day against ours, also for what was refused and what waits', async () => {
  const parts = await openWechatParts()
  parts.server.payee = (openid) =>
    openid === 'never' ? 'never' : openid === 'fails' ? { fails: 'ACCOUNT_FROZEN' } : 'confirms'
  const day = dayOf(parts.services.time.now)
  await parts.order({})
  await parts.order({ payee: { kind: 'wechat', openid: 'fails' } })
  const waits = await parts.order({ payee: { kind: 'wechat', openid: 'never' } })
  await parts.work()
  parts.services.time.now += MINUTE
  await parts.work()
  expect(await dailyReconciliation(parts.services, parts.service, day)).toBeUndefined()
  parts.services.time.now = instantOf(addDays(day, 1)) + 10 * HOUR
  expect(await dailyReconciliation(parts.services, parts.service, day)).toEqual({
    day,
    differences: [{ order: waits.orderId, kind: 'unsettled', ours: 1200, theirs: [] }],
    equal: 1,
    theirs: { count: 1, fen: 1200 },
  })
  await parts.close()
})

describe('a fund bill', () => {
  const HEAD =
    '\ufeff记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号'
  const A = 'po01kawq7g8z0000000000000000'
  const row = (direction: string, amount: string, voucher: string, kind = '商家转账') =>
    `\`2026-11-24 10:00:00,\`1330,\`f1,\`${kind},\`${kind},\`${direction},\`${amount},\`1.00,\`API,\`备注,"一",\`${voucher}`
  const bill = (rows: readonly string[], count = rows.length) =>
    [
      HEAD,
      ...rows,
      '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额',
      `\`${count},\`0,\`0,\`0,\`0`,
      '',
    ].join('\r\n')
  const order_ = `po_${A.slice(2)}`

  it('says what went out; what came back counts no more', () => {
    expect(rowsOfBill(bill([row('支出', '12.00', A)]))).toEqual([{ order: order_, fen: 1200 }])
    expect(rowsOfBill(bill([row('支出', '12.00', A), row('收入', '12.00', A)]))).toEqual([])
    expect(rowsOfBill(bill([row('支出', '12.00', A), row('支出', '12.00', A)]))).toHaveLength(2)
  })
  it('tells a transfer that no order of ours asked for, and leaves what is no transfer', () => {
    expect(rowsOfBill(bill([row('支出', '5.00', 'handmade'), row('支出', '0.01', 'x', '手续费')]))).toEqual([
      { order: '1330', fen: 500 },
    ])
  })
  it.each([
    ['whose own total does not agree', bill([row('支出', '12.00', A)], 2)],
    ['that ends early', [HEAD, row('支出', '12.00', A)].join('\r\n')],
    ['of other columns', bill([row('支出', '12.00', A)]).replace('收支金额', '金额')],
    ['with an amount that is none', bill([row('支出', '1e3', A)])],
  ])('%s is not read', (_, text) => expect(() => rowsOfBill(text)).toThrow())

  const { signal } = new AbortController()
  const answered = (download_url: string, text: string, hash_value: string) =>
    wechatStatement(
      {
        exchange: async () => ({ status: 200, body: { hash_value, download_url } }),
        download: async () => ({ status: 200, headers: new Headers(), bytes: Buffer.from(text) }),
      },
      'https://api.mch.weixin.qq.com',
      '2026-11-24',
      signal,
    )
  it('that is said to lie elsewhere is not fetched: the request would bear our signature', async () => {
    await expect(answered('https://evil.example/v3/file?token=1', '', '')).rejects.toThrow('elsewhere')
  })
  it('of another digest is not read', async () => {
    await expect(
      answered(
        'https://api.mch.weixin.qq.com/v3/file?token=1',
        bill([row('支出', '12.00', A)]),
        '0'.repeat(40),
      ),
    ).rejects.toThrow('digest')
  })
})
