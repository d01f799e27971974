/** Notifications of WeChat Pay: one that is theirs makes us ask; repeated, late, forged or altered ones change nothing. */
import { workCalls } from '../../../../functions/core/io/outside/work'
import { hastenCall } from '../../../../functions/core/io/outside/hasten'
import {
  statusOf,
  takeNotification,
  type Noticed,
} from '../../../../functions/core/io/payout/wechat/notification'
import { billNoOf } from '../../../../functions/core/io/payout/wechat/bills'
import type { Planned } from '../../../../functions/core/io/payout/plan'
import { HOUR, MINUTE } from '../../../../functions/core/pure/time'
import {
  testKeys,
  type NotificationChange,
  type SignedNotification,
} from '../../../harness/pay/wechat-pay-server'
import { callOf } from './orders'
import { openWechatParts, type WechatParts } from './wechat-parts'

let parts: WechatParts
let planned: Planned
let billNo: string
beforeEach(async () => {
  parts = await openWechatParts()
  parts.server.payee = () => 'never'
  planned = await parts.order({})
  billNo = billNoOf(planned.orderId)
  await parts.work()
  // Asked for a few times already, so that its next turn is far.
  for (let rounds = 0; rounds < 12; rounds += 1) {
    parts.services.time.now += HOUR
    await parts.work()
  }
})
afterEach(() => parts.close())

const take = ({ headers, body }: SignedNotification): Promise<Noticed> => {
  const named = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  return takeNotification(parts.services, parts.service, parts.server.configuration, {
    header: (name) => named.get(name),
    body,
  })
}
const confirmed = (): void => {
  parts.server.payee = () => 'confirms'
}
const asks = async (): Promise<number> => (await callOf(parts.services, planned)).asks

it('an order is settled when its notification comes, not when its turn would', async () => {
  confirmed()
  expect(await parts.work()).toBe(0)
  expect(await take(parts.server.notification(billNo))).toBe('asked')
  expect(await callOf(parts.services, planned)).toMatchObject({
    state: 'done',
    answer: { fen: 1200 },
    sends: 1,
  })
})

it('that comes again and again settles once', async () => {
  confirmed()
  const notice = parts.server.notification(billNo)
  await Promise.all([take(notice), take(notice), take(notice)])
  const settled = await callOf(parts.services, planned)
  expect(settled.state).toBe('done')
  expect(await take(notice)).toBe('asked')
  expect(await callOf(parts.services, planned)).toEqual(settled)
  expect(parts.server.moved).toHaveLength(1)
})

it('is not believed in what it says: the bill is asked for', async () => {
  // Signed, and says SUCCESS; the bill still waits.
  const lying = parts.server.notification(billNo)
  expect(parts.server.bills.get(billNo)?.state).toBe('WAIT_USER_CONFIRM')
  const before = await asks()
  expect(await take(lying)).toBe('asked')
  expect(await callOf(parts.services, planned)).toMatchObject({ state: 'unknown', asks: before + 1 })
})

it('of an old state that comes after the end changes nothing', async () => {
  const early = parts.server.notification(billNo)
  confirmed()
  await take(parts.server.notification(billNo))
  const settled = await callOf(parts.services, planned)
  await take(early)
  expect(await callOf(parts.services, planned)).toEqual(settled)
})

it.each<[string, NotificationChange, Noticed]>([
  ['signed by somebody else', { privateKey: testKeys().strangers.privateKey }, 'WrongSignature'],
  ['of another key’s number', { serial: 'PUB_KEY_ID_OTHER' }, 'OtherSerial'],
  ['encrypted with another key', { apiV3Key: 'another-key-of-thirty-two-bytes!' }, 'unreadable'],
  ['of another event', { event: 'TRANSACTION.SUCCESS' }, 'nothingOfOurs'],
])('one %s makes nobody ask', async (_, change, noticed) => {
  const before = await asks()
  expect(await take(parts.server.notification(billNo, change))).toBe(noticed)
  expect(await asks()).toBe(before)
})

it('one that is sent again after five minutes, or from the future, is not believed', async () => {
  const notice = parts.server.notification(billNo)
  parts.services.time.now += 5 * MINUTE + 1000
  expect(await take(notice)).toBe('OldTimestamp')
  const later = parts.server.notification(billNo, { at: parts.services.time.now + 6 * MINUTE })
  expect(await take(later)).toBe('OldTimestamp')
})

it.each(['wechatpay-signature', 'wechatpay-nonce', 'wechatpay-timestamp'])(
  'one without %s is unsigned',
  async (without) => {
    const notice = parts.server.notification(billNo)
    const headers = Object.fromEntries(
      Object.entries(notice.headers).filter(([name]) => name.toLowerCase() !== without),
    )
    expect(await take({ ...notice, headers })).toBe('Unsigned')
  },
)

it('one of which a byte was changed is not believed', async () => {
  const notice = parts.server.notification(billNo)
  for (let at = 0; at < notice.body.length; at += 37) {
    const body = Buffer.from(notice.body)
    body[at] = (body[at] ?? 0) ^ 1
    expect(await take({ ...notice, body })).toBe('WrongSignature')
  }
})

it('one about a bill of nobody is taken, so that it is not sent again', async () => {
  expect(await take(parts.server.notification('po0000000000000000000000nope'))).toBe('nothingOfOurs')
  expect(await take(parts.server.notification('somebodyelses'))).toBe('nothingOfOurs')
})

it.each<[Noticed, number]>([
  ['asked', 200],
  ['nothingOfOurs', 200],
  ['unreadable', 400],
  ['WrongSignature', 401],
  ['OldTimestamp', 401],
])('%s is answered with %i', (noticed, status) => expect(statusOf(noticed)).toBe(status))

describe('hastening', () => {
  it('leaves what was not sent yet, and what is settled, alone', async () => {
    const fresh = await parts.order({})
    await hastenCall(parts.services, parts.service, fresh.callId)
    expect(await callOf(parts.services, fresh)).toMatchObject({ state: 'planned', sends: 0 })
    await hastenCall(parts.services, parts.service, 'oc_none')
  })
  it('beside another worker asks, and sends nothing', async () => {
    confirmed()
    parts.services.time.now += 2 * HOUR
    const other = await parts.services.beside()
    await Promise.all([
      workCalls(other, parts.serviceOf(other)),
      hastenCall(parts.services, parts.service, planned.callId),
      hastenCall(parts.services, parts.service, planned.callId),
    ])
    expect(await callOf(parts.services, planned)).toMatchObject({ state: 'done', sends: 1 })
    expect(parts.server.asked).toEqual([billNo])
  })
})
