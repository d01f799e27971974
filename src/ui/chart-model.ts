/** What charts are drawn of: whole numbers on an axis that holds zero, and lines as outlines for an image. Pure. */

export interface Axis {
  /** Zero, or below it where a value is. */
  readonly low: number
  readonly high: number
  /** From low to high, evenly. */
  readonly ticks: readonly number[]
}

/** About so many steps fit beside a chart of a phone, in large type too. */
const STEPS = 4
const ROUND = [1, 2, 5, 10] as const

/** The smallest round step (1, 2 or 5 times a power of ten) that needs no more than `STEPS` steps; whole. */
const stepOf = (span: number): number => {
  const rough = Math.max(1, span / STEPS)
  const power = 10 ** Math.floor(Math.log10(rough))
  return power * (ROUND.find((times) => times * power >= rough) ?? 10)
}

/** An axis that begins at zero, whatever the values are: a bar twice as long is twice as much. */
export const axisOf = (values: readonly number[]): Axis => {
  const least = Math.min(0, ...values)
  const most = Math.max(0, ...values)
  const step = stepOf(most - least)
  const below = Math.ceil(-least / step)
  const above = Math.max(1, Math.ceil(most / step))
  const ticks = Array.from({ length: below + above + 1 }, (_, at) => (at - below) * step)
  return { low: -below * step || 0, high: above * step, ticks }
}

/** Where a value stands on the axis, in per cent from its low end, to a tenth. */
export const shareOn = ({ low, high }: Axis, value: number): number =>
  Math.round(((value - low) / (high - low)) * 1000) / 10

/** Of so many labels, those that fit: all of a few; else the first, the middle one and the last. */
export const placesShown = (count: number, most: number): readonly number[] =>
  count <= most
    ? Array.from({ length: count }, (_, at) => at)
    : [...new Set([0, Math.floor((count - 1) / 2), count - 1])]

/** `null`: not known; the line is broken there. */
export type Point = number | null

/** The field that lines are drawn in; the box on screen has the same shape. */
export const FIELD = { width: 320, height: 140, edge: 5 } as const

const tenth = (value: number): number => Math.round(value * 10) / 10

const placed = (points: readonly Point[], axis: Axis): readonly ({ x: number; y: number } | undefined)[] => {
  const { width, height, edge } = FIELD
  const pace = (width - 2 * edge) / Math.max(1, points.length - 1)
  return points.map((value, at) =>
    value === null
      ? undefined
      : { x: tenth(edge + at * pace), y: tenth(height * (1 - (value - axis.low) / (axis.high - axis.low))) },
  )
}

/** SVG path data: a stretch begins with `M`; a point between two unknown ones is a dot. */
export const pathOf = (points: readonly Point[], axis: Axis): string => {
  const all = placed(points, axis)
  return all
    .flatMap((point, at) => {
      if (!point) return []
      if (all[at - 1]) return [`L${point.x} ${point.y}`]
      return [`M${point.x} ${point.y}${all[at + 1] ? '' : 'h0'}`]
    })
    .join('')
}

/** Lines differ by more than their colour. */
export const DASHES = ['', '7 5', '1 6', '12 4 2 4'] as const

/** One line as an SVG data address, black, with a dot at its last point: a mask that the screen fills with a colour. */
export const lineImage = (points: readonly Point[], axis: Axis, place: number): string => {
  const { width, height, edge } = FIELD
  const dashes = DASHES[place % DASHES.length] ?? ''
  const [last] = placed(points, axis)
    .filter((point) => point !== undefined)
    .slice(-1)
  const dot = last ? `<circle cx='${last.x}' cy='${last.y}' r='4' fill='#000' stroke='none'/>` : ''
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 -${edge} ${width} ${height + 2 * edge}' fill='none' ` +
    `stroke='#000' stroke-width='2.2' stroke-linecap='round' stroke-linejoin='round'>` +
    `<path stroke-dasharray='${dashes}' d='${pathOf(points, axis)}'/>${dot}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
