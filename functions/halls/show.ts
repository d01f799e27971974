/** Halls and matters as callers see them, in their language. */
import type { Language } from '../core/pure/errors'
import { say } from '../core/pure/text'
import type { Instant } from '../core/pure/time'
import { mattersAt, type Catalogue, type Hall, type Matter } from './catalogue'
import { metresBetween, type Position } from './rules/distance'
import { openAt, openingsAfter } from './rules/hours'

export const showHall = (hall: Hall, language: Language, from?: Position) => ({
  id: hall.id,
  name: say(hall.name, language),
  address: say(hall.address, language),
  region: hall.region,
  phone: hall.phone,
  position: { latitude: hall.latitude, longitude: hall.longitude },
  ...(from ? { distance: metresBetween(from, hall) } : {}),
  hours: hall.hours.map(({ from: opens, to }) => ({ from: opens, to })),
  hoursNote: say(hall.hoursNote, language),
  matters: [...hall.matters],
  windows: hall.windows,
  ...(hall.windowList
    ? { windowList: hall.windowList.map(({ number, matters }) => ({ number, matters: [...matters] })) }
    : {}),
  demonstration: hall.demonstration,
})

/** By the distance that each was shown with; as they come when none was asked for. */
export const nearestFirst = <R extends { readonly distance?: number }>(rows: readonly R[]): R[] =>
  [...rows].sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0))

/** With when it is open: booking's own view knows days that were closed, too. */
export const showOpening = (hall: Hall, now: Instant) => {
  if (openAt(hall.hours, now)) return { openNow: true }
  const [opens] = openingsAfter(hall.hours, now, 1).next
  return { openNow: false, ...(opens ? { opens } : {}) }
}

const showPreReview = ({ preReview }: Matter, language: Language) =>
  preReview
    ? {
        preReview: {
          rule: say(preReview.rule, language),
          basis: say(preReview.basis, language),
          unconfirmed: preReview.unconfirmed,
          from: preReview.effectiveFrom,
          to: preReview.effectiveTo,
        },
      }
    : {}

export const showMatter = (matter: Matter, catalogue: Catalogue, language: Language) => ({
  code: matter.code,
  name: say(matter.name, language),
  group: say(matter.group, language),
  minutes: matter.minutes,
  bring: matter.bring.map(({ name, copies, required }) => ({
    name: say(name, language),
    copies: say(copies, language),
    required,
  })),
  basis: say(matter.basis, language),
  ...(matter.online ? { online: { way: say(matter.online.way, language), url: matter.online.url } } : {}),
  ...showPreReview(matter, language),
  halls: [...catalogue.halls.values()]
    .filter(({ matters }) => matters.includes(matter.code))
    .map(({ id }) => id),
})

/** Those of one hall, or all.  @throws AppError NOT_FOUND for a hall that is not there */
export const showMatters = (catalogue: Catalogue, language: Language, hallId: string | undefined) =>
  mattersAt(catalogue, hallId).map((matter) => showMatter(matter, catalogue, language))
