/**
 * Senders that die at any moment, two hundred times: before the provider heard, after it took the message, before that is written.
 * What may go out once only never goes out twice; what must arrive does; and what is repeated carries its id.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { deliver } from '../../../../functions/core/io/delivery/work'
import type { DeliveryDoc } from '../../../../functions/core/io/delivery/collections'
import type { Sender } from '../../../../functions/core/io/delivery/contract'
import type { Store, Stored } from '../../../../functions/core/io/store/contract'
import { MINUTE } from '../../../../functions/core/pure/time'
import { seededRandom } from '../../../harness/context'
import { startProvider, type Provider } from '../../../harness/delivery/provider'
import { countingSender, sayKind } from '../../../harness/delivery/sender'
import { bundleChild } from '../events/children'
import { MONEY, openOutbox, REMINDER, type Outbox } from './parts'

let provider: Provider
beforeEach(async () => {
  provider = await startProvider()
})
afterEach(() => provider.close())

class Died extends Error {
  override readonly name = 'Died'
}

interface Death {
  /** Dies at this commit or request, counted together. */
  readonly after: number
  /** Does the commit or request still arrive, though nobody hears of it? */
  readonly lands: boolean
}

/** Nothing of a dead process reaches anybody any more. */
const mortalParts = (store: Store, sender: Sender, { after, lands }: Death) => {
  let [done, dead] = [0, false]
  const step = async <R>(act: () => Promise<R>): Promise<R> => {
    if (dead) throw new Died()
    done += 1
    if (done <= after) return act()
    dead = true
    if (lands) await act()
    throw new Died()
  }
  const read = async <R>(act: () => Promise<R>): Promise<R> => {
    if (dead) throw new Died()
    return act()
  }
  const dying: Store = {
    ...store,
    read: (...args) => read(() => store.read(...args)) as never,
    query: (...args) => read(() => store.query(...args)) as never,
    commit: (changes) => step(() => store.commit(changes)),
  }
  const mortalSender: Sender = { ...sender, send: (...args) => step(() => sender.send(...args)) }
  return { store: dying, sender: mortalSender, died: () => dead }
}

const waits = (one: Stored<DeliveryDoc>): boolean =>
  one.doc.state === 'waiting' || one.doc.state === 'sending'

/** Time passes, and senders that live do what is left. */
const settle = async ({ services, all }: Outbox, sender: Sender): Promise<void> => {
  for (let round = 0; round < 40; round += 1) {
    services.time.now += 5 * MINUTE
    await deliver(services, { sender, say: sayKind })
    if (!(await all()).some(waits)) return
  }
  throw new Error('something waits for ever')
}

/** Holds for every message, whatever happened. */
const check = (found: readonly Stored<DeliveryDoc>[]): void => {
  for (const { id, doc } of found) {
    const times = provider.timesOf(id)
    if (doc.delivery === 'atMostOnce') {
      expect(times).toBeLessThanOrEqual(1)
      if (doc.state === 'sent') expect(times).toBe(1)
      if (doc.state === 'failed') expect(times).toBe(0)
      expect(doc.state === 'unknown' ? doc.lane : null).toBe(doc.state === 'unknown' ? 'undelivered' : null)
    } else {
      expect(times).toBeGreaterThanOrEqual(1)
      expect(doc.state).toBe('sent')
    }
  }
  // Whatever was repeated said the same under the same id, and each id is a message of ours.
  const known = new Set(found.map(({ id }) => id))
  const texts = new Map<string, string>()
  for (const { id, text } of provider.taken.filter((one) => known.has(one.id))) {
    expect(texts.get(id) ?? text).toBe(text)
    texts.set(id, text)
  }
}

test('killed in the process at 180 random moments', async () => {
  const outbox = await openOutbox()
  const sender = countingSender(provider.url)
  let [kills, unknown, repeated] = [0, 0, 0]
  const accountId = await outbox.services.person('李')
  await outbox.choose(accountId, {})
  const before = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ after: fc.nat(8), lands: fc.boolean() }), { minLength: 3, maxLength: 3 }),
      async (deaths) => {
        for (let n = 0; n < 6; n += 1) await outbox.plan({ accountId, terms: n % 2 === 0 ? MONEY : REMINDER })
        for (const death of deaths) {
          const parts = mortalParts(outbox.services.store, sender, death)
          const worker = { ...outbox.services, store: parts.store }
          await deliver(worker, { sender: parts.sender, say: sayKind }).catch((error: unknown) => {
            if (!(error instanceof Died)) throw error
          })
          // A run that found nothing left to do has not been killed: there is more to do for the next.
          if (parts.died()) kills += 1
          else for (const terms of [MONEY, REMINDER]) await outbox.plan({ accountId, terms })
          outbox.services.time.now += 3 * MINUTE
        }
        await settle(outbox, sender)
        const mine = (await outbox.all()).filter(({ id }) => !before.has(id))
        check(mine)
        for (const { id, doc } of mine) {
          before.add(id)
          if (doc.state === 'unknown') unknown += 1
          if (provider.timesOf(id) > 1) repeated += 1
        }
      },
    ),
    { numRuns: 100, seed: 31 },
  )
  expect(kills).toBeGreaterThanOrEqual(180)
  // Both ways out were gone, or nothing was shown.
  expect(unknown).toBeGreaterThan(20)
  expect(repeated).toBeGreaterThan(20)
  await outbox.services.close()
}, 60_000)

/** Ends once it is dead: nothing of it can arrive later. */
const killed = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })

test('processes killed by the system, twenty times, between the provider and the record', async () => {
  const bundle = await bundleChild(__dirname)
  const outbox = await openOutbox()
  const { services } = outbox
  const accountId = await services.person('王')
  await outbox.choose(accountId, {})
  const random = seededRandom('kills')
  const draw = (below: number): number => (random(1)[0] ?? 0) % below
  for (let round = 0; round < 20; round += 1) {
    for (let n = 0; n < 6; n += 1) await outbox.plan({ accountId, terms: n % 2 === 0 ? MONEY : REMINDER })
    const child = spawn(
      process.execPath,
      [bundle, services.directory, String(services.time.now), provider.url],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    const exited = new Promise<void>((resolve) => void child.once('exit', () => resolve()))
    const [at, how] = [1 + draw(5), draw(4)]
    let requests = 0
    provider.fate = async () => {
      requests += 1
      if (requests < at) return 'answered'
      if (how === 0) return killed(child).then(() => 'lostRequest')
      if (how === 1) return killed(child).then(() => 'lostReply')
      // answered, and killed while it does something with the answer
      void sleep(how === 2 ? 0 : draw(6)).then(() => child.kill('SIGKILL'))
      return 'answered'
    }
    await exited
    provider.fate = () => 'answered'
    services.time.now += 3 * MINUTE
  }
  await settle(outbox, countingSender(provider.url))
  const found = await outbox.all()
  expect(found).toHaveLength(120)
  check(found)
  expect(found.filter(({ doc }) => doc.state === 'unknown').length).toBeGreaterThan(0)
  await services.close()
  rmSync(bundle, { force: true })
}, 60_000)
