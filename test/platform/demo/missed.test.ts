/** The demonstration's absentee: suspended from the start, whatever day it is begun on, with something to appeal. */
import { appointments, slots } from '../../../functions/appointments/collections'
import { allOf } from '../../../functions/core/io/store/pages'
import { dayKind } from '../../../functions/core/pure/calendar'
import { instantOf, monthOf } from '../../../functions/core/pure/time'
import { demo } from '../../../platform/demo'
import { ABSENTEE } from '../../../platform/demo/data/people'
import { missedDays } from '../../../platform/demo/missed'
import { openWorld } from '../../functions/refunds/world'

it.each(['2026-03-02', '2026-10-09', '2026-10-14', '2026-11-30'])(
  'missed three working days of one month, begun on %s',
  (today) => {
    const days = missedDays(today)
    expect(days).toHaveLength(3)
    expect(new Set(days.map(monthOf)).size).toBe(1)
    expect(days.every((day) => day < today && dayKind(day) === 'working')).toBe(true)
  },
)

it('is suspended, once, and each of its appointments has its seat', async () => {
  const world = await openWorld({ now: instantOf('2026-11-30', 600) })
  await demo.past(world.services)
  await demo.past(world.services)
  const mine = await world.must<{ noShows: { appointmentId: string }[]; suspended: { until: number } }>(
    'credit/mine',
    {},
    { as: ABSENTEE },
  )
  expect(mine.noShows).toHaveLength(3)
  expect(mine.suspended.until).toBeGreaterThan(world.services.time.now)
  const { store } = world.services
  const held = (await allOf(store, slots, { index: 'expiry' })).flatMap(({ doc }) => Object.keys(doc.holders))
  const made = (await allOf(store, appointments, { index: 'expiry' })).map(({ id }) => id)
  expect(held.sort()).toEqual(made.sort())
  await world.close()
})
