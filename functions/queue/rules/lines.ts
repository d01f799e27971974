/** A hall's lines of one day: who stands where; what each window has claimed. */
import type { Instant, MinuteOfDay } from '../../core/pure/time'

/** `first` are priority numbers (绿色通道), called before `plain` ones. */
export type Kind = 'first' | 'plain'
export type Came = 'booked' | 'walkIn'

/** `band` is the start of the slot that was booked, or of the slot in which a walk-in came. */
export interface Line {
  readonly matter: string
  readonly kind: Kind
  readonly band: MinuteOfDay
  readonly came: Came
}
/** Where a ticket stands: from 1, in the order of check-in among all who came in that way for that band, whatever their matter. */
export interface Place extends Line {
  readonly number: number
}

/** A passed ticket that goes again, once its matter has made `after` calls in all, or when nobody else waits. */
export type Again = { readonly place: string; readonly after: number }

/** What a window claimed last, until it is done with it. */
export type Claim = {
  /** The call's: its repeat finds its own claim. */
  readonly key: string
  readonly place: string
  readonly at: Instant
  /** Of the lines when it was made: the order of a day's calls. */
  readonly turn: number
  /** The streak before it: what is skipped gives it back. */
  readonly streak: number
  /** It went again: it was counted when it was called first. */
  readonly again: boolean
  /** Of the commit that marked the ticket; null until that was seen. */
  readonly ticket: { readonly id: string; readonly number: string; readonly serving: Instant | null } | null
  /** How often it was called out. */
  readonly calls: number
  readonly calledAt: Instant
}

export type WindowLine = {
  readonly state: 'open' | 'paused' | 'closed'
  /** The officer who works at it, by pseudonym. */
  readonly officer: string
  readonly matters: readonly string[]
  /** Priority calls in a row. */
  readonly streak: number
  readonly claim: Claim | null
  /** What it was done with last: a repeat of that call, whose answer was lost, does not call another. */
  readonly last: { readonly key: string; readonly ticketId: string } | null
}

/** Sums over tickets that were served or missed; times in ms. */
export type Totals = {
  readonly served: number
  readonly missed: number
  readonly waited: number
  readonly serving: number
}

/** Milliseconds at the window, the latest last, by matter. */
export type Times = { readonly [matter: string]: readonly number[] }

export type HallLines = {
  /** Raised by each change: the guard of its patch. */
  readonly turn: number
  /** Numbers that stand, by `lineKey`, in their order. */
  readonly waiting: { readonly [line: string]: readonly number[] }
  /** The last number given, by `groupKey`. */
  readonly given: { readonly [group: string]: number }
  readonly again: readonly Again[]
  /** Calls made, by matter. */
  readonly calls: { readonly [matter: string]: number }
  /** Numbers printed, by letter. */
  readonly printed: { readonly [letter: string]: number }
  readonly windows: { readonly [window: string]: WindowLine }
  readonly totals: Totals
  /** From days before on. */
  readonly times: Times
  /** The last time that a window did something; 0 before. */
  readonly workedAt: Instant
}

export const NO_LINES: HallLines = {
  turn: 0,
  waiting: {},
  given: {},
  again: [],
  calls: {},
  printed: {},
  windows: {},
  totals: { served: 0, missed: 0, waited: 0, serving: 0 },
  times: {},
  workedAt: 0,
}

const wayKey = ({ kind, band, came }: Line): string =>
  `${kind === 'first' ? 'f' : 'p'}_${String(band).padStart(4, '0')}_${came === 'booked' ? 'b' : 'w'}`
/** Who is numbered together: `p_0540_w`. */
export const groupKey = wayKey
/** A key of a document: `SB01_p_0540_w`. */
export const lineKey = (line: Line): string => `${line.matter}_${wayKey(line)}`

export const placeKey = (place: Place): string => `${lineKey(place)}_${place.number}`

/** The place, or with the number 0 the line, of a key. */
export const placeOf = (key: string): Place => {
  const [matter = '', kind, band, came, number] = key.split('_')
  return {
    matter,
    kind: kind === 'f' ? 'first' : 'plain',
    band: Number(band),
    came: came === 'b' ? 'booked' : 'walkIn',
    number: Number(number ?? 0),
  }
}

/** Earlier bands first; in one band who booked, then who walked in; among these by check-in. */
export const byTurn = (a: Place, b: Place): number =>
  a.band - b.band || Number(a.came === 'walkIn') - Number(b.came === 'walkIn') || a.number - b.number

/** Everybody of that kind who waits for one of these matters, in the order in which they go. */
export const inOrder = (lines: HallLines, matters: readonly string[], kind: Kind): Place[] =>
  Object.entries(lines.waiting)
    .flatMap(([key, numbers]) => numbers.map((number) => ({ ...placeOf(key), number })))
    .filter((place) => place.kind === kind && matters.includes(place.matter))
    .sort(byTurn)

/** Who goes first of them. */
export const frontOf = (lines: HallLines, matters: readonly string[], kind: Kind): Place | undefined => {
  let front: Place | undefined
  for (const [key, numbers] of Object.entries(lines.waiting)) {
    const [number] = numbers
    if (number === undefined) continue
    const place = { ...placeOf(key), number }
    if (place.kind !== kind || !matters.includes(place.matter)) continue
    if (front === undefined || byTurn(place, front) < 0) front = place
  }
  return front
}

/** The next place of a line, and its number as printed, with the lines in which it is given. */
export const takePlace = (
  lines: HallLines,
  line: Line,
  letter: string | null,
): { readonly place: Place; readonly printed: string; readonly lines: HallLines } => {
  const [key, group] = [lineKey(line), groupKey(line)]
  const number = (lines.given[group] ?? 0) + 1
  const count = letter === null ? 0 : (lines.printed[letter] ?? 0) + 1
  return {
    place: { ...line, number },
    printed: letter === null ? '' : `${letter}${String(count).padStart(3, '0')}`,
    lines: {
      ...lines,
      turn: lines.turn + 1,
      waiting: { ...lines.waiting, [key]: [...(lines.waiting[key] ?? []), number] },
      given: { ...lines.given, [group]: number },
      printed: letter === null ? lines.printed : { ...lines.printed, [letter]: count },
    },
  }
}

/** Without that place, whether in line or to be called again; the same when nobody stands there. */
export const withoutPlace = (lines: HallLines, place: string): HallLines => {
  const { number, ...line } = placeOf(place)
  const key = lineKey(line)
  const standing = lines.waiting[key] ?? []
  const goesAgain = lines.again.some((again) => again.place === place)
  if (!standing.includes(number) && !goesAgain) return lines
  return {
    ...lines,
    turn: lines.turn + 1,
    waiting: { ...lines.waiting, [key]: standing.filter((one) => one !== number) },
    again: goesAgain ? lines.again.filter((again) => again.place !== place) : lines.again,
  }
}
