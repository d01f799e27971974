/**
 * The steps of a ballot, each found done by whoever repeats it: its slots are kept for it; closed, nobody enters any more; its entries are
 * listed, slot by slot, and their digest published; some minutes later lines are made in the drawn order, and the seed is revealed.
 */
import { keepForLine, openForAll, readSlot, slotId, startsOf } from '../../appointments/public'
import type { Services } from '../../core/io/context'
import { allOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { dayOf, instantOf, MINUTE, type MinuteOfDay } from '../../core/pure/time'
import { ballotLists, ballots, waitLines, waits, type BallotDoc, type LineDoc } from '../collections'
import { WAIT_KEPT } from '../data/kept'
import { termsOn } from '../data/terms'
import { digestOf, drawnOrder, type SlotEntries } from '../rules/ballot'
import { listIdOf, seedPlace } from './ids'
import { inLine } from './standing'
import { endEntries, tendLine } from './tend'

/** Ids in one document, and waits in one commit. */
const LISTED_A_PAGE = 1000
const PLACED_AT_ONCE = 30

const placeAt = ({ hallId, day }: BallotDoc, start: MinuteOfDay) => ({ hallId, day, start })

/**
 * Who joined a line while the ballot was announced enters it: one of the two commits could not know of the other. To whom a seat was
 * offered meanwhile keeps the offer.
 */
const intoBallot = async (services: Services, ballotId: string, slot: string): Promise<void> => {
  for (const { id } of await inLine(services, slot, 'waiting'))
    await transact(services, async (tx) => {
      const doc = await tx.get(waits, id)
      if (doc?.state === 'waiting')
        tx.replace(waits, id, { ...doc, state: 'entered', place: 0, ballot: ballotId, changedAt: tx.now })
    })
  await transact(services, async (tx) => {
    const line = await tx.get(waitLines, slot)
    if (line?.state === 'standing' || line?.state === 'emptied')
      tx.replace(waitLines, slot, { ...line, state: 'over', changedAt: tx.now })
  })
}

/** Of a day that takes entries: its slots are kept for it; of those that the hall closed, who entered is told. */
export const keepSlots = async (services: Services, id: string, ballot: BallotDoc): Promise<void> => {
  for (const start of await startsOf(services, ballot.hallId, ballot.day)) {
    const place = placeAt(ballot, start)
    const lineId = slotId(place.hallId, place.day, start)
    await intoBallot(services, id, lineId)
    const slot = await readSlot(services, place)
    if (slot?.state === 'closed') await endEntries(services, lineId)
    else if (slot && slot.line !== ballot.token) await keepForLine(services, place, ballot.token)
  }
}

/** @returns the ballot as it stands, moved on when it was as expected */
const move = (
  services: Services,
  id: string,
  from: BallotDoc['state'],
  to: (doc: BallotDoc, now: number) => BallotDoc,
): Promise<BallotDoc | undefined> =>
  transact(services, async (tx) => {
    const doc = await tx.get(ballots, id)
    if (doc?.state !== from) return doc
    const moved = to(doc, tx.now)
    tx.replace(ballots, id, moved)
    return moved
  })

/** The entries of a slot as they were listed; `undefined` before. */
export const listedOf = async (
  services: Pick<Services, 'store'>,
  slot: string,
): Promise<SlotEntries | undefined> => {
  const pages = await allOf(services.store, ballotLists, { index: 'slot', where: { slot } })
  return pages.length === 0 ? undefined : { slot, entries: pages.flatMap(({ doc }) => doc.entries) }
}

/** All pages of a slot in one commit: a list is whole, or not there. */
const listSlot = async (services: Services, ballot: BallotDoc, slot: string): Promise<SlotEntries> => {
  const listed = await listedOf(services, slot)
  if (listed) return listed
  const entered = await allOf(services.store, waits, {
    index: 'line',
    where: { lineId: slot, state: 'entered' },
  })
  const entries = entered.map(({ id }) => id).sort()
  const pages = Array.from({ length: Math.max(1, Math.ceil(entries.length / LISTED_A_PAGE)) }, (_, page) =>
    entries.slice(page * LISTED_A_PAGE, (page + 1) * LISTED_A_PAGE),
  )
  await transact(services, async (tx) => {
    if (await tx.get(ballotLists, listIdOf(slot, 0))) return
    pages.forEach((some, page) =>
      tx.insert(ballotLists, listIdOf(slot, page), {
        v: 1,
        slot,
        page,
        entries: some,
        expiresAt: ballot.expiresAt,
      }),
    )
  })
  return (await listedOf(services, slot)) ?? { slot, entries }
}

const list = async (services: Services, id: string, ballot: BallotDoc): Promise<void> => {
  const { hallId, day } = ballot
  const starts = await startsOf(services, hallId, day)
  const lists: SlotEntries[] = []
  for (const start of starts) lists.push(await listSlot(services, ballot, slotId(hallId, day, start)))
  const digest = digestOf(lists)
  await move(services, id, 'closed', (doc, now) => ({
    ...doc,
    state: 'listed',
    digest,
    starts,
    listedAt: now,
  }))
}

/**
 * Whoever left since keeps no place, and the others theirs.
 * @param base the last place that the line gave before: none is given again
 */
const place = async (services: Services, order: readonly string[], base: number): Promise<void> => {
  for (let from = 0; from < order.length; from += PLACED_AT_ONCE)
    await transact(services, async (tx) => {
      for (const [at, id] of order.slice(from, from + PLACED_AT_ONCE).entries()) {
        const doc = await tx.get(waits, id)
        const drawn = from + at + 1
        if (doc?.state === 'entered')
          tx.replace(waits, id, { ...doc, state: 'waiting', place: base + drawn, drawn, changedAt: tx.now })
      }
    })
}

/** Of a slot: its line, in the drawn order. Nobody is offered a seat before everybody has her place. */
const drawSlot = async (services: Services, ballot: BallotDoc, seed: string, start: MinuteOfDay) => {
  const slot = slotId(ballot.hallId, ballot.day, start)
  const entries = (await listedOf(services, slot)) ?? { slot, entries: [] }
  if (entries.entries.length === 0) return openForAll(services, placeAt(ballot, start), ballot.token)
  const begun = await transact(services, async (tx) => {
    const line = await tx.get(waitLines, slot)
    if (line && line.token === ballot.token) return line
    const drawing: LineDoc = {
      v: 1,
      ...placeAt(ballot, start),
      state: 'drawing',
      token: ballot.token,
      next: (line?.next ?? 1) + entries.entries.length,
      changedAt: tx.now,
      expiresAt: instantOf(ballot.day) + WAIT_KEPT,
    }
    tx.put(waitLines, slot, drawing)
    return drawing
  })
  // Whoever joined since stands behind, and raised what comes next.
  if (begun.state !== 'drawing') return
  await place(services, drawnOrder(seed, entries), begun.next - 1 - entries.entries.length)
  await transact(services, async (tx) => {
    const line = await tx.get(waitLines, slot)
    if (line?.state === 'drawing') tx.replace(waitLines, slot, { ...line, state: 'standing' })
  })
}

const draw = async (services: Services, id: string, ballot: BallotDoc): Promise<void> => {
  const seed = services.vault.own.open(seedPlace(id), ballot.sealedSeed)
  const starts = ballot.starts ?? (await startsOf(services, ballot.hallId, ballot.day))
  for (const start of starts) await drawSlot(services, ballot, seed, start)
  await move(services, id, 'listed', (doc, now) => ({ ...doc, state: 'drawn', seed, drawnAt: now }))
  for (const start of starts) await tendLine(services, slotId(ballot.hallId, ballot.day, start))
}

const tendBallot = async (services: Services, id: string, seen: BallotDoc): Promise<void> => {
  const now = services.clock()
  let ballot: BallotDoc | undefined = seen
  if (ballot.state === 'open') {
    await keepSlots(services, id, ballot)
    // Whoever enters at the same time has read the ballot's document, and reads it again.
    if (ballot.closesAt <= now)
      ballot = await move(services, id, 'open', (doc) => ({ ...doc, state: 'closed' }))
  }
  if (ballot?.state === 'closed') await list(services, id, ballot)
  if (seen.state !== 'listed') return
  const after = termsOn(dayOf(now)).revealAfterMinutes * MINUTE
  if ((seen.listedAt ?? now) + after <= now) await draw(services, id, seen)
}

/** Every ballot that is not drawn yet. */
export const tendBallots = async (services: Services): Promise<void> => {
  for (const state of ['open', 'closed', 'listed'] as const)
    for (const { id, doc } of await allOf(services.store, ballots, { index: 'state', where: { state } }))
      await tendBallot(services, id, doc)
}

/** The ballot of a day, as it stands. */
export const ballotAt = (services: Pick<Services, 'store'>, id: string): Promise<BallotDoc | undefined> =>
  reader(services.store).get(ballots, id)
