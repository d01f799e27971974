/** Who is called next: computed from a hall's lines alone, so that one guarded patch on them makes each call exact. */
import type { Instant } from '../../core/pure/time'
import {
  frontOf,
  placeKey,
  placeOf,
  withoutPlace,
  type Claim,
  type HallLines,
  type Place,
  type Times,
  type Totals,
  type WindowLine,
} from './lines'

/** How many numbers go before a passed one: the field's usual 3, not confirmed by any statute. */
export const NUMBERS_BEFORE_PASSED = 3
/** Service times of a matter that are kept, the latest. */
export const TIMES_KEPT = 40

const pick = (lines: HallLines, matters: readonly string[], plainIsDue: boolean): Place | undefined => {
  const mine = lines.again.filter(({ place }) => matters.includes(placeOf(place).matter))
  const due = mine.find(({ place, after }) => (lines.calls[placeOf(place).matter] ?? 0) >= after)
  const first = frontOf(lines, matters, 'first')
  const plain = frontOf(lines, matters, 'plain')
  const inLine = plainIsDue ? (plain ?? first) : (first ?? plain)
  if (due) return placeOf(due.place)
  return inLine ?? (mine[0] && placeOf(mine[0].place))
}

export type NextCall =
  | { readonly kind: 'called'; readonly place: Place; readonly lines: HallLines }
  /** This very call claimed before: go on with what it claimed. */
  | { readonly kind: 'repeated'; readonly claim: Claim }
  /** It did, and the window is done with that ticket since. */
  | { readonly kind: 'over'; readonly ticketId: string }
  /** The window is not done with what it claimed before. */
  | { readonly kind: 'busy'; readonly claim: Claim }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'notOpen' }

export interface Press {
  readonly window: string
  /** The call's own: the same for its repeats, and for no other. */
  readonly key: string
  readonly at: Instant
  /** Priority calls in a row that a window makes at most while an ordinary number waits for it. */
  readonly inARow: number
}

/** What the press of a window claims. */
export const nextCall = (lines: HallLines, { window, key, at, inARow }: Press): NextCall => {
  const held = lines.windows[window]
  if (held?.claim?.key === key) return { kind: 'repeated', claim: held.claim }
  if (held?.last?.key === key) return { kind: 'over', ticketId: held.last.ticketId }
  if (held?.claim) return { kind: 'busy', claim: held.claim }
  if (held?.state !== 'open') return { kind: 'notOpen' }
  const { streak, matters } = held
  const place = pick(lines, matters, streak >= inARow)
  if (place === undefined) return { kind: 'nobody' }
  const name = placeKey(place)
  const goesAgain = lines.again.some((again) => again.place === name)
  const claim: Claim = {
    key,
    place: name,
    at,
    turn: lines.turn + 1,
    streak,
    again: goesAgain,
    ticket: null,
    calls: 1,
    calledAt: at,
  }
  // A passed number neither adds to the row nor ends it: it was counted when it was called first.
  const row = goesAgain ? streak : place.kind === 'first' ? streak + 1 : 0
  return {
    kind: 'called',
    place,
    lines: {
      ...withoutPlace(lines, name),
      calls: { ...lines.calls, [place.matter]: (lines.calls[place.matter] ?? 0) + 1 },
      windows: { ...lines.windows, [window]: { ...held, streak: row, claim } },
      workedAt: at,
    },
  }
}

/** A claim by name: one call claims anew, under the same key, when nobody stood at the place that it had. */
export type Claimed = Pick<Claim, 'key' | 'place'>

const holds = (
  held: WindowLine | undefined,
  { key, place }: Claimed,
): held is WindowLine & { readonly claim: Claim } => held?.claim?.key === key && held.claim.place === place

const withWindow = (lines: HallLines, window: string, after: WindowLine): HallLines => ({
  ...lines,
  turn: lines.turn + 1,
  windows: { ...lines.windows, [window]: after },
})

/** What is known of the claimed ticket; nothing when it was known, or the window holds another claim by now. */
export const seeClaim = (
  lines: HallLines,
  window: string,
  { ticket, ...claimed }: Claimed & Pick<Claim, 'ticket'>,
): HallLines => {
  const held = lines.windows[window]
  if (!holds(held, claimed)) return lines
  const { ticket: known } = held.claim
  if (known && ticket && known.id === ticket.id && known.serving === ticket.serving) return lines
  return withWindow(lines, window, { ...held, claim: { ...held.claim, ticket } })
}

/** Nobody stands at the claimed place any more: it was no call. */
export const skipClaim = (lines: HallLines, window: string, claimed: Claimed): HallLines => {
  const held = lines.windows[window]
  if (!holds(held, claimed)) return lines
  const { matter } = placeOf(held.claim.place)
  const calls = { ...lines.calls, [matter]: Math.max(0, (lines.calls[matter] ?? 0) - 1) }
  return { ...withWindow(lines, window, { ...held, streak: held.claim.streak, claim: null }), calls }
}

export interface Release extends Claimed {
  readonly at: Instant
  /** Passed for the first time: back in line after three numbers. */
  readonly putBack: boolean
  /** What it adds to the hall's day; serving time only of what was served to its end. */
  readonly adds: Totals
  /** Milliseconds from the call on for which it had the window, whatever came of it; null: it says nothing of how long calls take. */
  readonly occupied: number | null
}

/** With one more time at a window. */
export const timesWith = (times: Times, matter: string, occupied: number | null): Times =>
  occupied === null ? times : { ...times, [matter]: [...(times[matter] ?? []), occupied].slice(-TIMES_KEPT) }

/** The window is done with its ticket, once. */
export const releaseClaim = (
  lines: HallLines,
  window: string,
  { key, place, at, putBack, adds, occupied }: Release,
): HallLines => {
  const held = lines.windows[window]
  if (!holds(held, { key, place })) return lines
  const { ticket } = held.claim
  const last = ticket ? { key, ticketId: ticket.id } : held.last
  const { totals } = lines
  const after = (lines.calls[placeOf(place).matter] ?? 0) + NUMBERS_BEFORE_PASSED
  return {
    ...withWindow(lines, window, { ...held, claim: null, last }),
    again: putBack ? [...lines.again, { place, after }] : lines.again,
    totals: {
      served: totals.served + adds.served,
      missed: totals.missed + adds.missed,
      waited: totals.waited + adds.waited,
      serving: totals.serving + adds.serving,
    },
    times: timesWith(lines.times, placeOf(place).matter, occupied),
    workedAt: at,
  }
}

/** Called out once more: the display says it again. */
export const recallClaim = (lines: HallLines, window: string, claimed: Claimed, at: Instant): HallLines => {
  const held = lines.windows[window]
  if (!holds(held, claimed)) return lines
  const claim = { ...held.claim, calls: held.claim.calls + 1, calledAt: at }
  return { ...withWindow(lines, window, { ...held, claim }), workedAt: at }
}

/** Opens, pauses or closes a window; what it claimed stays with it. */
export const setWindow = (
  lines: HallLines,
  window: string,
  to: Pick<WindowLine, 'state' | 'officer' | 'matters'>,
  at: Instant,
): HallLines => {
  const held = lines.windows[window]
  return {
    ...withWindow(lines, window, { streak: 0, claim: null, last: null, ...held, ...to }),
    workedAt: at,
  }
}
