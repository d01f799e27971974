/** What came of messages to many, in numbers: always what the messages themselves say, whoever dies and whoever is beside. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { DeliveryTerms, Sender } from '../../../../functions/core/io/delivery/contract'
import { noOpSender, sayNothing } from '../../../../functions/core/io/delivery/no-op'
import { countOne, endOf, totalsOf } from '../../../../functions/core/io/delivery/totals'
import { replay, undelivered } from '../../../../functions/core/io/delivery/undelivered'
import { deliver } from '../../../../functions/core/io/delivery/work'
import { transact } from '../../../../functions/core/io/store/transact'
import { MINUTE } from '../../../../functions/core/pure/time'
import { dyingAt } from '../../../harness/dying'
import { onEveryEngine } from '../../../harness/store/engines'
import { openOutbox, REMINDER, type Outbox } from './parts'

const TOLD: DeliveryTerms = { ...REMINDER, topic: 'policies', counted: true }
const THINGS = ['po_a', 'po_b'] as const

/** Refuses one of seven for each of two reasons; one of seven is a fault that an operator sees. */
const picky = (): Sender => {
  const inner = noOpSender('email', () => undefined)
  const place = (id: string): number => (createHash('sha256').update(id).digest()[0] ?? 0) % 7
  return {
    ...inner,
    send: (messages) =>
      Promise.resolve(
        messages.map(({ id }) => {
          if (place(id) === 0) return { outcome: 'refused', why: 'NoSuchBox' }
          if (place(id) === 1) return { outcome: 'refused', why: 'BadKey', fault: true }
          return { outcome: 'sent' }
        }),
      ),
  }
}

/** As the messages say it. */
const truth = async ({ all }: Outbox, about: string): Promise<Readonly<Record<string, number>>> => {
  const sums: Record<string, number> = {}
  for (const { doc } of await all()) {
    const label = doc.counted && doc.about === about ? endOf(doc) : undefined
    if (label !== undefined) sums[label] = (sums[label] ?? 0) + 1
  }
  return sums
}
const counted = async ({ services }: Outbox, about: string): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries(
    Object.entries((await totalsOf(services, about)).get('email') ?? {}).filter(([, n]) => n !== 0),
  )
const expectTrue = async (outbox: Outbox): Promise<void> => {
  for (const about of THINGS) expect(await counted(outbox, about)).toEqual(await truth(outbox, about))
}

const plan = async (outbox: Outbox, accountId: string, n: number): Promise<void> => {
  for (let at = 0; at < n; at += 1)
    await outbox.plan({ accountId, terms: TOLD, about: THINGS[at % 2] ?? '', many: true })
}

test('counted once, whatever dies at whichever commit, after each run', async () => {
  let deaths = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ commits: fc.nat(5), told: fc.boolean() }), { minLength: 2, maxLength: 4 }),
      async (all) => {
        const outbox = await openOutbox()
        const li = await outbox.services.person('李')
        await outbox.choose(li, {})
        await plan(outbox, li, 90)
        // Of what is not told to many nothing is counted.
        await outbox.plan({ accountId: li, about: THINGS[0] })
        for (const death of all) {
          const died = await dyingAt(outbox.services, death, (services) =>
            deliver(services, { sender: picky(), say: sayNothing }),
          )
          deaths += died ? 1 : 0
          await expectTrue(outbox)
          outbox.services.time.now += 10 * MINUTE
        }
        await deliver(outbox.services, { sender: picky(), say: sayNothing })
        await expectTrue(outbox)
        const sums = await Promise.all(THINGS.map((about) => counted(outbox, about)))
        expect(sums.flatMap(Object.values).reduce((sum, n) => sum + n, 0)).toBe(90)
        await outbox.services.close()
      },
    ),
    { numRuns: 12, seed: 7 },
  )
  expect(deaths).toBeGreaterThan(12)
})

onEveryEngine('totals', (engine) => {
  test('three senders beside one another count each once; sent anew, it counts anew', async () => {
    const outbox = await openOutbox({ engine })
    const { services } = outbox
    const li = await services.person('李')
    await outbox.choose(li, {})
    await plan(outbox, li, 60)
    const three = [services, await services.beside(), await services.beside()]
    await Promise.all(three.map((one) => deliver(one, { sender: picky(), say: sayNothing })))
    await deliver(services, { sender: picky(), say: sayNothing })
    await expectTrue(outbox)
    const bad = (await counted(outbox, THINGS[0]))['BadKey'] ?? 0
    expect(bad).toBeGreaterThan(0)
    const { items } = await undelivered(services, { limit: 100 })
    for (const { id } of items) await transact(services, (tx) => replay(tx, id))
    await expectTrue(outbox)
    await deliver(services, { sender: noOpSender('email', () => undefined), say: sayNothing })
    await expectTrue(outbox)
    expect(await counted(outbox, THINGS[0])).not.toHaveProperty('BadKey')
    await services.close()
  })
})

test('of very many reasons the rest count as one; what is taken back is taken off', async () => {
  const { services } = await openOutbox()
  const put = (label: string, add: 1 | -1) =>
    transact(services, (tx) => countOne(tx, 'po_a', { of: 'stops', label, add, seed: 'x' }))
  for (let n = 0; n < 60; n += 1) await put(`Reason${n}`, 1)
  await put('Reason3', -1)
  const stops = (await totalsOf(services, 'po_a')).get('stops') ?? {}
  expect(Object.keys(stops)).toHaveLength(41)
  expect(stops).toMatchObject({ Reason0: 1, Reason3: 0, Other: 20 })
  await services.close()
})
