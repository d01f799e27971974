/** Leases: one holder at a time, fencing numbers that only grow, and late writes refused. */
import { withLease, type Lease } from '../../../../functions/core/io/events/lease'
import type { LeaseDoc } from '../../../../functions/core/io/events/collections'
import type { Store } from '../../../../functions/core/io/store/contract'
import { onEveryEngine } from '../../../harness/store/engines'
import { openParts, leases, type Parts } from './parts'

const TTL = 60_000
onEveryEngine('a lease', (engine) => {
  let parts: Parts
  beforeEach(async () => {
    parts = await openParts([], engine)
  })
  afterEach(() => parts.close())

  const leaseOf = async (store: Store, name: string): Promise<LeaseDoc | undefined> =>
    (await store.read<LeaseDoc>(leases.name, [name]))[0]?.doc

  test('is held by one at a time, whichever process asks', async () => {
    const { services, beside } = parts
    const other = await beside()
    const outcome = await withLease(services, 'job', TTL, async () => {
      const second = await withLease(other, 'job', TTL, async () => 'second')
      expect(second).toEqual({ outcome: 'held', until: services.clock() + TTL })
      return 'first'
    })
    expect(outcome).toEqual({ outcome: 'done', result: 'first' })
    expect(await withLease(other, 'job', TTL, async () => 'second')).toEqual({
      outcome: 'done',
      result: 'second',
    })
  })

  test('of many that ask at once exactly one works', async () => {
    const processes = [parts.services, await parts.beside(), await parts.beside()]
    let inside = 0
    let most = 0
    const work = async (): Promise<void> => {
      inside += 1
      most = Math.max(most, inside)
      // not done before everyone else was answered
      await Promise.race([othersAnswered, new Promise((resolve) => setTimeout(resolve, 10_000))])
      inside -= 1
    }
    let answered = 0
    let tell = (): void => undefined
    const othersAnswered = new Promise<void>((resolve) => (tell = resolve))
    const ask = async (i: number) => {
      const outcome = await withLease(processes[i % 3] ?? parts.services, 'job', TTL, work)
      if ((answered += 1) === 11) tell()
      return outcome
    }
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, i) => ask(i)))
    expect(most).toBe(1)
    expect(outcomes.filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
    expect(outcomes.filter(({ outcome }) => outcome === 'held')).toHaveLength(11)
  })

  test('gives a greater fencing number to each holder, and is given back when work throws', async () => {
    const fences: number[] = []
    for (let run = 0; run < 3; run += 1) {
      await withLease(parts.services, 'job', TTL, async ({ fence }) => void fences.push(fence))
    }
    await expect(
      withLease(parts.services, 'job', TTL, async ({ fence }) => {
        fences.push(fence)
        throw new Error('broken')
      }),
    ).rejects.toThrow('broken')
    await withLease(parts.services, 'job', TTL, async ({ fence, inherited }) => {
      fences.push(fence)
      expect(inherited).toBe(false)
    })
    expect(fences).toEqual([1, 2, 3, 4, 5])
  })

  test('is taken after it expired; the one who lost it stops between batches, and its commits are refused', async () => {
    const { services, clock, beside, store } = parts
    const thief = await beside()
    const done: string[] = []
    let lost: Lease | undefined
    const outcome = await withLease(services, 'job', TTL, async (lease) => {
      lost = lease
      await lease.renew({ batch: 1 })
      done.push('first batch')
      clock.now += TTL
      const stolen = await withLease(thief, 'job', TTL, async (theirs) => {
        expect(theirs.fence).toBe(lease.fence + 1)
        expect(theirs.inherited).toBe(true)
        expect(theirs.memo).toEqual({ batch: 1 })
        const late = await store.commit([
          lease.check(),
          { op: 'insert', collection: 'events', id: 'late', doc: { v: 1 } },
        ])
        expect(late).toMatchObject({ outcome: 'refused', index: 0, reason: 'stale' })
      })
      expect(stolen.outcome).toBe('done')
      await lease.renew()
      done.push('second batch')
    })
    expect(outcome).toEqual({ outcome: 'lost' })
    expect(done).toEqual(['first batch'])
    expect(
      await store.commit([lost?.check() ?? { op: 'check', collection: 'x', id: 'x', version: 'x' }]),
    ).toMatchObject({ outcome: 'refused' })
    expect((await leaseOf(store, 'job'))?.holder).toBeNull()
  })

  test('is kept past its first ttl by renewing, and an expired one that nobody took is still its holder’s', async () => {
    const { services, clock, beside } = parts
    const other = await beside()
    const outcome = await withLease(services, 'job', TTL, async (lease) => {
      for (let batch = 0; batch < 5; batch += 1) {
        clock.now += TTL - 1
        expect((await withLease(other, 'job', TTL, async () => 1)).outcome).toBe('held')
        await lease.renew()
      }
      clock.now += 2 * TTL
      await lease.renew()
      return 'kept'
    })
    expect(outcome).toEqual({ outcome: 'done', result: 'kept' })
  })

  /** Loses the reply of a commit that was applied. */
  const losingReplies = (store: Store, lose: (call: number) => boolean): Store => {
    let calls = 0
    return {
      ...store,
      commit: async (changes) => {
        const outcome = await store.commit(changes)
        calls += 1
        return lose(calls) ? { outcome: 'unknown' } : outcome
      },
    }
  }

  test.each([[1], [2], [3]])('survives the lost reply of its commit number %i', async (lostCall) => {
    const store = losingReplies(parts.store, (call) => call === lostCall)
    const outcome = await withLease({ ...parts.services, store }, 'job', TTL, async (lease) => {
      await lease.renew({ at: 1 })
      return lease.fence
    })
    expect(outcome).toEqual({ outcome: 'done', result: 1 })
    expect(await leaseOf(parts.store, 'job')).toMatchObject({ fence: 1, holder: null, memo: { at: 1 } })
  })

  test('waits for a busy store, and says so when it stays busy', async () => {
    let busy = 2
    const commit: Store['commit'] = async (changes) =>
      busy-- > 0 ? { outcome: 'busy' } : parts.store.commit(changes)
    expect(
      await withLease({ ...parts.services, store: { ...parts.store, commit } }, 'job', TTL, async () => 1),
    ).toEqual({ outcome: 'done', result: 1 })
    busy = Infinity
    await expect(
      withLease({ ...parts.services, store: { ...parts.store, commit } }, 'job', TTL, async () => 1),
    ).rejects.toThrow('busy')
  })
})
