/** A day of instant draws that the notary signs on her own machine: its opening before it, its closing by the list as it is published. */
import { reader } from '../../../../functions/core/io/store/reader'
import { instantOf } from '../../../../functions/core/pure/time'
import { lotteryDraws, lotteryPools } from '../../../../functions/lottery/collections'
import type { DayClosing } from '../../../../functions/lottery/rules/draw/documents'
import { openLedger } from '../../../../scripts/notary/ledger'
import { runDraws } from '../../../../functions/lottery/work/run'
import { atOnceCampaign } from '../campaign'
import { fetched, verdictOf } from '../evening'
import { CAMPAIGN, type World } from '../world'
import { openSigned, withoutNotary, type Signed } from './signing'

const TODAY = '2026-11-25'
const LOW = `${CAMPAIGN}.instant-band0.${TODAY}T0000`

let here: Signed
let world: World
beforeEach(async () => {
  here = await openSigned()
  world = here.world
  await world.publish(atOnceCampaign())
})
afterEach(() => here.close())

const at = (day: string, minute: number): void => {
  world.services.time.now = instantOf(day, minute)
}
const dayNow = () => reader(world.services.store).get(lotteryDraws, LOW)
const ofDays = (): readonly string[] =>
  here.signer
    .logged()
    .filter(({ kind }) => kind?.includes(' day '))
    .map((line) => [line.did, line.kind?.split(' ').at(-1), line.code].filter(Boolean).join(' '))

const openDayOfEntries = async (many = 4): Promise<void> => {
  at('2026-11-24', 800)
  await world.run()
  await world.person('陈甲')
  at(TODAY, 600)
  for (let i = 0; i < many; i += 1) {
    const facts = await world.invoice('陈甲')
    await world.must('lottery/enter', { campaign: CAMPAIGN, facts }, { as: '陈甲' })
  }
}

test('its opening is signed the day before, its closing once it is over; both verify', async () => {
  await openDayOfEntries()
  expect(ofDays()).toEqual(['signed opening', 'signed opening'])
  at('2026-11-26', 1)
  await world.run()
  expect(await dayNow()).toMatchObject({ state: 'published', count: 4 })
  expect(await verdictOf(world, LOW)).toEqual({ holds: true, failed: [] })
  const { notary } = JSON.parse((await fetched(world, LOW).text('day-closing.json')) ?? '') as DayClosing
  expect(notary).toBe(here.signer.keys.notary.publicKey)
  expect(ofDays().filter((line) => line === 'signed closing')).toHaveLength(1)
})

test('a signer that is away until the day has begun: the day is none, and its money is back', async () => {
  await here.signer.stop()
  at('2026-11-24', 800)
  await world.run()
  expect(await dayNow()).toMatchObject({ state: 'opening' })
  const pool = () => reader(world.services.store).get(lotteryPools, `${CAMPAIGN}.instant`)
  expect((await pool())?.held).toBeGreaterThan(0)
  at(TODAY, 1)
  await world.run()
  expect(await dayNow()).toMatchObject({ state: 'empty', files: {} })
  expect(await pool()).toMatchObject({ left: 100_000, held: 0 })
})

test('a signer that is away at the closing: the list is there for everybody, and the closing comes when it is back', async () => {
  await openDayOfEntries()
  await here.signer.stop()
  at('2026-11-26', 1)
  await world.run()
  const closed = await dayNow()
  expect(closed).toMatchObject({ state: 'freezing' })
  expect(await fetched(world, LOW).size('entries.bin')).toBe(4 * 64)
  expect(await fetched(world, LOW).size('day-closing.json')).toBeUndefined()
  at('2026-11-26', 700)
  await here.signer.start()
  await world.run()
  expect(await dayNow()).toMatchObject({ state: 'published', frozenAt: closed?.frozenAt })
  expect(await verdictOf(world, LOW)).toEqual({ holds: true, failed: [] })
})

test('a closing that does not follow from the opening and the list is refused; the right one is signed', async () => {
  await openDayOfEntries(9)
  at('2026-11-26', 1)
  const real = openLedger(here.signer.folder, world.services.clock, () => undefined)
  let asked: Omit<DayClosing, 'signature'> | undefined
  await here.signer.start({
    ledger: {
      ...real,
      keep: (key, document) => {
        if (document.kind !== 'shuibang/draw/1 day closing') return real.keep(key, document)
        const { signature: _, ...rest } = document
        asked = rest
        throw new Error('not yet')
      },
    },
  })
  await runDraws(world.services)
  await here.signer.start()
  if (!asked) throw new Error('no closing was asked for')
  const right = asked
  const wrong: readonly object[] = [
    { ...right, wins: right.wins.slice(1) },
    { ...right, wins: [...right.wins, { index: 0, tier: 'five' }] },
    { ...right, seed: '00'.repeat(32) },
    { ...right, count: 8 },
    { ...right, poolLeft: (right.poolLeft ?? 0) + 1 },
    { ...right, closedAt: instantOf(TODAY, 1439) },
  ]
  expect(right.wins.length).toBeGreaterThan(0)
  for (const one of wrong)
    expect(await here.signer.ask(one)).toEqual({ status: 409, body: { code: 'notVerified' } })
  expect((await here.signer.ask(right)).status).toBe(200)
})

test('a day that the deployment opened by its own key, before the notary had one, is closed by it still', async () => {
  at('2026-11-24', 800)
  await runDraws(withoutNotary(world.services))
  await openDayOfEntries(1)
  at('2026-11-26', 1)
  await world.run()
  const { deploymentKey } = await world.must<{ deploymentKey: string }>('lottery/notary', {})
  expect(JSON.parse((await fetched(world, LOW).text('day-closing.json')) ?? '')).toMatchObject({
    notary: deploymentKey,
  })
  expect(await verdictOf(world, LOW)).toEqual({ holds: true, failed: [] })
})
