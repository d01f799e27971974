/** The protocol's fixed vectors, written down from the slow reckoning: whoever changes a byte of the protocol changes these. */
import { fromHex, toHex } from '../../../../functions/core/pure/bytes'
import { numberOf } from '../../../../functions/lottery/rules/draw/instant'
import { seedOf } from '../../../../functions/lottery/rules/draw/seed'
import { hashBlocks } from '../../../../functions/core/pure/sha256'
import { streamOf } from '../../../../functions/lottery/rules/draw/stream'
import { commitmentOf, emptyNode, treeBuilder } from '../../../../functions/lottery/rules/draw/tree'
import { winnersOf } from '../../../../functions/lottery/rules/draw/winners'
import { listOf, records } from './records'
import { sha, slowCommitment, slowInstantNumber, slowNumbers, slowRoot, slowSeed, slowShuffle } from './slow'

const TREES: readonly (readonly [count: number, root: string, commitment: string])[] = [
  [
    1,
    '3f8423c9dc13ffee79d874a7b996fe2fc5ef9e4c04504423555ef931f47e36c5',
    '8bf340b936b9178f6328fe6a0476fff707c371e60c962c59de4e302c3f5c69a1',
  ],
  [
    2,
    '7902b98929bd54b842bbbc26458e704d00fa4cf0cbf0d06bb46da73b8fe3a764',
    '61c3e9e3b24bcb51b69531473e025cfda09307ad4e828cacf4bb9ea5dc5dc5a4',
  ],
  [
    3,
    '6efc7edff297333eca71c840e38739cc62b2772dd2bd0ad9044e5c4760e3b93f',
    'd0aef730c19edc982edc21388cf310be1fb53c12b18765b3b14491bdcc3179b6',
  ],
  [
    5,
    '102261ea361ec80c184b8418aa4c7588d6aee62c31d4857684a3163ec15e322b',
    '4a412de710ce56f39780976f503481fa30202c2552ee20c8e7106c7822478c35',
  ],
  [
    33,
    '324acb51162c0f2be1a18a6bb434cee438014c1e854b89fe36af2cc8ef2e7f3b',
    'cb4ba767b4e52c353cb9f5593b74c233bcf917979ca9a0670e9b37f34fa9c780',
  ],
  [
    100,
    '53defae93e44ffbb1199d98f3750e520e995d09f89e5fd43dd26d8e47c164776',
    '3f5a3016535bdf0f875686e20fca76f84218708778a68dd769a1446242e0ea1a',
  ],
]
const SEED = '4eecb6f25166de5b43a9743379d761fe8bea403ca5d7aaa04b138b42ac5f9d37'
const SHUFFLE = [9, 88, 26, 73, 15, 35, 54, 13, 21, 94, 97, 83]
const NUMBERS = [
  270093267423594, 35391194853230, 232038151701248, 67221084303592, 257939389097817, 159380659325151,
  94203153981906,
]

test.each(TREES)('a list of %i has its root and its commitment', (count, root, commitment) => {
  const entries = records(count)
  const tree = treeBuilder(hashBlocks)
  tree.add(listOf(entries))
  const built = tree.finish()
  expect(toHex(built.root)).toBe(root)
  expect(toHex(commitmentOf(built.count, built.root))).toBe(commitment)
  expect(slowRoot(entries).toString('hex')).toBe(root)
  expect(slowCommitment(entries).toString('hex')).toBe(commitment)
})

test('the empty leaf is the hash of its domain', () => {
  expect(toHex(emptyNode(0))).toBe('897890a11ca13e3cb6b8a9a8904bb6f5ef13e5c7d182aa34f75c2ff516bd06de')
  expect(toHex(emptyNode(1))).toBe(sha(emptyNode(0), emptyNode(0)).toString('hex'))
})

test('commitment, rules and randomness make the seed', () => {
  const commitment = fromHex(TREES.at(-1)?.[2] ?? '')
  const [rulesHash, randomness] = [sha('rules'), sha('randomness')]
  expect(toHex(seedOf({ commitment, rulesHash, randomness }))).toBe(SEED)
  expect(slowSeed(commitment, rulesHash, randomness).toString('hex')).toBe(SEED)
})

test('a seed has its numbers', () => {
  const stream = streamOf(new Uint8Array(32))
  expect(NUMBERS.map(() => stream.next())).toEqual(NUMBERS)
  const slow = slowNumbers(new Uint8Array(32))
  expect(NUMBERS.map(() => Number(slow.next().value))).toEqual(NUMBERS)
})

test('a thousand numbers, over many batches, are those of the slow reckoning', () => {
  const [fast, slow] = [streamOf(fromHex(SEED)), slowNumbers(fromHex(SEED))]
  for (let at = 0; at < 1000; at += 1) expect(fast.next()).toBe(Number(slow.next().value))
})

test('the seed draws its winners, tier by tier, and its replacements after them', () => {
  const drawn = winnersOf({
    seed: fromHex(SEED),
    count: 100,
    tiers: [
      { tier: 'first', places: 1 },
      { tier: 'second', places: 3 },
      { tier: 'third', places: 5 },
    ],
    replacements: 3,
  })
  expect(drawn.tiers.flatMap(({ winners }) => winners).concat(drawn.replacements)).toEqual(SHUFFLE)
  expect(drawn.tiers.map(({ tier, winners }) => [tier, winners.length])).toEqual([
    ['first', 1],
    ['second', 3],
    ['third', 5],
  ])
  expect(slowShuffle(fromHex(SEED), 100, 12)).toEqual(SHUFFLE)
})

test('an instant entry has its number', () => {
  const [seed, id] = [new Uint8Array(32).fill(1), 'ab'.repeat(16)]
  expect(numberOf(seed, id)).toBe(155782826458061)
  expect(slowInstantNumber(seed, id)).toBe(155782826458061n)
})
