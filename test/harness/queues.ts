/** The queues of halls as the store holds them, and what does not agree. */
import type { Store } from '../../functions/core/io/store/contract'
import {
  hallLines,
  places,
  steps,
  tickets,
  type HallLinesDoc,
  type StepDoc,
} from '../../functions/queue/collections'
import { foldLines } from '../../functions/queue/rules/fold'
import { groupKey, lineKey, placeOf, type HallLines } from '../../functions/queue/rules/lines'
import { isWaiting } from '../../functions/queue/rules/states'
import { everything } from './seats'

/** How a claim was named, and when somebody last looked, are not among the steps. */
const comparable = ({ waiting, given, again, calls, printed, windows, totals }: HallLines) => ({
  waiting: Object.fromEntries(Object.entries(waiting).filter(([, numbers]) => numbers.length > 0)),
  given,
  again: [...again].sort((a, b) => (a.place < b.place ? -1 : 1)),
  calls: Object.fromEntries(Object.entries(calls).filter(([, count]) => count > 0)),
  printed,
  totals,
  windows: Object.fromEntries(
    Object.entries(windows).map(([key, { state, officer, matters, streak, claim }]) => [
      key,
      {
        state,
        officer,
        matters,
        streak,
        claim: claim && { place: claim.place, ticket: claim.ticket, calls: claim.calls },
      },
    ]),
  ),
})

/** Lines as they stand, and as their steps make them: equal once nothing is under way. */
export const bothLines = async (store: Store, id: string): Promise<{ live: unknown; folded: unknown }> => {
  const found = (await everything(store, hallLines)).find((one) => one.id === id)
  const of = (await everything(store, steps)).map(({ doc }) => doc)
  if (!found) throw new Error('no lines')
  const { hallId, day } = found.doc
  return {
    live: comparable(found.doc),
    folded: comparable(foldLines(of.filter((step) => step.hallId === hallId && step.day === day))),
  }
}

const inOne = (lines: HallLinesDoc, of: readonly StepDoc[]): string[] => {
  const calls = of.filter(({ kind }) => kind === 'called')
  const counts = new Map<string, number>()
  for (const { place } of calls) counts.set(place, (counts.get(place) ?? 0) + 1)
  // Once, and once again after it was passed.
  return [...counts]
    .filter(([, count]) => count > 2)
    .map(([place, count]) => `${lines.hallId}: ${place} was called ${count} times`)
}

/** What must hold whenever no call is under way. */
export const queueFaults = async (store: Store): Promise<string[]> => {
  const faults: string[] = []
  const [days, all, stands, records] = await Promise.all([
    everything(store, hallLines),
    everything(store, tickets),
    everything(store, places),
    everything(store, steps),
  ])
  const ticketAt = new Map(stands.map(({ id, doc }) => [id, doc.ticketId]))
  for (const { id, doc } of days) {
    const own = all.filter((one) => one.doc.hallId === doc.hallId && one.doc.day === doc.day)
    faults.push(
      ...inOne(
        doc,
        records.map((one) => one.doc).filter((step) => step.hallId === doc.hallId && step.day === doc.day),
      ),
    )
    const numbers = own.map((one) => one.doc.number)
    if (new Set(numbers).size < numbers.length) faults.push(`${id}: a number was given twice`)
    for (const one of own) {
      const { number, ...line } = placeOf(one.doc.place)
      const key = lineKey(line)
      if ((doc.given[groupKey(line)] ?? 0) < number)
        faults.push(`${one.id} stands where nobody was given a place`)
      if (ticketAt.get(`${id}.${one.doc.place}`) !== one.id)
        faults.push(`${one.id} does not stand at its place`)
      if (!isWaiting(one.doc.state)) continue
      const stands = doc.waiting[key]?.includes(number) ?? false
      const goesAgain = doc.again.some(({ place }) => place === one.doc.place)
      const claimed = Object.values(doc.windows).some(({ claim }) => claim?.place === one.doc.place)
      if (Number(stands) + Number(goesAgain) + Number(claimed) !== 1)
        faults.push(
          `${one.id} waits, and stands in ${Number(stands) + Number(goesAgain) + Number(claimed)} lines`,
        )
    }
    const held = Object.values(doc.windows).flatMap(({ claim }) => claim?.place ?? [])
    if (new Set(held).size < held.length) faults.push(`${id}: two windows have one place`)
  }
  return faults
}
