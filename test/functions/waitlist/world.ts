/** A district where people wait: the real entry over a real database file; dispatcher and jobs are played by hand. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allCollections } from '../../../functions/all-collections'
import { contract as accountsContract } from '../../../functions/accounts/contract'
import { router as accountsRouter } from '../../../functions/accounts/router'
import { slots, type SlotDoc } from '../../../functions/appointments/collections'
import { contract as appointmentsContract } from '../../../functions/appointments/contract'
import { eventHandlers as ofAppointments } from '../../../functions/appointments/events'
import { router as appointmentsRouter } from '../../../functions/appointments/router'
import { slotId } from '../../../functions/appointments/rules/slots'
import type { Services } from '../../../functions/core/io/context'
import { openInstance, type Instance } from '../../../functions/core/io/entry/instance'
import { events } from '../../../functions/core/io/events/collections'
import type { Event, EventHandlers } from '../../../functions/core/io/events/contract'
import { reader } from '../../../functions/core/io/store/reader'
import { HOUR, instantOf, MINUTE } from '../../../functions/core/pure/time'
import { contract } from '../../../functions/waitlist/contract'
import { eventHandlers } from '../../../functions/waitlist/events'
import { router } from '../../../functions/waitlist/router'
import { demo } from '../../../platform/demo'
import { waitingEvents } from '../../harness/events'
import { restFaults, seatFaults } from '../../harness/seats'
import { restLineFaults, lineFaults } from '../../harness/lines'

/** Sunday noon: Monday 23 to Friday 27 November 2026 can be booked. */
export const SUNDAY = instantOf('2026-11-22', 720)
export const HALL = 'chengdong-1'
export const DAY = '2026-11-24'
export const START = 600
export const wish = { hallId: HALL, matter: 'SB01', day: DAY, start: START }

export interface Answer {
  readonly ok: boolean
  readonly code: string
  readonly body: Body
}
/** What the answers of these procedures hold: a field that is not there fails where it is looked at. */
export interface Body {
  readonly token: string
  readonly appointment: { readonly id: string; readonly state: string }
  readonly wait: Wait
  readonly items: readonly Wait[]
  readonly lines: number
  readonly waiting: number
  readonly open: boolean
}
export interface Wait {
  readonly id: string
  readonly state: string
  readonly place?: number
  readonly offerUntil?: number
  readonly appointmentId?: string
}

export interface World {
  readonly instance: Instance
  readonly services: Services
  now: number
  call(procedure: string, input: object, token?: string, key?: string): Promise<Answer>
  /** The body, or the test fails with the refusal. */
  must(procedure: string, input: object, token?: string): Promise<Body>
  /** A job, as its schedule calls it. */
  job(procedure: string): Promise<Body>
  signIn(person: string): Promise<string>
  /** The taxpayer she acts for whose name begins so, masked as it is. */
  taxpayerOf(token: string, name: string): Promise<string>
  /** Runs the handlers of what is due, as the dispatcher would; `again` runs each twice. */
  settle(options?: { readonly again?: boolean; readonly services?: Services }): Promise<number>
  slot(start?: number): Promise<SlotDoc>
  /** So many seats online, by an officer's order. */
  seats(online: number, start?: number): Promise<void>
  /** Somebody who has booked a seat: the token, and the appointment's id. */
  booked(person: string): Promise<{ readonly token: string; readonly id: string }>
  /** Minutes pass; what is due is done in each of them. */
  pass(minutes: number): Promise<void>
  close(): Promise<void>
}

export const defects: Readonly<Record<string, unknown>>[] = []
const silent = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields: Readonly<Record<string, unknown>>) => defects.push(fields),
}

const HANDLERS: Readonly<Record<string, EventHandlers | undefined>> = {
  appointments: ofAppointments,
  waitlist: eventHandlers,
}

export const openWorld = async (): Promise<World> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'shuibang-'))
  const functions = {
    accounts: {
      contract: { ...accountsContract, ...demo.functions.accounts.contract },
      router: { ...accountsRouter, ...demo.functions.accounts.router },
    },
    appointments: { contract: appointmentsContract, router: appointmentsRouter },
    waitlist: { contract, router, collections: allCollections },
  }
  const time = { now: SUNDAY }
  const instance = await openInstance({
    functions,
    environment: { DATA_DIR: dataDir },
    clock: () => time.now,
    log: silent,
    strict: true,
  })
  const { entry, services } = instance
  await demo.seed(services)
  const call: World['call'] = async (procedure, input, token, key) => {
    const { status, body } = await entry.handle({
      procedure,
      input,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        'accept-language': 'zh-CN',
      },
    })
    return {
      ok: status === 200,
      code: status === 200 ? '' : (body as { code: string }).code,
      body: body as Body,
    }
  }
  const must: World['must'] = async (procedure, input, token) => {
    const answer = await call(procedure, input, token)
    if (!answer.ok) throw new Error(`${procedure} was refused: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const job: World['job'] = async (procedure) => {
    const timer = procedure.split('/')[1] ?? ''
    const { status, body } = await entry.handle({ procedure, input: {}, headers: {}, source: { timer } })
    if (status !== 200) throw new Error(`${procedure}: ${JSON.stringify(body)}`)
    return body as Body
  }
  const settle: World['settle'] = async ({ again = false, services: by = services } = {}) => {
    const waiting = await waitingEvents(services.store)
    const due = waiting.filter(
      ({ doc }) => (doc.due ?? 0) <= time.now && HANDLERS[doc.subscriber ?? ''] !== undefined,
    )
    for (const { id, doc } of due) {
      const event: Event = {
        id,
        kind: doc.kind,
        at: doc.at,
        due: doc.due ?? doc.at,
        attempts: 0,
        payload: doc.payload,
      }
      const handler = HANDLERS[doc.subscriber ?? '']?.[doc.kind]
      await handler?.(event, by)
      if (again) await handler?.(event, by)
      await services.store.patch({ collection: events.name, id, set: { due: null } })
    }
    return due.length
  }
  const signIn: World['signIn'] = async (person) => (await must('accounts/signInAs', { person })).token
  const world: World = {
    instance,
    services,
    call,
    must,
    job,
    signIn,
    taxpayerOf: async (token, name) => {
      const { taxpayers } = (await must('accounts/me', {}, token)) as unknown as {
        taxpayers: readonly { readonly id: string; readonly name: string }[]
      }
      const found = taxpayers.find((one) => one.name.startsWith(name))
      if (!found) throw new Error(`no taxpayer ${name}`)
      return found.id
    },
    settle,
    get now() {
      return time.now
    },
    set now(value: number) {
      time.now = value
    },
    slot: async (start = START) => {
      const slot = await reader(services.store).get(slots, slotId(HALL, DAY, start))
      if (!slot) throw new Error('no slot')
      return slot
    },
    seats: async (online, start = START) => {
      const capacity = { online, walkIn: 1, priority: 0 }
      const officer = await signIn('周敏')
      await must(
        'appointments/setCapacity',
        { hallId: HALL, day: DAY, start, capacity, reason: '试验' },
        officer,
      )
    },
    booked: async (person) => {
      const token = await signIn(person)
      const { appointment } = await must('appointments/book', wish, token)
      return { token, id: appointment.id }
    },
    pass: async (minutes) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        time.now += MINUTE
        await settle()
        await job('appointments/settle')
        await job('waitlist/tend')
      }
    },
    close: async () => {
      await instance.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  return world
}

/** What must hold at every moment. */
export const faults = async ({ services, now }: World): Promise<string[]> => [
  ...(await seatFaults(services.store, now)),
  ...(await lineFaults(services.store)),
]

/** What must hold when all that was due is done, and offers have ended. */
export const restless = async (world: World): Promise<string[]> => {
  world.now += HOUR
  while ((await world.settle()) > 0);
  await world.job('waitlist/tend')
  world.now += HOUR
  for (let i = 0; i < 3; i += 1) {
    while ((await world.settle()) > 0);
    await world.job('appointments/settle')
    await world.job('waitlist/tend')
  }
  const { store } = world.services
  return [...(await restFaults(store, world.now)), ...(await restLineFaults(store, world.now))]
}

/** A fresh world before each test; after it, everything agrees and the log has no defect. */
export const eachWorld = (give: (world: World) => void): void => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    give(world)
  })
  afterEach(async () => {
    jest.restoreAllMocks()
    expect(await faults(world)).toEqual([])
    await world.close()
    expect(defects.splice(0)).toEqual([])
  })
}
