/** Sequences of all that people do with a full slot, the same ones each time; others, and many more, by `npm run simulate -- waitlist 10000`. */
import { checkWaiting } from './model'
import { defects } from './world'

it('agrees with its model through any sequence', async () => {
  const told = await checkWaiting({ runs: 15, seed: 11 })
  expect(told.accepted).toBeGreaterThan(3)
  expect(defects.splice(0)).toEqual([])
}, 120_000)
