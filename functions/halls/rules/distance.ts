/** How far as the crow flies: positions in micro-degrees, the answer in whole metres. */

export interface Position {
  /** Micro-degrees. */
  readonly latitude: number
  readonly longitude: number
}

const EARTH_RADIUS = 6_371_000
const radians = (microDegrees: number): number => (microDegrees / 1_000_000) * (Math.PI / 180)

/** Haversine on a sphere: within half a per cent, which orders halls. */
export const metresBetween = (a: Position, b: Position): number => {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  const chord = north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east
  return Math.round(2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord))))
}
