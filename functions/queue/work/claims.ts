/**
 * What a window has claimed, brought in line with its ticket: marked when no commit has done so, seen when one has, let go when the ticket
 * is done with. Each step is true by itself and safe to repeat; whoever comes by goes on with what a crash left.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Services } from '../../core/io/context'
import { notify } from '../../core/io/notices/notify'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import type { Tx } from '../../core/io/store/transaction'
import { instantOf, minuteOf, MINUTE } from '../../core/pure/time'
import { places, steps, tickets, type HallLinesDoc, type TicketDoc } from '../collections'
import { DAY_KEPT } from '../data/kept'
import { notices } from '../data/notices'
import { windowNumber } from '../rules/fields'
import { inOrder, placeKey, type Claim, type Totals } from '../rules/lines'
import { releaseClaim, seeClaim, skipClaim } from '../rules/next-call'
import { isWaiting } from '../rules/states'
import { hallDayOf, placeIdOf } from './ids'
import { changeLines, readLines, type HallDay } from './lines'
import { stepTicket } from './step'

export interface Held {
  readonly id: string
  readonly doc: TicketDoc
  readonly claim: Claim
}

/** Messages beside the inbox are of no use when the window has gone on. */
const CALL_LASTS = 10 * MINUTE
/** How many go before whoever is told that the turn is near. */
const NEAR = 3

const factsOf = ({ hallId, day, number, matter, window }: TicketDoc, now: number) => ({
  hallId,
  day,
  start: minuteOf(now),
  number,
  matter,
  window: window === null ? '' : windowNumber(window),
})

export const tellTicket = (
  tx: Tx,
  notice: (typeof notices)[keyof typeof notices],
  {
    id,
    doc,
    once,
    facts = {},
  }: {
    readonly id: string
    readonly doc: TicketDoc
    readonly once: string
    readonly facts?: { readonly [name: string]: string | number }
  },
): void => {
  if (doc.accountId === null) return
  notify(tx, {
    notice,
    accountId: doc.accountId,
    facts: { ...factsOf(doc, tx.now), ...facts },
    about: id,
    until: tx.now + CALL_LASTS,
    once,
  })
}

interface Marking {
  readonly at: HallDay
  readonly window: string
  readonly claim: Claim
}

/** Who comes third from now on at this window hears that the turn is near, once. */
const tellNear = async (tx: Tx, { at, window }: Marking, lines: HallLinesDoc | undefined): Promise<void> => {
  const matters = lines?.windows[window]?.matters ?? []
  const behind = lines && inOrder(lines, matters, 'plain')[NEAR - 1]
  if (!behind) return
  const id = (await tx.peek(places, placeIdOf(hallDayOf(at.hallId, at.day), placeKey(behind))))?.ticketId
  const doc = id ? await tx.peek(tickets, id) : undefined
  if (id && doc?.state === 'waiting')
    tellTicket(tx, notices.nearly, { id, doc, once: `nearly|${id}`, facts: { ahead: NEAR - 1 } })
}

/** Does the ticket still wait where it was claimed? */
const standsFor = (doc: TicketDoc | undefined, claim: Claim): doc is TicketDoc =>
  doc !== undefined && !doc.claims.includes(claim.key) && isWaiting(doc.state) && doc.place === claim.place

const mark = async (services: Services, id: string, marking: Marking): Promise<void> => {
  const { at, window, claim } = marking
  const lines = claim.again ? undefined : await readLines(services, at)
  await transact(services, async (tx) => {
    const doc = await tx.get(tickets, id)
    if (!standsFor(doc, claim)) return
    const set = { claims: [...doc.claims, claim.key], window, calledAt: tx.now, servingAt: null, recalls: 0 }
    const after = stepTicket(tx, id, doc, { kind: 'called', to: 'called', turn: claim.turn, set })
    tellTicket(tx, notices.called, { id, doc: after, once: `called|${claim.key}` })
    await tellNear(tx, marking, lines)
  })
}

/** Nobody will stand there: neither a ticket that comes late nor one that went. */
const bar = (services: Services, { at, window, claim }: Marking): Promise<void> =>
  transact(services, async (tx) => {
    const hallDay = hallDayOf(at.hallId, at.day)
    const id = placeIdOf(hallDay, claim.place)
    const expiresAt = instantOf(at.day) + DAY_KEPT
    const [place, skipped] = await Promise.all([tx.get(places, id), tx.get(steps, `${id}.skipped`)])
    if (!place) tx.insert(places, id, { v: 1, ticketId: null, expiresAt })
    if (skipped) return
    const { hallId, day } = at
    tx.insert(steps, `${id}.skipped`, {
      v: 1,
      hallId,
      day,
      at: tx.now,
      kind: 'skipped',
      ticketId: null,
      step: 0,
      number: '',
      place: claim.place,
      window: windowNumber(window),
      expiresAt,
    })
  })

const NOTHING: Totals = { served: 0, missed: 0, waited: 0, serving: 0 }
const addsOf = ({ state, calledAt, since, servingAt, endedAt }: TicketDoc): Totals => {
  if (state === 'noShow') return { ...NOTHING, missed: 1 }
  if (state !== 'done') return NOTHING
  const [called, served, ended] = [calledAt ?? since, servingAt ?? since, endedAt ?? since]
  return { served: 1, missed: 0, waited: called - since, serving: ended - served }
}

/** Milliseconds that a ticket's own commit is waited for, when its place was called in that very moment. */
const LATE = [20, 40, 80]

const ticketAt = async (services: Services, { at, claim }: Marking): Promise<string | null | undefined> => {
  const id = placeIdOf(hallDayOf(at.hallId, at.day), claim.place)
  for (const wait of [0, ...LATE]) {
    if (wait > 0) await sleep(wait)
    const place = await reader(services.store).get(places, id)
    if (place) return place.ticketId
  }
  return undefined
}

type Seen = { readonly held: Held } | 'free' | 'again'

const look = async (services: Services, marking: Marking): Promise<Seen> => {
  const { at, window, claim } = marking
  const { key, place } = claim
  const id = await ticketAt(services, marking)
  const doc = id ? await reader(services.store).get(tickets, id) : undefined
  if (id && standsFor(doc, claim)) {
    await mark(services, id, marking)
    return 'again'
  }
  if (!id || !doc?.claims.includes(key)) {
    await bar(services, marking)
    if (id === undefined) return 'again'
    await changeLines(services, at, (lines) => skipClaim(lines, window, claim))
    return 'free'
  }
  // Transferred, it may have been called elsewhere by now.
  const isLast = doc.claims.at(-1) === key
  const ticket = { id, number: doc.number, serving: isLast ? doc.servingAt : null }
  await changeLines(services, at, (lines) => seeClaim(lines, window, { key, place, ticket }))
  if (isLast && (doc.state === 'called' || doc.state === 'serving')) return { held: { id, doc, claim } }
  const release = {
    key,
    place,
    at: doc.changedAt,
    putBack: isLast && doc.state === 'passed',
    adds: isLast ? addsOf(doc) : NOTHING,
    occupied: isLast && doc.state !== 'closed' ? doc.changedAt - (doc.calledAt ?? doc.changedAt) : null,
  }
  await changeLines(services, at, (lines) => releaseClaim(lines, window, release))
  return 'free'
}

/**
 * @param window by its key
 * @returns what the window has now: a ticket that is called or served, or nothing
 * @throws AppError BUSY
 */
export const bringUp = async (services: Services, at: HallDay, window: string): Promise<Held | undefined> => {
  for (let tries = 0; tries < 4; tries += 1) {
    const claim = (await readLines(services, at))?.windows[window]?.claim
    if (!claim) return undefined
    const seen = await look(services, { at, window, claim })
    if (seen === 'free') return undefined
    if (seen !== 'again') return seen.held
  }
  return undefined
}
