/** How calls of `queue` succeed, and who is a stranger to what they touch. */
import { DAY_MS, dayOf } from '../../../functions/core/pure/time'
import { mine, timer, type FunctionCases } from '../../harness/fuzz/cases'
import type { Taxpayer, World } from '../../harness/fuzz/world'

/** Gives numbers to phones; the second has windows that serve everything; the third is the one that is stopped. */
const [HALL, DESKS, STOPPED] = ['chengdong-1', 'chengdong-2', 'chengdong-3'] as const
const HERE = { latitude: 30_285_400, longitude: 120_195_300 }
/** The slot that has begun on the day of the run. */
const START = 600

const officer = (world: World): string => world.staff.officer.token
const stateOf = async (world: World, hallId: string): Promise<string> =>
  (await world.must<{ state: string }>('queue/board', { input: { hallId } })).state

/** Wrong calls by another officer may have stopped it. */
const going = async (world: World, hallId: string): Promise<string> => {
  if ((await stateOf(world, hallId)) === 'stopped')
    await world.must('queue/reopen', { input: { hallId }, token: officer(world) })
  return hallId
}

interface Booked {
  readonly person: Taxpayer
  readonly appointment: { readonly id: string; readonly qr: string }
}
let orders = 0
/** Booked the day before: the clock goes back for it. */
const bookedToday = async (world: World): Promise<Booked> => {
  const { time } = world.services
  const day = dayOf(time.now)
  const hallId = await going(world, HALL)
  const person = await world.taxpayer()
  const capacity = { online: 150, walkIn: 3, priority: 1 + ((orders += 1) % 90) }
  const seats = { hallId, day, start: START, capacity, reason: '加开窗口' }
  const now = time.now
  time.now -= DAY_MS
  try {
    await world.must('appointments/setCapacity', { input: seats, token: officer(world) })
    const input = { hallId, matter: 'SB01', day, start: START }
    const { appointment } = await world.must<Pick<Booked, 'appointment'>>('appointments/book', {
      input,
      token: person.token,
    })
    return { person, appointment }
  } finally {
    time.now = now
  }
}

interface Own {
  readonly person: Taxpayer
  readonly id: string
}
const own = async (world: World): Promise<Own> => {
  const hallId = await going(world, HALL)
  const person = await world.taxpayer()
  const input = { hallId, matter: 'SB02', position: HERE, priority: world.random.chance(0.3) }
  const { ticket } = await world.must<{ ticket: { id: string } }>('queue/take', {
    input,
    token: person.token,
  })
  return { person, id: ticket.id }
}
const ofOwn = async (world: World, more: object = {}) => {
  const { person, id } = await own(world)
  return { input: { id, ...more }, token: person.token }
}

interface Desk {
  readonly windows: readonly {
    readonly window: string
    readonly at: { readonly ticketId?: string; readonly serving: boolean } | null
  }[]
}
/** A window of the officer's that has nobody, open for one matter. */
const freeWindow = async (world: World, matter = 'SB02') => {
  const hallId = await going(world, DESKS)
  const { windows } = await world.must<Desk>('queue/desk', { input: { hallId }, token: officer(world) })
  const { window, at } = world.random.pick(windows)
  const order = { hallId, window, state: 'open', matters: [matter] }
  await world.must('queue/setWindow', { input: order, token: officer(world) })
  if (at?.ticketId !== undefined) {
    const input = { hallId, window, ticketId: at.ticketId }
    if (!at.serving) await world.must('queue/serve', { input, token: officer(world) })
    await world.must('queue/finish', { input, token: officer(world) })
  }
  return { hallId, window }
}

const issued = (hallId: string, matter = 'SB02') => ({ hallId, matter, priority: false })
const called = async (world: World) => {
  const window = await freeWindow(world)
  await world.must('queue/issue', { input: issued(window.hallId), token: officer(world) })
  const { ticket } = await world.must<{ ticket: { id: string } }>('queue/callNext', {
    input: window,
    token: officer(world),
  })
  return { ...window, ticketId: ticket.id }
}
const serving = async (world: World) => {
  const input = await called(world)
  await world.must('queue/serve', { input, token: officer(world) })
  return input
}
const byOfficer = (input: (world: World) => Promise<object> | object) => async (world: World) => ({
  input: await input(world),
  token: officer(world),
})

const done = async (world: World): Promise<Own> => {
  const { person, appointment } = await bookedToday(world)
  const input = { hallId: HALL, code: appointment.qr, priority: false }
  const { ticket } = await world.must<{ ticket: { id: string } }>('queue/admit', {
    input,
    token: officer(world),
  })
  await world.must('queue/leave', { input: { id: ticket.id }, token: person.token })
  return { person, id: ticket.id }
}

export const cases: FunctionCases = {
  recipes: {
    board: async (world) => ({ input: { hallId: world.random.pick(world.halls) } }),
    hall: async (world) => ({ input: { hallId: world.random.pick(world.halls) } }),
    arrive: async (world) => {
      const { person, appointment } = await bookedToday(world)
      return { input: { appointmentId: appointment.id, position: HERE }, token: person.token }
    },
    take: async (world) => ({
      input: { hallId: await going(world, HALL), matter: 'SB02', position: HERE },
      token: (await world.taxpayer()).token,
    }),
    mine: mine({}),
    get: (world) => ofOwn(world),
    leave: (world) => ofOwn(world),
    rate: async (world) => {
      const { person, id } = await done(world)
      return { input: { id, stars: world.random.pick([1, 3, 5]), reasons: ['speed'] }, token: person.token }
    },
    admit: async (world) => {
      const { appointment } = await bookedToday(world)
      return { input: { hallId: HALL, code: appointment.qr }, token: officer(world) }
    },
    issue: byOfficer(async (world) => issued(await going(world, DESKS))),
    desk: byOfficer((world) => ({ hallId: world.random.pick(world.halls) })),
    setWindow: byOfficer(async (world) => ({ ...(await freeWindow(world)), state: 'paused' })),
    callNext: byOfficer((world) => freeWindow(world)),
    recall: byOfficer(called),
    serve: byOfficer(called),
    pass: byOfficer(called),
    finish: byOfficer(serving),
    transfer: byOfficer(async (world) => ({ ...(await serving(world)), matter: 'SB03' })),
    stop: byOfficer(() => ({ hallId: STOPPED, reason: '消防警报' })),
    reopen: byOfficer(async (world) => {
      if ((await stateOf(world, STOPPED)) !== 'stopped')
        await world.must('queue/stop', { input: { hallId: STOPPED, reason: '停电' }, token: officer(world) })
      return { hallId: STOPPED }
    }),
    ratings: byOfficer((world) => ({ hallId: world.random.pick(world.halls) })),
    settle: timer('settle'),
  },
  strangers: {
    arrive: 'taxpayer',
    get: 'taxpayer',
    leave: 'taxpayer',
    rate: 'taxpayer',
    admit: 'officer elsewhere',
    issue: 'officer elsewhere',
    desk: 'officer elsewhere',
    setWindow: 'officer elsewhere',
    callNext: 'officer elsewhere',
    recall: 'officer elsewhere',
    serve: 'officer elsewhere',
    pass: 'officer elsewhere',
    finish: 'officer elsewhere',
    transfer: 'officer elsewhere',
    stop: 'officer elsewhere',
    reopen: 'officer elsewhere',
    ratings: 'officer elsewhere',
  },
  open: { board: 'what hangs on the wall', hall: 'a public count', take: 'a number at a public hall' },
  unknown: {
    id: `tk_${'0'.repeat(26)}`,
    appointmentId: `ap_${'0'.repeat(26)}`,
    ticketId: `tk_${'0'.repeat(26)}`,
    hallId: 'no-such-hall',
  },
}
