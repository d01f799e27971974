/** Days of a campaign with races, repeats and deaths at any commit: caps, one entry an invoice, pools, one payment a prize. */
import fc from 'fast-check'
import { liveWeek } from '../../harness/lottery/week'

test('whatever happens, what must hold holds', async () => {
  const seen = { entries: 0, wonAtOnce: 0, paid: 0, deaths: 0 }
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
      const { faults, entries, wonAtOnce, paid, deaths } = await liveWeek({
        seed,
        days: 2,
        people: 6,
        perDay: 25,
      })
      expect(faults).toEqual([])
      seen.entries += entries
      seen.wonAtOnce += wonAtOnce
      seen.paid += paid
      seen.deaths += deaths
    }),
    { numRuns: 4, endOnFailure: true },
  )
  // It lived: a run in which nothing happened would prove nothing.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0)
}, 120_000)
