/** Lines before slots as the store holds them, and what does not agree. */
import { slots } from '../../functions/appointments/collections'
import type { Store } from '../../functions/core/io/store/contract'
import type { Instant } from '../../functions/core/pure/time'
import { waitLines, waits } from '../../functions/waitlist/collections'
import { everything } from './seats'

const isKept = (id: string): boolean => id.startsWith('wk_')

/**
 * What must hold at every moment: nobody has two offers of one place, places of a line are nobody's twice, who is booked by an offer
 * has the seat, and no seat is kept for one who has been told that she has none.
 */
export const lineFaults = async (store: Store): Promise<string[]> => {
  const [waitDocs, slotDocs] = await Promise.all([everything(store, waits), everything(store, slots)])
  const wrong: string[] = []
  const places = waitDocs.filter(({ doc }) => doc.place > 0).map(({ doc }) => `${doc.lineId} ${doc.place}`)
  if (new Set(places).size !== places.length) wrong.push('a place of a line twice')
  const holders = new Map(
    slotDocs.flatMap(({ id, doc }) => Object.keys(doc.holders).map((holder) => [holder, id] as const)),
  )
  for (const { id, doc } of waitDocs) {
    if ((doc.state === 'offered') !== (doc.kept !== undefined))
      wrong.push(`${id}: ${doc.state}, kept ${doc.kept}`)
    if (doc.kept !== undefined && holders.has(doc.kept) && holders.get(doc.kept) !== doc.lineId)
      wrong.push(`${id}: a seat is kept in another slot`)
  }
  return wrong
}

/** In rest: nobody is offered what she does not take, no seat is kept for nobody, and only slots with a line keep their seats. */
export const restLineFaults = async (store: Store, now: Instant): Promise<string[]> => {
  const [waitDocs, lineDocs, slotDocs, wrong] = await Promise.all([
    everything(store, waits),
    everything(store, waitLines),
    everything(store, slots),
    lineFaults(store),
  ])
  const kept = new Set(waitDocs.flatMap(({ doc }) => doc.kept ?? []))
  const lines = new Map(lineDocs.map(({ id, doc }) => [id, doc]))
  for (const { id, doc } of waitDocs)
    if (doc.state === 'offered' && doc.offerUntil <= now) wrong.push(`${id}: its offer is over`)
  for (const { id, doc } of slotDocs) {
    for (const holder of Object.keys(doc.holders))
      if (isKept(holder) && !kept.has(holder)) wrong.push(`${id}: ${holder} keeps a seat for nobody`)
    const line = lines.get(id)
    const waiting = waitDocs.filter((one) => one.doc.lineId === id && one.doc.state === 'waiting').length
    if (doc.line !== undefined && line?.state !== 'standing') wrong.push(`${id}: keeps its seats for no line`)
    if (doc.state === 'open' && waiting > 0 && doc.line !== line?.token)
      wrong.push(`${id}: people wait, and its seats are anybody's`)
  }
  return wrong
}
