/** The audit: every decision sealed once, and every kind of tampering found and named. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { canonical } from '../../../../functions/core/io/audit/canonical'
import { blockHash, blockId, entryHash, HEAD_ID, headOf } from '../../../../functions/core/io/audit/chain'
import { auditBlocks, auditEntries, auditHeads, type AuditBlockDoc } from '../../../../functions/core/io/audit/collections'
import { BLOCK_ENTRIES, seal, SEAL_LEASE } from '../../../../functions/core/io/audit/seal'
import { auditKey, isSigned, keyIdOf } from '../../../../functions/core/io/audit/signing'
import { verifyAudit, type PublishedHead } from '../../../../functions/core/io/audit/verify'
import { withLease } from '../../../../functions/core/io/events/lease'
import type { Store } from '../../../../functions/core/io/store/contract'
import { DAY_MS, HOUR } from '../../../../functions/core/pure/time'
import { openParts, type Parts } from '../events/parts'
import { decide, decideMany, docOf, tamper, verify } from './parts'

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
      v: 1, at: clock.now, actor: 'ac_officer', action: 'appointments/closeDay', subject: 'hd_1', hallId: 'hall-east',
      detail: { day: '2026-11-25' }, pendingSince: clock.now, block: null,
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
    await decide(services, { detail: { id: 'ap_01jd9zq7h21381234567800000', purpose: key.seal('auditEntries|x|purpose', '核对身份'), n: 13812345678, list: ['a', 1, true], none: null } })
    await seal(services)
    expect(await verify(services)).toMatchObject({ sound: true, entries: 1 })
  })
})

describe('the sealer', () => {
  test('chains what is pending, block by block, and the whole verifies', async () => {
    const { services, store } = parts
    await decideMany(services, BLOCK_ENTRIES * 2 + 5)
    expect(await seal(services)).toEqual({ blocks: 3, entries: BLOCK_ENTRIES * 2 + 5 })
    const [first, second] = [await docOf(store, auditBlocks, blockId(1)), await docOf(store, auditBlocks, blockId(2))]
    expect(second.prev).toBe(first.hash)
    expect(await verify(services)).toMatchObject({ sound: true, blocks: 3, entries: BLOCK_ENTRIES * 2 + 5, pending: 0 })
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

  test.each(['unknown', 'busy', 'lost'] as const)('a block whose commit was answered %s is written once', async (answer) => {
    const { services } = parts
    await decideMany(services, BLOCK_ENTRIES + 3)
    let left = 2
    const store: Store = {
      ...services.store,
      commit: async (changes) => {
        if (left === 0 || !changes.some((change) => change.collection === auditBlocks.name)) return services.store.commit(changes)
        left -= 1
        if (answer === 'unknown') await services.store.commit(changes)
        return { outcome: answer === 'busy' ? 'busy' : 'unknown' }
      },
    }
    await seal({ ...services, store })
    expect(await verify(services)).toMatchObject({ sound: true, blocks: 2, entries: BLOCK_ENTRIES + 3, pending: 0 })
  })

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
    expect(logged.filter(({ message }) => message === 'audit head published').map(({ fields }) => fields)).toEqual([
      expect.objectContaining({ day: '2026-11-24', height: 1, hash: head.hash }),
    ])
    expect(await verify(services)).toMatchObject({ sound: true, blocks: 3 })
  })
})

describe('verifying', () => {
  const MANY = BLOCK_ENTRIES * 2
  let ids: string[]
  let published: PublishedHead
  beforeEach(async () => {
    const { services, clock, store } = parts
    ids = await decideMany(services, MANY)
    await seal(services)
    clock.now += DAY_MS
    ids.push(await decide(services))
    await seal(services)
    published = { ...(await docOf(store, auditHeads, 'day_2026-11-24')), day: '2026-11-24' }
    expect(await verify(services, [published])).toMatchObject({ sound: true, blocks: 3, entries: MANY + 1 })
  })
  const entry = (place: number): string => ids[place] ?? ''

  test.each([
    ['detail', { detail: { n: 1000 } }], ['actor', { actor: 'ac_other' }], ['action', { action: 'a/b' }], ['subject', { subject: 'hd_2' }],
    ['hallId', { hallId: 'hall-west' }], ['at', { at: 1 }], ['a field that was not there', { note: 'x' }],
  ])('finds an entry whose %s was altered', async (_what, change) => {
    await tamper(parts.store, auditEntries, entry(BLOCK_ENTRIES), (doc) => ({ ...doc, ...change }))
    expect(await verify(parts.services)).toEqual({ sound: false, fault: 'entryAltered', height: 2, entry: entry(BLOCK_ENTRIES) })
  })

  test('finds a removed entry', async () => {
    await tamper(parts.store, auditEntries, entry(3), () => undefined)
    expect(await verify(parts.services)).toEqual({ sound: false, fault: 'entryMissing', height: 1, entry: entry(3) })
  })

  test('finds entries whose order was changed', async () => {
    await tamper(parts.store, auditBlocks, blockId(1), (doc) => ({ ...doc, entries: [...doc.entries].reverse() }))
    expect(await verify(parts.services)).toEqual({ sound: false, fault: 'blockAltered', height: 1 })
  })

  test('finds two blocks that changed places', async () => {
    const [first, second] = [await docOf(parts.store, auditBlocks, blockId(1)), await docOf(parts.store, auditBlocks, blockId(2))]
    await tamper(parts.store, auditBlocks, blockId(1), () => second)
    await tamper(parts.store, auditBlocks, blockId(2), () => first)
    expect(await verify(parts.services)).toEqual({ sound: false, fault: 'blockAltered', height: 1 })
  })

  /** Hashes made right again: what an intruder without the key would do next. */
  const rehash = (doc: AuditBlockDoc): AuditBlockDoc => ({ ...doc, hash: blockHash(doc) })

  test('finds an altered entry whose block was hashed again', async () => {
    const { store, services } = parts
    await tamper(store, auditEntries, entry(0), (doc) => ({ ...doc, actor: 'ac_other' }))
    const hash = entryHash(entry(0), await docOf(store, auditEntries, entry(0)))
    await tamper(store, auditBlocks, blockId(1), (doc) => rehash({ ...doc, entries: doc.entries.map((each) => (each.id === entry(0) ? { ...each, hash } : each)) }))
    expect(await verify(services)).toEqual({ sound: false, fault: 'forged', height: 1 })
  })

  test('finds a chain signed again from there on with another key', async () => {
    const { store, services } = parts
    const own = generateKeyPairSync('ed25519')
    const publicKey = own.publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64url')
    const resign = (doc: AuditBlockDoc): AuditBlockDoc => ({
      ...doc, keyId: keyIdOf(publicKey), signature: sign(null, Buffer.from(doc.hash, 'hex'), own.privateKey).toString('base64url'),
    })
    await tamper(store, auditEntries, entry(MANY), (doc) => ({ ...doc, actor: 'ac_other' }))
    const hash = entryHash(entry(MANY), await docOf(store, auditEntries, entry(MANY)))
    await tamper(store, auditBlocks, blockId(3), (doc) => resign(rehash({ ...doc, entries: [{ id: entry(MANY), hash }] })))
    const block = await docOf(store, auditBlocks, blockId(3))
    await tamper(store, auditHeads, HEAD_ID, () => headOf(block))
    expect(await verify(services)).toEqual({ sound: false, fault: 'forged', height: 3 })
    expect(await verifyAudit(store, { publicKeys: [publicKey] })).toMatchObject({ sound: false, fault: 'forged', height: 1 })
    expect(await verifyAudit(store, { publicKeys: [] })).toMatchObject({ sound: false, fault: 'forged', height: 1 })
  })

  test('finds a removed block, wherever it stood', async () => {
    await tamper(parts.store, auditBlocks, blockId(2), () => undefined)
    expect(await verify(parts.services)).toEqual({ sound: false, fault: 'blockMissing', height: 2 })
    await tamper(parts.store, auditBlocks, blockId(3), () => undefined)
    await tamper(parts.store, auditBlocks, blockId(1), () => undefined)
    expect(await verify(parts.services)).toEqual({ sound: false, fault: 'blockMissing', height: 1 })
  })

  test('finds a block that does not follow the one before', async () => {
    const { store, services } = parts
    const key = auditKey(services.vault)
    await tamper(store, auditBlocks, blockId(2), (doc) => {
      const moved = rehash({ ...doc, prev: '1'.repeat(64) })
      return { ...moved, signature: key.sign(moved.hash) }
    })
    expect(await verify(services)).toEqual({ sound: false, fault: 'chainBroken', height: 2 })
  })

  test('finds a wrong total', async () => {
    const { store, services } = parts
    const key = auditKey(services.vault)
    await tamper(store, auditBlocks, blockId(1), (doc) => {
      const moved = rehash({ ...doc, total: doc.total + 1 })
      return { ...moved, signature: key.sign(moved.hash) }
    })
    expect(await verify(services)).toEqual({ sound: false, fault: 'chainBroken', height: 1 })
  })

  test('finds a forged head', async () => {
    const { store, services } = parts
    await tamper(store, auditHeads, HEAD_ID, (doc) => ({ ...doc, hash: 'f'.repeat(64) }))
    expect(await verify(services)).toEqual({ sound: false, fault: 'headWrong', height: 3 })
    const { hash } = await docOf(store, auditBlocks, blockId(3))
    await tamper(store, auditHeads, HEAD_ID, (doc) => ({ ...doc, hash, signature: Buffer.alloc(64).toString('base64url') }))
    expect(await verify(services)).toEqual({ sound: false, fault: 'forged', height: 3 })
  })

  test('finds a chain cut off behind its head', async () => {
    const { store, services } = parts
    const second = await docOf(store, auditBlocks, blockId(2))
    await tamper(store, auditHeads, HEAD_ID, () => headOf(second))
    expect(await verify(services)).toEqual({ sound: false, fault: 'headWrong', height: 2 })
    await tamper(store, auditBlocks, blockId(3), () => undefined)
    expect(await verify(services)).toEqual({ sound: false, fault: 'entryMisplaced', entry: entry(MANY) })
  })

  test('finds a whole chain that was taken away with its entries, by a copy of a published head', async () => {
    const { store, services } = parts
    for (let height = 1; height <= 3; height += 1) await tamper(store, auditBlocks, blockId(height), () => undefined)
    for (const id of ids) await tamper(store, auditEntries, id, () => undefined)
    await tamper(store, auditHeads, HEAD_ID, () => undefined)
    expect(await verify(services)).toEqual({ sound: false, fault: 'publishedHeadWrong', height: 2, day: '2026-11-24' })
    await tamper(store, auditHeads, 'day_2026-11-24', () => undefined)
    expect(await verify(services)).toMatchObject({ sound: true, blocks: 0 })
    expect(await verify(services, [published])).toEqual({ sound: false, fault: 'publishedHeadWrong', height: 2, day: '2026-11-24' })
  })

  test('finds a published head that was altered or made up', async () => {
    const { services, store } = parts
    expect(await verify(services, [{ ...published, hash: 'e'.repeat(64) }])).toMatchObject({ sound: false, fault: 'forged' })
    await tamper(store, auditHeads, 'day_2026-11-24', (doc) => ({ ...doc, height: 1 }))
    expect(await verify(services)).toEqual({ sound: false, fault: 'publishedHeadWrong', height: 1, day: '2026-11-24' })
  })

  test('finds an entry made up outside the chain, or hidden from the sealer', async () => {
    const { services, store } = parts
    const fake = await decide(services)
    await tamper(store, auditEntries, fake, (doc) => ({ ...doc, pendingSince: null, block: 2 }))
    expect(await verify(services)).toEqual({ sound: false, fault: 'entryMisplaced', entry: fake })
    await tamper(store, auditEntries, fake, (doc) => ({ ...doc, block: 9 }))
    expect(await verify(services)).toEqual({ sound: false, fault: 'entryMisplaced', entry: fake })
    await tamper(store, auditEntries, fake, (doc) => ({ ...doc, block: null }))
    expect(await verify(services)).toEqual({ sound: false, fault: 'entryMisplaced', entry: fake })
    await tamper(store, auditEntries, fake, () => undefined)
    await tamper(store, auditEntries, entry(5), (doc) => ({ ...doc, pendingSince: 1 }))
    expect(await verify(services)).toEqual({ sound: false, fault: 'entryMisplaced', entry: entry(5) })
  })
})

test('canonical JSON does not depend on the order of keys, and tells different values apart', () => {
  expect(canonical({ b: [1, { d: null, c: 'é"' }], a: true, x: undefined })).toBe('{"a":true,"b":[1,{"c":"é\\"","d":null}]}')
  expect(canonical({ a: '1' })).not.toBe(canonical({ a: 1 }))
  expect(() => canonical(0.5)).toThrow(RangeError)
})

test('anyone can verify with the public key alone, and a malformed key verifies nothing', () => {
  const key = auditKey(parts.services.vault)
  const hash = 'ab'.repeat(32)
  expect(isSigned(key.publicKey, hash, key.sign(hash))).toBe(true)
  expect(isSigned(key.publicKey, 'cd'.repeat(32), key.sign(hash))).toBe(false)
  expect(isSigned('short', hash, key.sign(hash))).toBe(false)
  expect(auditKey(parts.services.vault).publicKey).toBe(key.publicKey)
})
