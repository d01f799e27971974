/** The dispatcher: nothing missed, nothing handled without its handler, dead letters, and many at once. */
import { backOff, MAX_ATTEMPTS, requeue } from '../../../../functions/core/io/events/outcome'
import type { EventHandler } from '../../../../functions/core/io/events/contract'
import type { Tx } from '../../../../functions/core/io/store/transaction'
import { AppError } from '../../../../functions/core/pure/errors'
import { DAY_MS, HOUR, MINUTE } from '../../../../functions/core/pure/time'
import { onEveryEngine } from '../../../harness/store/engines'
import { deliverOld } from '../../../../functions/core/io/events/deliver-old'
import { nextDue } from '../../../../functions/core/io/events/dispatch'
import { deliveryId, emit, emitTo, subscribersOf } from '../../../../functions/core/io/events/emit'
import {
  dispatch,
  emitted,
  emittedTo,
  eventOf,
  events,
  openParts,
  SUBSCRIBER,
  write,
  type Parts,
} from './parts'

const emitFor = (tx: Tx, subscriber: string): string =>
  emitTo(tx, [subscriber], { kind: 'test.happened', due: tx.now, payload: {} })

onEveryEngine('the dispatcher', (engine) => {
  let parts: Parts
  beforeEach(async () => {
    parts = await openParts([], engine)
  })
  afterEach(() => parts.close())

  const recorder = (): { seen: string[]; handlers: Record<string, EventHandler> } => {
    const seen: string[] = []
    return { seen, handlers: { 'test.happened': async ({ id }) => void seen.push(id) } }
  }

  test('runs the handler once its time has come, then keeps the event for 30 days', async () => {
    const { services, store, clock } = parts
    const { seen, handlers } = recorder()
    const id = await emitted(services, { due: clock.now + MINUTE, payload: { appointmentId: 'ap_1' } })
    expect(await dispatch(services, handlers, { limit: 10 })).toEqual({ handled: 0, failed: 0, died: 0 })
    clock.now += MINUTE
    expect(await dispatch(services, handlers, { limit: 10 })).toEqual({ handled: 1, failed: 0, died: 0 })
    expect(await dispatch(services, handlers, { limit: 10 })).toEqual({ handled: 0, failed: 0, died: 0 })
    expect(seen).toEqual([id])
    const kept = {
      due: null,
      doneAt: clock.now,
      expiresAt: clock.now + 30 * DAY_MS,
      payload: { appointmentId: 'ap_1' },
    }
    expect(await eventOf(store, id)).toMatchObject(kept)
  })

  test('hands the event to its own kind, with what was written', async () => {
    const { services, clock } = parts
    const given: unknown[] = []
    const id = await emitted(services, { kind: 'test.other', payload: { n: 1 } })
    const handlers: Record<string, EventHandler> = {
      'test.happened': async () => void given.push('wrong'),
      'test.other': async (event) => void given.push(event),
    }
    await dispatch(services, handlers, { limit: 10 })
    expect(given).toEqual([
      { id, kind: 'test.other', at: clock.now, due: clock.now, attempts: 0, payload: { n: 1 } },
    ])
  })

  test('does not miss an event that is committed late, with a due and an id before those already handled', async () => {
    const { services, clock } = parts
    const { seen, handlers } = recorder()
    const slow = clock.now
    clock.now += HOUR
    const first = await emitted(services)
    await dispatch(services, handlers, { limit: 10 })
    // The clock of the slow writer was read an hour before its commit arrived.
    const late = await emitted({ ...services, clock: () => slow })
    expect(late < first).toBe(true)
    await dispatch(services, handlers, { limit: 10 })
    expect(seen).toEqual([first, late])
  })

  test('takes the oldest due first, at most `limit` a run, across several batches', async () => {
    const { services, clock } = parts
    const { seen, handlers } = recorder()
    const ids: string[] = []
    for (let i = 0; i < 60; i += 1) ids.push(await emitted(services, { due: clock.now - i * 1000 }))
    expect(await dispatch(services, handlers, { limit: 45 })).toMatchObject({ handled: 45 })
    expect([...seen].sort()).toEqual(ids.slice(-45).sort())
    expect(await dispatch(services, handlers, { limit: 45 })).toMatchObject({ handled: 15 })
    expect(new Set(seen).size).toBe(60)
  })

  test('starts no new batch when its time is up', async () => {
    const { services, clock } = parts
    for (let i = 0; i < 40; i += 1) await emitted(services)
    const slow: EventHandler = async () => void (clock.now += 1_000)
    expect(await dispatch(services, { 'test.happened': slow }, { limit: 100, budget: 10_000 })).toMatchObject(
      { handled: 16 },
    )
  })

  test('a failure waits, doubling, holds up nobody else, and leaves no text that could be personal', async () => {
    const { services, store, clock, logged } = parts
    const { seen, handlers } = recorder()
    const bad = await emitted(services, { kind: 'test.bad' })
    const good = await emitted(services)
    const personal = new AppError('NOT_FOUND', { name: '王小明' }, { cause: new Error('320102199001011234') })
    const table = { ...handlers, 'test.bad': async () => Promise.reject(personal) }
    expect(await dispatch(services, table, { limit: 10 })).toEqual({ handled: 1, failed: 1, died: 0 })
    expect(seen).toEqual([good])
    expect(await eventOf(store, bad)).toMatchObject({
      attempts: 1,
      due: clock.now + 30_000,
      lastError: 'AppError.NOT_FOUND',
    })
    clock.now += 30_000
    await dispatch(
      services,
      { 'test.bad': async () => Promise.reject(Object.assign(new Error('王小明'), { name: '王小明' })) },
      { limit: 10 },
    )
    expect(await eventOf(store, bad)).toMatchObject({
      attempts: 2,
      due: clock.now + 60_000,
      lastError: 'Error',
    })
    expect(JSON.stringify([await eventOf(store, bad), logged])).not.toMatch(/王|320102/)
  })

  test('backs off from half a minute to at most six hours', () => {
    expect([1, 2, 3, 9, 10, 40].map(backOff)).toEqual([
      30_000,
      60_000,
      120_000,
      7_680_000,
      15_360_000,
      6 * HOUR,
    ])
  })

  test('after ten failures it is a dead letter; requeued, it has ten new attempts and is handled', async () => {
    const { services, store, clock, logged } = parts
    const id = await emitted(services)
    let calls = 0
    const failing: EventHandler = async () => {
      calls += 1
      throw new TypeError('no')
    }
    const died: number[] = []
    for (let run = 0; run < MAX_ATTEMPTS + 3; run += 1) {
      died.push((await dispatch(services, { 'test.happened': failing }, { limit: 10 })).died)
      clock.now += 6 * HOUR
    }
    expect(calls).toBe(10)
    expect(died).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0])
    expect(await eventOf(store, id)).toMatchObject({
      due: null,
      dead: true,
      attempts: 10,
      lastError: 'TypeError',
    })
    expect((await eventOf(store, id)).expiresAt).toBeUndefined()
    expect(logged.filter(({ level }) => level === 'error')).toHaveLength(1)
    const dead = await store.query(events.name, { index: 'dead', where: { dead: true } })
    expect(dead.items.map((item) => item.id)).toEqual([deliveryId(id, SUBSCRIBER)])

    await write(services, (tx) => requeue(tx, [deliveryId(id, SUBSCRIBER)]))
    expect(await eventOf(store, id)).toMatchObject({ due: clock.now, attempts: 0 })
    const { seen, handlers } = recorder()
    expect(await dispatch(services, handlers, { limit: 10 })).toMatchObject({ handled: 1 })
    expect(seen).toEqual([id])
    expect((await store.query(events.name, { index: 'dead', where: { dead: true } })).items).toEqual([])
  })

  test('only a dead letter is requeued', async () => {
    const { services } = parts
    const id = await emitted(services)
    for (const wrong of [id, 'ev_unknown'])
      await expect(
        write(services, (tx) => requeue(tx, [deliveryId(wrong, SUBSCRIBER)])),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a kind that nobody handles is a failure, also one named like a property of every object', async () => {
    const { services, store } = parts
    const ids = [await emitted(services), await emitted(services, { kind: 'toString' as 'a.b' })]
    expect(await dispatch(services, {}, { limit: 10 })).toEqual({ handled: 0, failed: 2, died: 0 })
    for (const id of ids)
      expect(await eventOf(store, id)).toMatchObject({ attempts: 1, lastError: 'NoHandler' })
  })

  test('a handler that hangs has failed', async () => {
    const { services, store } = parts
    const id = await emitted(services)
    expect(
      await dispatch(
        services,
        { 'test.happened': () => new Promise(() => undefined) },
        { limit: 10, patience: 30 },
      ),
    ).toMatchObject({ failed: 1 })
    expect(await eventOf(store, id)).toMatchObject({ lastError: 'HandlerTimeout' })
  })

  test('two dispatchers at once: each event is handled by one of them', async () => {
    const { services, beside } = parts
    const other = await beside()
    const { seen, handlers } = recorder()
    const ids = await Promise.all(Array.from({ length: 50 }, () => emitted(services)))
    const runs = await Promise.all(
      [services, other, services, other].map((each) => dispatch(each, handlers, { limit: 100 })),
    )
    expect(runs.map(({ handled }) => handled).sort()).toEqual([0, 0, 0, 50])
    expect([...seen].sort()).toEqual([...ids].sort())
  })

  test('a dispatcher that lost its lease in a handler takes no further batch, and changes nothing that was settled', async () => {
    const { services, clock, beside, store } = parts
    const thief = await beside()
    const ids: string[] = []
    for (let i = 0; i < 20; i += 1) ids.push(await emitted(services, { due: clock.now - 20 + i }))
    const fast = recorder()
    let slowCalls = 0
    let stolen: Promise<unknown> | undefined
    const slow: EventHandler = async () => {
      slowCalls += 1
      if (!stolen) {
        clock.now += HOUR
        // Limit 0: only what its predecessor left at work.
        stolen = dispatch(thief, fast.handlers, { limit: 0 })
      }
      await stolen
      throw new Error('too late, and failing')
    }
    const run = await dispatch(services, { 'test.happened': slow }, { limit: 100 })
    expect(slowCalls).toBe(16)
    expect(run).toEqual({ handled: 0, failed: 0, died: 0 })
    expect([...fast.seen].sort()).toEqual(ids.slice(0, 16).sort())
    for (const id of ids.slice(0, 16)) expect((await eventOf(store, id)).due).toBeNull()
    for (const id of ids.slice(16))
      expect(await eventOf(store, id)).toMatchObject({ due: expect.any(Number), attempts: 0 })
  })

  describe('subscribers', () => {
    const both = ['one', 'other']

    test('a failing handler neither runs another subscriber’s again nor makes a dead letter of it', async () => {
      const { services, store, clock } = parts
      const id = await emittedTo(services, both)
      const seen: string[] = []
      const good = { 'test.happened': async (event: { id: string }) => void seen.push(event.id) }
      const bad = { 'test.happened': async () => Promise.reject(new TypeError('no')) }
      for (let run = 0; run < MAX_ATTEMPTS + 2; run += 1, clock.now += 6 * HOUR) {
        await dispatch(services, good, { limit: 10 }, 'one')
        await dispatch(services, bad, { limit: 10 }, 'other')
      }
      expect(seen).toEqual([id])
      expect(await eventOf(store, id, 'one')).toMatchObject({
        due: null,
        attempts: 0,
        doneAt: expect.any(Number),
      })
      expect(await eventOf(store, id, 'other')).toMatchObject({ dead: true, attempts: 10 })

      await write(services, (tx) =>
        requeue(
          tx,
          both.map((name) => deliveryId(id, name)),
        ),
      )
      expect(await dispatch(services, good, { limit: 10 }, 'one')).toMatchObject({ handled: 0 })
      expect(await dispatch(services, good, { limit: 10 }, 'other')).toMatchObject({ handled: 1 })
      expect(seen).toEqual([id, id])
    })

    test('a thousand due events of one do not delay another’s first', async () => {
      const { services } = parts
      for (let n = 0; n < 40; n += 1)
        await write(services, async (tx) => {
          for (let m = 0; m < 25; m += 1) emitFor(tx, 'one')
        })
      await emittedTo(services, ['other'])
      let before = 0
      let handledBefore = -1
      const [many] = await Promise.all([
        dispatch(services, { 'test.happened': async () => void (before += 1) }, { limit: 2_000 }, 'one'),
        dispatch(
          services,
          { 'test.happened': async () => void (handledBefore = before) },
          { limit: 10 },
          'other',
        ),
      ])
      expect(many).toMatchObject({ handled: 1_000 })
      // At most the batch that was under way.
      expect(handledBefore).toBeGreaterThanOrEqual(0)
      expect(handledBefore).toBeLessThanOrEqual(32)
    })

    test('a kind that no function handles is a defect of who emits it', async () => {
      const { services } = parts
      await expect(
        write(services, async (tx) => emit(tx, { kind: 'test.unheard', due: tx.now, payload: {} })),
      ).rejects.toThrow('no function handles test.unheard')
    })

    test('tells when the next is due', async () => {
      const { services, clock } = parts
      expect(await nextDue(services, SUBSCRIBER)).toBeUndefined()
      await emitted(services, { due: clock.now + HOUR })
      await emitted(services, { due: clock.now + MINUTE })
      expect(await nextDue(services, SUBSCRIBER)).toBe(clock.now + MINUTE)
      expect(await nextDue(services, 'other')).toBeUndefined()
    })
  })

  describe('events of the version before', () => {
    const old = async (id: string, kind: string): Promise<void> => {
      const { store, clock } = parts
      const doc = { v: 1, kind, due: clock.now, at: clock.now, attempts: 2, payload: { accountId: 'ac_1' } }
      await store.commit([{ op: 'insert', collection: events.name, id, doc }])
    }

    test('become one delivery for each who handles them, once, however many do it at the same time', async () => {
      const { services, store, clock, beside } = parts
      await old('ev_old', 'accounts.erased')
      const other = await beside()
      await Promise.all([deliverOld(services), deliverOld(other), deliverOld(services)])
      await deliverOld(services)
      const all = await store.query(events.name, { index: 'id' })
      expect(all.items.map(({ id }) => id)).toEqual(
        [...subscribersOf('accounts.erased')].sort().map((name) => `ev_old.${name}`),
      )
      expect(await eventOf(store, 'ev_old', 'accounts')).toMatchObject({ due: clock.now, attempts: 2 })
      const seen: string[] = []
      const handlers = { 'accounts.erased': async (event: { id: string }) => void seen.push(event.id) }
      await dispatch(services, handlers, { limit: 10 }, 'appointments')
      expect(seen).toEqual(['ev_old'])
    })

    test('that nobody handles any more wait for an operator', async () => {
      const { services, store } = parts
      await old('ev_lost', 'test.unheard')
      await deliverOld(services)
      expect((await store.query(events.name, { index: 'dead', where: { dead: true } })).items).toMatchObject([
        { id: 'ev_lost', doc: { due: null, lastError: 'NoHandler' } },
      ])
    })
  })
})
