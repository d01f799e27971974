/** Halls and matters: what there is, where, and how busy it is today. */
import type { Context } from '../../core/io/context'
import { dayKind } from '../../core/pure/calendar'
import { say } from '../../core/pure/text'
import { dayOf } from '../../core/pure/time'
import { metresBetween, type Position } from '../rules/distance'
import { catalogueOf, type Catalogue, type Hall, type Matter } from '../work/catalogue'
import { glanceAtDay } from '../work/day'
import { os } from './os'

/** Share of today's seats that are taken, and whether the hall is open today. */
const todayOf = async (
  context: Context,
  hall: Hall,
): Promise<{ readonly load: number | null; readonly openToday: boolean }> => {
  const day = dayOf(context.now)
  if (dayKind(day) !== 'working') return { load: null, openToday: false }
  const { hallDay, slots } = await glanceAtDay(context, hall.id, day)
  if (hallDay?.state === 'stopped') return { load: null, openToday: false }
  const sum = (pick: (slot: (typeof slots)[number]) => number): number =>
    slots.reduce((total, slot) => total + pick(slot), 0)
  const seats = sum(({ capacity }) => capacity.online + capacity.walkIn + capacity.priority)
  const left = sum((slot) => slot.left.online + slot.left.walkIn + slot.left.priority)
  return { load: seats > 0 ? Math.round(((seats - left) * 100) / seats) : null, openToday: true }
}

const hallRow = async (context: Context, hall: Hall, from: Position | undefined) => ({
  id: hall.id,
  name: say(hall.name, context.language),
  address: say(hall.address, context.language),
  region: hall.region,
  phone: hall.phone,
  position: { latitude: hall.latitude, longitude: hall.longitude },
  ...(from ? { distance: metresBetween(from, hall) } : {}),
  hours: hall.hours.map(({ from: opens, to }) => ({ from: opens, to })),
  hoursNote: say(hall.hoursNote, context.language),
  matters: [...hall.matters],
  windows: hall.windows,
  ...(await todayOf(context, hall)),
  demonstration: hall.demonstration,
})

const matterRow = ({ language }: Context, catalogue: Catalogue, matter: Matter) => ({
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
  halls: [...catalogue.halls.values()]
    .filter(({ matters }) => matters.includes(matter.code))
    .map(({ id }) => id),
})

export const halls = os.halls.handler(async ({ input, context }) => {
  const catalogue = await catalogueOf(context)
  const handling = [...catalogue.halls.values()].filter(
    ({ matters }) => input.matter === undefined || matters.includes(input.matter),
  )
  const rows = await Promise.all(handling.map((hall) => hallRow(context, hall, input.position)))
  return { halls: input.position ? rows.sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0)) : rows }
})

export const matters = os.matters.handler(async ({ input, context }) => {
  const catalogue = await catalogueOf(context)
  const at = input.hallId === undefined ? undefined : catalogue.halls.get(input.hallId)
  if (input.hallId !== undefined && !at) return { matters: [] }
  const handled = [...catalogue.matters.values()].filter(({ code }) => !at || at.matters.includes(code))
  return { matters: handled.map((matter) => matterRow(context, catalogue, matter)) }
})
