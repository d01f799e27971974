/**
 * Who is to be reminded on which days, as one short text: tracks and days before. Profiles with the same plan are reminded on the
 * same days, whatever they file; there are few plans, however many profiles.
 */
import { addDays, type Day } from '../../core/pure/time'
import { obligations } from '../data/obligations'
import { periodOf, type Profile } from './profile'
import { lawfulDays, occurrencesOf, trackOf, type Days, type Track } from './tracks'

/** Days before the last day on which one may be reminded; 0 is the day itself. */
export const OFFSETS = [7, 3, 1, 0] as const
export type Offset = (typeof OFFSETS)[number]

/** What is offered to whoever turns reminders on. */
export const USUAL_OFFSETS: readonly Offset[] = [3, 1, 0]

export const isOffset = (value: number): value is Offset => OFFSETS.some((one) => one === value)

/** Nobody is to be reminded. */
export const NO_PLAN = ''

/** The tracks of what a taxpayer files, in one order. */
export const tracksOf = (profile: Profile): readonly Track[] => {
  const tracks = obligations
    .filter(({ tax, who }) => tax !== 'event' && who.includes(profile.kind) && profile.taxes.includes(tax))
    .flatMap(({ tax, schedule }) =>
      tax === 'event' ? [] : (trackOf(schedule, periodOf(profile, tax)) ?? []),
    )
  return [...new Set(tracks)].sort()
}

/** `03-31,month,quarter|3,1,0`: the tracks, and the days before that anybody wants. */
export const planOf = (profile: Profile, offsets: readonly Offset[]): string => {
  const tracks = tracksOf(profile)
  const wanted = OFFSETS.filter((one) => offsets.includes(one))
  return tracks.length === 0 || wanted.length === 0 ? NO_PLAN : `${tracks.join(',')}|${wanted.join(',')}`
}

interface Plan {
  readonly tracks: readonly Track[]
  readonly offsets: readonly Offset[]
}

const readPlan = (plan: string): Plan => {
  const [tracks = '', offsets = ''] = plan.split('|')
  return {
    tracks: tracks.split(',').filter((one) => one !== '') as Track[],
    offsets: offsets.split(',').map(Number).filter(isOffset),
  }
}

const isDueOn = (track: Track, day: Day, days: Days): boolean =>
  occurrencesOf(track, { from: day, to: day }, days).some(({ due }) => due.known)

/** Is anybody of this plan to be reminded on that day, and of what is so many days off? */
export const dueOffsets = (plan: string, today: Day, days: Days = lawfulDays): readonly Offset[] => {
  const { tracks, offsets } = readPlan(plan)
  return offsets.filter((offset) => tracks.some((track) => isDueOn(track, addDays(today, offset), days)))
}
