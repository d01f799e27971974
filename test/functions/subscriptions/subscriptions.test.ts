/** What people choose, and what comes of it: told where they want, when they want, once, and no more when they say so. */
import { deliveryAddresses } from '../../../functions/core/io/delivery/collections-person'
import { deliveries } from '../../../functions/core/io/delivery/collections'
import { allOf } from '../../../functions/core/io/store/pages'
import { DAY_MS, instantOf, MINUTE } from '../../../functions/core/pure/time'
import { openSubscriptions, TEMPLATE_ID, type Subscriptions } from './parts'

let world: Subscriptions
let li: string
/** Inside WeChat's own cloud, where nobody's session ends while time passes. */
const as = { openid: 'openid-li' }
beforeEach(async () => {
  world = await openSubscriptions()
  li = await world.services.person('openid-li')
})
afterEach(() => world.close())

const refused = async (procedure: string, input: unknown, how: Parameters<Subscriptions['call']>[2] = as) => {
  const { body } = await world.call(procedure, input, how)
  return (body as { code?: string }).code
}
const USUAL = {
  channels: { wechat: true, sms: false, email: false },
  stopped: [],
  quiet: { from: 1320, to: 480 },
  cap: null,
  digest: null,
}
/** Added, sent, read off the phone and typed in. */
const confirmed = async (phone = '138 0013 8000'): Promise<void> => {
  await world.must('addContact', { channel: 'sms', address: phone }, as)
  await world.deliver()
  const code = world.sms.sent.at(-1)?.TemplateParamSet[0] ?? ''
  await world.must('confirmContact', { channel: 'sms', code }, as)
}

describe('a phone number', () => {
  test('is confirmed by the code that was sent to it, at any hour, and is told things from then on', async () => {
    world.services.time.now = instantOf('2026-11-24', 1400)
    expect(await refused('setChoices', { ...USUAL, channels: { ...USUAL.channels, sms: true } })).toBe(
      'CHANNEL_NOT_READY',
    )
    const added = await world.must('addContact', { channel: 'sms', address: '138 0013 8000' }, as)
    expect(added).toMatchObject({ channel: 'sms', masked: expect.stringMatching(/^138\*+8000$/) })
    expect(await world.deliver()).toEqual({ sent: 1, others: 0 })
    expect(world.sms.sent).toMatchObject([{ PhoneNumberSet: ['+8613800138000'], TemplateId: '100001' }])
    const [code, minutes] = world.sms.sent[0]?.TemplateParamSet ?? []
    expect([code, minutes]).toEqual([expect.stringMatching(/^\d{6}$/), '10'])
    await world.must('confirmContact', { channel: 'sms', code }, as)
    world.services.time.now = instantOf('2026-11-25', 600)
    await world.tell(li)
    expect(await world.deliver()).toEqual({ sent: 1, others: 0 })
    expect(world.sms.sent.at(-1)).toMatchObject({ TemplateId: '100002', TemplateParamSet: ['预约成功'] })
  })

  test('neither number nor code stands anywhere in the store or in the log', async () => {
    await world.must('addContact', { channel: 'sms', address: '13800138000' }, as)
    await world.deliver()
    const code = world.sms.sent[0]?.TemplateParamSet[0] ?? 'none'
    const kept = JSON.stringify([
      await allOf(world.services.store, deliveryAddresses, { index: 'id' }),
      await allOf(world.services.store, deliveries, { index: 'id' }),
      world.services.logged,
    ])
    expect(kept).not.toContain('13800138000')
    expect(kept).not.toContain(`"${code}"`)
    // what is over has given up its secret
    expect(kept).not.toContain('"secret"')
  })

  test('a code is tried five times, also a hundred times at once, and holds ten minutes', async () => {
    await world.must('addContact', { channel: 'sms', address: '13800138000' }, as)
    await world.deliver()
    const code = world.sms.sent[0]?.TemplateParamSet[0] ?? ''
    const wrong = code === '111111' ? '222222' : '111111'
    const tried = await Promise.all(
      Array.from({ length: 12 }, () => refused('confirmContact', { channel: 'sms', code: wrong })),
    )
    expect(tried.filter((one) => one === 'CODE_WRONG')).toHaveLength(5)
    expect(tried.filter((one) => one === 'CODE_OVER')).toHaveLength(7)
    expect(await refused('confirmContact', { channel: 'sms', code })).toBe('CODE_OVER')
    world.services.time.now += 2 * MINUTE
    await world.must('addContact', { channel: 'sms', address: '13800138000' }, as)
    await world.deliver()
    world.services.time.now += 10 * MINUTE
    const late = world.sms.sent[1]?.TemplateParamSet[0] ?? ''
    expect(await refused('confirmContact', { channel: 'sms', code: late })).toBe('CODE_OVER')
  })

  test('is not flooded: one code a minute, five a day, whoever asks', async () => {
    const wang = { openid: 'openid-wang' }
    const ask = { channel: 'sms', address: '+86 138-0013-8000' }
    await world.must('addContact', ask, as)
    expect(await refused('addContact', ask, wang)).toBe('CODE_TOO_SOON')
    for (let n = 0; n < 4; n += 1) {
      world.services.time.now += MINUTE
      await world.must('addContact', ask, n % 2 === 0 ? wang : as)
    }
    world.services.time.now += MINUTE
    expect(await refused('addContact', ask)).toBe('CODE_TOO_SOON')
    world.services.time.now += DAY_MS
    await world.must('addContact', ask, as)
  })

  test('removed, it is told nothing more; and another takes its place once it is confirmed, not before', async () => {
    await confirmed()
    world.services.time.now += 2 * MINUTE
    await world.must('addContact', { channel: 'sms', address: '13900139000' }, as)
    await world.deliver()
    await world.tell(li)
    await world.deliver()
    expect(world.sms.sent.at(-1)?.PhoneNumberSet).toEqual(['+8613800138000'])
    await world.tell(li)
    await world.must('removeContact', { channel: 'sms' }, as)
    const before = world.sms.sent.length
    await world.deliver()
    expect(world.sms.sent).toHaveLength(before)
    const { channels } = await world.must<{
      channels: { channel: string; on: boolean; address: string | null }[]
    }>('choices', {}, as)
    expect(channels.find(({ channel }) => channel === 'sms')).toMatchObject({ on: false, address: null })
  })

  test.each(['12345678901', '0571-88888888', '1380013800', '+1 415 555 0100'])(
    '%s is none',
    async (address) => {
      expect(await refused('addContact', { channel: 'sms', address })).toBe('ADDRESS_REFUSED')
    },
  )
})

test('an e-mail address is confirmed by a letter, and digests come there as one', async () => {
  await world.must('addContact', { channel: 'email', address: 'Li@Example.cn' }, as)
  await world.deliver()
  const letter = Buffer.from(world.mail.letters[0]?.text.split('\r\n\r\n')[1] ?? '', 'base64').toString(
    'utf8',
  )
  const [code = ''] = /\d{6}/.exec(letter) ?? []
  await world.must('confirmContact', { channel: 'email', code }, as)
  const digest = { at: 720, topics: ['appointments'] }
  await world.must(
    'setChoices',
    { ...USUAL, channels: { wechat: false, sms: false, email: true }, digest },
    as,
  )
  const ids = [
    await world.tell(li),
    await world.tell(li, { about: 'ap_2' }),
    await world.tell(li, { about: 'ap_3' }),
  ]
  await world.must('inbox/read', { id: ids[0] }, as)
  await world.must('stop', { id: ids[2], what: 'this' }, as)
  await world.deliver()
  expect(world.mail.letters).toHaveLength(1)
  expect(await world.must('why', { id: ids[1] }, as)).toMatchObject({
    channels: expect.arrayContaining([
      expect.objectContaining({ channel: 'email', state: 'waiting', digest: true }),
    ]),
  })
  world.services.time.now = instantOf('2026-11-24', 720)
  await world.deliver()
  // one was read, one is muted: the digest is of what is left
  const text = Buffer.from(world.mail.letters[1]?.text.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8')
  expect(text).toBe('预约成功')
  await world.deliver()
  expect(world.mail.letters).toHaveLength(2)
})

describe('WeChat', () => {
  const accept = { answers: [{ template: 'appointment', answer: 'accept' }] }

  test('a grant is given inside WeChat alone, by its own user, and once for a key', async () => {
    expect(await refused('grant', accept, { token: await world.services.tokenOf(li) })).toBe('NOT_IN_WECHAT')
    const inside = { openid: 'openid-li', key: 'the-same-key' }
    expect(await world.must('grant', accept, inside)).toEqual({
      templates: [{ template: 'appointment', remaining: 1 }],
    })
    expect(await world.must('grant', accept, inside)).toEqual({
      templates: [{ template: 'appointment', remaining: 1 }],
    })
    expect(await world.must('grant', accept, { openid: 'openid-li' })).toEqual({
      templates: [{ template: 'appointment', remaining: 2 }],
    })
    const { templates } = await world.must<{
      templates: { template: string; remaining: number; templateId: string | null }[]
    }>('consents', {}, as)
    expect(templates.filter(({ templateId }) => templateId !== null)).toEqual([
      expect.objectContaining({
        template: 'appointment',
        remaining: 2,
        templateId: TEMPLATE_ID,
        title: '预约结果',
      }),
    ])
  })

  test.each(['reject', 'ban', 'filter'])('%s grants nothing, and keeps no OPENID', async (answer) => {
    const told = await world.must(
      'grant',
      { answers: [{ template: 'appointment', answer }] },
      { openid: 'openid-li' },
    )
    expect(told).toEqual({ templates: [{ template: 'appointment', remaining: 0 }] })
    expect(await allOf(world.services.store, deliveryAddresses, { index: 'id' })).toEqual([])
  })

  test('a booking is told in the template’s fields, which WeChat takes, and the grant is spent', async () => {
    await world.must('grant', accept, { openid: 'openid-li' })
    world.wechat.grants.set(`openid-li|${TEMPLATE_ID}`, 1)
    const id = await world.tell(li)
    expect(await world.deliver()).toEqual({ sent: 1, others: 0 })
    expect(world.wechat.sent[0]).toMatchObject({
      page: `packages/inbox/list/index?notice=${id}`,
      data: { time3: { value: '2026年11月26日 09:30' }, phrase4: { value: '预约成功' } },
    })
    expect(await world.must('why', { id }, as)).toMatchObject({
      kind: 'appointments.booked',
      topic: 'appointments',
      channels: expect.arrayContaining([expect.objectContaining({ channel: 'wechat', state: 'sent' })]),
    })
    const next = await world.tell(li)
    expect(await world.must('why', { id: next }, as)).toMatchObject({
      channels: expect.arrayContaining([
        expect.objectContaining({ channel: 'wechat', state: 'none', why: 'NoGrant' }),
      ]),
    })
  })
})

test('one tap stops a topic: what waits is not sent, the inbox has it all the same; another tap takes it back', async () => {
  await confirmed()
  world.services.time.now = instantOf('2026-11-24', 1380)
  const waiting = await world.tell(li)
  expect(await world.must('stop', { id: waiting, what: 'topic' }, as)).toEqual({
    stopped: ['appointments'],
    muted: [],
  })
  const before = world.sms.sent.length
  await world.tell(li)
  world.services.time.now = instantOf('2026-11-25', 600)
  await world.deliver()
  expect(world.sms.sent).toHaveLength(before)
  expect(await world.must('inbox/mine', { topic: 'appointments' }, as)).toMatchObject({ items: [{}, {}] })
  expect(await world.must('why', { id: waiting }, as)).toMatchObject({ stopped: true })
  await world.must('stop', { id: waiting, what: 'topic', undo: true }, as)
  await world.tell(li)
  await world.deliver()
  expect(world.sms.sent).toHaveLength(before + 1)
})

test('an operator sees what nobody knows the end of, without whom it is for, and sends it anew once', async () => {
  await confirmed()
  world.sms.next.push('InternalError.Timeout')
  await world.tell(li, { kind: 'refunds.paid', facts: { day: '2026-11-20' } })
  await world.deliver()
  await world.services.person('openid-admin', [{ role: 'admin' }])
  const admin = { openid: 'openid-admin' }
  const { items } = await world.must<{ items: { id: string }[] }>('undelivered', {}, admin)
  expect(items).toEqual([
    expect.objectContaining({
      state: 'unknown',
      delivery: 'atMostOnce',
      kind: 'refunds.paid',
      why: 'InternalError.Timeout',
    }),
  ])
  expect(JSON.stringify(items)).not.toContain(li)
  const before = world.sms.sent.length
  world.services.time.now += DAY_MS / 4
  await world.deliver()
  expect(world.sms.sent).toHaveLength(before)
  await world.must('replay', { id: items[0]?.id }, admin)
  expect(await refused('replay', { id: items[0]?.id }, admin)).toBe('NOT_FOUND')
  await world.deliver()
  expect(world.sms.sent).toHaveLength(before + 1)
  expect(world.sms.sent.at(-1)?.SessionContext).toBe(items[0]?.id)
})
