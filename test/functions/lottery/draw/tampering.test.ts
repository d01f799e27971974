/** The verifier catches each single change of each published file, by whoever has no key, and by the notary himself. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { toHex } from '../../../../functions/core/pure/bytes'
import { QUICKNET, roundFrom } from '../../../../functions/lottery/rules/draw/chain'
import {
  documentHash,
  rulesHashOf,
  type Freeze,
  type Result,
  type SignedDocument,
  type Unsigned,
} from '../../../../functions/lottery/rules/draw/documents'
import { testChain } from '../../../harness/draw/chain'
import { someEntries } from '../../../harness/draw/entries'
import { sha } from './slow'
import { readJson, singleChanges, verdictOn, writeJson, type Json } from './verifying'
import { CHAIN, copyOf, FROZEN_AT, NOTARY, publishDraw, ROUND, ROUND_AT } from './world'

let whole = ''
beforeAll(async () => {
  whole = (await publishDraw()).folder
})

test('the untouched draw holds, in every line', async () => {
  const { holds, fails, checks } = await verdictOn(whole)
  expect([holds, fails]).toEqual([true, []])
  expect([...new Set(checks.map(({ code }) => code))]).toEqual([
    ...['signature', 'chain', 'rules', 'round', 'exclusions', 'count', 'entries', 'ids', 'tickets', 'root'],
    ...[
      'commitment',
      'tiles',
      'randomness',
      'freeze',
      'source',
      'drawnAt',
      'seed',
      'tiers',
      'winners',
      'replacements',
    ],
  ])
})

test.each(['freeze.json', 'result.json', 'beacon.json'])(
  'every single change of %s is caught',
  async (name) => {
    const folder = copyOf(whole)
    const changes = [...singleChanges(readJson<Json>(whole, name))]
    expect(changes.length).toBeGreaterThan(8)
    for (const [where, changed] of changes) {
      writeJson(folder, name, changed)
      const { holds, fails } = await verdictOn(folder)
      if (holds || fails.length === 0) throw new Error(`${name}${where} was changed, and nothing was said`)
    }
  },
  120_000,
)

test.each(['freeze.json', 'result.json', 'beacon.json', 'entries.bin', 'tiles.bin'])(
  '%s missing, cut off, or followed by something is caught',
  async (name) => {
    const bytes = readFileSync(path.join(whole, name))
    for (const changed of [
      undefined,
      Buffer.alloc(0),
      bytes.subarray(0, -2),
      Buffer.concat([bytes, Buffer.from('x')]),
    ]) {
      const folder = copyOf(whole)
      if (changed) writeFileSync(path.join(folder, name), changed)
      else rmSync(path.join(folder, name))
      const { holds, fails } = await verdictOn(folder)
      expect([holds, fails.length > 0]).toEqual([false, true])
    }
  },
)

type Blocks = Buffer[]
const blocksOf = (bytes: Buffer): Blocks =>
  Array.from({ length: bytes.length / 64 }, (_, at) => Buffer.from(bytes.subarray(at * 64, at * 64 + 64)))
const flip = (bytes: Buffer, at: number): Buffer => {
  const changed = Buffer.from(bytes)
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}
const withBlocks = (change: (blocks: Blocks) => Blocks) => (bytes: Buffer) =>
  Buffer.concat(change(blocksOf(bytes)))

test.each<readonly [string, string, (bytes: Buffer) => Buffer, readonly string[]]>([
  ['entries.bin', 'an id is changed', (bytes) => flip(bytes, 64 * 7 + 16), ['root', 'commitment', 'tiles']],
  [
    'entries.bin',
    'a ticket is changed',
    (bytes) => flip(bytes, 64 * 7 + 20),
    ['root', 'commitment', 'tiles'],
  ],
  [
    'entries.bin',
    'a holder is changed',
    (bytes) => flip(bytes, 64 * 7 + 63),
    ['root', 'commitment', 'tiles'],
  ],
  [
    'entries.bin',
    'a block is no entry',
    (bytes) => flip(bytes, 64 * 7),
    ['entries', 'root', 'commitment', 'tiles'],
  ],
  [
    'entries.bin',
    'the last entry is gone',
    withBlocks((all) => all.slice(0, -1)),
    ['count', 'root', 'commitment', 'tiles'],
  ],
  [
    'entries.bin',
    'an entry is added',
    withBlocks((all) => [...all, Buffer.alloc(64, 255).fill(0, 0, 1)]),
    ['count', 'root', 'commitment', 'tiles'],
  ],
  [
    'entries.bin',
    'two entries change places',
    withBlocks(([a, b, ...rest]) => [b ?? Buffer.alloc(0), a ?? Buffer.alloc(0), ...rest]),
    ['ids', 'root', 'commitment', 'tiles'],
  ],
  ['tiles.bin', 'a node is changed', (bytes) => flip(bytes, 40), ['tiles']],
])('%s: %s', async (name, _, change, fails) => {
  const folder = copyOf(whole)
  writeFileSync(path.join(folder, name), change(readFileSync(path.join(whole, name))))
  expect((await verdictOn(folder)).fails).toEqual(fails)
})

/** What the notary could publish himself: changed, and signed anew. */
const signedAnew = <T extends SignedDocument>(
  folder: string,
  name: string,
  change: (document: T) => Unsigned<T>,
): void => {
  writeJson(folder, name, NOTARY.sign<T>(change(readJson<T>(folder, name))))
}
const freezeAnew = (folder: string, change: Partial<Freeze>): void => {
  signedAnew<Freeze>(folder, 'freeze.json', (freeze) => ({ ...freeze, ...change }))
  const freeze = documentHash(readJson<Freeze>(folder, 'freeze.json'))
  signedAnew<Result>(folder, 'result.json', (result) => ({ ...result, freeze }))
}
const resultAnew = (folder: string, change: (result: Result) => Partial<Result>): void =>
  signedAnew<Result>(folder, 'result.json', (result) => ({ ...result, ...change(result) }))
const rulesAnew = (folder: string, change: Partial<Freeze['rules']>): void => {
  const rules = { ...readJson<Freeze>(folder, 'freeze.json').rules, ...change }
  freezeAnew(folder, { rules, rulesHash: toHex(rulesHashOf(rules)) })
}
const freezeOf = (folder: string): Freeze => readJson<Freeze>(folder, 'freeze.json')

test.each<readonly [string, (folder: string) => void, readonly string[]]>([
  [
    'another winner of the first tier',
    (folder) =>
      resultAnew(folder, ({ tiers }) => ({
        tiers: tiers.map((tier, at) =>
          at === 0 ? { ...tier, winners: [(tier.winners[0] ?? 0) + 1] } : tier,
        ),
      })),
    ['winners'],
  ],
  [
    'two winners in each other’s places',
    (folder) =>
      resultAnew(folder, ({ tiers }) => ({
        tiers: tiers.map((tier) => ({ ...tier, winners: [...tier.winners].reverse() })),
      })),
    ['winners'],
  ],
  [
    'one winner less',
    (folder) =>
      resultAnew(folder, ({ tiers }) => ({
        tiers: tiers.map((tier) => ({ ...tier, winners: tier.winners.slice(1) })),
      })),
    ['winners'],
  ],
  [
    'a tier less',
    (folder) => resultAnew(folder, ({ tiers }) => ({ tiers: tiers.slice(1) })),
    ['tiers', 'winners'],
  ],
  [
    'a tier of another name',
    (folder) =>
      resultAnew(folder, ({ tiers }) => ({
        tiers: tiers.map((tier) => ({ ...tier, tier: `${tier.tier}!` })),
      })),
    ['winners'],
  ],
  [
    'another order of replacements',
    (folder) => resultAnew(folder, ({ replacements }) => ({ replacements: [...replacements].reverse() })),
    ['replacements'],
  ],
  ['another seed', (folder) => resultAnew(folder, () => ({ seed: '00'.repeat(32) })), ['seed']],
  ['another source', (folder) => resultAnew(folder, () => ({ source: 'reveals' })), ['source']],
  [
    'a party that is said to be silent',
    (folder) => resultAnew(folder, () => ({ silent: [{ party: 'x', fault: 'missing' }] })),
    ['source'],
  ],
  [
    'a result before its round',
    (folder) => resultAnew(folder, () => ({ drawnAt: ROUND_AT - 1 })),
    ['drawnAt'],
  ],
  [
    'a result of another freeze',
    (folder) => resultAnew(folder, () => ({ freeze: '00'.repeat(32) })),
    ['freeze'],
  ],
  [
    'a freeze that was rewritten after the result',
    (folder) =>
      signedAnew<Freeze>(folder, 'freeze.json', (freeze) => ({ ...freeze, frozenAt: FROZEN_AT - 1 })),
    ['freeze'],
  ],
  [
    'a freeze within ten minutes of its round',
    (folder) => freezeAnew(folder, { frozenAt: ROUND_AT - 599_999 }),
    ['round'],
  ],
  ['exclusions that do not add up', (folder) => freezeAnew(folder, { exclusions: [] }), ['exclusions']],
  [
    'another count',
    (folder) => freezeAnew(folder, { count: 201, received: 206 }),
    ['count', 'winners', 'replacements'],
  ],
  ['another root', (folder) => freezeAnew(folder, { root: '00'.repeat(32) }), ['root']],
  [
    'another commitment',
    (folder) => freezeAnew(folder, { commitment: '00'.repeat(32) }),
    ['commitment', 'seed', 'winners', 'replacements'],
  ],
  [
    'another hash of rules',
    (folder) => freezeAnew(folder, { rulesHash: '00'.repeat(32) }),
    ['rules', 'seed', 'winners', 'replacements'],
  ],
  [
    'more places in the first tier',
    (folder) =>
      rulesAnew(folder, {
        tiers: freezeOf(folder).rules.tiers.map((tier) => ({ ...tier, places: tier.places + 1 })),
      }),
    ['seed', 'winners', 'replacements'],
  ],
  [
    'a larger prize',
    (folder) =>
      rulesAnew(folder, {
        tiers: freezeOf(folder).rules.tiers.map((tier) => ({ ...tier, prize: tier.prize + 1 })),
      }),
    ['seed', 'winners', 'replacements'],
  ],
  [
    'another campaign',
    (folder) => rulesAnew(folder, { campaign: 'other' }),
    ['seed', 'winners', 'replacements'],
  ],
  ['another round named afterwards', (folder) => rulesAnew(folder, { round: ROUND + 1 }), ['randomness']],
  [
    'another round named, and its beacon brought',
    (folder) => {
      rulesAnew(folder, { round: ROUND + 1 })
      writeJson(folder, 'beacon.json', CHAIN.sign(ROUND + 1))
    },
    ['drawnAt', 'seed', 'winners', 'replacements'],
  ],
  [
    'a chain of its own under quicknet’s hash',
    (folder) => rulesAnew(folder, { chain: { ...CHAIN.chain, hash: QUICKNET.hash } }),
    ['shape'],
  ],
  [
    'the real chain named, and a forger’s beacon',
    (folder) => {
      const round = roundFrom(QUICKNET, FROZEN_AT + 3_600_000)
      rulesAnew(folder, { chain: QUICKNET, round, fallback: null })
      writeJson(folder, 'beacon.json', { ...testChain('forger').sign(round), chain: QUICKNET.hash })
    },
    ['randomness'],
  ],
])('signed anew by the notary: %s', async (_, change, fails) => {
  const folder = copyOf(whole)
  change(folder)
  const verdict = await verdictOn(folder)
  expect([verdict.holds, verdict.fails]).toEqual([false, fails])
})

test('an invoice that is there twice under two ids is caught, whoever signs', async () => {
  const blocks = blocksOf(Buffer.from(someEntries(100)))
  const twice = Buffer.concat(
    blocks.map((block, at) =>
      at === 50 ? Buffer.concat([block.subarray(0, 17), (blocks[3] ?? block).subarray(17)]) : block,
    ),
  )
  const { folder } = await publishDraw({ entries: () => [Uint8Array.from(twice)] })
  expect((await verdictOn(folder)).fails).toEqual(['tickets'])
})

test('another notary than the one expected is caught, and an unknown one is told', async () => {
  const other = await verdictOn(whole, { notary: toHex(sha('another')), allowTestChain: true })
  expect(other.fails).toEqual(['signature'])
  const unknown = await verdictOn(whole, { allowTestChain: true })
  expect(unknown.holds).toBe(true)
  expect(unknown.checks[0]).toMatchObject({ code: 'notary', state: 'note' })
})
