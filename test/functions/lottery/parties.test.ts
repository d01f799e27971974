/** Commit–reveal on the server: parties commit before the freeze, and their secrets draw where the named round does not come. */
import { reader } from '../../../functions/core/io/store/reader'
import { auditEntries } from '../../../functions/core/io/audit/collections'
import { allOf } from '../../../functions/core/io/store/pages'
import { drawRandomness } from '../../../functions/lottery/collections-parties'
import { toHex } from '../../../functions/core/pure/bytes'
import { instantOfRound } from '../../../functions/lottery/rules/draw/chain'
import { verifyBls, verifyEd25519 } from '../../../functions/lottery/rules/draw/curves'
import type { Freeze, Result } from '../../../functions/lottery/rules/draw/documents'
import { NOT_COMING_AFTER, TO_REVEAL } from '../../../functions/lottery/rules/draw/fallback'
import { hashBlocks } from '../../../functions/core/pure/sha256'
import type { Check } from '../../../functions/lottery/rules/draw/verify/checks'
import { verifyPublished } from '../../../functions/lottery/rules/draw/verify/verify'
import { enter, fetched, tonight } from './evening'
import { commit, commitmentOf, DEED, DRAW, OFFICIAL, reveal, secretOf, TAX } from './parties'
import { eachWorld, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const AS = { as: TAX.as }
const documentOf = async <T>(name: 'freeze.json' | 'result.json'): Promise<T> =>
  JSON.parse((await fetched(world, DRAW).text(name)) ?? 'null') as T
const stateNow = async (): Promise<string> =>
  (await world.must<{ draw: { state: string } }>('lottery/draw', { id: DRAW })).draw.state

const verdict = async (): Promise<{ holds: boolean; codes: string[]; fails: string[] }> => {
  const checks: Check[] = []
  const holds = await verifyPublished({
    files: fetched(world, DRAW),
    hash: hashBlocks,
    verifyBls,
    verifyEd25519,
    allowTestChain: true,
    tell: (check) => checks.push(check),
  })
  const of = (state: Check['state']) =>
    checks.filter((check) => check.state === state).map(({ code }) => code)
  return { holds, codes: of('note'), fails: of('fails') }
}

/** When the named round counts as not coming. */
const notComing = (): number => at.round + NOT_COMING_AFTER
const at = { round: 0 }

const freezeTonight = async (): Promise<Freeze> => {
  tonight(world)
  await world.run()
  const freeze = await documentOf<Freeze>('freeze.json')
  at.round = instantOfRound(freeze.rules.chain, freeze.rules.round)
  return freeze
}

beforeEach(async () => {
  await world.publish()
  await world.person('陈甲')
  await world.person('李乙')
  await enter(world, '陈甲')
  await enter(world, '李乙')
})

describe('before the freeze', () => {
  test('two parties who committed are named by it, in the order of their capacities, with all three times', async () => {
    await commit(world, DEED)
    await commit(world, TAX)
    const { rules } = await freezeTonight()
    expect(rules.fallback).toMatchObject({
      parties: [TAX, DEED].map((acting) => ({
        party: acting.party,
        commitment: commitmentOf(acting).commitment,
      })),
      from: notComing(),
      revealBy: notComing() + TO_REVEAL,
    })
    expect(instantOfRound(rules.chain, rules.fallback?.round ?? 0)).toBeGreaterThan(notComing() + TO_REVEAL)
  })

  test('one party alone is no fallback: the draw waits for its round', async () => {
    await commit(world, TAX)
    expect((await freezeTonight()).rules.fallback).toBeNull()
    expect(
      await world.refused('lottery/revealSecret', { drawId: DRAW, secret: toHex(secretOf(TAX)) }, AS),
    ).toBe('REVEAL_CLOSED')
  })

  test('a commitment that was lost is replaced by its own party, and the old one is never taken again', async () => {
    await commit(world, TAX)
    await commit(world, DEED)
    const other = { ...commitmentOf(TAX), commitment: 'ab'.repeat(32) }
    await world.must('lottery/commitSecret', other, AS)
    expect(await world.refused('lottery/commitSecret', commitmentOf(TAX), AS)).toBe('COMMITMENT_USED')
    const { rules } = await freezeTonight()
    expect(rules.fallback?.parties[0]?.commitment).toBe(other.commitment)
  })

  test('the same again changes nothing, whatever key it comes under; it is audited once', async () => {
    for (const key of ['k1', 'k1', 'k2'])
      expect(
        await world.must('lottery/commitSecret', commitmentOf(TAX), { ...AS, key: key.repeat(10) }),
      ).toEqual({ drawId: DRAW, parties: 1 })
    const audited = await allOf(world.services.store, auditEntries, {
      index: 'subject',
      where: { subject: DRAW },
    })
    expect(audited.map(({ doc }) => [doc.action, doc.detail.capacity])).toEqual([
      ['lottery/commitSecret', 'taxOffice'],
    ])
  })

  test('a secret serves one draw', async () => {
    await commit(world, TAX)
    const tomorrow = DRAW.replace('11-23', '11-24')
    expect(await world.refused('lottery/commitSecret', { ...commitmentOf(TAX), drawId: tomorrow }, AS)).toBe(
      'COMMITMENT_USED',
    )
    await commit(world, TAX, tomorrow)
  })

  test.each([
    ['a party that somebody else acts for', { ...TAX, as: OFFICIAL.as }],
    ['a second party of one person', { ...OFFICIAL, as: TAX.as }],
    ['a party under another’s name', { ...OFFICIAL, party: TAX.party }],
    ['the notary by who is none', { ...DEED, as: OFFICIAL.as }],
    ['the tax office by a notary', { ...OFFICIAL, as: DEED.as }],
  ])('refuses %s', async (_, acting) => {
    await commit(world, TAX)
    expect(await world.refused('lottery/commitSecret', commitmentOf(acting), { as: acting.as })).toBe(
      'PARTY_TAKEN',
    )
  })

  test.each([
    ['a draw too far ahead', DRAW.replace('11-23', '12-23')],
    ['a draw that was', DRAW.replace('11-23', '11-21')],
    ['a period that is none', DRAW.replace('2300', '2200')],
  ])('refuses %s', async (_, drawId) => {
    expect(await world.refused('lottery/commitSecret', { ...commitmentOf(TAX), drawId }, AS)).toBe(
      'COMMIT_CLOSED',
    )
  })

  test('refuses a commitment once the list is closed, also in a race with the freeze', async () => {
    await commit(world, TAX)
    await commit(world, DEED)
    // It is read as open, and closed in between.
    world.before.commit = async () => {
      await freezeTonight()
    }
    expect(await world.refused('lottery/commitSecret', commitmentOf(OFFICIAL), { as: OFFICIAL.as })).toBe(
      'COMMIT_CLOSED',
    )
    expect((await documentOf<Freeze>('freeze.json')).rules.fallback?.parties).toHaveLength(2)
    expect(await world.refused('lottery/commitSecret', commitmentOf(OFFICIAL), { as: OFFICIAL.as })).toBe(
      'COMMIT_CLOSED',
    )
  })

  test('in a race of two, both are there', async () => {
    world.before.commit = async () => {
      await commit(world, DEED)
    }
    await commit(world, TAX)
    expect((await freezeTonight()).rules.fallback?.parties).toHaveLength(2)
  })
})

describe('a round that never comes', () => {
  beforeEach(async () => {
    for (const acting of [TAX, DEED, OFFICIAL]) await commit(world, acting)
    world.relay.sign = undefined
    await freezeTonight()
  })

  test('gives way to the secrets of all: published, and accepted by the verifier', async () => {
    world.services.time.now = notComing()
    for (const acting of [TAX, DEED]) await reveal(world, acting)
    await world.run()
    expect(await stateNow()).toBe('frozen')
    await reveal(world, OFFICIAL)
    await world.run()
    expect(await stateNow()).toBe('published')
    const result = await documentOf<Result>('result.json')
    expect(result).toMatchObject({ source: 'reveals', silent: [] })
    expect(JSON.parse((await fetched(world, DRAW).text('reveals.json')) ?? '')).toEqual(
      [TAX, DEED, OFFICIAL].map((acting) => ({ party: acting.party, secret: toHex(secretOf(acting)) })),
    )
    expect(await verdict()).toEqual({ holds: true, codes: ['notary', 'chain', 'fallback'], fails: [] })
  })

  test('no secret counts before, and none is kept in the clear', async () => {
    world.services.time.now = notComing() - 1
    const secret = toHex(secretOf(TAX))
    expect(await world.refused('lottery/revealSecret', { drawId: DRAW, secret }, AS)).toBe('REVEAL_CLOSED')
    world.services.time.now = notComing()
    await reveal(world, TAX)
    const doc = await reader(world.services.store).get(drawRandomness, DRAW)
    expect(doc?.parties.map((party) => party.secret !== null)).toEqual([true, false, false])
    expect(JSON.stringify(doc)).not.toContain(secret)
  })

  test('a forged secret is refused, another’s too, and the right one is taken after it', async () => {
    world.services.time.now = notComing()
    for (const secret of ['00'.repeat(32), toHex(secretOf(DEED))])
      expect(await world.refused('lottery/revealSecret', { drawId: DRAW, secret }, AS)).toBe('WRONG_SECRET')
    await reveal(world, TAX)
    await reveal(world, TAX)
    expect(
      await world.refused(
        'lottery/revealSecret',
        { drawId: DRAW, secret: toHex(secretOf(TAX)) },
        { as: '开奖人丙' },
      ),
    ).toBe('NOT_FOUND')
  })

  test('one who is silent is named, and the later round stands in: nobody can add a secret any more', async () => {
    world.services.time.now = notComing()
    for (const acting of [TAX, OFFICIAL]) await reveal(world, acting)
    world.services.time.now = notComing() + TO_REVEAL
    expect(
      await world.refused(
        'lottery/revealSecret',
        { drawId: DRAW, secret: toHex(secretOf(DEED)) },
        { as: DEED.as },
      ),
    ).toBe('REVEAL_CLOSED')
    const { rules } = await documentOf<Freeze>('freeze.json')
    const later = rules.fallback?.round ?? 0
    // The network is there again, but never published the named round.
    world.relay.sign = (round) =>
      round === rules.round ? { message: 'no such round' } : world.chain.sign(round)
    await world.run()
    world.services.time.now = instantOfRound(rules.chain, later)
    await world.run()
    expect(await stateNow()).toBe('published')
    expect(await documentOf<Result>('result.json')).toMatchObject({
      source: 'otherReveals',
      silent: [{ party: DEED.party, fault: 'missing' }],
    })
    expect(await verdict()).toEqual({
      holds: true,
      codes: ['notary', 'chain', 'silent', 'fallback'],
      fails: [],
    })
  })

  test('the later round may be brought by hand too; a forged one is refused', async () => {
    const { rules } = await documentOf<Freeze>('freeze.json')
    const later = rules.fallback?.round ?? 0
    world.services.time.now = notComing()
    await reveal(world, TAX)
    world.services.time.now = instantOfRound(rules.chain, later)
    const bring = (round: number) => ({ id: DRAW, signature: world.chain.sign(round).signature })
    expect(await world.refused('lottery/bringBeacon', bring(later + 1), AS)).toBe('CASE_STATE')
    await world.must('lottery/bringBeacon', bring(later), AS)
    expect((await documentOf<Result>('result.json')).silent).toHaveLength(2)
    expect((await verdict()).holds).toBe(true)
  })

  test('a round that does come is used, though all secrets are there', async () => {
    world.services.time.now = notComing()
    for (const acting of [TAX, DEED, OFFICIAL]) await reveal(world, acting)
    world.relay.sign = (round) => world.chain.sign(round)
    await world.run()
    expect(await documentOf<Result>('result.json')).toMatchObject({ source: 'beacon', silent: [] })
    expect(await fetched(world, DRAW).size('reveals.json')).toBeUndefined()
    expect(await verdict()).toEqual({ holds: true, codes: ['notary', 'chain'], fails: [] })
  })

  test('a secret after the round changes nothing', async () => {
    world.services.time.now = notComing()
    world.relay.sign = (round) => world.chain.sign(round)
    await world.run()
    const before = await fetched(world, DRAW).text('result.json')
    expect(
      await world.refused('lottery/revealSecret', { drawId: DRAW, secret: toHex(secretOf(TAX)) }, AS),
    ).toBe('REVEAL_CLOSED')
    await world.run()
    expect(await fetched(world, DRAW).text('result.json')).toBe(before)
  })

  test('a secret that arrives while the round is being settled changes nothing either', async () => {
    world.services.time.now = notComing()
    await reveal(world, TAX)
    world.relay.sign = (round) => world.chain.sign(round)
    world.before.commit = async () => {
      await reveal(world, DEED)
    }
    await world.run()
    expect((await documentOf<Result>('result.json')).source).toBe('beacon')
    expect((await verdict()).holds).toBe(true)
  })
})

describe('what parties are asked for', () => {
  interface Asked {
    readonly drawId: string
    readonly step: string
    readonly reveal: { readonly from: number; readonly by: number } | null
    readonly parties: readonly {
      readonly capacity: string
      readonly revealed: boolean
      readonly mine: boolean
    }[]
  }
  const asked = async (as = TAX.as): Promise<Asked | undefined> => {
    const { items } = await world.must<{ items: Asked[] }>(
      'lottery/partyDraws',
      { campaign: 'test-2026' },
      { as },
    )
    return items.find(({ drawId }) => drawId === DRAW)
  }

  test('goes from commitments to secrets, and tells who is missing', async () => {
    expect(await asked()).toMatchObject({ step: 'commit', parties: [] })
    await commit(world, TAX)
    await commit(world, DEED)
    expect(await asked(DEED.as)).toMatchObject({
      step: 'commit',
      parties: [
        { capacity: 'taxOffice', mine: false },
        { capacity: 'notary', mine: true },
      ],
    })
    world.relay.sign = undefined
    await freezeTonight()
    expect(await asked()).toMatchObject({ step: 'wait', reveal: { from: notComing() } })
    world.services.time.now = notComing()
    await reveal(world, TAX)
    expect(await asked()).toMatchObject({
      step: 'reveal',
      parties: [{ revealed: true }, { revealed: false }],
    })
    world.services.time.now = notComing() + TO_REVEAL
    expect(await asked()).toMatchObject({ step: 'late' })
    world.relay.sign = (round) => world.chain.sign(round)
    await world.run()
    expect(await asked()).toMatchObject({ step: 'done' })
  })
})
