/** What must hold of a day, read from its documents and its steps: the invariants of booking and of the queue. */
import { appointments } from '../../../functions/appointments/collections'
import { instantOf, MINUTE } from '../../../functions/core/pure/time'
import { queueFaults, bothLines } from '../../harness/queues'
import { everything, seatFaults } from '../../harness/seats'
import { steps, tickets, type StepDoc, type TicketDoc } from '../../../functions/queue/collections'
import { placeOf, lineKey } from '../../../functions/queue/rules/lines'
import { TICKET_STATES, type TicketState } from '../../../functions/queue/rules/states'
import type { StepKind } from '../../../functions/queue/rules/steps'
import { DAY, type World } from '../../functions/queue/world'
import { HALL, type Kept } from './hall'

/** Where each step leads, written down once more, so that the table of the code is not its own judge. */
const LEADS: Readonly<Record<string, Partial<Record<StepKind, TicketState>>>> = {
  '': { ticketed: 'waiting' },
  waiting: { called: 'called', left: 'left', closed: 'closed' },
  called: { recalled: 'called', serving: 'serving', passed: 'passed', missed: 'noShow', closed: 'closed' },
  passed: { called: 'called', left: 'left', closed: 'closed' },
  serving: { done: 'done', transferred: 'waiting', closed: 'closed' },
}

const ofTickets = (all: readonly StepDoc[]): ReadonlyMap<string, StepDoc[]> => {
  const byTicket = new Map<string, StepDoc[]>()
  for (const step of all) {
    if (step.ticketId === null) continue
    const own = byTicket.get(step.ticketId) ?? []
    own.push(step)
    byTicket.set(step.ticketId, own)
  }
  for (const own of byTicket.values()) own.sort((a, b) => a.step - b.step)
  return byTicket
}

/** Each ticket went a way that there is, and stands where it ended; no window had two numbers at once. */
const pathFaults = (
  byTicket: ReadonlyMap<string, StepDoc[]>,
  docs: ReadonlyMap<string, TicketDoc>,
): string[] => {
  const faults: string[] = []
  for (const [id, own] of byTicket) {
    let state: TicketState | '' = ''
    let passes = 0
    for (const [at, { kind, step }] of own.entries()) {
      if (step !== at + 1) faults.push(`${id}: step ${step} is the ${at + 1}th`)
      const next: TicketState | undefined = LEADS[state]?.[kind]
      if (!next) faults.push(`${id}: ${kind} while ${state}`)
      state = next ?? state
      if (kind === 'passed' && (passes += 1) > 1) faults.push(`${id} was passed twice`)
    }
    const doc = docs.get(id)
    if (doc?.state !== state) faults.push(`${id} is ${doc?.state ?? 'gone'}, its steps say ${state}`)
  }
  return faults
}

const windowFaults = (all: readonly StepDoc[]): string[] => {
  const faults: string[] = []
  const held = new Map<string, string>()
  const inTime = all
    .filter(({ ticketId, window }) => ticketId !== null && window !== '')
    .sort((a, b) => a.at - b.at || a.step - b.step)
  for (const { kind, window, ticketId } of inTime) {
    const before = held.get(window)
    if (kind === 'called') {
      if (before !== undefined && before !== ticketId) faults.push(`window ${window} called a second number`)
      held.set(window, ticketId ?? '')
    } else if (['passed', 'missed', 'done', 'transferred', 'closed'].includes(kind) && before === ticketId)
      held.delete(window)
  }
  return faults
}

/** Among those who came in the same way nobody of a matter overtakes: first calls come in the order of places. */
const orderFaults = (all: readonly StepDoc[]): string[] => {
  const faults: string[] = []
  const last = new Map<string, number>()
  const seen = new Set<string>()
  const calls = all.filter(({ kind }) => kind === 'called').sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0))
  for (const { place } of calls) {
    if (seen.has(place)) continue
    seen.add(place)
    const { number, ...line } = placeOf(place)
    const key = lineKey(line)
    if ((last.get(key) ?? 0) > number) faults.push(`${place} was overtaken`)
    last.set(key, Math.max(last.get(key) ?? 0, number))
  }
  return faults
}

const doorFaults = (docs: ReadonlyMap<string, TicketDoc>): string[] =>
  [...docs].flatMap(([id, { came, band, arrivedAt }]) => {
    if (came !== 'booked') return []
    const early = instantOf(DAY, band) - 15 * MINUTE
    const late = instantOf(DAY, band + 30)
    return arrivedAt < early || arrivedAt > late ? [`${id} was given a number out of its time`] : []
  })

/** What moves within one instant has no order among the steps: in which row of priority calls a window was by then. */
const comparable = (lines: unknown): Readonly<Record<string, unknown>> => {
  // A number that was printed for nobody, since its call died, is in no step.
  const {
    windows,
    printed: _printed,
    given: _given,
    ...rest
  } = lines as { windows: Record<string, { streak: number }> } & Record<string, unknown>
  const rowless = Object.entries(windows).map(([window, { streak: _row, ...one }]) => [window, one])
  return { ...rest, windows: Object.fromEntries(rowless) as unknown }
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, one]) => [key, sorted(one)]),
        )
      : value

const differences = (live: unknown, folded: unknown): string[] => {
  const [one, other] = [comparable(live), comparable(folded)]
  return Object.keys(one).flatMap((part) => {
    const [a, b] = [JSON.stringify(sorted(one[part])), JSON.stringify(sorted(other[part]))]
    return a === b ? [] : [`${part} made of the steps is another: ${a} ≠ ${b}`]
  })
}

export interface Checked {
  readonly faults: readonly string[]
  readonly states: Readonly<Record<string, number>>
  readonly calls: number
}

export const checkDay = async (world: World, kept: Kept): Promise<Checked> => {
  const { store } = world.services
  const [allSteps, allTickets, booked] = await Promise.all([
    everything(store, steps),
    everything(store, tickets),
    everything(store, appointments),
  ])
  const of = allSteps.map(({ doc }) => doc)
  const docs = new Map(allTickets.map(({ id, doc }) => [id, doc]))
  const states = Object.fromEntries(
    TICKET_STATES.map((state) => [state, allTickets.filter(({ doc }) => doc.state === state).length]),
  )
  const missed = new Set(
    booked.filter(({ doc }) => doc.state === 'noShow' && doc.missed === 'absent').map(({ id }) => id),
  )
  const absent = new Set([...kept.absent].flatMap((name) => kept.booked.get(name)?.id ?? []))
  const ticketed = new Set(allTickets.flatMap(({ doc }) => doc.appointmentId ?? []))
  const wronged = [...missed].filter((id) => ticketed.has(id))
  const forgotten = [...absent].filter((id) => !missed.has(id))
  const { live, folded } = await bothLines(store, `${HALL}.${DAY.replace(/-/g, '')}`)
  const served = [...kept.served].filter((id) => docs.get(id)?.state !== 'done')
  return {
    faults: [
      ...(await seatFaults(store, world.now)),
      ...(await queueFaults(store)),
      ...pathFaults(ofTickets(of), docs),
      ...windowFaults(of),
      ...orderFaults(of),
      ...doorFaults(docs),
      ...wronged.map((id) => `${id} checked in, and counts as a no-show`),
      ...forgotten.map((id) => `${id} never came, and counts as nothing`),
      ...served.map((id) => `${id} was told to be served, and is not`),
      ...differences(live, folded),
    ],
    states,
    calls: of.filter(({ kind }) => kind === 'called').length,
  }
}
