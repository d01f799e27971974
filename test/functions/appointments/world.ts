/** A district in a folder of its own: the real entry over a real database file, with a clock that tests move. */
import { waitingEvents } from '../../harness/events'
import { allCollections } from '../../../functions/all-collections'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { contract as accountsContract } from '../../../functions/accounts/contract'
import { router as accountsRouter } from '../../../functions/accounts/router'
import { slots, type SlotDoc } from '../../../functions/appointments/collections'
import { contract } from '../../../functions/appointments/contract'
import { eventHandlers } from '../../../functions/appointments/events'
import { router } from '../../../functions/appointments/router'
import { settleClaims, type Settled } from '../../../functions/appointments/work/settle'
import { slotId } from '../../../functions/appointments/rules/slots'
import { openInstance, type Instance } from '../../../functions/core/io/entry/instance'
import { events } from '../../../functions/core/io/events/collections'
import type { Collection } from '../../../functions/core/io/store/collection'
import type { Doc, Stored } from '../../../functions/core/io/store/contract'
import { reader } from '../../../functions/core/io/store/reader'
import type { ErrorCode } from '../../../functions/core/pure/errors'
import { HOUR, instantOf } from '../../../functions/core/pure/time'
import { everything, restFaults, seatFaults } from '../../harness/seats'
import { tallyFaults } from '../../harness/tallies'
import { demo } from '../../../platform/demo'

/** Sunday noon: Monday 23 to Friday 27 November 2026 can be booked. */
export const SUNDAY = instantOf('2026-11-22', 720)
export const HALL = 'chengdong-1'
export const DAY = '2026-11-24'
/** Vehicle purchase tax: takes a visit. */
export const MATTER = 'SB01'

type Inputs = InferContractRouterInputs<typeof contract>
type Outputs = InferContractRouterOutputs<typeof contract>
export type Answer<P extends keyof Outputs> =
  | { readonly ok: true; readonly body: Outputs[P] }
  | {
      readonly ok: false
      readonly status: number
      readonly code: ErrorCode
      readonly message: string
      readonly data: Record<string, unknown>
    }

export interface CallOptions {
  readonly token?: string
  readonly key?: string
  readonly language?: string
}

export interface World {
  readonly instance: Instance
  readonly dataDir: string
  now: number
  call<P extends keyof Outputs & keyof Inputs>(
    procedure: P,
    input: Inputs[P],
    options?: CallOptions,
  ): Promise<Answer<P>>
  /** The body, or the test fails with the refusal. */
  expect<P extends keyof Outputs & keyof Inputs>(
    procedure: P,
    input: Inputs[P],
    options?: CallOptions,
  ): Promise<Outputs[P]>
  signIn(person: string): Promise<string>
  /** The account's own erasure. */
  erase(token: string): Promise<void>
  signInAll(count: number, name: string): Promise<string[]>
  /** Runs the handlers of what is due, as the dispatcher would; `again` runs each twice. */
  settle(options?: { readonly again?: boolean }): Promise<number>
  /** Runs the job that settles claims. */
  settleClaims(): Promise<Settled>
  slot(day: string, start: number, hallId?: string): Promise<SlotDoc>
  all<T extends Doc>(collection: Collection<T>): Promise<Stored<T>[]>
  close(): Promise<void>
}

const silent = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields: Readonly<Record<string, unknown>>) => defects.push(fields),
}
/** What the log called a defect: tests end with none. */
export const defects: Readonly<Record<string, unknown>>[] = []

export const openWorld = async (
  options: { readonly dataDir?: string; readonly now?: number } = {},
): Promise<World> => {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'shuibang-')))
  const functions = {
    accounts: {
      contract: { ...accountsContract, ...demo.functions.accounts.contract },
      router: { ...accountsRouter, ...demo.functions.accounts.router },
    },
    appointments: { contract, router, collections: allCollections },
  }
  const time = { now: options.now ?? SUNDAY }
  const instance = await openInstance({
    functions,
    environment: { DATA_DIR: dataDir },
    clock: () => time.now,
    log: silent,
    strict: true,
  })
  const { entry, services } = instance
  await demo.seed(services)

  const handle = (procedure: string, input: unknown, { token, key, language }: CallOptions = {}) =>
    entry.handle({
      procedure,
      input,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        'accept-language': language ?? 'zh-CN',
      },
    })
  const call: World['call'] = async (procedure, input, callOptions) => {
    const { status, body } = await handle(`appointments/${procedure}`, input, callOptions)
    if (status === 200) return { ok: true, body: body as Outputs[typeof procedure] }
    const { code, message, data } = body as {
      code: ErrorCode
      message: string
      data?: Record<string, unknown>
    }
    return { ok: false, status, code, message, data: data ?? {} }
  }
  const expectOk: World['expect'] = async (procedure, input, callOptions) => {
    const answer = await call(procedure, input, callOptions)
    if (!answer.ok) throw new Error(`${procedure} was refused: ${answer.code} ${JSON.stringify(answer.data)}`)
    return answer.body
  }
  const signIn = async (person: string): Promise<string> => {
    const { status, body } = await handle('accounts/signInAs', { person })
    if (status !== 200) throw new Error(JSON.stringify(body))
    return (body as { token: string }).token
  }
  const erase = async (token: string): Promise<void> => {
    const { status, body } = await handle('accounts/erase', { confirm: 'ERASE' }, { token })
    if (status !== 200) throw new Error(JSON.stringify(body))
  }
  const settle: World['settle'] = async ({ again = false } = {}) => {
    const waiting = await waitingEvents(services.store)
    const due = waiting.filter(({ doc }) => (doc.due ?? 0) <= time.now && doc.subscriber === 'appointments')
    for (const { id, doc } of due) {
      const event = {
        id,
        kind: doc.kind,
        at: doc.at,
        due: doc.due ?? doc.at,
        attempts: 0,
        payload: doc.payload,
      }
      await eventHandlers[doc.kind]?.(event, services)
      if (again) await eventHandlers[doc.kind]?.(event, services)
      await services.store.patch({ collection: events.name, id, set: { due: null } })
    }
    return due.length
  }
  return {
    instance,
    dataDir,
    call,
    expect: expectOk,
    signIn,
    erase,
    settle,
    settleClaims: () => settleClaims(services),
    all: (collection) => everything(services.store, collection),
    get now() {
      return time.now
    },
    set now(value: number) {
      time.now = value
    },
    signInAll: (count, name) => Promise.all(Array.from({ length: count }, (_, i) => signIn(`${name}${i}`))),
    slot: async (day, start, hallId = HALL) => {
      const slot = await reader(services.store).get(slots, slotId(hallId, day, start))
      if (!slot) throw new Error(`no slot ${day} ${start}`)
      return slot
    },
    close: async () => {
      await instance.close()
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** What must hold at every moment. */
export const disagreements = (world: World): Promise<string[]> =>
  seatFaults(world.instance.services.store, world.now)

/** What must hold when all that was due is done, an hour after the last call. */
export const restless = async (world: World): Promise<string[]> => {
  world.now += HOUR
  do while ((await world.settle()) > 0);
  while ((({ confirmed, freed }) => confirmed + freed)(await world.settleClaims()) > 0)
  const { store } = world.instance.services
  return [...(await restFaults(store, world.now)), ...(await tallyFaults(store))]
}

/** A wish for a seat that is free in a fresh world. */
export const wish = { hallId: HALL, matter: MATTER, day: DAY, start: 600 }

/** A fresh world before each test; after it, everything agrees and the log has no defect. */
export const eachWorld = (give: (world: World) => void): void => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    give(world)
  })
  afterEach(async () => {
    jest.restoreAllMocks()
    expect(await disagreements(world)).toEqual([])
    expect(await restless(world)).toEqual([])
    await world.close()
    expect(defects.splice(0)).toEqual([])
  })
}
