/** Three days in a hall, each in virtual time, with what goes wrong in one: `npm run simulate -- hall-day` runs larger ones. */
import { simulateHallDay } from '../../simulate/hall-day'

test.each([1, 2, 3])(
  'a day of seed %i: nobody is overbooked, called twice, overtaken or forgotten, whatever is repeated, dies or restarts',
  async (seed) => {
    const day = await simulateHallDay({ people: 90, seed })
    expect(day.faults).toEqual([])
    expect([day.overbooked, day.doubleCalls]).toEqual([0, 0])
    // A day in which nothing happens, or nothing goes wrong, would prove nothing.
    expect(day.states.done).toBeGreaterThan(60)
    expect(Math.min(day.repeated, day.deaths, day.restarts)).toBeGreaterThan(0)
  },
  60_000,
)
