/** A ballot for a scarce day: entered by whoever will, drawn by a seed that was committed to, and recomputed by anybody. */
import { HOUR, instantOf, MINUTE } from '../../../functions/core/pure/time'
import { ballots, waitLines, waits } from '../../../functions/waitlist/collections'
import { ballotFaults, drawnOrder, type SlotEntries } from '../../../functions/waitlist/rules/ballot'
import { waitingEvents } from '../../harness/events'
import { everything } from '../../harness/seats'
import { Died, mortal } from '../../harness/mortal'
import { DAY, defects, eachWorld, HALL, openWorld, restless, START, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const CLOSES = instantOf('2026-11-23', 9 * 60)
const announce = async (of: World) => {
  const officer = await of.signIn('周敏')
  const answer = await of.call('waitlist/announce', { hallId: HALL, day: DAY, closesAt: CLOSES }, officer)
  await of.job('waitlist/tend')
  return answer
}
const enter = async (of: World, count: number) => {
  const tokens = await Promise.all(Array.from({ length: count }, (_, at) => of.signIn(`众${at}`)))
  const ids = []
  for (const token of tokens) ids.push((await of.must('waitlist/join', wish, token)).wait.id)
  return { tokens, ids }
}
const ballotOf = async (of: World) => {
  const { items } = await of.must('waitlist/ballots', { hallId: HALL })
  return items[0] as unknown as {
    state: string
    commitment: string
    digest: string
    seed: string
    starts: readonly number[]
    drawnAt?: number
  }
}
/** As anybody finds them who knows no more than the ballot. */
const listed = async (of: World): Promise<readonly SlotEntries[]> => {
  const { starts } = await ballotOf(of)
  return Promise.all(
    starts.map(
      async (start) =>
        (await of.must('waitlist/entries', { hallId: HALL, day: DAY, start })) as unknown as SlotEntries,
    ),
  )
}
/** Past the closing and the draw. */
const drawn = async (of: World) => {
  of.now = CLOSES
  await of.pass(7)
}

it('gives the line its order, which the seed that was committed to explains; seats go to the first, for hours', async () => {
  await world.seats(2)
  expect((await announce(world)).ok).toBe(true)
  const before = await ballotOf(world)
  const { ids } = await enter(world, 8)
  await drawn(world)
  const after = await ballotOf(world)
  expect(after).toMatchObject({ state: 'drawn', commitment: before.commitment })
  const lists = await listed(world)
  expect(lists).toHaveLength(after.starts.length)
  expect(lists.find(({ slot }) => slot.endsWith('.1000'))?.entries).toEqual([...ids].sort())
  const order = drawnOrder(after.seed, { slot: `${HALL}.20261124.1000`, entries: ids })
  for (const [at, entry] of order.entries()) {
    const mine = { slot: `${HALL}.20261124.1000`, entry, place: at + 1 }
    expect(ballotFaults({ ...after, lists }, mine)).toEqual([])
  }
  const docs = await everything(world.services.store, waits)
  expect(
    order.map((id) => docs.find((one) => one.id === id)?.doc).map((doc) => [doc?.place, doc?.state]),
  ).toEqual(order.map((_, at) => [at + 1, at < 2 ? 'offered' : 'waiting']))
  const first = docs.find(({ id }) => id === order[0])?.doc
  expect((first?.offerUntil ?? 0) - world.now).toBeGreaterThan(200 * MINUTE)
})

it('is no fastest finger: until it is drawn nobody books a seat of the day, and who comes first has no better chance', async () => {
  await world.seats(2)
  const officer = await world.signIn('周敏')
  await world.must('waitlist/announce', { hallId: HALL, day: DAY, closesAt: CLOSES }, officer)
  const codes = []
  for (const start of [540, 600, 690])
    codes.push(
      (await world.call('appointments/book', { ...wish, start }, await world.signIn(`快${start}`))).code,
    )
  expect(codes).toEqual(['SLOT_FULL', 'SLOT_FULL', 'SLOT_FULL'])
  await enter(world, 3)
  await drawn(world)
  // A slot that nobody entered for is everybody's from then on.
  await world.must('appointments/book', { ...wish, start: 690 }, await world.signIn('快690'))
  expect(await world.call('appointments/book', wish, await world.signIn('快600'))).toMatchObject({
    code: 'SLOT_FULL',
  })
})

it('says of each slot that entries are taken, until they are not; and one of its day alone is found', async () => {
  const line = async () =>
    (await world.must('waitlist/line', { hallId: HALL, day: DAY, start: START })) as unknown as {
      open: boolean
      ballot?: { state: string; closesAt: number }
    }
  expect(await line()).toMatchObject({ open: false })
  await announce(world)
  expect(await line()).toMatchObject({ open: true, ballot: { state: 'open', closesAt: CLOSES } })
  world.now = CLOSES
  expect(await line()).toMatchObject({ open: false })
  expect(await world.must('waitlist/ballots', { hallId: HALL, day: '2026-11-25' })).toEqual({ items: [] })
  expect((await world.must('waitlist/ballots', { hallId: HALL, day: DAY })).items).toHaveLength(1)
})

it('keeps its seed to itself until the entries have been public for five minutes', async () => {
  await announce(world)
  await enter(world, 3)
  expect((await ballotOf(world)).seed).toBeUndefined()
  world.now = CLOSES
  await world.pass(1)
  const closed = await ballotOf(world)
  expect(closed).toMatchObject({ state: 'listed', digest: expect.any(String) })
  expect(closed.seed).toBeUndefined()
  await world.pass(4)
  expect((await ballotOf(world)).seed).toBeUndefined()
  await world.pass(2)
  expect((await ballotOf(world)).state).toBe('drawn')
})

it('takes nobody after its closing, everybody once, and lets them leave; who left keeps no place', async () => {
  await world.seats(1)
  await announce(world)
  const { tokens, ids } = await enter(world, 4)
  expect((await world.must('waitlist/join', wish, tokens[0])).wait.id).toBe(ids[0])
  await world.must('waitlist/leave', { id: ids[1] ?? '' }, tokens[1])
  world.now = CLOSES
  const late = await world.signIn('迟')
  expect(await world.call('waitlist/join', wish, late)).toMatchObject({ code: 'BALLOT_DRAWING' })
  await world.pass(1)
  await world.must('waitlist/leave', { id: ids[2] ?? '' }, await world.signIn('众2'))
  await world.pass(7)
  const states = (await everything(world.services.store, waits)).map(({ doc }) => doc.state).sort()
  expect(states).toEqual(['left', 'left', 'offered', 'waiting'])
  const { wait } = await world.must('waitlist/join', wish, late)
  expect(wait).toMatchObject({ state: 'waiting', place: 2 })
  expect(await restless(world)).toEqual([])
})

it('is announced once, by an officer of the hall, before people wait and while there is time', async () => {
  const officer = await world.signIn('周敏')
  const tries = async (to: object) =>
    (await world.call('waitlist/announce', { hallId: HALL, day: DAY, closesAt: CLOSES, ...to }, officer)).code
  expect(await tries({ closesAt: world.now })).toBe('BALLOT_TIME')
  expect(await tries({ closesAt: world.now + 59 * MINUTE })).toBe('BALLOT_TIME')
  expect(await tries({ closesAt: instantOf(DAY, 600) })).toBe('BALLOT_TIME')
  // Before any rule was in force, and long after.
  expect(await tries({ closesAt: 999_999 })).toBe('BALLOT_TIME')
  expect(await tries({ closesAt: instantOf('2099-01-04', 600) })).toBe('BALLOT_TIME')
  expect(await tries({ day: '2027-06-01' })).toBe('NOT_FOUND')
  expect(await tries({})).toBe('')
  expect(await tries({})).toBe('BALLOT_THERE')
  // Under one key it is answered the same, also when it could not be announced any more.
  const once = () =>
    world.call(
      'waitlist/announce',
      { hallId: HALL, day: '2026-11-25', closesAt: CLOSES },
      officer,
      'k-0000000000000001',
    )
  const answer = await once()
  expect(answer.ok).toBe(true)
  world.now += HOUR
  expect(await once()).toEqual(answer)
  await world.seats(1)
  const taxpayer = await world.signIn('林小雨')
  const { code } = await world.call(
    'waitlist/announce',
    { hallId: HALL, day: '2026-11-26', closesAt: CLOSES },
    taxpayer,
  )
  expect(code).toBe('FORBIDDEN')
})

describe('announced while somebody joins a line of its day', () => {
  /** The call stands still between what it read and its commit, until the other has been made. */
  const between = async (first: () => Promise<unknown>, then: () => Promise<unknown>): Promise<void> => {
    const { store } = world.services
    const commit = store.commit.bind(store)
    let other: Promise<unknown> | undefined
    jest.spyOn(store, 'commit').mockImplementation(async (changes) => {
      other ??= (async () => {
        jest.restoreAllMocks()
        await then()
      })()
      await other
      return commit(changes)
    })
    await first()
  }
  const lined = async () => {
    await world.seats(1)
    await world.booked('甲')
    return world.signIn('乙')
  }

  it.each(['joining', 'announcing'] as const)(
    '%s the first to be decided: she is in the ballot',
    async (first) => {
      const token = await lined()
      const officer = await world.signIn('周敏')
      const join = () => world.call('waitlist/join', wish, token)
      const tell = () =>
        world.call('waitlist/announce', { hallId: HALL, day: DAY, closesAt: CLOSES }, officer)
      await (first === 'joining' ? between(join, tell) : between(tell, join))
      await world.pass(2)
      const { wait } = await world.must('waitlist/join', wish, token)
      expect(wait).toMatchObject({ state: 'entered' })
      await drawn(world)
      const again = await world.signIn('乙')
      expect((await world.must('waitlist/get', { id: wait.id }, again)).wait).toMatchObject({
        state: 'waiting',
        drawnPlace: 1,
      })
      expect((await everything(world.services.store, waitLines)).map(({ doc }) => doc.state)).toEqual([
        'standing',
      ])
      expect(await restless(world)).toEqual([])
    },
  )
})

it('takes or refuses whoever enters in the moment of its closing, and draws whom it took', async () => {
  await world.seats(1)
  await announce(world)
  world.now = CLOSES - 1
  const tokens = await Promise.all(Array.from({ length: 8 }, (_, at) => world.signIn(`众${at}`)))
  const answers: Promise<{ readonly code: string }>[] = []
  for (const token of tokens.slice(0, 4)) answers.push(world.call('waitlist/join', wish, token))
  world.now = CLOSES
  const closing = world.job('waitlist/tend')
  for (const token of tokens.slice(4)) answers.push(world.call('waitlist/join', wish, token))
  await closing
  const codes = (await Promise.all(answers)).map(({ code }) => code)
  expect(codes.slice(4)).toEqual(Array(4).fill('BALLOT_DRAWING'))
  expect(codes.slice(0, 4).every((code) => code === '' || code === 'BALLOT_DRAWING')).toBe(true)
  await world.pass(1)
  const listedIds = (await listed(world)).flatMap(({ entries }) => entries)
  expect(listedIds).toHaveLength(codes.filter((code) => code === '').length)
  await world.pass(7)
  expect((await ballotOf(world)).state).toBe('drawn')
  expect((await everything(world.services.store, waits)).map(({ doc }) => doc.state)).not.toContain('entered')
})

it('of a day that the hall closes tells who entered at once; opened again, it takes entries again', async () => {
  await world.seats(1)
  await announce(world)
  const { tokens } = await enter(world, 2)
  const officer = await world.signIn('周敏')
  await world.must('appointments/closeDay', { hallId: HALL, day: DAY, reason: '停电' }, officer)
  await world.pass(1)
  const told = (await waitingEvents(world.services.store)).filter(
    ({ doc }) => doc.kind === 'inbox.notice' && doc.payload.kind === 'waitlist.over',
  )
  expect(told).toHaveLength(2)
  expect(await world.call('waitlist/join', wish, tokens[0])).toMatchObject({
    code: expect.stringMatching(/CLOSED/),
  })
  await world.must('appointments/reopenDay', { hallId: HALL, day: DAY, reason: '来电了' }, officer)
  await world.pass(1)
  expect((await world.must('waitlist/join', wish, tokens[0])).wait.state).toBe('entered')
  await drawn(world)
  expect((await everything(world.services.store, waits)).map(({ doc }) => doc.state).sort()).toEqual([
    'offered',
    'over',
  ])
  expect(await restless(world)).toEqual([])
})

it('gives no place that a line of before has given: a seat that is kept for one names it', async () => {
  await world.seats(1)
  const first = await world.booked('甲')
  const { wait } = await world.must('waitlist/join', wish, await world.signIn('众0'))
  await world.must('waitlist/leave', { id: wait.id }, await world.signIn('众0'))
  await world.pass(4)
  expect((await announce(world)).ok).toBe(true)
  await world.must('appointments/cancel', { id: first.id }, first.token)
  const { ids } = await enter(world, 2)
  expect(ids[0]).toBe(wait.id)
  await drawn(world)
  const docs = (await everything(world.services.store, waits)).map(({ doc }) => doc)
  expect(docs.map(({ drawn: place }) => place).sort()).toEqual([1, 2])
  expect(docs.map(({ place }) => place).sort()).toEqual([2, 3])
  expect(docs.map(({ state }) => state).sort()).toEqual(['offered', 'waiting'])
})

it('whose entry is erased between the list and the draw still holds: nobody takes her place', async () => {
  await world.seats(1)
  await announce(world)
  const { ids } = await enter(world, 4)
  world.now = CLOSES
  await world.pass(1)
  await world.must('accounts/erase', { confirm: 'ERASE' }, await world.signIn('众2'))
  await world.pass(8)
  const ballot = await ballotOf(world)
  const lists = await listed(world)
  expect(lists.flatMap(({ entries }) => entries).sort()).toEqual([...ids].sort())
  expect(ballotFaults({ ...ballot, lists })).toEqual([])
  const order = drawnOrder(ballot.seed, { slot: `${HALL}.20261124.1000`, entries: ids })
  const docs = await everything(world.services.store, waits)
  expect(docs.map(({ id }) => id)).not.toContain(ids[2])
  for (const { id, doc } of docs) expect(doc.drawn).toBe(order.indexOf(id) + 1)
  expect(docs.filter(({ doc }) => doc.state === 'offered')).toHaveLength(1)
  expect(await restless(world)).toEqual([])
})

it('comes after nobody who waits already', async () => {
  await world.seats(1)
  await world.booked('甲')
  await world.must('waitlist/join', wish, await world.signIn('乙'))
  expect(await announce(world)).toMatchObject({ code: 'BALLOT_LATE' })
})

it.each(['before', 'after'] as const)(
  'dying %s any write of its closing and draw, ends in the same order',
  async (told) => {
    let deaths = 0
    for (let at = 0; ; at += 1) {
      const own = await openWorld()
      try {
        await own.seats(1)
        await announce(own)
        const { ids } = await enter(own, 3)
        own.now = CLOSES
        const fate = mortal(own.services.store)
        fate.meet(at, told)
        for (const minutes of [1, 6, 1]) {
          own.now += minutes * MINUTE
          await own.job('waitlist/tend').catch(() => undefined)
        }
        fate.live()
        await own.pass(12)
        const { seed, state } = await ballotOf(own)
        expect(state).toBe('drawn')
        const docs = await everything(own.services.store, waits)
        const order = drawnOrder(seed, { slot: `${HALL}.20261124.1000`, entries: ids })
        expect(order.map((id) => docs.find((one) => one.id === id)?.doc.place)).toEqual([1, 2, 3])
        expect(docs.filter(({ doc }) => doc.state === 'offered')).toHaveLength(1)
        expect(await everything(own.services.store, ballots)).toHaveLength(1)
        if (!fate.died) break
        deaths += 1
        // The day's slots are listed and opened one like the other: some of them are enough.
        if (at > 12) at += 4
      } finally {
        await own.close()
      }
    }
    expect(deaths).toBeGreaterThan(10)
    defects.splice(0).forEach(({ err }) => expect(err).toBeInstanceOf(Died))
  },
  120_000,
)
