import fc from 'fast-check'
import { dataKeys, type DataKeyDoc } from '../../../../functions/core/io/security/collections'
import { newKeyringText, openKeyring, type Keyring } from '../../../../functions/core/io/security/keyring'
import { SealBroken } from '../../../../functions/core/io/security/suites'
import { openVault, type OpenedVault } from '../../../../functions/core/io/security/vault'
import type { Store } from '../../../../functions/core/io/store/contract'
import { seededRandom, testServices, type TestServices } from '../../../harness/context'

const WHERE = 'taxpayers|tp_1|name'
let services: TestServices
let reads = 0
let vault: OpenedVault

const counting = (store: Store): Store => ({
  ...store,
  read: async (collection, ids) => {
    if (collection === dataKeys.name) reads += 1
    return store.read(collection, ids)
  },
})

const ringIn = (name: string): Keyring =>
  openKeyring({ dir: `${services.directory}/${name}`, random: seededRandom(name) })
const vaultWith = (keyring: Keyring, cached?: number): OpenedVault =>
  openVault({ store: services.store, keyring, random: services.random, clock: services.clock, cached })

beforeEach(async () => {
  services = await testServices({ wrapStore: counting })
  vault = services.vault
  reads = 0
})
afterEach(() => services.close())

describe('sealed text', () => {
  it('is alg.kid.nonce.ciphertext, opens to what was sealed, and is never the same twice', async () => {
    const key = await vault.keyOf('ac_1')
    const sealed = key.seal(WHERE, '王小明')
    expect(sealed).toMatch(/^A256GCM\.[a-z0-9]{10}\.[\w-]{16}\.[\w-]+$/)
    expect(sealed).not.toContain('王')
    expect(key.open(WHERE, sealed)).toBe('王小明')
    expect(key.seal(WHERE, '王小明')).not.toBe(sealed)
  })

  it('opens to whatever text was sealed (any text, any place)', async () => {
    const key = await vault.keyOf('ac_1')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, id) => {
        expect(key.open(`c|${id}|f`, key.seal(`c|${id}|f`, plain))).toBe(plain)
      }),
    )
  })

  it('cannot be altered in any single character', async () => {
    const key = await vault.keyOf('ac_1')
    const sealed = key.seal(WHERE, '王小明')
    for (let i = 0; i < sealed.length; i += 1) {
      const other = sealed.charAt(i) === 'A' ? 'B' : 'A'
      const altered = `${sealed.slice(0, i)}${other}${sealed.slice(i + 1)}`
      expect(() => key.open(WHERE, altered)).toThrow(SealBroken)
    }
    for (const altered of [
      sealed.slice(0, -1),
      `${sealed}A`,
      `${sealed}=`,
      ` ${sealed}`,
      '',
      'A256GCM',
      sealed.replace('A256GCM', 'SM4GCM'),
      sealed.replace('A256GCM', 'toString'),
    ]) {
      expect(() => key.open(WHERE, altered)).toThrow(SealBroken)
    }
  })

  it.each(['taxpayers|tp_2|name', 'taxpayers|tp_1|phone', 'accounts|tp_1|name'] as const)(
    'cannot be moved to %s',
    async (where) => {
      const key = await vault.keyOf('ac_1')
      expect(() => key.open(where, key.seal(WHERE, '王小明'))).toThrow(SealBroken)
    },
  )

  it("cannot be opened with another subject's key, nor with the deployment's", async () => {
    const [one, two] = [await vault.keyOf('ac_1'), await vault.keyOf('ac_2')]
    const sealed = one.seal(WHERE, '王小明')
    expect(() => two.open(WHERE, sealed)).toThrow(SealBroken)
    expect(() => vault.own.open(WHERE, sealed)).toThrow(SealBroken)
    expect(() => one.open(WHERE, vault.own.seal(WHERE, 'x'))).toThrow(SealBroken)
  })
})

describe('data keys', () => {
  it('are the same for every instance, also when two make one at once', async () => {
    const other = (await services.beside()).vault
    const [a, b] = await Promise.all([vault.keyOf('ac_1'), other.keyOf('ac_1')])
    expect(b.open(WHERE, a.seal(WHERE, 'x'))).toBe('x')
    expect(a.open(WHERE, b.seal(WHERE, 'y'))).toBe('y')
  })

  it('are read once a minute at most, and once for all who ask at the same time', async () => {
    await vault.keyOf('ac_1')
    services.time.now += 60_000
    reads = 0
    await Promise.all([vault.keyOf('ac_1'), vault.keyOf('ac_1'), vault.keyOf('ac_1')])
    expect(reads).toBe(1)
    services.time.now += 59_999
    await vault.keyOf('ac_1')
    expect((await vault.keysOf(['ac_1', 'ac_1'])).size).toBe(1)
    expect(reads).toBe(1)
    services.time.now += 1
    await vault.keyOf('ac_1')
    expect(reads).toBe(2)
  })

  it('are forgotten when there are too many, those used longest ago first', async () => {
    const small = vaultWith(ringIn('small'), 2)
    for (const subject of ['a', 'b', 'a', 'c']) await small.keyOf(subject)
    reads = 0
    await small.keyOf('a')
    await small.keyOf('c')
    expect(reads).toBe(0)
    await small.keyOf('b')
    expect(reads).toBe(1)
  })

  it('are answered by the hundred in one read; those never made are absent', async () => {
    await Promise.all(['a', 'b', 'c'].map((subject) => vault.keyOf(subject)))
    services.time.now += 60_000
    reads = 0
    const keys = await vault.keysOf(['a', 'b', 'c', 'nobody'])
    expect([...keys.keys()].sort()).toEqual(['a', 'b', 'c'])
    expect(reads).toBe(1)
  })

  it('do not open after their document was moved to another subject', async () => {
    await vault.keyOf('ac_1')
    const [stored] = await services.store.read<DataKeyDoc>(dataKeys.name, ['ac_1'])
    await services.store.commit([
      { op: 'insert', collection: dataKeys.name, id: 'ac_2', doc: stored?.doc ?? {} },
    ])
    await expect(vault.keyOf('ac_2')).rejects.toThrow(SealBroken)
  })
})

describe('destroying a data key', () => {
  it('makes what was sealed unreadable, for every instance within a minute, and for ever', async () => {
    const other = (await services.beside()).vault
    const sealed = (await vault.keyOf('ac_1')).seal(WHERE, '王小明')
    expect((await other.keyOf('ac_1')).open(WHERE, sealed)).toBe('王小明')
    await vault.destroy('ac_1')
    await expect(vault.keyOf('ac_1')).rejects.toMatchObject({ code: 'ERASED' })
    expect((await vault.keysOf(['ac_1'])).size).toBe(0)
    services.time.now += 60_000
    await expect(other.keyOf('ac_1')).rejects.toMatchObject({ code: 'ERASED' })
    const [stored] = await services.store.read<DataKeyDoc>(dataKeys.name, ['ac_1'])
    expect(stored?.doc.wrapped).toBeNull()
    await vault.destroy('ac_1')
  })

  it('also stands for a subject that never had one', async () => {
    await vault.destroy('ac_9')
    await expect(vault.keyOf('ac_9')).rejects.toMatchObject({ code: 'ERASED' })
  })

  it('wins over a key that is being loaded at that moment', async () => {
    await vault.keyOf('ac_1')
    services.time.now += 60_000
    const loading = vault.keyOf('ac_1').catch(() => undefined)
    await Promise.all([loading, vault.destroy('ac_1')])
    await expect(vault.keyOf('ac_1')).rejects.toMatchObject({ code: 'ERASED' })
  })
})

describe('rotation', () => {
  it('rewraps every data key, after which the older ring key is needed no more', async () => {
    const ring = ringIn('rotating')
    const rotating = vaultWith(ring)
    const sealed = new Map<string, string>()
    for (const subject of ['a', 'b', 'c'])
      sealed.set(subject, (await rotating.keyOf(subject)).seal(WHERE, subject))
    await rotating.destroy('c')
    const own = rotating.own.seal(WHERE, 'own')
    ring.rotate()
    expect(rotating.own.open(WHERE, own)).toBe('own')
    expect(await rotating.rewrap()).toBe(2)
    expect(await rotating.rewrap()).toBe(0)
    const lonely: Keyring = {
      ...ring,
      current: ring.current,
      older: () => [],
      keyOf: (kid) => (kid === 'k1' ? undefined : ring.keyOf(kid)),
    }
    const fresh = vaultWith(lonely)
    for (const subject of ['a', 'b'])
      expect((await fresh.keyOf(subject)).open(WHERE, sealed.get(subject) ?? '')).toBe(subject)
    expect(() => fresh.own.open(WHERE, own)).toThrow(SealBroken)
    await expect(fresh.keyOf('c')).rejects.toMatchObject({ code: 'ERASED' })
  })

  it('changes no pseudonym and no signing key', () => {
    const ring = ringIn('stable')
    const before = vaultWith(ring)
    ring.rotate()
    const after = vaultWith(ring)
    expect(after.pseudonym('openid', 'o1')).toBe(before.pseudonym('openid', 'o1'))
    expect(after.signingKey('session')).toEqual(before.signingKey('session'))
  })
})

describe('pseudonyms and derived keys', () => {
  it('are 26 characters, stable, and differ by purpose, by text and by deployment', () => {
    const elsewhere = openVault({
      ...services,
      keyring: openKeyring({ dir: services.directory, injected: newKeyringText(seededRandom('elsewhere')) }),
    })
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        const made = vault.pseudonym('subject', text)
        expect(made).toMatch(/^[a-z2-7]{26}$/)
        expect(vault.pseudonym('subject', text)).toBe(made)
        expect(vault.pseudonym('openid', text)).not.toBe(made)
        expect(elsewhere.pseudonym('subject', text)).not.toBe(made)
        if (other !== text) expect(vault.pseudonym('subject', other)).not.toBe(made)
      }),
    )
  })
  it('gives a signing key of 32 bytes a purpose', () => {
    expect(vault.signingKey('session')).toHaveLength(32)
    expect(vault.signingKey('session')).not.toEqual(vault.signingKey('audit'))
  })
})
