/**
 * Holding, booking, cancelling and waiting, against a model that knows only what people may expect: who stands before whom, to whom a seat
 * is offered, who has one. Whatever is done in whatever order, with every repeat, the two agree and the invariants hold.
 */
import fc from 'fast-check'
import { appointments } from '../../../functions/appointments/collections'
import { MINUTE } from '../../../functions/core/pure/time'
import { everything } from '../../harness/seats'
import { faults, openWorld, restless, wish, type World } from './world'

const CAPACITY = 2
const PEOPLE = 5

/** What a person has of the slot, as she would tell it. */
type Has =
  | { readonly what: 'nothing' }
  | { readonly what: 'held' | 'booked'; readonly id: string }
  | { readonly what: 'waits'; readonly id: string }

interface Model {
  has: Has[]
  /** Who waits, first in line first; those to whom a seat is offered are among them until they answer. */
  line: number[]
  /** To whom of them a seat was offered when one looked last. */
  offered: number[]
  /** Offers that were taken. */
  accepted: number
}
interface Real {
  readonly world: World
  readonly tokens: readonly string[]
}

const fail = (what: string): never => {
  throw new Error(what)
}
const check = (holds: boolean, what: string): void => void (holds || fail(what))

/** What the real one says of a person's wait. */
const waitOf = async ({ world, tokens }: Real, person: number) =>
  (await world.must('waitlist/mine', {}, tokens[person])).items[0]

/** By time and by others' doing: what was offered lapses, what waits is offered. The model learns it here, and checks the order. */
const learn = async (model: Model, real: Real): Promise<void> => {
  const waits = await Promise.all(model.line.map((person) => waitOf(real, person)))
  const states = waits.map((wait) => wait?.state)
  const firstWaiting = states.indexOf('waiting')
  check(
    firstWaiting === -1 || states.slice(firstWaiting).every((state) => state === 'waiting'),
    `a seat was offered past one who waits: ${states.join()}`,
  )
  check(
    states.every((state) => state === 'waiting' || state === 'offered' || state === 'expired'),
    `who waits neither waits nor was asked: ${states.join()}`,
  )
  const places = waits.flatMap((wait) => (wait?.state === 'waiting' ? [wait.place] : []))
  check(
    places.every((place, at) => place === at + 1),
    `places are not in the order of joining: ${places.join()}`,
  )
  model.offered = model.line.filter((_, at) => states[at] === 'offered')
  const stays = model.line.filter((_, at) => states[at] !== 'expired')
  for (const person of model.line) if (!stays.includes(person)) model.has[person] = { what: 'nothing' }
  model.line = stays
}

/** Of this slot: Σ holders + left = capacity; nobody has two seats; who has one holds it. All else is looked at in the end. */
const sound = async ({ world }: Real): Promise<void> => {
  const [{ holders, left, capacity }, docs] = await Promise.all([
    world.slot(),
    everything(world.services.store, appointments),
  ])
  check(
    left.online >= 0 && Object.keys(holders).length + left.online === capacity.online,
    'seats do not add up',
  )
  const standing = docs.filter(
    ({ doc }) => doc.state === 'booked' || (doc.state === 'held' && doc.heldUntil > world.now),
  )
  check(
    standing.every(({ id }) => holders[id] !== undefined),
    'an appointment without a seat',
  )
  check(new Set(standing.map(({ doc }) => doc.taxpayerId)).size === standing.length, 'two seats of one')
}

const EVERYBODY: readonly number[] = Array.from({ length: PEOPLE }, (_, at) => at)

abstract class Step implements fc.AsyncCommand<Model, Real> {
  constructor(readonly drawn: number) {}
  /** Who does it: of those who can, so that what is drawn seldom comes to nothing. */
  of(_: Readonly<Model>): readonly number[] {
    return EVERYBODY
  }
  abstract act(model: Model, real: Real, person: number): Promise<void>
  check(model: Readonly<Model>): boolean {
    return this.of(model).length > 0
  }
  async run(model: Model, real: Real): Promise<void> {
    const able = this.of(model)
    await this.act(model, real, able[this.drawn % able.length] ?? 0)
    await learn(model, real)
    await sound(real)
  }
  toString(): string {
    return `${this.constructor.name}(${this.drawn})`
  }
}

class Take extends Step {
  constructor(
    drawn: number,
    readonly as: 'hold' | 'book',
  ) {
    super(drawn)
  }
  async act(model: Model, { world, tokens }: Real, person: number): Promise<void> {
    const { ok, code, body } = await world.call(`appointments/${this.as}`, wish, tokens[person])
    check(!(ok && model.line.length > 0), 'a seat went past the line')
    if (ok) {
      const what = this.as === 'hold' ? 'held' : 'booked'
      if (model.has[person]?.what === 'booked') fail('booked twice')
      model.has[person] = { what, id: body.appointment.id }
    } else
      check(['SLOT_FULL', 'LIMIT_SLOT', 'LIMIT_HALF_DAY', 'CANCEL_LIMIT', 'LIMIT_HOLDS'].includes(code), code)
  }
  override toString(): string {
    return `${this.as}(${this.drawn})`
  }
}

class Cancel extends Step {
  override of({ has }: Readonly<Model>): readonly number[] {
    return EVERYBODY.filter((person) => has[person]?.what === 'held' || has[person]?.what === 'booked')
  }
  async act(model: Model, { world, tokens }: Real, person: number): Promise<void> {
    const has = model.has[person]
    if (has?.what !== 'held' && has?.what !== 'booked') return
    const { ok, code } = await world.call('appointments/cancel', { id: has.id }, tokens[person])
    check(ok || (has.what === 'held' && code === 'CANNOT_CANCEL'), code)
    model.has[person] = { what: 'nothing' }
  }
}

class Join extends Step {
  async act(model: Model, { world, tokens }: Real, person: number): Promise<void> {
    const { ok, code, body } = await world.call('waitlist/join', wish, tokens[person])
    if (!ok) {
      check(['NOT_FULL', 'LIMIT_SLOT', 'LIMIT_HALF_DAY', 'CANCEL_LIMIT'].includes(code), code)
      check(code !== 'NOT_FULL' || model.line.length === 0, 'not full, though people wait')
      return
    }
    if (model.line.includes(person)) return
    model.line.push(person)
    model.has[person] = { what: 'waits', id: body.wait.id }
  }
}

class Accept extends Step {
  /** Half of the time somebody to whom nothing is offered tries, too. */
  override of({ line, offered }: Readonly<Model>): readonly number[] {
    return offered.length > 0 ? [...offered, ...line.slice(0, offered.length)] : line
  }
  async act(model: Model, real: Real, person: number): Promise<void> {
    const has = model.has[person]
    if (has?.what !== 'waits') return
    const wasOffered = (await waitOf(real, person))?.state === 'offered'
    const { ok, code, body } = await real.world.call('waitlist/accept', { id: has.id }, real.tokens[person])
    if (wasOffered) check(ok || code === 'CANCEL_LIMIT', `an offer was not honoured: ${code}`)
    else check(code === 'NO_OFFER' || code === 'OFFER_OVER', `nothing was offered, and answered was: ${code}`)
    if (!ok) return
    model.accepted += 1
    model.line = model.line.filter((one) => one !== person)
    model.has[person] = { what: 'booked', id: body.appointment.id }
  }
}

class Leave extends Step {
  override of({ line }: Readonly<Model>): readonly number[] {
    return line
  }
  async act(model: Model, { world, tokens }: Real, person: number): Promise<void> {
    const has = model.has[person]
    if (has?.what !== 'waits') return
    const { ok, code } = await world.call('waitlist/leave', { id: has.id }, tokens[person])
    check(ok || code === 'NOT_WAITING', code)
    model.line = model.line.filter((one) => one !== person)
    model.has[person] = { what: 'nothing' }
  }
}

/** A claim, a cancelled seat, an offer ends. */
const MINUTES = [2, 6, 20] as const

/** Minutes pass; what is due is done, twice as a dispatcher may. */
class Pass extends Step {
  async act(_: Model, { world }: Real): Promise<void> {
    world.now += (MINUTES[this.drawn] ?? 1) * MINUTE
    await world.settle({ again: true })
    await world.job('appointments/settle')
    await world.job('waitlist/tend')
  }
  override toString(): string {
    return `pass(${MINUTES[this.drawn] ?? 1})`
  }
}

const person = fc.nat(PEOPLE - 1)
const step = fc.commands(
  [
    person.map((one) => new Take(one, 'hold')),
    person.map((one) => new Take(one, 'book')),
    person.map((one) => new Cancel(one)),
    person.map((one) => new Cancel(one)),
    person.map((one) => new Join(one)),
    person.map((one) => new Join(one)),
    person.map((one) => new Accept(one)),
    person.map((one) => new Accept(one)),
    person.map((one) => new Leave(one)),
    fc.nat(2).map((minutes) => new Pass(minutes)),
    fc.nat(2).map((minutes) => new Pass(minutes)),
  ],
  { maxCommands: 40, size: 'max' },
)

/** @returns what became of the runs; throws with the shortest steps that break something */
export const checkWaiting = async (options: {
  readonly runs: number
  readonly seed?: number
}): Promise<{
  readonly runs: number
  readonly steps: number
  /** Offers that were taken. */ readonly accepted: number
}> => {
  let steps = 0
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(step, async (commands) => {
      const world = await openWorld()
      try {
        await world.seats(CAPACITY)
        const tokens = await Promise.all(Array.from({ length: PEOPLE }, (_, at) => world.signIn(`众${at}`)))
        const fresh = {
          model: { has: tokens.map((): Has => ({ what: 'nothing' })), line: [], offered: [], accepted: 0 },
          real: { world, tokens },
        }
        for (const first of [0, 1]) await new Take(first, 'book').run(fresh.model, fresh.real)
        await fc.asyncModelRun(() => fresh, commands)
        steps += [...commands].length
        accepted += fresh.model.accepted
        const wrong = [...(await faults(world)), ...(await restless(world))]
        check(wrong.length === 0, wrong.join('; '))
      } finally {
        await world.close()
      }
    }),
    { numRuns: options.runs, ...(options.seed === undefined ? {} : { seed: options.seed }) },
  )
  return { runs: options.runs, steps, accepted }
}
