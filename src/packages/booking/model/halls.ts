/** Halls as a person chooses them: how far, how busy, open until when. */
import { instantOf, minuteOf } from '../../../../functions/core/pure/time'
import type { Day, Instant, MinuteOfDay } from '../../../../functions/core/pure/time'
import { spanAt } from '../../../../functions/halls/rules/hours'
import type { Basis, Hall } from './answers'

export type Load = 'calm' | 'steady' | 'busy'

/** How busy, in words: under 50 % calm, under 80 % steady, else busy. */
export const loadOf = (percent: number): Load => {
  if (percent < 50) return 'calm'
  return percent < 80 ? 'steady' : 'busy'
}

export type Opening =
  | { readonly state: 'open'; readonly until: MinuteOfDay }
  /** Later today. */
  | { readonly state: 'opens'; readonly from: MinuteOfDay }
  /** On another day. */
  | { readonly state: 'next'; readonly day: Day; readonly from: MinuteOfDay; readonly load: number | null }
  /** The calendar of that year is not published. */
  | { readonly state: 'unknown'; readonly why: Basis }
  | { readonly state: 'over' }
  | { readonly state: 'closed' }

type Open = Pick<Hall, 'hours' | 'openToday' | 'next' | 'nextUnknown'>

/** Whether the hall is open, until when, and else from when on: later today, or on the day that the server names. */
export const openingAt = (hall: Open, now: Instant): Opening => {
  const minute = minuteOf(now)
  const span = hall.openToday ? spanAt(hall.hours, minute) : undefined
  if (span) return { state: 'open', until: span.to }
  const later = hall.openToday ? hall.hours.find(({ from }) => from > minute) : undefined
  if (later) return { state: 'opens', from: later.from }
  if (hall.next && instantOf(hall.next.day, hall.next.from) > now) return { state: 'next', ...hall.next }
  if (hall.nextUnknown) return { state: 'unknown', why: hall.nextUnknown }
  return { state: hall.openToday ? 'over' : 'closed' }
}

/** Seats taken, in per cent, of the day that the opening is about: today's once today is over are nobody's concern. */
export const percentOf = (hall: Pick<Hall, 'load'>, opening: Opening): number | null => {
  if (opening.state === 'next') return opening.load
  return opening.state === 'open' || opening.state === 'opens' ? hall.load : null
}

/** A web map at the hall, for where there is no `openLocation`. Micro-degrees in, WGS-84 (the map converts). */
export const mapLink = (place: { readonly name: string; readonly position: Hall['position'] }): string => {
  const { latitude, longitude } = place.position
  const at = `${(longitude / 1e6).toFixed(6)},${(latitude / 1e6).toFixed(6)}`
  return `https://uri.amap.com/marker?position=${at}&name=${encodeURIComponent(place.name)}&coordinate=wgs84`
}

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
