/** Three senders at once, and one that comes too late: each message is one sender's. */
import { setTimeout as sleep } from 'node:timers/promises'
import { deliver } from '../../../../functions/core/io/delivery/work'
import type { Sender } from '../../../../functions/core/io/delivery/contract'
import { noOpSender, sayNothing } from '../../../../functions/core/io/delivery/no-op'
import { withdrawDeliveries } from '../../../../functions/core/io/delivery/withdraw'
import { takeBudget } from '../../../../functions/core/io/delivery/rate'
import { instantOf, MINUTE } from '../../../../functions/core/pure/time'
import { onEveryEngine } from '../../../harness/store/engines'
import { ANY_HOUR, MONEY, openOutbox, REMINDER, type Outbox } from './parts'

let outbox: Outbox
let li: string
beforeEach(async () => {
  outbox = await openOutbox()
  li = await outbox.services.person('李')
  await outbox.choose(li, {})
})
afterEach(() => outbox.services.close())

/** Tells how often each was sent; each request lets others come in between. */
const counting = (counts: Map<string, number>): Sender => {
  const inner = noOpSender('email', (id) => counts.set(id, (counts.get(id) ?? 0) + 1))
  return {
    ...inner,
    together: 5,
    send: async (messages, signal) => {
      await sleep(1)
      return inner.send(messages, signal)
    },
  }
}

test('three senders share two hundred messages, and none is sent twice', async () => {
  const counts = new Map<string, number>()
  for (let n = 0; n < 200; n += 1) await outbox.plan({ accountId: li, terms: n % 2 === 0 ? MONEY : REMINDER })
  const others = [outbox.services, await outbox.services.beside(), await outbox.services.beside()]
  const worked = await Promise.all(
    others.map((one) => deliver(one, { sender: counting(counts), say: sayNothing })),
  )
  // whoever came last at everything may have left something
  const rest = await deliver(outbox.services, { sender: counting(counts), say: sayNothing })
  expect([...worked, rest].reduce((sum, { sent }) => sum + sent, 0)).toBe(200)
  expect([...counts.values()]).toEqual(Array(200).fill(1))
  expect((await outbox.all()).map(({ doc }) => doc.state)).toEqual(Array(200).fill('sent'))
})

test('a sender that was away too long and hears that it was sent corrects what was taken for unknown', async () => {
  const [id] = await outbox.plan({ accountId: li, terms: MONEY })
  const counts = new Map<string, number>()
  const inner = noOpSender('email', (one) => counts.set(one, 1))
  const slow: Sender = {
    ...inner,
    send: async (messages, signal) => {
      // its clock and the other's: the claim has run out while the provider was thinking
      outbox.services.time.now += 10 * MINUTE
      await deliver(outbox.services, { sender: counting(counts), say: sayNothing })
      expect((await outbox.all())[0]?.doc).toMatchObject({ state: 'unknown', why: 'SenderDied' })
      return inner.send(messages, signal)
    },
  }
  await deliver(outbox.services, { sender: slow, say: sayNothing })
  expect((await outbox.all()).find((one) => one.id === id)?.doc).toMatchObject({ state: 'sent', lane: null })
  expect([...counts]).toEqual([[id, 1]])
})

test('what a sender says of a claim that is another’s by now is not written', async () => {
  await outbox.plan({ accountId: li, terms: REMINDER })
  const inner = noOpSender('email', () => undefined)
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  let second: Promise<unknown> = Promise.resolve()
  const begun = new Promise<void>((resolve) => {
    const other: Sender = {
      ...inner,
      send: async (messages, signal) => {
        resolve()
        await held
        return inner.send(messages, signal)
      },
    }
    const slow: Sender = {
      ...inner,
      send: async (messages) => {
        outbox.services.time.now += 10 * MINUTE
        second = deliver(outbox.services, { sender: other, say: sayNothing })
        await begun
        return messages.map(() => ({ outcome: 'again', why: 'Status503' }))
      },
    }
    void deliver(outbox.services, { sender: slow, say: sayNothing }).then(letGo)
  })
  await begun
  await held
  expect((await outbox.all())[0]?.doc).toMatchObject({ state: 'sending', turn: 2 })
  await second
  expect((await outbox.all())[0]?.doc).toMatchObject({ state: 'sent', turn: 2 })
})

test('a sender that overslept its claim sends nothing', async () => {
  await outbox.plan({ accountId: li, terms: MONEY })
  const counts = new Map<string, number>()
  const overslept = async (tellings: Parameters<typeof sayNothing>[0]) => {
    outbox.services.time.now += 10 * MINUTE
    return sayNothing(tellings)
  }
  await deliver(outbox.services, { sender: counting(counts), say: overslept })
  expect(counts.size).toBe(0)
  expect((await outbox.all())[0]?.doc).toMatchObject({ state: 'waiting', attempts: 0 })
})

test('what is told to one goes before what is told to many, however many they are', async () => {
  const order: string[] = []
  for (let n = 0; n < 90; n += 1) await outbox.plan({ accountId: li, many: true })
  const [prompt] = await outbox.plan({ accountId: li })
  await deliver(outbox.services, { sender: noOpSender('email', (id) => order.push(id)), say: sayNothing })
  expect(order).toHaveLength(91)
  expect(order[0]).toBe(prompt)
})

test('whoever stopped a topic since is not told; nor is one whose reason is gone, nor in quiet hours', async () => {
  const sent: string[] = []
  const sender = noOpSender('email', (id) => sent.push(id))
  await outbox.plan({ accountId: li, terms: MONEY })
  await outbox.plan({ accountId: li, about: 'ap_1' })
  await outbox.plan({ accountId: li, about: 'ap_2' })
  await outbox.choose(li, { stopped: ['refunds'], quiet: { from: 0, to: 660 } })
  expect(await withdrawDeliveries(outbox.services, { accountId: li, about: 'ap_1' })).toBe(1)
  expect(await deliver(outbox.services, { sender, say: sayNothing })).toEqual({ sent: 0, others: 2 })
  outbox.services.time.now = instantOf('2026-11-24', 661)
  expect(await deliver(outbox.services, { sender, say: sayNothing })).toEqual({ sent: 1, others: 0 })
  const ends = (await outbox.all()).map(({ doc: { state, why = '' } }) => `${state} ${why}`)
  expect(ends.sort()).toEqual(
    ['failed Withdrawn', 'failed topicStopped', 'sent Quiet']
      .map((one) => one.replace('sent Quiet', 'sent '))
      .sort(),
  )
})

test('a digest gathers what waits for it into one message, once each, and begins anew after it went out', async () => {
  const choices = { ...ANY_HOUR, digest: { at: 600, topics: ['deadlines' as const] } }
  outbox.services.time.now = instantOf('2026-11-24', 540)
  await outbox.choose(li, choices)
  const planned = await Promise.all(Array.from({ length: 6 }, () => outbox.plan({ accountId: li, choices })))
  expect(new Set(planned.flat()).size).toBe(1)
  const counts: number[] = []
  const say: typeof sayNothing = async (tellings) => {
    for (const { count = 0, gathers = [] } of tellings) counts.push(count, new Set(gathers).size)
    return sayNothing(tellings)
  }
  const sender = noOpSender('email', () => undefined)
  expect(await deliver(outbox.services, { sender, say })).toEqual({ sent: 0, others: 0 })
  outbox.services.time.now = instantOf('2026-11-24', 600)
  expect(await deliver(outbox.services, { sender, say })).toEqual({ sent: 1, others: 0 })
  // at the very minute of the digest that went out: the next one takes it
  const [next] = await outbox.plan({ accountId: li, choices })
  expect((await outbox.all()).find(({ id }) => id === next)?.doc.next).toBe(instantOf('2026-11-25', 600))
  expect(counts).toEqual([6, 6])
})

test('no more messages than the rate allows, whoever asks; a share is kept from what is told to many', async () => {
  const { services } = outbox
  const rate = { perSecond: 10, burst: 40 }
  const take = (wanted: number, many = false) => takeBudget(services, 'sms', rate, { wanted, many })
  expect(await take(100, true)).toBe(30)
  expect(await take(100, true)).toBe(0)
  const asked = await Promise.all([take(8), take(8), take(8)])
  expect(asked.reduce((sum, one) => sum + one, 0)).toBe(10)
  services.time.now += 1_000
  expect(await take(100)).toBe(10)
  services.time.now += 60_000
  expect(await take(100)).toBe(40)
})

onEveryEngine('the outbox', (engine) => {
  test('is planned, claimed by two senders at once, and recorded', async () => {
    const there = await openOutbox({ engine })
    try {
      const counts = new Map<string, number>()
      const wang = await there.services.person('王')
      await there.choose(wang, {})
      for (let n = 0; n < 12; n += 1)
        await there.plan({ accountId: wang, terms: n % 2 === 0 ? MONEY : REMINDER })
      const sending = { sender: counting(counts), say: sayNothing }
      await Promise.all([deliver(there.services, sending), deliver(there.services, sending)])
      await deliver(there.services, sending)
      expect([...counts.values()]).toEqual(Array(12).fill(1))
      expect((await there.all()).map(({ doc }) => doc.state)).toEqual(Array(12).fill('sent'))
    } finally {
      await there.services.close()
    }
  })
})
