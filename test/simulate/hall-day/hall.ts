/** One hall on its day: visitors at the door, windows that call, breaks, a dispatcher each minute. */
import { halls } from '../../../functions/halls/collections'
import { forgetCatalogue } from '../../../functions/halls/public'
import { instantOf } from '../../../functions/core/pure/time'
import type { Random } from '../../harness/fuzz/random'
import { DAY, SUNDAY, type Ticket, type World } from '../../functions/queue/world'
import type { Caller } from './caller'
import { createAgenda, type Agenda } from './clock'
import type { Visitor } from './people'

export const HALL = 'chengdong-2'
const MINUTE = 60_000
const MIDNIGHT = instantOf(DAY)

/** As many windows as the day needs, seats for everybody who wants one. */
export const openHall = async (world: World, windows: number): Promise<void> => {
  const { services } = world
  const [hall] = await services.store.read(halls.name, [HALL])
  if (!hall) throw new Error('the demonstration has it')
  const doc = { ...hall.doc, windows }
  await services.store.commit([
    { op: 'replace', collection: halls.name, id: HALL, version: hall.version, doc },
  ])
  forgetCatalogue(services.store)
  world.now = SUNDAY
  const capacity = { online: 160, walkIn: 3, priority: 1 }
  const order = { hallId: HALL, day: DAY, capacity, reason: '加开窗口' }
  await world.must('appointments/setCapacity', order, await world.signIn('郑岚'))
}

export interface Told {
  readonly estimate: { readonly from: number; readonly to: number }
  readonly at: number
  readonly ticketId: string
}

export interface Kept {
  readonly told: Told[]
  readonly unknown: { count: number }
  readonly refused: Map<string, number>
  readonly served: Set<string>
  /** Names of those who booked and never came, and did not cancel. */
  readonly absent: Set<string>
  readonly booked: Map<string, { readonly id: string; readonly qr: string }>
}

interface Day {
  readonly world: World
  readonly caller: Caller
  readonly random: Random
  readonly agenda: Agenda
  readonly kept: Kept
  /** Who has which number. */
  readonly owners: Map<string, Visitor & { calls: number }>
  readonly staff: { token: string }
}

const ADMITTED_LATE = ['TOO_LATE', 'NOT_STANDING']

const refuse = ({ kept }: Day, code: string): void =>
  void kept.refused.set(code, (kept.refused.get(code) ?? 0) + 1)

const given = (day: Day, visitor: Visitor, ticket: Ticket): void => {
  const { world, kept, owners, agenda } = day
  owners.set(ticket.id, { ...visitor, calls: 0 })
  const { estimate } = ticket.waiting ?? { estimate: { known: false } }
  if (estimate.known) {
    const { from = 0, to = 0 } = estimate
    kept.told.push({ estimate: { from, to }, at: world.now, ticketId: ticket.id })
  } else kept.unknown.count += 1
  if (visitor.patience === Infinity) return
  agenda.at(world.now - MIDNIGHT + visitor.patience, async () => {
    if (visitor.start !== undefined) {
      const token = await day.caller.signIn(visitor.name)
      const left = await day.caller.call('queue/leave', { id: ticket.id }, token)
      if (!left.ok) refuse(day, left.code)
    }
  })
}

const walkIn = async (day: Day, visitor: Visitor): Promise<void> => {
  const { matter, priority } = visitor
  const answer = await day.caller.call('queue/issue', { hallId: HALL, matter, priority }, day.staff.token)
  if (answer.ok) given(day, visitor, answer.body.ticket)
  else refuse(day, answer.code)
}

const arrive = async (day: Day, visitor: Visitor): Promise<void> => {
  const booking = day.kept.booked.get(visitor.name)
  if (!booking) return walkIn(day, visitor)
  const { priority } = visitor
  const answer = await day.caller.call(
    'queue/admit',
    { hallId: HALL, code: booking.qr, priority },
    day.staff.token,
  )
  if (answer.ok) return given(day, visitor, answer.body.ticket)
  refuse(day, answer.code)
  if (answer.code === 'TOO_EARLY') {
    const { from } = answer.data as { from: number }
    day.agenda.at(from - MIDNIGHT + 30_000, () => arrive(day, visitor))
  } else if (ADMITTED_LATE.includes(answer.code)) await walkIn(day, visitor)
}

const act = (day: Day, what: string, window: string, ticketId: string, more: object = {}) =>
  day.caller.call(`queue/${what}`, { hallId: HALL, window, ticketId, ...more }, day.staff.token)

/** A number has been called: it comes, or is called again and passed. */
const attend = (day: Day, window: string, ticketId: string, next: (after: number) => void): void => {
  const { agenda, world, random, owners, kept } = day
  const owner = owners.get(ticketId)
  const now = world.now - MIDNIGHT
  const calls = (owner?.calls ?? 0) + 1
  if (owner) owner.calls = calls
  if (!owner || calls <= owner.deaf) {
    agenda.at(now + 20_000, async () => {
      await act(day, 'recall', window, ticketId)
      agenda.at(world.now - MIDNIGHT + 20_000, async () => {
        await act(day, 'pass', window, ticketId)
        next(0)
      })
    })
    return
  }
  agenda.at(now + random.int(5, 25) * 1_000, async () => {
    await act(day, 'serve', window, ticketId)
    agenda.at(world.now - MIDNIGHT + owner.takes, async () => {
      if (owner.then !== undefined) {
        const moved = await act(day, 'transfer', window, ticketId, { matter: owner.then })
        if (moved.ok) owners.set(ticketId, { ...owner, then: undefined, deaf: 0 })
        else refuse(day, moved.code)
      } else {
        const done = await act(day, 'finish', window, ticketId)
        if (done.ok) kept.served.add(ticketId)
        else refuse(day, done.code)
      }
      next(0)
    })
  })
}

/** Until the hall has closed and nobody waits; a break now and then. */
const work = (day: Day, window: string, closes: number): void => {
  const { agenda, world, random, caller, staff } = day
  const next = (after: number): void => agenda.at(world.now - MIDNIGHT + after + 1_000, press)
  const press = async (): Promise<void> => {
    if (random.chance(0.012)) {
      await caller.call('queue/setWindow', { hallId: HALL, window, state: 'paused' }, staff.token)
      agenda.at(world.now - MIDNIGHT + random.int(5, 15) * MINUTE, async () => {
        await caller.call('queue/setWindow', { hallId: HALL, window, state: 'open' }, staff.token)
        next(0)
      })
      return
    }
    const answer = await caller.call('queue/callNext', { hallId: HALL, window }, staff.token)
    if (answer.ok && answer.body.ticket) return attend(day, window, answer.body.ticket.id, next)
    if (!answer.ok) refuse(day, answer.code)
    if (world.now - MIDNIGHT < closes * MINUTE) next(random.int(10, 30) * 1_000)
  }
  agenda.at(540 * MINUTE, press)
}

const book = async (
  { world, caller, kept }: Pick<Day, 'world' | 'caller' | 'kept'>,
  visitors: readonly Visitor[],
): Promise<void> => {
  world.now = SUNDAY
  for (const { name, start, matter, cancels, comes } of visitors) {
    if (start === undefined) continue
    const token = await caller.signIn(name)
    const answer = await caller.call('appointments/book', { hallId: HALL, matter, day: DAY, start }, token)
    if (!answer.ok) {
      kept.refused.set(answer.code, (kept.refused.get(answer.code) ?? 0) + 1)
      continue
    }
    const { appointment } = answer.body
    if (cancels) await caller.call('appointments/cancel', { id: appointment.id }, token)
    else kept.booked.set(name, appointment)
    if (comes === undefined && !cancels) kept.absent.add(name)
  }
}

export interface Course {
  readonly windows: number
  readonly closes: number
  readonly visitors: readonly Visitor[]
  /** How often the server goes down in the day. */
  readonly restarts: number
}

export const liveDay = async (
  world: World,
  caller: Caller,
  random: Random,
  course: Course,
): Promise<Kept> => {
  const kept: Kept = {
    told: [],
    unknown: { count: 0 },
    refused: new Map(),
    served: new Set(),
    absent: new Set(),
    booked: new Map(),
  }
  await openHall(world, course.windows)
  await book({ world, caller, kept }, course.visitors)
  const agenda = createAgenda(535 * MINUTE)
  world.now = MIDNIGHT + 535 * MINUTE
  const staff = { token: await caller.signIn('郑岚') }
  const day: Day = { world, caller, random, agenda, kept, owners: new Map(), staff }
  for (let window = 1; window <= course.windows; window += 1) {
    await caller.call('queue/setWindow', { hallId: HALL, window: String(window), state: 'open' }, staff.token)
    work(day, String(window), course.closes)
  }
  for (const visitor of course.visitors)
    if (visitor.comes !== undefined) agenda.at(visitor.comes, () => arrive(day, visitor))
  const falls = new Set(
    Array.from({ length: course.restarts }, () => random.int(545, course.closes) * MINUTE),
  )
  await agenda.run(
    (time) => (world.now = MIDNIGHT + time),
    async (time) => {
      if (falls.has(time)) await caller.restart()
      if (time % (15 * MINUTE) === 0) staff.token = await caller.signIn('郑岚')
      await world.settle().catch(() => undefined)
      await world.job('queue/settle').catch(() => undefined)
    },
  )
  world.now = MIDNIGHT + 24 * 60 * MINUTE + 15 * MINUTE
  for (let i = 0; i < 4; i += 1) {
    await world.job('queue/settle')
    await world.job('appointments/settle')
    await world.settle()
    world.now += 5 * MINUTE
  }
  return kept
}
