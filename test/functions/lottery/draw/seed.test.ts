/** Which randomness a draw is made with: the round named, or what was named beforehand for its absence. */
import { toHex, utf8 } from '../../../../functions/core/pure/bytes'
import { instantOfRound } from '../../../../functions/lottery/rules/draw/chain'
import { verifyBls } from '../../../../functions/lottery/rules/draw/curves'
import type { DrawRules } from '../../../../functions/lottery/rules/draw/documents'
import { checkReveals, partyCommitment, type Reveal } from '../../../../functions/lottery/rules/draw/reveals'
import { earliestDraw, randomnessOf } from '../../../../functions/lottery/rules/draw/seed'
import { rulesFault } from '../../../../functions/lottery/rules/draw/verify/freeze'
import { sha } from './slow'
import { CHAIN, FROZEN_AT, PARTIES, REVEALS, rulesOf, SECRETS } from './world'

const rules = rulesOf()
const { round } = rules
const later = rules.fallback?.round ?? 0
const beacon = CHAIN.sign(round)
const of = (given: { beacon?: unknown; reveals?: unknown }, by: DrawRules = rules) =>
  randomnessOf(by, { beacon: given.beacon, reveals: given.reveals }, verifyBls)
const hexOf = (given: Parameters<typeof of>[0]): string => {
  const found = of(given)
  return found.ok ? toHex(found.randomness) : found.fault
}
const DOMAIN = 'shuibang/draw/1'

test('a party commits to the hash of its name and its secret', () => {
  expect(partyCommitment('公证处', SECRETS[1] ?? new Uint8Array(0))).toBe(
    sha(`${DOMAIN} party\n`, utf8('公证处'), SECRETS[1] ?? '').toString('hex'),
  )
  expect(() => partyCommitment('x', new Uint8Array(31))).toThrow(RangeError)
})

test('the round named is used, and the parties’ secrets are not looked at then', () => {
  expect(hexOf({ beacon })).toBe(beacon.randomness)
  expect(hexOf({ beacon, reveals: [] })).toBe(beacon.randomness)
})

test('without it, all secrets in the order of the freeze are, however they are handed in', () => {
  const all = sha(`${DOMAIN} reveals\n`, ...SECRETS).toString('hex')
  expect(hexOf({ reveals: REVEALS })).toBe(all)
  expect(hexOf({ reveals: [...REVEALS].reverse() })).toBe(all)
})

const changed = (at: number, reveal: Partial<Reveal>): Reveal[] =>
  REVEALS.map((other, n) => (n === at ? { ...other, ...reveal } : other))

test.each([
  ['missing', REVEALS.filter((_, at) => at !== 1)],
  ['wrong', changed(1, { secret: '00'.repeat(32) })],
  ['wrong', changed(1, { secret: 'no secret' })],
])(
  'when one is %s, its party is told, and the others’ secrets and the later round are used',
  (fault, reveals) => {
    const silent = [{ party: PARTIES[1], fault }]
    expect(of({ reveals })).toEqual({ ok: false, fault: 'laterRoundNotYet', silent })
    const found = of({ reveals, beacon: CHAIN.sign(later) })
    expect(found).toMatchObject({ ok: true, source: 'otherReveals', silent })
    const [first, , third] = SECRETS
    const [one, none] = [Buffer.from([1]), Buffer.from([0])]
    const randomness = Buffer.from(CHAIN.sign(later).randomness, 'hex')
    expect(found.ok && toHex(found.randomness)).toBe(
      sha(`${DOMAIN} other reveals\n`, one, first ?? '', none, one, third ?? '', randomness).toString('hex'),
    )
  },
)

test.each([
  ['nothing is there', {}, 'notYet'],
  [
    'the beacon is forged, though all have revealed',
    { beacon: { ...beacon, signature: '00'.repeat(48) }, reveals: REVEALS },
    'badSignature',
  ],
  ['the beacon is of another round', { beacon: CHAIN.sign(round + 1), reveals: REVEALS }, 'otherRound'],
  ['the beacon is not JSON', { beacon: null, reveals: REVEALS }, 'malformed'],
  [
    'the later round is forged',
    { beacon: { ...CHAIN.sign(later), signature: beacon.signature }, reveals: REVEALS.slice(1) },
    'badSignature',
  ],
  ['the reveals are no list', { reveals: { party: 'x' } }, 'malformedReveals'],
  ['a reveal has no secret', { reveals: [{ party: 'x' }] }, 'malformedReveals'],
])('there is none when %s', (_, given, fault) => {
  expect(of(given)).toMatchObject({ ok: false, fault })
})

test('rules without parties wait for the round', () => {
  expect(of({ reveals: REVEALS }, rulesOf({ fallback: null }))).toMatchObject({ ok: false, fault: 'notYet' })
})

test('a false secret beside the right one takes nothing away', () => {
  const twice = [{ party: PARTIES[0] ?? '', secret: '11'.repeat(32) }, ...REVEALS]
  expect(checkReveals(rules.fallback?.parties ?? [], twice)).toEqual(
    checkReveals(rules.fallback?.parties ?? [], REVEALS),
  )
})

test('one party’s secret does not do for another', () => {
  const swapped = REVEALS.map((reveal, at) => ({ ...reveal, secret: REVEALS[(at + 1) % 3]?.secret ?? '' }))
  expect(checkReveals(rules.fallback?.parties ?? [], swapped).faults.map(({ fault }) => fault)).toEqual([
    'wrong',
    'wrong',
    'wrong',
  ])
})

test('no source is used before it can honestly be there', () => {
  expect(earliestDraw(rules, 'beacon')).toBe(instantOfRound(CHAIN.chain, round))
  expect(earliestDraw(rules, 'reveals')).toBe(rules.fallback?.from)
  expect(earliestDraw(rules, 'otherReveals')).toBe(instantOfRound(CHAIN.chain, later))
  expect(earliestDraw(rulesOf({ fallback: null }), 'reveals')).toBe(Infinity)
})

describe('rules are refused whose', () => {
  const { fallback } = rules
  if (!fallback) throw new Error('these rules have a fallback')
  const parties = fallback.parties
  it.each<readonly [string, string, Partial<DrawRules>]>([
    ['round comes within ten minutes', 'round', { round: round - 1 }],
    ['tiers share a name', 'tiers', { tiers: [...rules.tiers, ...rules.tiers] }],
    [
      'parties share a name',
      'fallback.parties',
      { fallback: { ...fallback, parties: parties.map((party) => ({ ...party, party: 'one' })) } },
    ],
    [
      'parties share a secret',
      'fallback.parties',
      {
        fallback: {
          ...fallback,
          parties: parties.map((party) => ({ ...party, commitment: 'ab'.repeat(32) })),
        },
      },
    ],
    [
      'fallback begins before the round',
      'fallback.from',
      { fallback: { ...fallback, from: instantOfRound(CHAIN.chain, round) } },
    ],
    [
      'reveals end before they begin',
      'fallback.revealBy',
      { fallback: { ...fallback, revealBy: fallback.from } },
    ],
    [
      'later round is known while parties may still reveal',
      'fallback.round',
      { fallback: { ...fallback, round: round + 1 } },
    ],
  ])('%s', (_, fault, change) => {
    expect(rulesFault(rules, FROZEN_AT)).toBeUndefined()
    expect(rulesFault({ ...rules, ...change }, FROZEN_AT)).toBe(fault)
  })
})
