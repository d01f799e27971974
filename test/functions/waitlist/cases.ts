/** How calls of `waitlist` succeed, and who is a stranger to what they touch. */
import { nextWorkingDays } from '../../../functions/core/pure/calendar'
import { addDays, DAY_MS, dayOf, instantOf } from '../../../functions/core/pure/time'
import { slotId } from '../../../functions/appointments/rules/slots'
import { ballotLists, ballots } from '../../../functions/waitlist/collections'
import { ballotIdOf, listIdOf } from '../../../functions/waitlist/work/ids'
import { mine, timer, type FunctionCases } from '../../harness/fuzz/cases'
import type { Seat, Taxpayer, World } from '../../harness/fuzz/world'

interface Slots {
  readonly slots: readonly {
    readonly start: number
    readonly capacity: { readonly online: number }
    readonly left: { readonly online: number }
  }[]
}

/** No order of seats is one that stands already. */
let orders = 0

const setOnline = (world: World, { hallId, day, start }: Seat, online: number) =>
  world.must('appointments/setCapacity', {
    input: {
      hallId,
      day,
      start,
      capacity: { online, walkIn: 3, priority: 3 + ((orders += 1) % 90) },
      reason: '检修一个窗口',
    },
    token: world.staff.officer.token,
  })

/** A slot that is full: with one seat more than was taken, which somebody has. */
const fullSlot = async (world: World): Promise<Seat & { readonly online: number }> => {
  const seat = await world.freeSeat()
  const { hallId, matter, day, start } = seat
  const { slots } = await world.must<Slots>('appointments/slots', { input: { hallId, matter, day } })
  const slot = slots.find((one) => one.start === start)
  const online = (slot?.capacity.online ?? 0) - (slot?.left.online ?? 0) + 1
  await setOnline(world, seat, online)
  await world.must('appointments/book', { input: seat, token: (await world.taxpayer()).token })
  return { ...seat, online }
}

interface Waiting {
  readonly person: Taxpayer
  readonly seat: Seat & { readonly online: number }
  readonly id: string
}
const waiting = async (world: World): Promise<Waiting> => {
  const { online, ...seat } = await fullSlot(world)
  const person = await world.taxpayer()
  const { wait } = await world.must<{ wait: { id: string } }>('waitlist/join', {
    input: seat,
    token: person.token,
  })
  return { person, seat: { ...seat, online }, id: wait.id }
}

/** To whom a seat is offered: there is one more. */
const offered = async (world: World): Promise<Waiting> => {
  const one = await waiting(world)
  await setOnline(world, one.seat, one.seat.online + 1)
  await world.must('waitlist/tend', { input: {}, timer: 'tend' })
  return one
}

const joining = async (world: World) => {
  const { online: _online, ...seat } = await fullSlot(world)
  return seat
}

/** A day that cannot be booked yet. There are few: a ballot of before that nobody entered makes room. */
const scarceDay = async (world: World) => {
  const { store, clock } = world.services
  const day = world.random.pick(nextWorkingDays(dayOf(clock()), 9).days.slice(6))
  const hallId = world.random.pick(world.halls)
  const id = ballotIdOf(hallId, day)
  const [before] = await store.read(ballots.name, [id])
  if (before) await store.commit([{ op: 'remove', collection: ballots.name, id, version: before.version }])
  return { hallId, day, closesAt: instantOf(addDays(day, -1), 600) }
}

/** What a draw left: the job has its own tests with a clock that moves. */
const listedSlot = async (world: World) => {
  const { hallId, day, start } = await world.freeSeat()
  const slot = slotId(hallId, day, start)
  const id = listIdOf(slot, 0)
  const doc = {
    v: 1,
    slot,
    page: 0,
    entries: [`wt_${'0'.repeat(26)}`],
    expiresAt: world.services.clock() + DAY_MS,
  }
  await world.services.store.commit([{ op: 'insert', collection: ballotLists.name, id, doc }])
  return { hallId, day, start }
}

export const cases: FunctionCases = {
  recipes: {
    line: async (world) => {
      const { hallId, day, start } = await world.freeSeat()
      return { input: { hallId, day, start } }
    },
    join: async (world) => ({ input: await joining(world), token: (await world.taxpayer()).token }),
    accept: async (world) => {
      const { person, id } = await offered(world)
      return { input: { id }, token: person.token }
    },
    leave: async (world) => {
      const { person, id } = await (world.random.chance(0.5) ? waiting(world) : offered(world))
      return { input: { id }, token: person.token }
    },
    announce: async (world) => ({
      input: await scarceDay(world),
      token: world.staff.officer.token,
    }),
    ballots: async (world) => ({ input: { hallId: world.random.pick(world.halls) } }),
    entries: async (world) => ({ input: await listedSlot(world) }),
    get: async (world) => {
      const { person, id } = await waiting(world)
      return { input: { id }, token: person.token }
    },
    mine: mine({}),
    tend: timer('tend'),
  },
  strangers: {
    announce: 'officer elsewhere',
    join: 'taxpayer',
    accept: 'taxpayer',
    leave: 'taxpayer',
    get: 'taxpayer',
  },
  owned: {
    join: async (world) => ({
      ...(await joining(world)),
      taxpayerId: (await world.taxpayer()).taxpayerId,
    }),
  },
  open: { line: 'a public count', ballots: 'published', entries: 'published' },
  unknown: {
    id: `wt_${'0'.repeat(26)}`,
    taxpayerId: 'tp_nobody',
    hallId: 'no-such-hall',
  },
}
