/**
 * Settling: a slot's claims are compared with the appointments they were made for. Booked: the seat is theirs for good.
 * Over, or never confirmed in time: the seat goes back. One patch a slot, however many claims.
 */
import type { Services } from '../../core/io/context'
import { withLease, type Lease } from '../../core/io/events/lease'
import type { Guard } from '../../core/io/store/contract'
import { pagesOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { MINUTE, type Instant } from '../../core/pure/time'
import { appointments, slots, type AppointmentDoc, type SlotDoc } from '../collections'
import { tailOf } from '../rules/slots'
import { isActive } from '../rules/states'
import { patchSlot, type SlotPatch } from './patching'
import { endAppointment } from './release'
import { bar } from './seat'

const AT_ONCE = 8
/** Holders settled by one patch. */
const BATCH = 100
/** A claim that slips in between look and patch makes us look again; the next run finds what is left. */
const LOOKS = 5

export interface Settled {
  /** Seats that are their appointment's for good. */
  readonly confirmed: number
  readonly freed: number
}
export interface HowToSettle {
  /** Of what a closing takes: every holder goes, booked ones are cancelled by the hall. */
  readonly closing?: boolean
  readonly most?: number
}

type Fate = 'booked' | 'over' | 'waits'
interface Settling {
  readonly id: string
  readonly fate: Fate
  readonly tail: string
}

const isClaim = (until: Instant): boolean => until > 0

/** Whose turn it is: expired claims; of a closing slot, everyone. */
const dueIn = ({ holders }: SlotDoc, now: Instant, closing: boolean): string[] =>
  Object.keys(holders).filter((id) => closing || (isClaim(holders[id] ?? 0) && (holders[id] ?? 0) <= now))

const fateOf = async (
  services: Services,
  id: string,
  doc: AppointmentDoc,
  closing: boolean,
): Promise<Fate> => {
  // A seat that its owner gave up comes back when it was said to, not before: nobody is to know the moment.
  if (!isActive(doc.state)) return !closing && (doc.returnsAt ?? 0) > services.clock() ? 'waits' : 'over'
  // A visit that was missed before its time, called in vain at its early end, keeps its seat: the hall cancels it no more.
  if (closing && (doc.state === 'noShow' || doc.state === 'excused')) return 'booked'
  if (closing) {
    await endAppointment(services, id, 'cancelledByHall')
    return 'over'
  }
  if (doc.state !== 'held') return 'booked'
  if (doc.heldUntil > services.clock()) return 'waits'
  // Not ours to end: its owner was first, and either confirmed or cancelled. The next look tells.
  return (await endAppointment(services, id, 'lapsed')) ? 'over' : 'waits'
}

interface Found {
  readonly id: string
  /** Its appointment, where there is one. */
  readonly doc: AppointmentDoc | undefined
}

const settlingOf = async (
  services: Services,
  slot: SlotDoc,
  { id, doc }: Found,
  closing: boolean,
): Promise<Settling> => {
  const standing = doc ?? (await bar(services, id, slot))
  const fate = await fateOf(services, id, standing, closing)
  return { id, fate, tail: tailOf(id, slot.codes) ?? standing.code.slice(2) }
}

const inTurn = async <T, R>(items: readonly T[], work: (item: T, at: number) => Promise<R>): Promise<R[]> => {
  const done: R[] = []
  for (let i = 0; i < items.length; i += AT_ONCE)
    done.push(...(await Promise.all(items.slice(i, i + AT_ONCE).map((item, at) => work(item, i + at)))))
  return done
}

const claimsOf = ({ holders }: SlotDoc): string[] =>
  Object.keys(holders).filter((id) => isClaim(holders[id] ?? 0))

/** What the slot still tells of a seat that went back. */
const tracesOf = ({ id, tail }: Settling): string[] => [`holders.${id}`, ...(tail ? [`codes.${tail}`] : [])]

/**
 * One patch for all: booked seats are their appointments' for good, seats of what is over go back. Succeeds exactly when
 * every holder still is as it was seen; takes the token away only when no claim is left, and none was made since.
 * @returns `undefined` when there is nothing to change
 */
const settlingPatch = (slot: SlotDoc, settled: readonly Settling[]): SlotPatch | undefined => {
  const booked = settled.filter(({ fate }) => fate === 'booked')
  const over = settled.filter(({ fate }) => fate === 'over')
  const moving = [...booked, ...over]
  const movingIds = new Set(moving.map(({ id }) => id))
  const token = slot.unsettled ?? null
  const comesToRest = token !== null && claimsOf(slot).every((id) => movingIds.has(id))
  if (moving.length === 0 && !comesToRest) return undefined

  const set: Record<string, number | null> = {}
  for (const { id } of booked) set[`holders.${id}`] = 0
  const when: Guard[] = moving.map(({ id }) => ({ path: `holders.${id}`, is: slot.holders[id] ?? 0 }))
  if (comesToRest) {
    set.unsettled = null
    when.push({ path: 'unsettled', is: token })
  }
  return { set, add: { 'left.online': over.length }, unset: over.flatMap(tracesOf), when }
}

const howMany = (settled: readonly Settling[], wanted: Fate): number =>
  settled.filter(({ fate }) => fate === wanted).length

/** Settles up to `most` holders of one slot. Stops anywhere without harm: each step is true by itself. */
export const settleSlot = async (
  services: Services,
  slotId: string,
  { closing = false, most = BATCH }: HowToSettle = {},
): Promise<Settled> => {
  for (let looks = 1; looks <= LOOKS; looks += 1) {
    const slot = await reader(services.store).get(slots, slotId)
    // A day that was opened again holds other people's seats.
    if (!slot || (closing && slot.state !== 'closed')) break
    const due = dueIn(slot, services.clock(), closing).slice(0, Math.min(most, BATCH))
    const found = await reader(services.store).getMany(appointments, due)
    const settled = await inTurn(due, (id, at) => settlingOf(services, slot, { id, doc: found[at] }, closing))
    const patch = settlingPatch(slot, settled)
    if (!patch) break
    if (await patchSlot(services, slotId, patch))
      return { confirmed: howMany(settled, 'booked'), freed: howMany(settled, 'over') }
  }
  return { confirmed: 0, freed: 0 }
}

const LEASE_TTL = 2 * MINUTE
/** No new page after so many milliseconds: a schedule comes each minute. */
const BUDGET = 40_000
const PAGE = 20

/** A claim has ended, or the token stands though none is left. */
const isDue = (slot: SlotDoc, now: Instant): boolean =>
  dueIn(slot, now, false).length > 0 || claimsOf(slot).length === 0

const settleWhole = async (services: Services, slotId: string): Promise<Settled> => {
  const { confirmed, freed } = await settleSlot(services, slotId)
  if (confirmed + freed < BATCH) return { confirmed, freed }
  const rest = await settleWhole(services, slotId)
  return { confirmed: confirmed + rest.confirmed, freed: freed + rest.freed }
}

const settlePages = async (services: Services, lease: Lease): Promise<Settled> => {
  const total = { confirmed: 0, freed: 0 }
  const stopAt = services.clock() + BUDGET
  const waiting = pagesOf(services.store, slots, { index: 'unsettled', range: { gt: '' }, limit: PAGE })
  let first = true
  for await (const rows of waiting) {
    if (!first) await lease.renew()
    first = false
    const due = rows.filter(({ doc }) => isDue(doc, services.clock()))
    const done = await inTurn(due, ({ id }) => settleWhole(services, id))
    done.forEach(({ confirmed, freed }) => {
      total.confirmed += confirmed
      total.freed += freed
    })
    if (services.clock() >= stopAt) break
  }
  return total
}

/** All slots that wait to be settled, under a lease: a claim without an appointment is given back within a minute of its end. */
export const settleClaims = async (services: Services): Promise<Settled> => {
  const run = await withLease(services, 'appointments.settle', LEASE_TTL, (lease) =>
    settlePages(services, lease),
  )
  return run.outcome === 'done' ? run.result : { confirmed: 0, freed: 0 }
}
