/**
 * The day of a hall made again of its steps: lines, windows and figures. What stands in the hall's document is the same, once nothing is under
 * way; only how a window's claim was named is not among the steps.
 */
import type { Instant } from '../../core/pure/time'
import { windowKey } from './fields'
import {
  NO_LINES,
  placeOf,
  groupKey,
  lineKey,
  type Again,
  type Claim,
  type HallLines,
  type Times,
  type Totals,
  type WindowLine,
} from './lines'
import { NUMBERS_BEFORE_PASSED, TIMES_KEPT } from './next-call'
import type { StepKind } from './steps'

export interface Step {
  readonly at: Instant
  readonly kind: StepKind
  readonly ticketId: string | null
  readonly step: number
  readonly number: string
  readonly place: string
  readonly window: string
  readonly windowState?: 'open' | 'paused' | 'closed'
  readonly matters?: readonly string[]
  readonly officer?: string
}

/** What happened to one ticket so far. */
interface Trace {
  since: Instant
  calledAt: Instant
  servingAt: Instant
  /** Where it was called. */
  place: string
}

interface Making {
  waiting: Map<string, readonly number[]>
  given: Map<string, number>
  again: Again[]
  calls: Map<string, number>
  printed: Map<string, number>
  windows: Map<string, WindowLine>
  times: Map<string, readonly number[]>
  totals: Totals
  workedAt: Instant
  traces: Map<string, Trace>
}

/** Somebody has that place now, or nobody any more. */
const stand = (making: Making, place: string, stands: boolean): void => {
  const { number, ...line } = placeOf(place)
  const [key, group] = [lineKey(line), groupKey(line)]
  const others = (making.waiting.get(key) ?? []).filter((one) => one !== number)
  making.waiting.set(key, stands ? [...others, number].sort((a, b) => a - b) : others)
  making.given.set(group, Math.max(making.given.get(group) ?? 0, number))
}

const free = (making: Making, window: string): void => {
  const held = making.windows.get(windowKey(window))
  if (held) making.windows.set(windowKey(window), { ...held, claim: null })
}

const call = (making: Making, { at, place, window, ticketId, number }: Step): void => {
  const { matter, kind } = placeOf(place)
  const key = windowKey(window)
  const isAgain = making.again.some((again) => again.place === place)
  making.again = making.again.filter((again) => again.place !== place)
  if (!isAgain) stand(making, place, false)
  making.calls.set(matter, (making.calls.get(matter) ?? 0) + 1)
  const held = making.windows.get(key)
  if (!held) return
  const claim: Claim = {
    key: '',
    place,
    at,
    turn: 0,
    streak: held.streak,
    again: isAgain,
    ticket: { id: ticketId ?? '', number, serving: null },
    calls: 1,
    calledAt: at,
  }
  const streak = isAgain ? held.streak : kind === 'first' ? held.streak + 1 : 0
  making.windows.set(key, { ...held, streak, claim })
}

const ended = (making: Making, { at, kind }: Step, trace: Trace): void => {
  const served = kind === 'done' ? 1 : 0
  const serving = kind === 'done' ? at - trace.servingAt : 0
  const { totals } = making
  making.totals = {
    served: totals.served + served,
    missed: totals.missed + (kind === 'missed' ? 1 : 0),
    waited: totals.waited + (kind === 'done' ? trace.calledAt - trace.since : 0),
    serving: totals.serving + serving,
  }
}

/** Whatever came of it, the window was occupied from the call on. */
const occupied = (making: Making, { at }: Step, trace: Trace): void => {
  const { matter } = placeOf(trace.place)
  making.times.set(matter, [...(making.times.get(matter) ?? []), at - trace.calledAt].slice(-TIMES_KEPT))
}

const seen = (making: Making, { window }: Step, more: (claim: Claim) => Claim): void => {
  const held = making.windows.get(windowKey(window))
  if (held?.claim) making.windows.set(windowKey(window), { ...held, claim: more(held.claim) })
}

const setWindow = (
  making: Making,
  { window, windowState = 'closed', matters = [], officer = '' }: Step,
): void => {
  const held = making.windows.get(windowKey(window)) ?? { streak: 0, claim: null, last: null }
  making.windows.set(windowKey(window), { ...held, state: windowState, matters, officer })
}

const take = (making: Making, step: Step): void => {
  const { at, kind, ticketId, number, place, window } = step
  const trace = making.traces.get(ticketId ?? '') ?? { since: at, calledAt: at, servingAt: at, place }
  if (ticketId !== null) making.traces.set(ticketId, trace)
  if (!['ticketed', 'left', 'closed', 'skipped'].includes(kind))
    making.workedAt = Math.max(making.workedAt, at)
  switch (kind) {
    case 'ticketed': {
      stand(making, place, true)
      const [letter, count] = [number.slice(0, 1), Number(number.slice(1))]
      making.printed.set(letter, Math.max(making.printed.get(letter) ?? 0, count))
      return
    }
    case 'called':
      trace.calledAt = at
      trace.place = place
      return call(making, step)
    case 'recalled':
      return seen(making, step, (claim) => ({ ...claim, calls: claim.calls + 1, calledAt: at }))
    case 'serving':
      trace.servingAt = at
      return seen(making, step, (claim) =>
        claim.ticket ? { ...claim, ticket: { ...claim.ticket, serving: at } } : claim,
      )
    case 'passed': {
      const { matter } = placeOf(place)
      making.again.push({ place, after: (making.calls.get(matter) ?? 0) + NUMBERS_BEFORE_PASSED })
      occupied(making, step, trace)
      return free(making, window)
    }
    case 'transferred':
      stand(making, place, true)
      trace.since = at
      occupied(making, step, trace)
      return free(making, window)
    case 'missed':
    case 'done':
      ended(making, step, trace)
      occupied(making, step, trace)
      return free(making, window)
    case 'closed':
      if (window !== '') free(making, window)
      making.again = making.again.filter((again) => again.place !== place)
      return stand(making, place, false)
    case 'left':
    case 'skipped':
      making.again = making.again.filter((again) => again.place !== place)
      return stand(making, place, false)
    case 'window':
      return setWindow(making, step)
  }
}

/** @param steps in the order in which they happened: by time, and of one ticket by its own count */
export const foldLines = (steps: readonly Step[], times: Times = {}): HallLines => {
  const making: Making = {
    waiting: new Map(),
    given: new Map(),
    again: [],
    calls: new Map(),
    printed: new Map(),
    windows: new Map(),
    times: new Map(Object.entries(times)),
    totals: NO_LINES.totals,
    workedAt: 0,
    traces: new Map(),
  }
  const inOrder = [...steps].sort((a, b) => a.at - b.at || a.step - b.step)
  for (const step of inOrder) take(making, step)
  return {
    turn: steps.length,
    waiting: Object.fromEntries(making.waiting),
    given: Object.fromEntries(making.given),
    again: making.again,
    calls: Object.fromEntries(making.calls),
    printed: Object.fromEntries(making.printed),
    windows: Object.fromEntries(making.windows),
    totals: making.totals,
    times: Object.fromEntries(making.times),
    workedAt: making.workedAt,
  }
}
