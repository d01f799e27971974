/** Halls as a person chooses them: how far, how busy, open until when. */
import type { MinuteOfDay } from '../../../../functions/core/pure/time'
import type { Hall } from './answers'

export type Load = 'closed' | 'calm' | 'steady' | 'busy'

/** How busy, in words: under 50 % calm, under 80 % steady, else busy. */
export const loadOf = (hall: Pick<Hall, 'load' | 'openToday'>): Load => {
  if (!hall.openToday || hall.load === null) return 'closed'
  if (hall.load < 50) return 'calm'
  return hall.load < 80 ? 'steady' : 'busy'
}

export type Opening =
  | { readonly state: 'open'; readonly until: MinuteOfDay }
  | { readonly state: 'opens'; readonly from: MinuteOfDay }
  | { readonly state: 'over' }
  | { readonly state: 'closed' }

/** Whether the hall is open at `minute` of today, and until or from when. */
export const openingAt = (hall: Pick<Hall, 'hours' | 'openToday'>, minute: MinuteOfDay): Opening => {
  if (!hall.openToday) return { state: 'closed' }
  const now = hall.hours.find(({ from, to }) => from <= minute && minute < to)
  if (now) return { state: 'open', until: now.to }
  const later = hall.hours.find(({ from }) => from > minute)
  return later ? { state: 'opens', from: later.from } : { state: 'over' }
}

/** A web map at the hall, for where there is no `openLocation`. Micro-degrees in, WGS-84 (the map converts). */
export const mapLink = (place: { readonly name: string; readonly position: Hall['position'] }): string => {
  const { latitude, longitude } = place.position
  const at = `${(longitude / 1e6).toFixed(6)},${(latitude / 1e6).toFixed(6)}`
  return `https://uri.amap.com/marker?position=${at}&name=${encodeURIComponent(place.name)}&coordinate=wgs84`
}

/** Degrees from a phone into the contract's micro-degrees. */
export const toPosition = (degrees: {
  readonly latitude: number
  readonly longitude: number
}): Hall['position'] => ({
  latitude: Math.round(degrees.latitude * 1e6),
  longitude: Math.round(degrees.longitude * 1e6),
})

const EARTH_METRES = 6_371_000
const radians = (micro: number): number => (micro / 1e6) * (Math.PI / 180)

/** Metres between two places as the crow flies (haversine). */
export const metresBetween = (a: Hall['position'], b: Hall['position']): number => {
  const dLat = radians(b.latitude - a.latitude)
  const dLon = radians(b.longitude - a.longitude)
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLon / 2) ** 2
  return Math.round(2 * EARTH_METRES * Math.asin(Math.sqrt(h)))
}

/** Nearest first, each with its distance. Done on the phone, so that the position never leaves it. */
export const nearestFirst = (halls: readonly Hall[], from: Hall['position'] | undefined): readonly Hall[] =>
  from === undefined
    ? halls
    : halls
        .map((hall) => ({ ...hall, distance: metresBetween(from, hall.position) }))
        .sort((a, b) => a.distance - b.distance)
