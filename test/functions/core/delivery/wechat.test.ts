/** WeChat's subscribe messages against a server that checks them: grants, tokens, and every answer that it may give. */
import { FIELDS, openWechatOutbox, type WechatOutbox } from './wechat-parts'
import { nextDelivery } from '../../../../functions/core/io/delivery/work'
import { MINUTE } from '../../../../functions/core/pure/time'

let outbox: WechatOutbox
beforeEach(async () => {
  outbox = await openWechatOutbox()
  // noon, when nobody's choices are quiet
  outbox.services.time.now += 2 * 60 * MINUTE
})
afterEach(() => outbox.end())

const stateOf = async (id: string | undefined) => (await outbox.all()).find((one) => one.id === id)?.doc

test('a message is sent to the OPENID in the template’s own fields, and spends one grant', async () => {
  const li = await outbox.granted('openid-li', 2)
  const [id] = await outbox.tell(li)
  expect(await outbox.send()).toEqual({ sent: 1, others: 0 })
  expect(outbox.wechat.sent).toEqual([
    expect.objectContaining({
      touser: 'openid-li',
      page: 'p/i',
      miniprogram_state: 'formal',
      data: {
        thing1: { value: '变更税务登记' },
        time2: { value: '2026年11月26日 09:30' },
        phrase3: { value: '预约成功' },
      },
    }),
  ])
  expect(await stateOf(id)).toMatchObject({ state: 'sent', lane: null, next: null })
  expect(await outbox.remaining(li)).toBe(1)
  expect(outbox.wechat.tokens).toEqual({ given: 1, forced: 0 })
})

test('without a grant nothing is planned; of two that count on one grant, one is sent', async () => {
  const wang = await outbox.services.person('openid-wang')
  expect(await outbox.tell(wang)).toEqual([])
  const li = await outbox.granted('openid-li', 1)
  const ids = [...(await outbox.tell(li)), ...(await outbox.tell(li))]
  expect(await outbox.send()).toEqual({ sent: 1, others: 1 })
  expect(outbox.wechat.codes).toEqual([0])
  const ends = await Promise.all(ids.map(async (id) => (await stateOf(id))?.why ?? 'sent'))
  expect(ends.sort()).toEqual(['NoGrant', 'sent'])
  expect(await outbox.remaining(li)).toBe(0)
})

test('two senders that count on the same grant: WeChat took both, and nothing is left, not less', async () => {
  const li = await outbox.granted('openid-li', 1, 2)
  await outbox.tell(li)
  let second: Promise<unknown> | undefined
  await outbox.send(FIELDS, async () => {
    if (second) return
    second = outbox.tell(li).then(() => outbox.send())
    await second
  })
  expect(outbox.wechat.codes).toEqual([0, 0])
  expect([await outbox.remaining(li), await outbox.sumOfEvents(li)]).toEqual([0, 0])
})

test('43101 sets what is left to nothing, and is not tried again', async () => {
  const li = await outbox.granted('openid-li', 3, 0)
  const [id] = await outbox.tell(li)
  await outbox.send()
  outbox.services.time.now += 60 * MINUTE
  await outbox.send()
  expect(outbox.wechat.codes).toEqual([43101])
  expect(await stateOf(id)).toMatchObject({ state: 'failed', why: 'Wechat43101', lane: null })
  expect([await outbox.remaining(li), await outbox.sumOfEvents(li)]).toEqual([0, 0])
})

test.each([
  [47003, { matter: '', time: '不是时间', state: '预约成功' }, 'FieldMissing'],
  [47003, { matter: '变更', time: '不是时间', state: '预约成功' }, 'Wechat47003'],
])(
  'a field that WeChat does not take (%i) is an operator’s, and is not tried again',
  async (_, fields, why) => {
    const li = await outbox.granted('openid-li', 1)
    const [id] = await outbox.tell(li)
    await outbox.send(fields)
    outbox.services.time.now += 60 * MINUTE
    await outbox.send()
    expect(outbox.wechat.sent).toEqual([])
    expect(await stateOf(id)).toMatchObject({ state: 'failed', why, lane: 'undelivered' })
    expect(await outbox.remaining(li)).toBe(1)
  },
)

test('a template that is gone (40037) is not tried again; a busy WeChat (−1) is, later', async () => {
  const li = await outbox.granted('openid-li', 2)
  outbox.wechat.next.push(40037, -1)
  const [gone] = await outbox.tell(li)
  await outbox.send()
  const [later] = await outbox.tell(li)
  await outbox.send()
  expect(await stateOf(gone)).toMatchObject({ state: 'failed', why: 'Wechat40037', lane: 'undelivered' })
  expect(await stateOf(later)).toMatchObject({ state: 'waiting', why: 'Wechat-1', attempts: 1 })
  expect(await outbox.send()).toEqual({ sent: 0, others: 0 })
  outbox.services.time.now += MINUTE
  expect(await outbox.send()).toEqual({ sent: 1, others: 0 })
})

test('a token that is refused is renewed; by force only where the same one comes back', async () => {
  const li = await outbox.granted('openid-li', 3)
  await outbox.tell(li)
  await outbox.send()
  outbox.wechat.expireToken()
  await outbox.tell(li)
  expect(await outbox.send()).toEqual({ sent: 1, others: 0 })
  expect(outbox.wechat.tokens).toEqual({ given: 2, forced: 0 })
  outbox.wechat.expireToken()
  outbox.wechat.sticky = true
  await outbox.tell(li)
  expect(await outbox.send()).toEqual({ sent: 1, others: 0 })
  expect(outbox.wechat.tokens).toEqual({ given: 4, forced: 1 })
})

test('told that we ask too often, the channel pauses for everybody, and nothing is counted as tried', async () => {
  const li = await outbox.granted('openid-li', 2)
  outbox.wechat.next.push(45011)
  const [id] = await outbox.tell(li)
  await outbox.send()
  await outbox.tell(li)
  expect(await outbox.send()).toEqual({ sent: 0, others: 0 })
  expect(await stateOf(id)).toMatchObject({ state: 'waiting', attempts: 0 })
  // a server does not ask again and again meanwhile
  const { services } = outbox
  expect(await nextDelivery(services, 'wechat')).toBe(services.time.now + MINUTE)
  outbox.services.time.now += MINUTE
  expect(await outbox.send()).toEqual({ sent: 2, others: 0 })
})

test('an answer that is none of WeChat’s leaves money unknown, and has a reminder sent again', async () => {
  const li = await outbox.granted('openid-li', 2)
  outbox.wechat.next.push('html', 'html')
  const [money] = await outbox.tell(li, {
    topic: 'refunds',
    delivery: 'atMostOnce',
    template: { name: 'appointment', fields: {} },
  })
  await outbox.send()
  const [reminder] = await outbox.tell(li)
  await outbox.send()
  expect(await stateOf(money)).toMatchObject({ state: 'unknown', lane: 'undelivered', why: 'NotWechat' })
  outbox.services.time.now += MINUTE
  await outbox.send()
  expect((await stateOf(reminder))?.state).toBe('sent')
  expect(outbox.wechat.sent).toHaveLength(1)
})
