/** Rounds of the chain and their signatures: real ones of quicknet, our own, and every kind of false one. */
import { bls12_381 } from '@noble/curves/bls12-381'
import { checkBeacon, messageOfRound, type Beacon } from '../../../../functions/lottery/rules/draw/beacon'
import { fromHex, toHex, utf8 } from '../../../../functions/core/pure/bytes'
import {
  chainHashOf,
  instantOfRound,
  isChain,
  isQuicknet,
  QUICKNET,
  roundAt,
  roundFrom,
  SIGNATURE_DOMAIN,
} from '../../../../functions/lottery/rules/draw/chain'
import { verifyBls, verifyEd25519 } from '../../../../functions/lottery/rules/draw/curves'
import { testChain } from '../../../harness/draw/chain'
import { REAL_BEACONS } from '../../../harness/draw/quicknet'
import { sha } from './slow'

const [real, another] = REAL_BEACONS

describe('the pinned chain', () => {
  it('has the hash that its key, its times and its name make', () => {
    expect(chainHashOf(QUICKNET)).toBe('52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971')
    expect([isChain(QUICKNET), isQuicknet(QUICKNET)]).toEqual([true, true])
  })

  it('has that hash by an independent reckoning too', () => {
    const numbers = Buffer.alloc(12)
    numbers.writeUInt32BE(3)
    numbers.writeBigUInt64BE(1692803367n, 4)
    const bytes = [numbers, fromHex(QUICKNET.publicKey), fromHex(QUICKNET.groupHash), 'quicknet']
    expect(sha(...bytes).toString('hex')).toBe(QUICKNET.hash)
  })

  it.each([
    ['another key', { publicKey: testChain().chain.publicKey }],
    ['another genesis', { genesis: QUICKNET.genesis + 3 }],
    ['another period', { period: 30 }],
    ['another name', { beaconId: 'quicknet2' }],
    ['another scheme', { scheme: 'pedersen-bls-chained' }],
  ])('is not the chain with %s under its hash', (_, change) => {
    expect(isQuicknet({ ...QUICKNET, ...change } as typeof QUICKNET)).toBe(false)
  })

  it.each([
    ['2026-04-20T00:00:00Z', 27_946_612],
    ['2026-12-01T02:00:00Z', 34_429_012],
  ])('publishes round at %s: %i', (at, round) => {
    expect(roundAt(QUICKNET, Date.parse(at))).toBe(round)
    expect(instantOfRound(QUICKNET, round)).toBeLessThanOrEqual(Date.parse(at))
    expect(instantOfRound(QUICKNET, round + 1)).toBeGreaterThan(Date.parse(at))
  })

  it('begins with round 1 and has none before', () => {
    const genesis = QUICKNET.genesis * 1000
    expect([roundAt(QUICKNET, genesis - 1), roundAt(QUICKNET, genesis)]).toEqual([0, 1])
    expect([roundFrom(QUICKNET, 0), roundFrom(QUICKNET, genesis), roundFrom(QUICKNET, genesis + 1)]).toEqual([
      1, 1, 2,
    ])
    expect(roundFrom(QUICKNET, genesis + 3000)).toBe(2)
  })
})

describe('a beacon of quicknet', () => {
  it.each(REAL_BEACONS)('verifies: round $round', (beacon) => {
    const verdict = checkBeacon(beacon, { chain: QUICKNET, round: beacon.round }, verifyBls)
    expect(verdict.ok && Buffer.from(verdict.randomness).toString('hex')).toBe(beacon.randomness)
  })

  const forged = testChain('forger')
  const asQuicknet = (beacon: Beacon): Beacon => ({ ...beacon, chain: QUICKNET.hash })
  const flipped = (text: string): string => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')

  it.each<readonly [string, unknown, string]>([
    ['is missing', undefined, 'malformed'],
    ['is null', null, 'malformed'],
    ['is a text', 'beacon', 'malformed'],
    ['has no signature', { ...real, signature: undefined }, 'malformed'],
    ['was cut off', { ...real, signature: real.signature.slice(0, -2) }, 'malformed'],
    ['is too long', { ...real, signature: `${real.signature}00` }, 'malformed'],
    ['is in capitals', { ...real, signature: real.signature.toUpperCase() }, 'malformed'],
    ['has a round that is no number', { ...real, round: String(real.round) }, 'malformed'],
    ['has round 0', { ...real, round: 0 }, 'malformed'],
    ['is of another round', another, 'otherRound'],
    ['pretends to be of this round', { ...another, round: real.round }, 'badSignature'],
    ['is of another chain', forged.sign(real.round), 'otherChain'],
    ['is signed by another key', asQuicknet(forged.sign(real.round)), 'badSignature'],
    ['has a changed bit', { ...real, signature: flipped(real.signature) }, 'badSignature'],
    ['is the point at infinity', { ...real, signature: `c0${'00'.repeat(47)}` }, 'badSignature'],
    ['is no point at all', { ...real, signature: 'ff'.repeat(48) }, 'badSignature'],
    ['is zeros', { ...real, signature: '00'.repeat(48) }, 'badSignature'],
    ['has another randomness beside it', { ...real, randomness: flipped(real.randomness) }, 'badRandomness'],
  ])('is refused when it %s', (_, beacon, fault) => {
    expect(checkBeacon(beacon, { chain: QUICKNET, round: real.round }, verifyBls)).toEqual({
      ok: false,
      fault,
    })
  })

  it('is refused under the domain of another scheme', () => {
    const [signature, key] = [fromHex(real.signature), fromHex(QUICKNET.publicKey)]
    const message = messageOfRound(real.round)
    expect(verifyBls(signature, message, key, utf8(SIGNATURE_DOMAIN))).toBe(true)
    expect(verifyBls(signature, message, key, utf8(SIGNATURE_DOMAIN.replace('G1', 'G2')))).toBe(false)
  })
})

test('our own chain signs rounds that verify under it alone', () => {
  const { chain, sign } = testChain('one')
  const beacon = sign(12)
  expect(isChain(chain)).toBe(true)
  expect(isQuicknet(chain)).toBe(false)
  expect(checkBeacon(beacon, { chain, round: 12 }, verifyBls).ok).toBe(true)
  expect(checkBeacon(beacon, { chain: testChain('two').chain, round: 12 }, verifyBls)).toEqual({
    ok: false,
    fault: 'otherChain',
  })
})

test('what is no Ed25519 signature does not verify, and does not throw', () => {
  for (const length of [0, 63, 64, 65])
    expect(verifyEd25519(new Uint8Array(length), new Uint8Array(3), new Uint8Array(32).fill(255))).toBe(false)
})

/**
 * A point of the curve whose order divides the cofactor: added to a signature, it leaves every pairing as it was. Were it let through, a
 * round would have many signatures, and whoever publishes it could choose among their hashes.
 */
const cofactorPoint = () => {
  const { Fp, Fr } = bls12_381.fields
  const Point = bls12_381.G1.ProjectivePoint
  for (let x = 1n; ; x += 1n) {
    const square = Fp.add(Fp.mul(Fp.mul(x, x), x), 4n)
    if (!Fp.eql(Fp.pow(square, (Fp.ORDER - 1n) / 2n), Fp.ONE)) continue
    const point = new Point(x, Fp.sqrt(square), 1n)
    if (!point.isTorsionFree()) return point.multiplyUnsafe(Fr.ORDER - 1n).add(point)
  }
}

test('a signature with a point outside the subgroup added to it is refused', () => {
  const { Fp } = bls12_381.fields
  const signature = bls12_381.G1.ProjectivePoint.fromHex(real.signature)
  const { x, y } = signature.add(cofactorPoint()).toAffine()
  const compressed = fromHex(x.toString(16).padStart(96, '0'))
  compressed[0] = (compressed[0] ?? 0) | 0x80 | (2n * y > Fp.ORDER ? 0x20 : 0)
  const beacon = { ...real, signature: toHex(compressed), randomness: sha(compressed).toString('hex') }
  expect(beacon.signature).not.toBe(real.signature)
  expect(checkBeacon(beacon, { chain: QUICKNET, round: real.round }, verifyBls)).toEqual({
    ok: false,
    fault: 'badSignature',
  })
})
