/** Draws without their round, and days of instant draws: they verify as what they are, and changes are caught. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { closeDay, openDay } from '../../../../functions/lottery/draw/day'
import { instantOf } from '../../../../functions/core/pure/time'
import { instantOfRound, QUICKNET } from '../../../../functions/lottery/rules/draw/chain'
import {
  documentHash,
  type DayClosing,
  type DayOpening,
} from '../../../../functions/lottery/rules/draw/documents'
import type { DayRules } from '../../../../functions/lottery/rules/draw/instant'
import { someEntries } from '../../../harness/draw/entries'
import { REAL_BEACONS } from '../../../harness/draw/quicknet'
import { sha } from './slow'
import { readJson, singleChanges, verdictOn, writeJson, type Json } from './verifying'
import { CHAIN, copyOf, newFolder, NOTARY, PARTIES, publishDraw, REVEALS, ROUND, rulesOf } from './world'

const { fallback } = rulesOf()
const from = fallback?.from ?? 0
const later = fallback?.round ?? 0

describe('a draw by its parties’ secrets', () => {
  it('holds, with a word on the round that was not used', async () => {
    const { folder } = await publishDraw({}, { reveals: REVEALS, now: from })
    const { holds, checks } = await verdictOn(folder)
    expect(holds).toBe(true)
    expect(checks.filter(({ state }) => state === 'note').map(({ code }) => code)).toEqual([
      'chain',
      'fallback',
    ])
  })

  it('falls when somebody has the round: its beacon then decides', async () => {
    const { folder } = await publishDraw({}, { reveals: REVEALS, now: from })
    writeJson(folder, 'beacon.json', CHAIN.sign(ROUND))
    expect((await verdictOn(folder)).fails).toEqual(['source', 'seed', 'winners', 'replacements'])
  })

  it('is caught in every single change of what was revealed', async () => {
    const { folder } = await publishDraw({}, { reveals: REVEALS, now: from })
    for (const [where, changed] of singleChanges(readJson<Json>(folder, 'reveals.json'))) {
      // Order and repetition of reveals say nothing: the freeze has the order.
      if (where.endsWith('reversed') || where.endsWith('one more')) continue
      const copy = copyOf(folder)
      writeJson(copy, 'reveals.json', changed)
      const { holds } = await verdictOn(copy)
      if (holds) throw new Error(`reveals.json${where} was changed, and nothing was said`)
    }
  })

  it('names who was silent, and holds by the later round', async () => {
    const { folder } = await publishDraw(
      {},
      { reveals: REVEALS.slice(1), beacon: CHAIN.sign(later), now: instantOfRound(CHAIN.chain, later) },
    )
    const { holds, checks } = await verdictOn(folder)
    expect(holds).toBe(true)
    expect(checks.find(({ code }) => code === 'silent')?.says.zh).toBe(`${PARTIES[0]} 没有公开秘密值`)
    rmSync(path.join(folder, 'beacon.json'))
    expect((await verdictOn(folder)).fails).toEqual(['randomness'])
  })
})

test('a draw by the real quicknet says so, and needs no allowance', async () => {
  const [beacon] = REAL_BEACONS
  const at = instantOfRound(QUICKNET, beacon.round)
  const { folder } = await publishDraw(
    {
      rules: rulesOf({ chain: QUICKNET, round: beacon.round, fallback: null }),
      now: at - 600_000,
    },
    { beacon, now: at },
  )
  const { holds, checks } = await verdictOn(folder, { notary: NOTARY.publicKey })
  expect(holds).toBe(true)
  expect(checks.find(({ code }) => code === 'chain')).toMatchObject({
    state: 'holds',
    says: { en: `this draw used the pinned drand quicknet (${QUICKNET.hash})` },
  })
})

test('a draw by a test chain fails unless that is allowed, and is told loudly either way', async () => {
  const { folder } = await publishDraw()
  for (const allowTestChain of [false, true]) {
    const { holds, checks } = await verdictOn(folder, { notary: NOTARY.publicKey, allowTestChain })
    expect(holds).toBe(allowTestChain)
    expect(checks.find(({ code }) => code === 'chain')?.says.en).toMatch(/!!! A TEST CHAIN/)
  }
})

describe('a day of instant draws', () => {
  const rules: DayRules = {
    campaign: 'sample',
    period: 'instant-band0:2026-12-01T0000',
    day: '2026-12-01',
    band: { from: 10_000, below: null },
    campaignRules: sha('campaign').toString('hex'),
    tiers: [
      { tier: '100', prize: 10_000, odds: { of: 1, in: 100 }, places: 2 },
      { tier: '30', prize: 3000, odds: { of: 1, in: 10 }, places: null },
    ],
    pool: 40_000,
  }
  const seed = sha('day seed')
  const over = instantOf('2026-12-02')
  let whole = ''
  beforeAll(async () => {
    whole = newFolder()
    await openDay({ folder: whole, now: instantOf('2026-11-30'), seed, notary: NOTARY, rules })
    await closeDay({ folder: whole, now: over, seed, notary: NOTARY, entries: () => [someEntries(300)] })
  })

  it('holds, in every line', async () => {
    const { holds, fails, checks } = await verdictOn(whole)
    expect([holds, fails]).toEqual([true, []])
    expect(checks.map(({ code }) => code)).toEqual([
      ...[
        'signature',
        'rules',
        'openedAt',
        'signature',
        'opening',
        'seed',
        'closedAt',
        'count',
        'entries',
        'ids',
      ],
      ...['tickets', 'root', 'commitment', 'tiles', 'wins', 'left'],
    ])
  })

  it.each(['day-opening.json', 'day-closing.json'])(
    'is caught in every single change of %s',
    async (name) => {
      const folder = copyOf(whole)
      for (const [where, changed] of singleChanges(readJson<Json>(whole, name))) {
        writeJson(folder, name, changed)
        const { holds } = await verdictOn(folder)
        if (holds) throw new Error(`${name}${where} was changed, and nothing was said`)
      }
    },
    60_000,
  )

  const closingAnew = (folder: string, change: (closing: DayClosing) => Partial<DayClosing>): void => {
    const closing = readJson<DayClosing>(folder, 'day-closing.json')
    writeJson(folder, 'day-closing.json', NOTARY.sign<DayClosing>({ ...closing, ...change(closing) }))
  }
  it.each<readonly [string, (folder: string) => void, readonly string[]]>([
    ['a win less', (folder) => closingAnew(folder, ({ wins }) => ({ wins: wins.slice(1) })), ['wins']],
    [
      'a win of another entry',
      (folder) =>
        closingAnew(folder, ({ wins }) => ({
          wins: wins.map((win, at) => (at === 0 ? { ...win, index: win.index + 1 } : win)),
        })),
      ['wins'],
    ],
    [
      'more left in the pool',
      (folder) => closingAnew(folder, ({ poolLeft }) => ({ poolLeft: (poolLeft ?? 0) + 1 })),
      ['left'],
    ],
    [
      'places left that are not',
      (folder) => closingAnew(folder, () => ({ placesLeft: [2, null] })),
      ['left'],
    ],
    ['another seed', (folder) => closingAnew(folder, () => ({ seed: '00'.repeat(32) })), ['seed', 'wins']],
    ['a seed shown too early', (folder) => closingAnew(folder, () => ({ closedAt: over - 1 })), ['closedAt']],
    [
      'a closing of another opening',
      (folder) => closingAnew(folder, () => ({ opening: '00'.repeat(32) })),
      ['opening'],
    ],
    [
      'an opening after the day began',
      (folder) => {
        const opening = readJson<DayOpening>(folder, 'day-opening.json')
        writeJson(
          folder,
          'day-opening.json',
          NOTARY.sign<DayOpening>({ ...opening, openedAt: instantOf('2026-12-01') }),
        )
        closingAnew(folder, () => ({
          opening: documentHash(readJson<DayOpening>(folder, 'day-opening.json')),
        }))
      },
      ['openedAt'],
    ],
    [
      'two entries in each other’s places',
      (folder) => {
        const file = path.join(folder, 'entries.bin')
        const bytes = readFileSync(file)
        writeFileSync(
          file,
          Buffer.concat([bytes.subarray(64, 128), bytes.subarray(0, 64), bytes.subarray(128)]),
        )
      },
      ['root', 'commitment', 'tiles'],
    ],
  ])('is caught, signed anew by the notary: %s', async (_, change, fails) => {
    const folder = copyOf(whole)
    change(folder)
    const verdict = await verdictOn(folder)
    expect([verdict.holds, verdict.fails]).toEqual([false, fails])
  })

  it('with an entry that comes twice, though ids come in any order, is caught', async () => {
    const folder = newFolder()
    const list = someEntries(300)
    await openDay({ folder, now: instantOf('2026-11-30'), seed, notary: NOTARY, rules })
    await closeDay({
      folder,
      now: over,
      seed,
      notary: NOTARY,
      entries: () => [list, list.subarray(640, 704)],
    })
    expect((await verdictOn(folder)).fails).toEqual(['ids', 'tickets'])
  })
})
