/** Verification: every kind of tampering is found and named. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { canonical } from '../../../../functions/core/io/audit/canonical'
import { blockHash, blockId, entryHash, HEAD_ID, headOf } from '../../../../functions/core/io/audit/chain'
import {
  auditBlocks,
  auditEntries,
  auditHeads,
  type AuditBlockDoc,
} from '../../../../functions/core/io/audit/collections'
import { BLOCK_ENTRIES, seal } from '../../../../functions/core/io/audit/seal'
import { auditKey, isSigned, keyIdOf } from '../../../../functions/core/io/audit/signing'
import { verifyAudit, type PublishedHead } from '../../../../functions/core/io/audit/verify'
import { DAY_MS } from '../../../../functions/core/pure/time'
import { openParts, type Parts } from '../events/parts'
import { decide, decideMany, docOf, tamper, verify } from './parts'

let parts: Parts
const MANY = BLOCK_ENTRIES * 2
let ids: string[]
let published: PublishedHead
beforeEach(async () => {
  parts = await openParts()
  const { services, clock, store } = parts
  // Of one instant: sealed in the order of their ids.
  ids = (await decideMany(services, MANY)).sort()
  await seal(services)
  clock.now += DAY_MS
  ids.push(await decide(services))
  await seal(services)
  published = { ...(await docOf(store, auditHeads, 'day_2026-11-24')), day: '2026-11-24' }
  expect(await verify(services, [published])).toMatchObject({ sound: true, blocks: 3, entries: MANY + 1 })
})
afterEach(() => parts.close())
const entry = (place: number): string => ids[place] ?? ''

test.each([
  ['detail', { detail: { n: 1000 } }],
  ['actor', { actor: 'ac_other' }],
  ['action', { action: 'a/b' }],
  ['subject', { subject: 'hd_2' }],
  ['hallId', { hallId: 'hall-west' }],
  ['at', { at: 1 }],
  ['a field that was not there', { note: 'x' }],
])('finds an entry whose %s was altered', async (_what, change) => {
  await tamper(parts.store, auditEntries, entry(BLOCK_ENTRIES), (doc) => ({ ...doc, ...change }))
  expect(await verify(parts.services)).toEqual({
    sound: false,
    fault: 'entryAltered',
    height: 2,
    entry: entry(BLOCK_ENTRIES),
  })
})

test('finds a removed entry', async () => {
  await tamper(parts.store, auditEntries, entry(3), () => undefined)
  expect(await verify(parts.services)).toEqual({
    sound: false,
    fault: 'entryMissing',
    height: 1,
    entry: entry(3),
  })
})

test('finds entries whose order was changed', async () => {
  await tamper(parts.store, auditBlocks, blockId(1), (doc) => ({
    ...doc,
    entries: [...doc.entries].reverse(),
  }))
  expect(await verify(parts.services)).toEqual({ sound: false, fault: 'blockAltered', height: 1 })
})

test('finds two blocks that changed places', async () => {
  const [first, second] = [
    await docOf(parts.store, auditBlocks, blockId(1)),
    await docOf(parts.store, auditBlocks, blockId(2)),
  ]
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
  const exchange = (doc: AuditBlockDoc) =>
    doc.entries.map((each) => (each.id === entry(0) ? { ...each, hash } : each))
  await tamper(store, auditBlocks, blockId(1), (doc) => rehash({ ...doc, entries: exchange(doc) }))
  expect(await verify(services)).toEqual({ sound: false, fault: 'forged', height: 1 })
})

test('finds a chain signed again from there on with another key', async () => {
  const { store, services } = parts
  const own = generateKeyPairSync('ed25519')
  const publicKey = own.publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64url')
  const resign = (doc: AuditBlockDoc): AuditBlockDoc => ({
    ...doc,
    keyId: keyIdOf(publicKey),
    signature: sign(null, Buffer.from(doc.hash, 'hex'), own.privateKey).toString('base64url'),
  })
  await tamper(store, auditEntries, entry(MANY), (doc) => ({ ...doc, actor: 'ac_other' }))
  const hash = entryHash(entry(MANY), await docOf(store, auditEntries, entry(MANY)))
  await tamper(store, auditBlocks, blockId(3), (doc) =>
    resign(rehash({ ...doc, entries: [{ id: entry(MANY), hash }] })),
  )
  const block = await docOf(store, auditBlocks, blockId(3))
  await tamper(store, auditHeads, HEAD_ID, () => headOf(block))
  expect(await verify(services)).toEqual({ sound: false, fault: 'forged', height: 3 })
  expect(await verifyAudit(store, { publicKeys: [publicKey] })).toMatchObject({
    sound: false,
    fault: 'forged',
    height: 1,
  })
  expect(await verifyAudit(store, { publicKeys: [] })).toMatchObject({
    sound: false,
    fault: 'forged',
    height: 1,
  })
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
  await tamper(store, auditHeads, HEAD_ID, (doc) => ({
    ...doc,
    hash,
    signature: Buffer.alloc(64).toString('base64url'),
  }))
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
  for (let height = 1; height <= 3; height += 1)
    await tamper(store, auditBlocks, blockId(height), () => undefined)
  for (const id of ids) await tamper(store, auditEntries, id, () => undefined)
  await tamper(store, auditHeads, HEAD_ID, () => undefined)
  expect(await verify(services)).toEqual({
    sound: false,
    fault: 'publishedHeadWrong',
    height: 2,
    day: '2026-11-24',
  })
  await tamper(store, auditHeads, 'day_2026-11-24', () => undefined)
  expect(await verify(services)).toMatchObject({ sound: true, blocks: 0 })
  expect(await verify(services, [published])).toEqual({
    sound: false,
    fault: 'publishedHeadWrong',
    height: 2,
    day: '2026-11-24',
  })
})

test('finds a published head that was altered or made up', async () => {
  const { services, store } = parts
  expect(await verify(services, [{ ...published, hash: 'e'.repeat(64) }])).toMatchObject({
    sound: false,
    fault: 'forged',
  })
  await tamper(store, auditHeads, 'day_2026-11-24', (doc) => ({ ...doc, height: 1 }))
  expect(await verify(services)).toEqual({
    sound: false,
    fault: 'publishedHeadWrong',
    height: 1,
    day: '2026-11-24',
  })
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

test('canonical JSON does not depend on the order of keys, and tells different values apart', () => {
  expect(canonical({ b: [1, { d: null, c: 'é"' }], a: true, x: undefined })).toBe(
    '{"a":true,"b":[1,{"c":"é\\"","d":null}]}',
  )
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
