/** One claim at a time for a ledger, a second look before a slot is called full, and a limit on holds let go. */
import { ledgers, slots } from '../../../functions/appointments/collections'
import type { PatchSpec } from '../../../functions/core/io/store/contract'
import { DAY_MS } from '../../../functions/core/pure/time'
import { codeOf } from './claimants'
import { delayCommits } from './delay'
import { DAY, eachWorld, HALL, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const setOnline = async (online: number): Promise<void> => {
  const input = { hallId: HALL, day: DAY, capacity: { online, walkIn: 0, priority: 0 }, reason: '设备检修' }
  await world.expect('setCapacity', input, { token: await world.signIn('周敏') })
}
const STARTS = [540, 570, 600, 630, 660, 690] as const

/** How many seats were claimed and not yet booked or given back, at most at once. */
const watchClaims = (): (() => number) => {
  const { store } = world.instance.services
  const [patch, commit] = [store.patch.bind(store), store.commit.bind(store)]
  let passing = 0
  let most = 0
  const claims = (spec: PatchSpec): boolean =>
    spec.collection === slots.name && spec.add?.['left.online'] === -1
  const gives = (spec: PatchSpec): boolean =>
    spec.collection === slots.name && spec.add?.['left.online'] === 1
  jest.spyOn(store, 'patch').mockImplementation(async (spec) => {
    const done = await patch(spec)
    if (done.outcome === 'patched' && claims(spec)) most = Math.max(most, (passing += 1))
    if (done.outcome === 'patched' && gives(spec)) passing -= 1
    return done
  })
  jest.spyOn(store, 'commit').mockImplementation(async (changes) => {
    const done = await commit(changes)
    const books = changes.some((change) => change.op === 'insert' && change.doc.state === 'booked')
    if (done.outcome === 'committed' && books) passing -= 1
    return done
  })
  return () => most
}

it('thirty bookings at once of one account claim one seat after the other, and two are booked', async () => {
  const token = await world.signIn('林小雨')
  const most = watchClaims()
  const codes = await Promise.all(
    Array.from({ length: 30 }, async (_, i) =>
      codeOf(
        await world.call(
          'book',
          { ...wish, start: STARTS[i % 6] ?? 540, matter: i % 2 ? 'SB01' : 'SB02' },
          { token },
        ),
      ),
    ),
  )
  expect(most()).toBe(1)
  expect(codes.filter((code) => code === 'ok')).toHaveLength(2)
  expect(
    codes.filter((code) => !['ok', 'LIMIT_SLOT', 'LIMIT_HALF_DAY', 'LIMIT_WEEK', 'BUSY'].includes(code)),
  ).toEqual([])
}, 30_000)

it('thirty parallel holds and cancels of one account on a slot of six seats leave forty honest holds alone', async () => {
  await setOnline(6)
  const busy = await world.signIn('反复')
  const honest = await world.signInAll(40, '诚')
  let going = true
  const churn = Array.from({ length: 30 }, async () => {
    while (going) {
      const held = await world.call('hold', wish, { token: busy })
      if (held.ok) await world.call('cancel', { id: held.body.appointment.id }, { token: busy })
      else if (held.code === 'LIMIT_HOLDS') return
      else await new Promise((resolve) => setTimeout(resolve, 1))
    }
  })
  const codes: string[] = []
  // Four at a time: with the one that is held, five of six seats.
  const lanes = Array.from({ length: 4 }, async (_, lane) => {
    for (const token of honest.slice(lane * 10, lane * 10 + 10)) {
      const held = await world.call('hold', wish, { token })
      codes.push(codeOf(held))
      if (held.ok) await world.expect('cancel', { id: held.body.appointment.id }, { token })
    }
  })
  await Promise.all(lanes)
  going = false
  await Promise.all(churn)
  expect(codes).toEqual(Array<string>(40).fill('ok'))
  expect((await world.slot(DAY, 600)).left.online).toBe(6)
}, 60_000)

describe('a slot is full', () => {
  it('only when it still is a moment later: a claim that passes is waited for', async () => {
    await setOnline(1)
    const [first, second] = await world.signInAll(2, '末位')
    const { store } = world.instance.services
    const { appointment } = await world.expect('hold', wish, { token: first ?? '' })
    const read = store.read.bind(store)
    let seen = false
    jest.spyOn(store, 'read').mockImplementation(async (collection, ids) => {
      const found = await read(collection, ids)
      if (collection === slots.name && !seen) {
        seen = true
        await world.expect('cancel', { id: appointment.id }, { token: first ?? '' })
      }
      return found as never
    })
    await world.expect('book', wish, { token: second ?? '' })
  })

  it('and whoever is told so has written nothing', async () => {
    await setOnline(1)
    await world.expect('book', wish, { token: await world.signIn('先到') })
    const token = await world.signIn('后到')
    const { store } = world.instance.services
    const [patch, commit] = [jest.spyOn(store, 'patch'), jest.spyOn(store, 'commit')]
    expect(await world.call('book', wish, { token })).toMatchObject({ ok: false, code: 'SLOT_FULL' })
    expect([patch.mock.calls, commit.mock.calls]).toEqual([[], []])
  })
})

describe('a turn', () => {
  it('of a call that died is taken over in a moment', async () => {
    const token = await world.signIn('林小雨')
    const [delay] = delayCommits(world, 1)
    const dead = world.call('book', wish, { token })
    await delay?.arrived
    await world.expect('book', { ...wish, day: '2026-11-25' }, { token })
    delay?.release()
    await dead
    expect((await world.all(ledgers)).map(({ doc }) => doc.turn)).not.toContain(expect.any(String))
  })

  it('ends with a refusal, so that the next call need not wait', async () => {
    const token = await world.signIn('林小雨')
    await world.expect('book', { ...wish, day: '2026-11-25' }, { token })
    await setOnline(1)
    const { store } = world.instance.services
    const patch = store.patch.bind(store)
    const other = await world.signIn('先到')
    let slipped = false
    jest.spyOn(store, 'patch').mockImplementation(async (spec) => {
      if (spec.collection === slots.name && !slipped) {
        slipped = true
        await world.expect('book', wish, { token: other })
      }
      return patch(spec)
    })
    expect(await world.call('book', wish, { token })).toMatchObject({ ok: false, code: 'SLOT_FULL' })
    expect((await world.all(ledgers)).filter(({ doc }) => doc.turn !== undefined)).toEqual([])
  })
})

it('ten holds let go in a day are the last that day, with the rule; booking at once is still possible', async () => {
  const token = await world.signIn('林小雨')
  for (let i = 0; i < 10; i += 1) {
    const { appointment } = await world.expect('hold', wish, { token })
    await world.expect('cancel', { id: appointment.id }, { token })
  }
  expect(await world.call('hold', wish, { token, language: 'en' })).toMatchObject({
    ok: false,
    code: 'LIMIT_HOLDS',
    data: { limit: 10, used: 10, rule: expect.stringContaining('10'), unconfirmed: true },
  })
  const { appointment } = await world.expect('book', wish, { token })
  await world.expect('cancel', { id: appointment.id }, { token })
  world.now += DAY_MS
  await world.expect('hold', { ...wish, day: '2026-11-26' }, { token: await world.signIn('林小雨') })
})
