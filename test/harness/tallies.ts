/** Tallies of halls' days against the appointments themselves, once everything due was handled. */
import { appointments } from '../../functions/appointments/collections'
import { recountHallDays } from '../../functions/appointments/work/tallies'
import { allOf } from '../../functions/core/io/store/pages'
import type { Store } from '../../functions/core/io/store/contract'

/** @returns what was counted otherwise than it is, in words */
export const tallyFaults = async (store: Store): Promise<string[]> => {
  const docs = (await allOf(store, appointments, { index: 'id' })).map(({ doc }) => doc)
  const halls = [...new Set(docs.filter(({ state }) => state !== 'void').map(({ hallId }) => hallId))]
  const whole = { from: '2026-01-01', to: '2027-12-31' }
  const found = await Promise.all(halls.map((hallId) => recountHallDays({ store }, { hallId, ...whole })))
  return found
    .flat()
    .map(
      ({ key, counted, truth }) => `${key}: counted ${JSON.stringify(counted)}, is ${JSON.stringify(truth)}`,
    )
}
