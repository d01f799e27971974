/** A hall on a working day: the real entry over a real database file; dispatcher and jobs are played by hand. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contract as accountsContract } from '../../../functions/accounts/contract'
import { router as accountsRouter } from '../../../functions/accounts/router'
import { allCollections } from '../../../functions/all-collections'
import { contract as appointmentsContract } from '../../../functions/appointments/contract'
import { eventHandlers as ofAppointments } from '../../../functions/appointments/events'
import { router as appointmentsRouter } from '../../../functions/appointments/router'
import type { Services } from '../../../functions/core/io/context'
import { openInstance, type Instance } from '../../../functions/core/io/entry/instance'
import { events } from '../../../functions/core/io/events/collections'
import type { EventHandlers } from '../../../functions/core/io/events/contract'
import { contract as creditContract } from '../../../functions/credit/contract'
import { eventHandlers as ofCredit } from '../../../functions/credit/events'
import { router as creditRouter } from '../../../functions/credit/router'
import { instantOf, MINUTE } from '../../../functions/core/pure/time'
import { contract } from '../../../functions/queue/contract'
import { eventHandlers } from '../../../functions/queue/events'
import { router } from '../../../functions/queue/router'
import { demo } from '../../../platform/demo'
import { waitingEvents } from '../../harness/events'
import { queueFaults } from '../../harness/queues'

export const HALL = 'chengdong-1'
/** A Tuesday that can be booked from Sunday on. */
export const DAY = '2026-11-24'
export const SUNDAY = instantOf('2026-11-22', 720)
export const at = (minute: number): number => instantOf(DAY, minute)

export interface Ticket {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly matter: string
  readonly window?: string
  readonly passed: boolean
  readonly canRate: boolean
  readonly canLeave: boolean
  readonly stars?: number
  readonly booked: boolean
  readonly taxpayer?: { readonly name: string }
  readonly waiting?: { readonly ahead: number; readonly estimate: Estimate }
}
export interface Estimate {
  readonly known: boolean
  readonly from?: number
  readonly to?: number
  readonly why?: string
}
/** What the answers of these procedures hold: a field that is not there fails where it is looked at. */
export interface Body {
  readonly token: string
  readonly ticket: Ticket
  readonly items: readonly Ticket[]
  readonly appointment: {
    readonly id: string
    readonly code: string
    readonly qr: string
    readonly outcome?: string
  }
  readonly turn: number
  readonly same: boolean
  readonly state: string
  readonly waiting: number
  readonly served: number
  readonly missed: number
  readonly waited: number
  readonly serving: number
  readonly settled: number
  readonly windows: readonly {
    readonly window: string
    readonly state: string
    readonly at: { readonly number: string; readonly calls: number; readonly serving: boolean } | null
  }[]
  readonly matters: readonly {
    readonly matter: string
    readonly waiting: number
    readonly windows: number
    readonly estimate: Estimate
  }[]
}
export interface Answer {
  readonly ok: boolean
  readonly code: string
  readonly data: unknown
  readonly body: Body
}

export interface World {
  readonly instance: Instance
  readonly services: Services
  /** The server dies and comes up again, on the same files. */
  restart(): Promise<void>
  now: number
  call(procedure: string, input: object, token?: string, key?: string): Promise<Answer>
  /** The body, or the test fails with the refusal. */
  must(procedure: string, input: object, token?: string): Promise<Body>
  job(procedure: string): Promise<Body>
  signIn(person: string): Promise<string>
  /** Runs the handlers of what is due, as the dispatcher would. */
  settle(): Promise<number>
  /** The officer, with that window open for its matters, or for these. */
  window(number?: string, matters?: readonly string[]): Promise<string>
  /** Somebody without a booking, at the door. */
  walkIn(matter: string, priority?: boolean): Promise<Ticket>
  /** Somebody booked, as of Sunday. */
  booked(
    person: string,
    start?: number,
    matter?: string,
  ): Promise<{ readonly token: string; readonly id: string; readonly code: string; readonly qr: string }>
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
  credit: ofCredit,
  queue: eventHandlers,
}

export const openWorld = async (): Promise<World> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'shuibang-'))
  const functions = {
    accounts: {
      contract: { ...accountsContract, ...demo.functions.accounts.contract },
      router: { ...accountsRouter, ...demo.functions.accounts.router },
    },
    appointments: { contract: appointmentsContract, router: appointmentsRouter },
    credit: { contract: creditContract, router: creditRouter },
    queue: { contract, router, collections: allCollections },
  }
  const time = { now: SUNDAY }
  const open = (): Promise<Instance> =>
    openInstance({
      functions,
      environment: { DATA_DIR: dataDir },
      clock: () => time.now,
      log: silent,
      strict: true,
    })
  let instance = await open()
  await demo.seed(instance.services)
  const call: World['call'] = async (procedure, input, token, key) => {
    const { status, body } = await instance.entry.handle({
      procedure,
      input,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        'accept-language': 'zh-CN',
      },
    })
    const refusal = body as { code: string; data?: unknown }
    return {
      ok: status === 200,
      code: status === 200 ? '' : refusal.code,
      data: status === 200 ? undefined : refusal.data,
      body: body as Body,
    }
  }
  const must: World['must'] = async (procedure, input, token) => {
    const answer = await call(procedure, input, token)
    if (!answer.ok) throw new Error(`${procedure} was refused: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const signIn: World['signIn'] = async (person) => (await must('accounts/signInAs', { person })).token
  const world: World = {
    get instance() {
      return instance
    },
    get services() {
      return instance.services
    },
    restart: async () => {
      await instance.close()
      instance = await open()
    },
    call,
    must,
    signIn,
    job: async (procedure) => {
      const timer = procedure.split('/')[1] ?? ''
      const { status, body } = await instance.entry.handle({
        procedure,
        input: {},
        headers: {},
        source: { timer },
      })
      if (status !== 200) throw new Error(`${procedure}: ${JSON.stringify(body)}`)
      return body as Body
    },
    settle: async () => {
      const { services } = instance
      const due = (await waitingEvents(services.store)).filter(({ doc }) => (doc.due ?? 0) <= time.now)
      for (const { id, doc } of due) {
        const event = {
          id,
          kind: doc.kind,
          at: doc.at,
          due: doc.due ?? doc.at,
          attempts: 0,
          payload: doc.payload,
        }
        await HANDLERS[doc.subscriber ?? '']?.[doc.kind]?.(event, services)
        await services.store.patch({ collection: events.name, id, set: { due: null } })
      }
      return due.length
    },
    window: async (number = '3', matters) => {
      const officer = await signIn('周敏')
      const order = { hallId: HALL, window: number, state: 'open', ...(matters ? { matters } : {}) }
      await must('queue/setWindow', order, officer)
      return officer
    },
    walkIn: async (matter, priority = false) =>
      (await must('queue/issue', { hallId: HALL, matter, priority }, await signIn('周敏'))).ticket,
    booked: async (person, start = 600, matter = 'SB01') => {
      const before = time.now
      time.now = SUNDAY
      const wish = { hallId: HALL, matter, day: DAY, start }
      const { appointment } = await must('appointments/book', wish, await signIn(person))
      time.now = Math.max(before, SUNDAY)
      return { token: await signIn(person), ...appointment }
    },
    get now() {
      return time.now
    },
    set now(value: number) {
      time.now = value
    },
    close: async () => {
      await instance.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  return world
}

/** A fresh world before each test, on Tuesday at half past nine; after it everything agrees, and the log has no defect. */
export const eachWorld = (give: (world: World) => void): void => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    world.now = at(570)
    give(world)
  })
  afterEach(async () => {
    const faults = await queueFaults(world.services.store)
    await world.close()
    expect(faults).toEqual([])
    expect(defects.splice(0)).toEqual([])
  })
}

export const minutes = (count: number): number => count * MINUTE
