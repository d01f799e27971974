/** Transfers through WeChat Pay: what each mischief makes of one, and that none is paid twice or settled by what is not signed. */
import { openPayout } from '../../../../functions/core/io/payout/open'
import type { Payee } from '../../../../functions/core/io/payout/contract'
import { billNoOf } from '../../../../functions/core/io/payout/wechat/bills'
import { confirmationOf } from '../../../../functions/core/io/payout/wechat/confirm'
import { wechatConfirmations } from '../../../../functions/core/io/payout/wechat/collections'
import { outsideCalls } from '../../../../functions/core/io/outside/collections'
import { reader } from '../../../../functions/core/io/store/reader'
import { addDays, DAY_MS, dayOf, HOUR, MINUTE } from '../../../../functions/core/pure/time'
import { WECHAT_MISCHIEFS, testKeys, type WechatMischief } from '../../../harness/pay/wechat-pay-server'
import { BANK, callOf, someone, WECHAT } from './orders'
import { openWechatParts, type WechatParts } from './wechat-parts'

let parts: WechatParts
beforeEach(async () => {
  parts = await openWechatParts()
})
afterEach(() => parts.close())

const { signal } = new AbortController()

it('is sent signed as WeChat Pay wants it, confirmed by its payee, and done when asked for', async () => {
  const planned = await parts.order({ amount: 200_000 })
  await parts.work()
  expect(await callOf(parts.services, planned)).toMatchObject({
    state: 'unknown',
    why: 'WaitUserConfirm',
    sends: 1,
  })
  expect(parts.server.moved).toEqual([])
  parts.services.time.now += MINUTE
  await parts.work()
  expect(await callOf(parts.services, planned)).toMatchObject({
    state: 'done',
    answer: { fen: 200_000, at: Math.floor(parts.services.time.now / 1000) * 1000 },
  })
  expect(parts.server.refused).toEqual([])
  const bill = parts.server.bills.get(billNoOf(planned.orderId))
  expect(bill).toMatchObject({ openid: WECHAT.openid, user_name: '林小雨', transfer_amount: 200_000 })
})

it.each<[string, number, Payee, string | undefined]>([
  ['below thirty fen the name is not sent', 29, WECHAT, undefined],
  [
    'a payee without a name is paid below two thousand yuan',
    199_999,
    { kind: 'wechat', openid: 'o1' },
    undefined,
  ],
  ['the name is sent encrypted', 30, WECHAT, '林小雨'],
])('%s', async (_, amount, payee, name) => {
  const planned = await parts.order({ amount, payee })
  await parts.workToTheEnd()
  expect(await callOf(parts.services, planned)).toMatchObject({ state: 'done' })
  expect(parts.server.bills.get(billNoOf(planned.orderId))?.user_name).toBe(name)
})

it.each<[string, number, Payee]>([
  ['two thousand yuan to nobody’s name', 200_000, { kind: 'wechat', openid: 'o1' }],
  ['a bank account', 1200, BANK],
])('%s is refused before it is sent', async (_, amount, payee) => {
  const planned = await parts.order({ amount, payee })
  await parts.work()
  expect(await callOf(parts.services, planned)).toMatchObject({ state: 'refused', why: 'payeeUnfit' })
  expect(parts.server.asked).toEqual([])
})

it('whoever was erased is not paid', async () => {
  const subject = someone()
  const planned = await parts.order({ subject })
  await parts.services.vault.destroy(subject)
  await parts.work()
  expect(await callOf(parts.services, planned)).toMatchObject({ state: 'refused', why: 'payeeErased' })
  expect(parts.server.asked).toEqual([])
})

describe.each(WECHAT_MISCHIEFS)('"%s"', (mischief) => {
  it('when it is sent: unknown, asked for, one payment', async () => {
    const planned = await parts.order({})
    parts.meet(mischief)
    await parts.work()
    const call = await callOf(parts.services, planned)
    expect(call).toMatchObject({ state: 'unknown', sends: 1 })
    expect(parts.server.moved).toEqual([])
    await parts.workToTheEnd()
    expect(await callOf(parts.services, planned)).toMatchObject({ state: 'done', answer: { fen: 1200 } })
    expect(parts.server.moved.map(({ fen }) => fen)).toEqual([1200])
    expect(await parts.compared()).toEqual({ differences: [], equal: 1 })
  })

  it('when it is asked for: not settled by it, and asked for again', async () => {
    const planned = await parts.order({})
    await parts.work()
    parts.meet(mischief)
    parts.services.time.now += MINUTE
    await parts.work()
    const { state } = await callOf(parts.services, planned)
    expect(state).toBe(mischief === 'twice' ? 'done' : 'unknown')
    await parts.workToTheEnd()
    expect(await callOf(parts.services, planned)).toMatchObject({ state: 'done', sends: 1 })
    expect(parts.server.moved).toHaveLength(1)
  })
})

it.each<[WechatMischief, string]>([
  ['unsigned', 'Unsigned'],
  ['wrongSignature', 'WrongSignature'],
  ['otherSerial', 'OtherSerial'],
  ['oldTimestamp', 'OldTimestamp'],
  ['altered', 'WrongSignature'],
  ['otherBill', 'OtherId'],
  ['failsBefore', 'SYSTEM_ERROR'],
  ['tooOften', 'FREQUENCY_LIMIT_EXCEED'],
])('an answer that is "%s" says so: %s', async (mischief, why) => {
  const planned = await parts.order({})
  await parts.work()
  parts.meet(mischief)
  parts.services.time.now += MINUTE
  await parts.work()
  expect(await callOf(parts.services, planned)).toMatchObject({ state: 'unknown', why })
})

it.each([
  ['REAL_NAME_CHECK_FAIL', 'notVerified'],
  ['NAME_NOT_CORRECT', 'nameMismatch'],
  ['ACCOUNT_FROZEN', 'accountFrozen'],
  ['TRANSFER_QUOTA_EXCEED', 'overLimit'],
  ['PAYER_ACCOUNT_ABNORMAL', 'payerLimited'],
  ['A_REASON_OF_TOMORROW', 'other'],
  ['constructor', 'other'],
])('a transfer that fails for %s is refused for good: %s', async (fails, why) => {
  parts.server.payee = () => ({ fails })
  const planned = await parts.order({})
  await parts.workToTheEnd()
  expect(await callOf(parts.services, planned)).toMatchObject({ state: 'refused', why, sends: 1 })
  expect(parts.server.moved).toEqual([])
})

it('a payee who does not confirm in a day is not paid, and no operator is told of the waiting', async () => {
  parts.server.payee = () => 'never'
  const planned = await parts.order({})
  for (let hours = 0; hours < 24; hours += 1) {
    await parts.work()
    parts.services.time.now += HOUR
  }
  expect(await callOf(parts.services, planned)).toMatchObject({ state: 'unknown', why: 'WaitUserConfirm' })
  await parts.workToTheEnd()
  expect(await callOf(parts.services, planned)).toMatchObject({ state: 'refused', why: 'notConfirmed' })
  expect(parts.services.logged.filter(({ level }) => level === 'error')).toEqual([])
})

it('without money in the account nothing is known until the id can never be paid; then it is refused', async () => {
  parts.server.balance = 100
  const planned = await parts.order({})
  await parts.work()
  expect(await callOf(parts.services, planned)).toMatchObject({ state: 'unknown', why: 'NOT_ENOUGH' })
  for (let minutes = 0; minutes < 25; minutes += 1) {
    parts.services.time.now += MINUTE
    await parts.work()
  }
  expect(await callOf(parts.services, planned)).toMatchObject({ state: 'unknown', sends: 4 })
  await parts.workToTheEnd()
  expect(await callOf(parts.services, planned)).toMatchObject({ state: 'refused', why: 'closed', sends: 4 })
  parts.server.balance = 1e9
  expect(parts.server.moved).toEqual([])
})

it('money that comes in time is paid by the same id', async () => {
  parts.server.balance = 100
  const planned = await parts.order({})
  await parts.work()
  parts.server.balance = 1e9
  await parts.workToTheEnd()
  expect(await callOf(parts.services, planned)).toMatchObject({ state: 'done', sends: 2 })
  expect(parts.server.moved).toHaveLength(1)
})

it('a request that they refuse for its form is not settled by that alone', async () => {
  const planned = await parts.order({ payee: { kind: 'wechat', openid: 'o'.repeat(65) } })
  await parts.work()
  expect(await callOf(parts.services, planned)).toMatchObject({ state: 'unknown', why: 'PARAM_ERROR' })
  await parts.workToTheEnd()
  expect(await callOf(parts.services, planned)).toMatchObject({ state: 'refused', why: 'closed' })
})

it('a key that is not the merchant’s is refused by them, and settles nothing', async () => {
  const configuration = { ...parts.server.configuration, privateKey: testKeys().strangers.privateKey }
  const planned = await parts.order({})
  const { request } = await callOf(parts.services, planned)
  const call = { id: planned.callId, operation: 'pay', request }
  const stranger = openPayout(configuration, parts.services)
  expect(await stranger.send(call, signal)).toEqual({ outcome: 'unknown', why: 'SIGN_ERROR' })
  expect(await stranger.ask(call, signal)).toEqual({ outcome: 'unknown', why: 'SIGN_ERROR' })
  expect(parts.server.asked).toEqual([])
})

it('a clock of ours that is wrong by minutes is refused by them', async () => {
  const planned = await parts.order({})
  const { request } = await callOf(parts.services, planned)
  const late = openPayout(parts.server.configuration, {
    ...parts.services,
    clock: () => parts.services.time.now - 6 * MINUTE,
  })
  expect(await late.send({ id: planned.callId, operation: 'pay', request }, signal)).toMatchObject({
    outcome: 'unknown',
  })
  expect(parts.server.refused).toEqual(['signature'])
})

describe('closing', () => {
  const callFor = async (sentAt?: number) => {
    const planned = await parts.order({})
    const { request } = await callOf(parts.services, planned)
    return { id: planned.callId, operation: 'pay', request, ...(sentAt === undefined ? {} : { sentAt }) }
  }
  const close = (call: Awaited<ReturnType<typeof callFor>>) => parts.service.close?.(call, signal)

  it('withdraws what its payee has not confirmed', async () => {
    parts.server.payee = () => 'never'
    const call = await callFor()
    await parts.service.send(call, signal)
    expect(await close(call)).toEqual({ outcome: 'refused', why: 'closed' })
    expect(parts.server.moved).toEqual([])
  })
  it('finds what was paid before', async () => {
    const call = await callFor()
    await parts.service.send(call, signal)
    await parts.service.ask(call, signal)
    expect(await close(call)).toMatchObject({ outcome: 'done' })
  })
  it('an id that they have not heard of is closed only when no request for it can arrive any more', async () => {
    const call = await callFor(parts.services.time.now)
    expect(await close(call)).toEqual({ outcome: 'unknown', why: 'Absent' })
    parts.services.time.now += 31 * MINUTE
    expect(await close(call)).toEqual({ outcome: 'refused', why: 'closed' })
  })
  it('after a month their not knowing it says nothing', async () => {
    const call = await callFor(parts.services.time.now)
    await parts.service.send(call, signal)
    await parts.service.ask(call, signal)
    parts.services.time.now += 31 * DAY_MS
    expect(await parts.service.ask(call, signal)).toEqual({ outcome: 'unknown', why: 'TooOld' })
    expect(await close(call)).toEqual({ outcome: 'unknown', why: 'TooOld' })
  })
})

it('the payee’s WeChat is given what it confirms with, for a day, and it stands sealed', async () => {
  const planned = await parts.order({})
  await parts.work()
  const { configuration } = parts.server
  const token = `package-of-${billNoOf(planned.orderId)}`
  expect(await confirmationOf(parts.services, configuration, planned.orderId)).toEqual({
    mchId: configuration.mchId,
    appId: configuration.appId,
    package: token,
  })
  const doc = await reader(parts.services.store).get(wechatConfirmations, planned.orderId)
  expect(JSON.stringify(doc)).not.toContain('package-of')
  parts.services.time.now += DAY_MS
  expect(await confirmationOf(parts.services, configuration, planned.orderId)).toBeUndefined()
})

it('neither a name nor an openid stands in a document or a line of the log', async () => {
  await parts.order({})
  await parts.workToTheEnd()
  const { items } = await parts.services.store.query(outsideCalls.name, { index: 'id' })
  expect(JSON.stringify([items, parts.services.logged])).not.toMatch(/林小雨|oLin1234567890/)
})

describe('its statement', () => {
  const today = () => dayOf(parts.services.time.now)

  it('is what the bill of the day says, from ten the next morning', async () => {
    const day = today()
    const first = await parts.order({})
    const second = await parts.order({ amount: 123_456_789 })
    await parts.work()
    parts.services.time.now += MINUTE
    await parts.work()
    expect(await parts.service.statement(day, signal)).toBeUndefined()
    parts.services.time.now += DAY_MS
    const rows = await parts.service.statement(day, signal)
    expect([...(rows ?? [])].sort((a, b) => a.fen - b.fen)).toEqual([
      { order: first.orderId, fen: 1200 },
      { order: second.orderId, fen: 123_456_789 },
    ])
    expect(parts.server.refused).toEqual([])
  })
  it('of a day without money moved is empty', async () => {
    expect(await parts.service.statement(addDays(today(), -3), signal)).toEqual([])
  })
  it.each<WechatMischief>(['wrongSignature', 'failsBefore', 'unsigned', 'oldTimestamp'])(
    'is not believed when its answer is "%s"',
    async (mischief) => {
      parts.meet(mischief)
      await expect(parts.service.statement(addDays(today(), -3), signal)).rejects.toThrow()
    },
  )
})
