/** Draws of a deployment whose notary signs on her own machine: through the real gateway and the real door, with everything that goes wrong between. */
import { reader } from '../../../../functions/core/io/store/reader'
import { MINUTE } from '../../../../functions/core/pure/time'
import { lotteryDraws } from '../../../../functions/lottery/collections'
import { instantOfRound } from '../../../../functions/lottery/rules/draw/chain'
import { verifyBls, verifyEd25519 } from '../../../../functions/lottery/rules/draw/curves'
import { fileText, type Freeze, type Result } from '../../../../functions/lottery/rules/draw/documents'
import { NOT_COMING_AFTER } from '../../../../functions/lottery/rules/draw/fallback'
import { hashBlocks } from '../../../../functions/core/pure/sha256'
import { verifyPublished } from '../../../../functions/lottery/rules/draw/verify/verify'
import { runDraws } from '../../../../functions/lottery/work/run'
import { openLedger, type Ledger } from '../../../../scripts/notary/ledger'
import { main as notaryMain } from '../../../../scripts/notary/command'
import { enter, fetched, later, tonight } from '../evening'
import { commit, DEED, DRAW, reveal, TAX } from '../parties'
import type { World } from '../world'
import { openSigned, withoutNotary, type Signed } from './signing'

let here: Signed
let world: World
beforeEach(async () => {
  here = await openSigned()
  world = here.world
  await world.publish()
  for (const name of ['陈甲', '李乙', '王丙']) {
    await world.person(name)
    await enter(world, name)
  }
})
afterEach(() => here.close())

const documentOf = async <T>(name: 'freeze.json' | 'result.json'): Promise<T> =>
  JSON.parse((await fetched(world, DRAW).text(name)) ?? 'null') as T
const drawNow = async () => reader(world.services.store).get(lotteryDraws, DRAW)
const ledgerHere = (): Ledger => openLedger(here.signer.folder, world.services.clock, () => undefined)

/** By the key that the notary has published, and no other. */
const fails = async (): Promise<readonly string[]> => {
  const failed: string[] = []
  await verifyPublished({
    files: fetched(world, DRAW),
    hash: hashBlocks,
    verifyBls,
    verifyEd25519,
    notary: here.signer.keys.notary.publicKey,
    allowTestChain: true,
    tell: ({ code, state }) => state === 'fails' && failed.push(code),
  })
  return failed
}

const did = (): readonly string[] =>
  here.signer.logged().map((line) => `${line.did} ${line.code ?? ''}`.trim())

test('a freeze and its result are signed, each once, and verify by her published key', async () => {
  tonight(world)
  await world.run()
  expect(await drawNow()).toMatchObject({ state: 'frozen' })
  later(world)
  await world.run()
  expect(await drawNow()).toMatchObject({ state: 'published' })
  expect(await fails()).toEqual([])
  expect(did()).toEqual(['signed', 'signed'])
  expect(await world.must('lottery/notary', {})).toMatchObject({
    holder: 'notary',
    publicKey: here.signer.keys.notary.publicKey,
  })
})

describe('a signer that is away', () => {
  test('at the freeze: the list stays closed as it is, and is signed once it is back', async () => {
    tonight(world)
    await here.signer.stop()
    await world.run()
    const closed = await drawNow()
    expect(closed).toMatchObject({ state: 'freezing', count: 3, files: {} })
    await here.signer.start()
    await world.run()
    expect(await documentOf<Freeze>('freeze.json')).toMatchObject({
      frozenAt: closed?.frozenAt,
      count: 3,
      rules: { round: closed?.round },
    })
    later(world)
    await world.run()
    expect(await fails()).toEqual([])
  })

  test('until its round is out: a later one is named, over the same list', async () => {
    tonight(world)
    await here.signer.stop()
    await world.run()
    const closed = await drawNow()
    world.services.time.now += 60 * MINUTE
    await here.signer.start()
    await world.run()
    const frozen = await documentOf<Freeze>('freeze.json')
    expect(frozen.rules.round).toBeGreaterThan(closed?.round ?? Infinity)
    expect(frozen.count).toBe(3)
    expect(did()).toEqual(['refused tooLate', 'signed'])
    world.services.time.now = instantOfRound(frozen.rules.chain, frozen.rules.round)
    await world.run()
    expect(await fails()).toEqual([])
  })

  test('at the result: it comes to what it would have come to, of the instant at which it was settled', async () => {
    tonight(world)
    await world.run()
    await here.signer.stop()
    later(world)
    const settledAt = world.services.time.now
    await world.run()
    expect(await drawNow()).toMatchObject({ state: 'frozen' })
    expect(await fetched(world, DRAW).size('beacon.json')).toBeGreaterThan(0)
    world.services.time.now += 600 * MINUTE
    // What a relay says from now on is of no account any more.
    world.relay.sign = undefined
    await here.signer.start()
    await world.run()
    expect(await documentOf<Result>('result.json')).toMatchObject({ drawnAt: settledAt, source: 'beacon' })
    expect(await drawNow()).toMatchObject({ state: 'published', prizes: 3 })
    expect(await fails()).toEqual([])
  })

  test('with its answer on the way: what it signed is what is published', async () => {
    tonight(world)
    const real = ledgerHere()
    let kept = ''
    await here.signer.start({
      ledger: {
        ...real,
        keep: (key, document) => {
          kept = fileText(real.keep(key, document))
          throw new Error('the power went')
        },
      },
    })
    await runDraws(world.services)
    expect(await drawNow()).toMatchObject({ state: 'freezing' })
    world.services.time.now += 60 * MINUTE
    await here.signer.start()
    await world.run()
    expect(await fetched(world, DRAW).text('freeze.json')).toBe(kept)
    expect(await fails()).toEqual([])
  })

  test('while it still looks at the files: the draw waits a minute more', async () => {
    tonight(world)
    await world.run()
    await here.signer.start({ answerWithin: 0 })
    later(world)
    for (let minute = 0; minute < 30 && (await drawNow())?.state !== 'published'; minute += 1) {
      await runDraws(world.services)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(await drawNow()).toMatchObject({ state: 'published' })
    expect(world.services.logged.some(({ fields }) => String(fields.err).includes('looking'))).toBe(true)
    expect(await fails()).toEqual([])
  })
})

test('two instances of the deployment that freeze and draw at once come to one signature each', async () => {
  const other = await world.services.beside()
  other.time.now = world.services.time.now
  const both = async (): Promise<void> => {
    other.time.now = world.services.time.now
    await Promise.all([runDraws(world.services), runDraws(other)])
  }
  tonight(world)
  await both()
  later(world)
  await both()
  await both()
  expect(await drawNow()).toMatchObject({ state: 'published' })
  expect(await fails()).toEqual([])
  expect(did().filter((line) => line.startsWith('refused'))).toEqual([])
  await other.close()
})

describe('a result', () => {
  const drawn = async (): Promise<Omit<Result, 'signature'>> => {
    tonight(world)
    await world.run()
    later(world)
    // Everything it follows from is published; the signature is not given yet.
    const real = ledgerHere()
    let asked: Omit<Result, 'signature'> | undefined
    await here.signer.start({
      ledger: {
        ...real,
        keep: (_, document) => {
          if (document.kind === 'shuibang/draw/1 result') {
            const { signature: _signature, ...rest } = document
            asked = rest
          }
          throw new Error('not yet')
        },
      },
    })
    await runDraws(world.services)
    await here.signer.start()
    if (!asked) throw new Error('no result was asked for')
    return asked
  }

  test('that does not follow from what is published is refused, whatever is wrong with it; the right one is signed', async () => {
    const right = await drawn()
    const wrong: readonly object[] = [
      { ...right, tiers: right.tiers.map((tier) => ({ ...tier, winners: [...tier.winners].reverse() })) },
      { ...right, seed: '00'.repeat(32) },
      { ...right, replacements: [0] },
      { ...right, source: 'reveals' },
      { ...right, drawnAt: right.drawnAt - 60 * MINUTE },
    ]
    for (const one of wrong)
      expect(await here.signer.ask(one)).toEqual({ status: 409, body: { code: 'notVerified' } })
    expect(here.signer.logged().at(-1)?.why?.length).toBeGreaterThan(0)
    expect((await here.signer.ask(right)).status).toBe(200)
    expect(await here.signer.ask(wrong[0])).toEqual({ status: 409, body: { code: 'otherDocument' } })
  })

  test('is looked at by what she signed herself, not by the freeze that is shown to her', async () => {
    const right = await drawn()
    const other = { ...right, freeze: '00'.repeat(32) }
    expect((await here.signer.ask(other)).body.code).toBe('notSigned')
  })
})

describe('a result by the parties’ secrets', () => {
  const settleBySecrets = async (): Promise<void> => {
    for (const acting of [TAX, DEED]) await commit(world, acting)
    world.relay.sign = undefined
    tonight(world)
    await world.run()
    const { rules } = await documentOf<Freeze>('freeze.json')
    world.services.time.now = instantOfRound(rules.chain, rules.round) + NOT_COMING_AFTER
    for (const acting of [TAX, DEED]) await reveal(world, acting)
  }

  test('is signed where her own relays have no round either', async () => {
    await here.signer.start({ relays: world.services.settings.lottery.relays })
    await settleBySecrets()
    await world.run()
    expect(await documentOf<Result>('result.json')).toMatchObject({ source: 'reveals' })
    expect(await fails()).toEqual([])
  })

  test('is refused where the round came, until the notary has found that it was late, and allows it', async () => {
    await settleBySecrets()
    await here.signer.start({ relays: world.services.settings.lottery.relays })
    // The deployment settles; then the round is there.
    await here.signer.stop()
    await runDraws(world.services)
    world.relay.sign = (round) => world.chain.sign(round)
    await here.signer.start({ relays: world.services.settings.lottery.relays })
    await world.run()
    expect(await drawNow()).toMatchObject({ state: 'frozen' })
    expect(did().at(-1)).toBe('refused roundCame')
    expect(await notaryMain(['allow', here.signer.folder, DRAW], () => undefined)).toBe(0)
    await world.run()
    expect(await documentOf<Result>('result.json')).toMatchObject({ source: 'reveals' })
    expect(await fails()).toEqual([])
  })
})

test('what was frozen by the deployment’s own key before the notary had one is drawn by it still', async () => {
  const before = withoutNotary(world.services)
  tonight(world)
  await runDraws(before)
  later(world)
  await world.run()
  const { deploymentKey } = await world.must<{ deploymentKey: string }>('lottery/notary', {})
  expect(await documentOf<Result>('result.json')).toMatchObject({ notary: deploymentKey })
  expect(here.signer.logged).toThrow('ENOENT')
})
