/** Who goes before a place, as the lines stand: by the order in which windows that serve its matter would call. */
import { byTurn, inOrder, placeKey, placeOf, type HallLines, type Place } from './lines'

/** Tickets of one matter that wait before. */
export interface Ahead {
  readonly matter: string
  readonly count: number
}

/** Windows that are open for a matter. */
export const windowsFor = (lines: HallLines, matter: string): string[] =>
  Object.entries(lines.windows)
    .filter(([, { state, matters }]) => state === 'open' && matters.includes(matter))
    .map(([window]) => window)

/** Of an ordinary number: how many priority ones go before it at most, when that many others do. */
const inTurn = (first: number, plain: number, inARow: number): number => Math.min(first, (plain + 1) * inARow)

/**
 * How many of each matter go before, those of other matters that the same windows serve included. A priority number has the priority
 * ones before it and one ordinary number for each full row of them; an ordinary one at most a row of priority numbers for each that goes.
 */
export const ahead = (lines: HallLines, place: Place, inARow: number): readonly Ahead[] => {
  const mine = windowsFor(lines, place.matter)
  const served = new Set([place.matter, ...mine.flatMap((window) => lines.windows[window]?.matters ?? [])])
  const own = placeKey(place)
  if (lines.again.some((again) => again.place === own)) return lastOfAgain(lines, place)
  const first = new Map<string, number>()
  const plain = new Map<string, number>()
  const add = (to: Map<string, number>, matter: string, count: number): void => {
    if (count > 0) to.set(matter, (to.get(matter) ?? 0) + count)
  }
  for (const kind of ['first', 'plain'] as const)
    for (const one of inOrder(lines, [...served], kind))
      if (kind !== place.kind || byTurn(one, place) < 0) add(kind === 'first' ? first : plain, one.matter, 1)
  const sum = (of: Map<string, number>): number => [...of.values()].reduce((all, one) => all + one, 0)
  const [firsts, plains] = [sum(first), sum(plain)]
  const [countFirst, countPlain] =
    place.kind === 'first'
      ? [firsts, Math.min(plains, Math.floor(firsts / inARow))]
      : [inTurn(firsts, plains, inARow), plains]
  const counts = new Map<string, number>()
  const share = (of: Map<string, number>, all: number, counted: number): void =>
    of.forEach((count, matter) => add(counts, matter, (count * counted) / Math.max(1, all)))
  share(first, firsts, countFirst)
  share(plain, plains, countPlain)
  // Passed numbers whose turn it is go before everybody.
  for (const { place: name, after } of lines.again) {
    const { matter } = placeOf(name)
    if (served.has(matter) && (lines.calls[matter] ?? 0) >= after) add(counts, matter, 1)
  }
  return [...counts].map(([matter, count]) => ({ matter, count }))
}

/** Of a passed number: as many calls of its matter as are still to come, of those who wait. */
const lastOfAgain = (lines: HallLines, place: Place): readonly Ahead[] => {
  const { matter } = place
  const after = lines.again.find((again) => again.place === placeKey(place))?.after ?? 0
  const others = (waitingBy(lines).get(matter) ?? 1) - 1
  const count = Math.min(Math.max(0, after - (lines.calls[matter] ?? 0)), others)
  return count > 0 ? [{ matter, count }] : []
}

/** Tickets that wait, by matter. */
export const waitingBy = (lines: HallLines): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  const add = (matter: string, count: number): void => {
    if (count > 0) counts.set(matter, (counts.get(matter) ?? 0) + count)
  }
  Object.entries(lines.waiting).forEach(([key, numbers]) => add(placeOf(key).matter, numbers.length))
  lines.again.forEach(({ place }) => add(placeOf(place).matter, 1))
  return counts
}
