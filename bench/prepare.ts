/** Fills an empty data folder for a rush: halls with ordinary slots, and one signed-in taxpayer a booking to come. */
import { allCollections } from '../functions/all-collections'
import { randomBytes } from 'node:crypto'
import { call } from '@orpc/server'
import { router as accountsRouter } from '../functions/accounts/router'
import { hallDays, slots } from '../functions/appointments/collections'
import { halls, matters, type HallDoc, type MatterDoc } from '../functions/halls/collections'
import { openComingDays } from '../functions/appointments/public'
import { dayVerdict } from '../functions/appointments/rules/window'
import { blockedBy } from '../functions/appointments/rules/blocked'
import { limitsOn } from '../functions/appointments/rules/limits'
import { hallDayId, slotId } from '../functions/appointments/rules/slots'
import type { Context, Services } from '../functions/core/io/context'
import { openInstance } from '../functions/core/io/entry/instance'
import { findOrCreateAccount } from '../functions/core/io/identity/account'
import { startSession } from '../functions/core/io/identity/session'
import { reader } from '../functions/core/io/store/reader'
import { transact } from '../functions/core/io/store/transact'
import { addDays, dayOf, type Day } from '../functions/core/pure/time'

export interface Seat {
  readonly hallId: string
  readonly matter: string
  readonly day: Day
  readonly start: number
}
export interface Prepared {
  readonly tokens: readonly string[]
  /** One entry a seat: a slot of eight seats stands here eight times. */
  readonly seats: readonly Seat[]
  /** All the seats of a few slots, of which `seats` has none. */
  readonly scarce: readonly Seat[]
}

export const MATTER = 'BENCH01'
const SEATS_A_SLOT = 8
const AT_ONCE = 64
const both = (words: string) => ({ zh: words, en: words })

export const hallDoc: HallDoc = {
  v: 1,
  name: both('bench'),
  address: both('bench'),
  region: '990102',
  phone: '0',
  latitude: 0,
  longitude: 0,
  hours: [
    { from: 540, to: 720 },
    { from: 810, to: 1020 },
  ],
  hoursNote: both(''),
  matters: [MATTER],
  windows: 4,
  template: { online: SEATS_A_SLOT, walkIn: 2, priority: 1 },
  sameDay: false,
  limits: {},
  demonstration: true,
}
export const matterDoc: MatterDoc = {
  v: 1,
  rank: 0,
  name: both('bench'),
  group: both('bench'),
  minutes: 10,
  bring: [],
  basis: both('bench'),
  kind: 'other',
  online: null,
}

/** Runs `work` for 0 … count − 1, sixty-four at a time. */
const many = async <R>(count: number, work: (at: number) => Promise<R>): Promise<R[]> => {
  const results: R[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    for (let at = next; at < count; at = next) {
      next += 1
      results[at] = await work(at)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return results
}

const insertHalls = async (services: Services, count: number): Promise<string[]> => {
  const ids = Array.from({ length: count }, (_, at) => `bench-${at}`)
  await transact(services, async (tx) => tx.insert(matters, MATTER, matterDoc))
  await many(count, async (at) => transact(services, async (tx) => tx.insert(halls, ids[at] ?? '', hallDoc)))
  return ids
}

const bookableDays = (now: number): Day[] => {
  const today = dayOf(now)
  const limits = limitsOn(today, {})
  return Array.from({ length: 14 }, (_, at) => addDays(today, at)).filter(
    (day) => dayVerdict({ today, day, sameDay: false, limits }).ok,
  )
}

const seatsOf = async (services: Services, hallIds: readonly string[]): Promise<Seat[]> => {
  const days = bookableDays(services.clock())
  const seats: Seat[] = []
  for (const hallId of hallIds) {
    const found = await reader(services.store).getMany(
      hallDays,
      days.map((day) => hallDayId(hallId, day)),
    )
    for (const [at, day] of days.entries()) {
      const starts = (found[at]?.starts ?? []).filter(
        (start) => !blockedBy({ day, start, kind: matterDoc.kind }),
      )
      const rows = starts.length
        ? await reader(services.store).getMany(
            slots,
            starts.map((start) => slotId(hallId, day, start)),
          )
        : []
      rows.forEach((slot) => {
        if (slot)
          for (let left = slot.left.online; left > 0; left -= 1)
            seats.push({ hallId, matter: MATTER, day, start: slot.start })
      })
    }
  }
  return seats
}

/** Seats, slot after slot, dealt so that neighbours in time are in different slots: a rush does not come in slot order. */
const dealt = (seats: readonly Seat[]): Seat[] => {
  const stride = 997
  return seats.map((_, at) => seats[(at * stride) % seats.length] as Seat)
}

const taxpayerToken = async (services: Services, at: number): Promise<string> => {
  const account = await findOrCreateAccount(services, `bench-${at}`)
  const context: Context = {
    ...services,
    traceId: 'bench',
    language: 'en',
    now: services.clock(),
    procedure: 'accounts/bind',
    key: `bench-${at}`,
    caller: { kind: 'account', accountId: account.id, grants: [] },
    device: { userAgent: 'bench', address: '' },
    transact: (work) => transact(services, work),
    identity: () => `bench-${at}`,
    answered: async () => undefined,
  }
  await call(
    accountsRouter.bind,
    { kind: 'person', name: '基准', number: randomBytes(9).toString('hex') },
    { context },
  )
  return (await startSession(services, account, services.clock())).token
}

/** @throws Error when the halls made hold fewer seats than wanted */
export const prepare = async (
  dataDir: string,
  wanted: { readonly taxpayers: number; readonly seats: number; readonly scarce: number },
): Promise<Prepared> => {
  const { services, close } = await openInstance({
    functions: {},
    collections: allCollections,
    environment: { DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
  })
  try {
    const hallIds = await insertHalls(services, Math.ceil((wanted.seats + wanted.scarce) / 300))
    await openComingDays(services)
    const all = await seatsOf(services, hallIds)
    const apart = Math.ceil(wanted.scarce / SEATS_A_SLOT) * SEATS_A_SLOT
    const [scarce, seats] = [all.slice(0, apart), dealt(all.slice(apart))]
    if (seats.length < wanted.seats) throw new Error(`${seats.length} seats, ${wanted.seats} wanted`)
    const tokens = await many(wanted.taxpayers, (at) => taxpayerToken(services, at))
    return { tokens, seats: seats.slice(0, wanted.seats), scarce }
  } finally {
    await close()
  }
}
