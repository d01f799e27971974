/** Audit entries and their sealer: every decision is sealed once, whatever happens to the sealer. */
import { blockId, HEAD_ID } from '../../../../functions/core/io/audit/chain'
import { auditBlocks, auditEntries, auditHeads } from '../../../../functions/core/io/audit/collections'
import { BLOCK_ENTRIES, seal, SEAL_LEASE } from '../../../../functions/core/io/audit/seal'
import { withLease } from '../../../../functions/core/io/events/lease'
import type { Store } from '../../../../functions/core/io/store/contract'
import { DAY_MS, HOUR } from '../../../../functions/core/pure/time'
import { openParts, type Parts } from '../events/parts'
import { decide, decideMany, docOf, verify } from './parts'

let parts: Parts
beforeEach(async () => {
  parts = await openParts()
})
afterEach(() => parts.close())

describe('an entry', () => {
  test('waits until it is sealed, then names its block', async () => {
    const { services, store, clock } = parts
    const id = await decide(services)
    expect(await docOf(store, auditEntries, id)).toEqual({
      v: 1,
      at: clock.now,
      actor: 'ac_officer',
      action: 'appointments/closeDay',
      subject: 'hd_1',
      hallId: 'hall-east',
      detail: { day: '2026-11-25' },
      pendingSince: clock.now,
      block: null,
    })
    expect(await seal(services)).toEqual({ blocks: 1, entries: 1 })
    expect(await docOf(store, auditEntries, id)).toMatchObject({ pendingSince: null, block: 1 })
    expect(await seal(services)).toEqual({ blocks: 0, entries: 0 })
  })

  test.each([
    ['a name', { detail: { reason: '王小明来电' } }],
    ['an ID card number', { detail: { who: '320102199001011234' } }],
    ['an old ID card number, in a list', { detail: { who: ['a', '320102900101123'] } }],
    ['a mobile number', { detail: { who: 'phone 13812345678' } }],
    ['a personal subject', { subject: '13812345678' }],
    ['no subject', { subject: '' }],
    ['an endless subject', { subject: 'x'.repeat(121) }],
  ])('refuses %s', async (_what, entry) => {
    await expect(decide(parts.services, entry)).rejects.toThrow(RangeError)
  })

  test('takes ids, codes, numbers and sealed text', async () => {
    const { services } = parts
    const key = await services.vault.keyOf('tp_1')
    const purpose = key.seal('auditEntries|x|purpose', '核对身份')
    await decide(services, {
      detail: {
        id: 'ap_01jd9zq7h21381234567800000',
        purpose,
        n: 13812345678,
        list: ['a', 1, true],
        none: null,
      },
    })
    await seal(services)
    expect(await verify(services)).toMatchObject({ sound: true, entries: 1 })
  })
})

describe('the sealer', () => {
  test('chains what is pending, block by block, and the whole verifies', async () => {
    const { services, store } = parts
    await decideMany(services, BLOCK_ENTRIES * 2 + 5)
    expect(await seal(services)).toEqual({ blocks: 3, entries: BLOCK_ENTRIES * 2 + 5 })
    const [first, second] = [
      await docOf(store, auditBlocks, blockId(1)),
      await docOf(store, auditBlocks, blockId(2)),
    ]
    expect(second.prev).toBe(first.hash)
    expect(await verify(services)).toMatchObject({
      sound: true,
      blocks: 3,
      entries: BLOCK_ENTRIES * 2 + 5,
      pending: 0,
    })
    await decide(services)
    expect(await verify(services)).toMatchObject({ sound: true, blocks: 3, pending: 1 })
  })

  test('an empty audit is sound', async () => {
    expect(await seal(parts.services)).toEqual({ blocks: 0, entries: 0 })
    expect(await verify(parts.services)).toMatchObject({ sound: true, blocks: 0, entries: 0, pending: 0 })
  })

  test('does not miss an entry that was committed late', async () => {
    const { services, clock } = parts
    const slow = clock.now
    clock.now += HOUR
    await decide(services)
    await seal(services)
    await decide({ ...services, clock: () => slow })
    expect(await seal(services)).toEqual({ blocks: 1, entries: 1 })
    expect(await verify(services)).toMatchObject({ sound: true, entries: 2 })
  })

  test('many at once: nothing twice, nothing left out', async () => {
    const { services, beside } = parts
    const other = await beside()
    await decideMany(services, 80)
    const runs = await Promise.all([services, other, services, other].map((each) => seal(each)))
    expect(runs.reduce((sum, { entries }) => sum + entries, 0)).toBe(80)
    expect(await verify(services)).toMatchObject({ sound: true, entries: 80, pending: 0 })
  })

  test('one that lost its lease cannot write a block, even when nobody else has', async () => {
    const { services, clock, beside } = parts
    const thief = await beside()
    await decide(services)
    let stolen = false
    const store: Store = {
      ...services.store,
      commit: async (changes) => {
        if (!stolen && changes.some((change) => change.collection === auditBlocks.name)) {
          stolen = true
          clock.now += HOUR
          await withLease(thief, SEAL_LEASE, 60_000, async () => undefined)
        }
        return services.store.commit(changes)
      },
    }
    expect(await seal({ ...services, store })).toEqual({ blocks: 0, entries: 0 })
    expect(await verify(services)).toMatchObject({ sound: true, blocks: 0, pending: 1 })
    expect(await seal(services)).toEqual({ blocks: 1, entries: 1 })
  })

  test.each(['unknown', 'busy', 'lost'] as const)(
    'a block whose commit was answered %s is written once',
    async (answer) => {
      const { services } = parts
      await decideMany(services, BLOCK_ENTRIES + 3)
      let left = 2
      const store: Store = {
        ...services.store,
        commit: async (changes) => {
          if (left === 0 || !changes.some((change) => change.collection === auditBlocks.name))
            return services.store.commit(changes)
          left -= 1
          if (answer === 'unknown') await services.store.commit(changes)
          return { outcome: answer === 'busy' ? 'busy' : 'unknown' }
        },
      }
      const told = await seal({ ...services, store })
      if (answer !== 'unknown') expect(told).toEqual({ blocks: 2, entries: BLOCK_ENTRIES + 3 })
      expect(await verify(services)).toMatchObject({
        sound: true,
        blocks: 2,
        entries: BLOCK_ENTRIES + 3,
        pending: 0,
      })
    },
  )

  test('stops when its time is up, and goes on in the next run', async () => {
    const { services } = parts
    await decideMany(services, BLOCK_ENTRIES + 3)
    expect(await seal(services, { budget: 0 })).toEqual({ blocks: 1, entries: BLOCK_ENTRIES })
    expect(await seal(services, { budget: 0 })).toEqual({ blocks: 1, entries: 3 })
  })

  test('the first run of a day publishes the head of the day before, once', async () => {
    const { services, clock, store, logged } = parts
    await decide(services)
    await seal(services)
    const head = await docOf(store, auditHeads, HEAD_ID)
    clock.now += DAY_MS
    await decide(services)
    await seal(services)
    await decide(services)
    await seal(services)
    expect(await docOf(store, auditHeads, 'day_2026-11-24')).toEqual({ ...head, day: '2026-11-24' })
    expect(
      logged.filter(({ message }) => message === 'audit head published').map(({ fields }) => fields),
    ).toEqual([expect.objectContaining({ day: '2026-11-24', height: 1, hash: head.hash })])
    expect(await verify(services)).toMatchObject({ sound: true, blocks: 3 })
  })
})
