/** The officer's day: its list, its seats, closing it. What changes a day is loaded with the first call that does. */
import { taxpayerNames } from '../../accounts/public'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { addDays, dayOf } from '../../core/pure/time'
import { say } from '../../core/pure/text'
import { hallOnDuty } from '../../halls/public'
import { appointments, counterNotes } from '../collections'
import { anyMatter, dayAnswer, seeDay } from '../work/day'
import { outcomeShown, stateNow } from '../work/present'
import { slotRows } from './availability'
import { os } from './os'

export const dayList = os.dayList.handler(async ({ input, context }) => {
  const { catalogue, hall } = await hallOnDuty(context, input.hallId)
  const { store, language, now } = context
  const sight = await seeDay(store, hall.id, input.day)
  const page = await reader(store).query(appointments, {
    index: 'hall',
    where: { hallId: hall.id, day: input.day },
    limit: input.limit,
    ...(input.after === undefined ? {} : { after: input.after }),
  })
  const ids = page.items.map(({ id }) => id)
  const notes = new Set(
    (await reader(store).getMany(counterNotes, ids)).flatMap((note, at) => (note ? (ids[at] ?? []) : [])),
  )
  const names = await taxpayerNames(context, [...new Set(page.items.map(({ doc }) => doc.taxpayerId))])
  const rows = pageAnswer(page, ({ id, doc }) => {
    const matter = catalogue.matters.get(doc.matter)
    const taxpayer = names.get(doc.taxpayerId)
    return {
      id,
      start: doc.start,
      end: doc.end,
      code: doc.code,
      matter: doc.matter,
      matterName: matter ? say(matter.name, language) : doc.matter,
      name: taxpayer?.name ?? '',
      standing: taxpayer?.standing ?? ('claimed' as const),
      state: stateNow(doc, { now, hallDay: sight.hallDay }),
      ...outcomeShown(doc.state),
      hasNote: notes.has(id),
    }
  })
  return {
    hallId: hall.id,
    hallName: say(hall.name, language),
    day: input.day,
    state: dayAnswer(sight, { hall, matter: anyMatter, now }).state,
    asOf: now,
    slots: slotRows(context, sight, { hall, matter: anyMatter }).map((row, i) => ({
      ...row,
      booked: sight.slots[i]?.booked ?? 0,
    })),
    ...rows,
  }
})

/** Days of a summary, the last included. */
const TALLIED = 30

export const tallies = os.tallies.handler(async ({ input, context }) => {
  const { hall } = await hallOnDuty(context, input.hallId)
  const to = input.until ?? dayOf(context.now)
  const { hallDayCounts } = await import('../work/tallies')
  const days = await hallDayCounts(context, { hallId: hall.id, from: addDays(to, 1 - TALLIED), to })
  return { hallId: hall.id, days }
})

type Capacity = { readonly slots: ReturnType<typeof slotRows> }

export const setCapacity = os.setCapacity.handler(async ({ input, context }) => {
  const { hall } = await hallOnDuty(context, input.hallId)
  const told = await context.answered<Capacity>()
  if (told) return told.output
  const { setSeats } = await import('../work/capacity')
  const slots = await setSeats(context, { ...input, hallId: hall.id })
  const answer = { slots: slotRows(context, { day: input.day, slots }, { hall, matter: anyMatter }) }
  return context.transact(async () => answer)
})

export const closeDay = os.closeDay.handler(async ({ input, context }) => {
  const { hall } = await hallOnDuty(context, input.hallId)
  const { closeDay: close } = await import('../work/close-day')
  return close(context, { hallId: hall.id, day: input.day, reason: input.reason })
})

export const reopenDay = os.reopenDay.handler(async ({ input, context }) => {
  const { hall } = await hallOnDuty(context, input.hallId)
  const { reopenDay: reopen } = await import('../work/reopen-day')
  return reopen(context, { hallId: hall.id, day: input.day, reason: input.reason })
})
