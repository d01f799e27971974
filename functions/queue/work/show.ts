/** A number as its owner and the officers see it. */
import { taxpayerNames } from '../../accounts/public'
import type { Services } from '../../core/io/context'
import type { Language } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import { dayOf, type Instant, type MinuteOfDay } from '../../core/pure/time'
import { catalogueOf, type Catalogue, type Hall } from '../../halls/public'
import type { HallLinesDoc, TicketDoc } from '../collections'
import { termsOn } from '../data/terms'
import { ahead, waitingBy, windowsFor } from '../rules/ahead'
import { estimate } from '../rules/estimate'
import { windowNumber } from '../rules/fields'
import { groupKey, placeOf, type Place } from '../rules/lines'
import { isLive, isWaiting } from '../rules/states'
import type { Coming } from './coming'
import { readLines } from './lines'

export interface Reader extends Pick<Services, 'store' | 'vault' | 'clock'> {
  readonly language: Language
  readonly now: Instant
}

/** Of the numbers that were given today. */
const priorityShare = ({ given }: HallLinesDoc): number => {
  const [first, all] = Object.entries(given).reduce(
    ([f, sum], [group, count]) => [group.startsWith('f') ? f + count : f, sum + count],
    [0, 0],
  )
  return all === 0 ? 0 : first / all
}

/** Who goes before a place, and how long that takes, by the lines as they stand. */
export const waitAt = (
  { lines, coming }: { readonly lines: HallLinesDoc; readonly coming: Coming },
  place: Place,
  now: Instant,
) => {
  const before = ahead(lines, place, termsOn(lines.day).priorityInARow)
  const windows = windowsFor(lines, place.matter)
  const idle = windows.filter((window) => lines.windows[window]?.claim === null).length
  const range = estimate(lines.times, {
    ahead: before,
    matter: place.matter,
    windows: windows.length,
    idle,
    coming: place.kind === 'plain' && place.came === 'walkIn' ? coming(lines, place) : 0,
    overtaking: place.kind === 'plain' ? priorityShare(lines) : 0,
    workedAt: lines.workedAt,
    now,
  })
  return {
    ahead: Math.ceil(before.reduce((sum, { count }) => sum + count, 0)),
    estimate: { ...range, asOf: now },
  }
}

export interface Seen {
  readonly id: string
  readonly doc: TicketDoc
}

const rateable = ({ state, ratedAt, servingAt }: TicketDoc): boolean =>
  ratedAt === null && (!isLive(state) || (state === 'serving' && servingAt !== null))

const present = (
  { language, now }: Reader,
  catalogue: Catalogue,
  { id, doc }: Seen,
  {
    name,
    lines,
    coming,
  }: { readonly name: string | undefined; readonly lines: HallLinesDoc | undefined; readonly coming: Coming },
) => {
  const hall = catalogue.halls.get(doc.hallId)
  const matter = catalogue.matters.get(doc.matter)
  // A day that its own job has not closed yet is over all the same.
  const state = isLive(doc.state) && doc.day < dayOf(now) ? ('closed' as const) : doc.state
  const waits = isWaiting(state) && lines
  return {
    id,
    number: doc.number,
    state,
    hallId: doc.hallId,
    hallName: hall ? say(hall.name, language) : doc.hallId,
    matter: doc.matter,
    matterName: matter ? say(matter.name, language) : doc.matter,
    day: doc.day,
    priority: doc.kind === 'first',
    booked: doc.came === 'booked',
    ...(doc.came === 'booked' ? { start: doc.band } : {}),
    ...(doc.appointmentId === null ? {} : { appointmentId: doc.appointmentId }),
    ...(doc.taxpayerId !== null && name !== undefined ? { taxpayer: { id: doc.taxpayerId, name } } : {}),
    ...(doc.window === null ? {} : { window: windowNumber(doc.window) }),
    arrivedAt: doc.arrivedAt,
    ...(doc.calledAt === null ? {} : { calledAt: doc.calledAt, calls: doc.recalls + 1 }),
    ...(doc.servingAt === null ? {} : { servingAt: doc.servingAt }),
    ...(doc.endedAt === null ? {} : { endedAt: doc.endedAt }),
    passed: doc.passes > 0,
    canLeave: isWaiting(state),
    canRate: doc.accountId !== null && rateable({ ...doc, state }),
    ...(doc.stars === undefined ? {} : { stars: doc.stars }),
    ...(waits ? { waiting: waitAt({ lines, coming }, placeOf(doc.place), now) } : {}),
  }
}

export type TicketSight = ReturnType<typeof present>

const nobody: Coming = () => 0

/** In the order given. */
export const showTickets = async (context: Reader, seen: readonly Seen[]): Promise<TicketSight[]> => {
  const [catalogue, names] = await Promise.all([
    catalogueOf(context),
    taxpayerNames(context, [...new Set(seen.flatMap(({ doc }) => doc.taxpayerId ?? []))]),
  ])
  const days = new Map<string, Promise<HallLinesDoc | undefined>>()
  const linesOf = ({ hallId, day, state }: TicketDoc) => {
    if (!isWaiting(state)) return Promise.resolve(undefined)
    const key = `${hallId}|${day}`
    const reading = days.get(key) ?? readLines(context, { hallId, day })
    days.set(key, reading)
    return reading
  }
  const waiting = seen.filter(({ doc }) => isWaiting(doc.state)).map(({ doc }) => doc)
  const coming =
    waiting.length === 0 ? nobody : await (await import('./coming')).comingOf(context, catalogue, waiting)
  return Promise.all(
    seen.map(async (one) =>
      present(context, catalogue, one, {
        name: names.get(one.doc.taxpayerId ?? '')?.name,
        lines: await linesOf(one.doc),
        coming,
      }),
    ),
  )
}

export const showTicket = async (context: Reader, id: string, doc: TicketDoc): Promise<TicketSight> => {
  const [shown] = await showTickets(context, [{ id, doc }])
  if (!shown) throw new Error('one ticket is shown as one')
  return shown
}

/** A hall's matters: who waits for each, and how long somebody would who came now. */
export const showMatters = (
  { language, now }: Pick<Reader, 'language' | 'now'>,
  catalogue: Catalogue,
  {
    hall,
    lines,
    coming,
    band,
  }: {
    readonly hall: Hall
    readonly lines: HallLinesDoc | undefined
    readonly coming: Coming
    readonly band: MinuteOfDay
  },
) => {
  const waiting = lines ? waitingBy(lines) : new Map<string, number>()
  return hall.matters.flatMap((code) => {
    const matter = catalogue.matters.get(code)
    if (!matter) return []
    const line = { matter: code, kind: 'plain', band, came: 'walkIn' } as const
    const last = { ...line, number: (lines?.given[groupKey(line)] ?? 0) + 1 }
    return [
      {
        matter: code,
        name: say(matter.name, language),
        waiting: waiting.get(code) ?? 0,
        windows: lines ? windowsFor(lines, code).length : 0,
        estimate: lines
          ? waitAt({ lines, coming }, last, now).estimate
          : { known: false as const, why: 'noWindow' as const, asOf: now },
      },
    ]
  })
}
