/** A district in a folder of its own: the real entry over a real database file, with a clock that tests move. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { contract as accountsContract } from '../../../functions/accounts/contract'
import { router as accountsRouter } from '../../../functions/accounts/router'
import { appointments, ledgers, slots, type AppointmentDoc, type LedgerDoc, type SlotDoc } from '../../../functions/appointments/collections'
import { contract } from '../../../functions/appointments/contract'
import { eventHandlers } from '../../../functions/appointments/events'
import { router } from '../../../functions/appointments/router'
import { slotId } from '../../../functions/appointments/rules/slots'
import { openInstance, type Instance } from '../../../functions/core/io/entry/instance'
import { events } from '../../../functions/core/io/events/collections'
import type { Collection } from '../../../functions/core/io/store/collection'
import type { Doc, Stored } from '../../../functions/core/io/store/contract'
import { reader } from '../../../functions/core/io/store/reader'
import type { ErrorCode } from '../../../functions/core/pure/errors'
import { instantOf } from '../../../functions/core/pure/time'
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
  | { readonly ok: false; readonly status: number; readonly code: ErrorCode; readonly message: string; readonly data: Record<string, unknown> }

export interface CallOptions {
  readonly token?: string
  readonly key?: string
  readonly language?: string
}

export interface World {
  readonly instance: Instance
  readonly dataDir: string
  now: number
  call<P extends keyof Outputs & keyof Inputs>(procedure: P, input: Inputs[P], options?: CallOptions): Promise<Answer<P>>
  /** The body, or the test fails with the refusal. */
  expect<P extends keyof Outputs & keyof Inputs>(procedure: P, input: Inputs[P], options?: CallOptions): Promise<Outputs[P]>
  signIn(person: string): Promise<string>
  signInAll(count: number, name: string): Promise<string[]>
  /** Runs the handlers of what is due, as the dispatcher would; `again` runs each twice. */
  settle(options?: { readonly again?: boolean }): Promise<number>
  slot(day: string, start: number, hallId?: string): Promise<SlotDoc>
  all<T extends Doc>(collection: Collection<T>): Promise<Stored<T>[]>
  close(): Promise<void>
}

const silent = { info: () => undefined, warn: () => undefined, error: (fields: Readonly<Record<string, unknown>>) => defects.push(fields) }
/** What the log called a defect: tests end with none. */
export const defects: Readonly<Record<string, unknown>>[] = []

export const openWorld = async (options: { readonly dataDir?: string; readonly now?: number } = {}): Promise<World> => {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'shuibang-')))
  const functions = {
    accounts: { contract: { ...accountsContract, ...demo.functions.accounts.contract }, router: { ...accountsRouter, ...demo.functions.accounts.router } },
    appointments: { contract, router },
  }
  const time = { now: options.now ?? SUNDAY }
  const instance = await openInstance({ functions, environment: { DATA_DIR: dataDir }, clock: () => time.now, log: silent, strict: true })
  const { entry, services } = instance
  await demo.seed(services)

  const handle = (procedure: string, input: unknown, { token, key, language }: CallOptions = {}) =>
    entry.handle({
      procedure, input,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(key === undefined ? {} : { 'idempotency-key': key }),
        'accept-language': language ?? 'zh-CN',
      },
    })
  const call: World['call'] = async (procedure, input, callOptions) => {
    const { status, body } = await handle(`appointments/${procedure}`, input, callOptions)
    if (status === 200) return { ok: true, body: body as Outputs[typeof procedure] }
    const { code, message, data } = body as { code: ErrorCode; message: string; data?: Record<string, unknown> }
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
  const all: World['all'] = async (collection) => {
    const index = Object.keys(collection.indexes)[0] ?? ''
    const found: Stored<never>[] = []
    let after: string | undefined
    do {
      const page = await reader(services.store).query(collection, { index, ...(after === undefined ? {} : { after }) })
      found.push(...(page.items as Stored<never>[]))
      after = page.next
    } while (after !== undefined)
    return found
  }
  const settle: World['settle'] = async ({ again = false } = {}) => {
    const due = await services.store.query<{ kind: string; due: number; at: number; payload: Doc }>(events.name, { index: 'due', range: { gte: 0, lte: time.now } })
    for (const { id, doc } of due.items) {
      const event = { id, kind: doc.kind, at: doc.at, due: doc.due, attempts: 0, payload: doc.payload }
      await eventHandlers[doc.kind]?.(event, services)
      if (again) await eventHandlers[doc.kind]?.(event, services)
      await services.store.patch({ collection: events.name, id, set: { due: null } })
    }
    return due.items.length
  }
  return {
    instance, dataDir, call, expect: expectOk, signIn, settle, all,
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

/**
 * What must hold at every moment (§2.1.4): seats and holders agree, and slot, ledger and appointment tell the same.
 * @returns what does not, in words
 */
export const disagreements = async (world: World): Promise<string[]> => {
  const [slotDocs, appointmentDocs, ledgerDocs] = await Promise.all([
    world.all<SlotDoc>(slots), world.all<AppointmentDoc>(appointments), world.all<LedgerDoc>(ledgers),
  ])
  const wrong: string[] = []
  const holderOf = new Map<string, number>()
  for (const { id, doc } of slotDocs) {
    const holders = Object.entries(doc.holders)
    if (holders.length + doc.left.online !== doc.capacity.online) wrong.push(`${id}: ${holders.length} holders + ${doc.left.online} left ≠ ${doc.capacity.online}`)
    if (doc.left.online < 0) wrong.push(`${id}: ${doc.left.online} left`)
    if (Object.keys(doc.codes).length !== holders.length) wrong.push(`${id}: codes ≠ holders`)
    for (const [holder, until] of holders) holderOf.set(holder, until)
  }
  const active = appointmentDocs.filter(({ doc }) => doc.state === 'held' || doc.state === 'booked')
  for (const { id, doc } of active) {
    if (holderOf.get(id) !== doc.heldUntil) wrong.push(`${id}: ${doc.state}, but its slot says ${holderOf.get(id)}`)
  }
  if (holderOf.size !== active.length) wrong.push(`${holderOf.size} holders, ${active.length} active appointments`)
  const codes = active.map(({ doc }) => `${doc.hallId}|${doc.day}|${doc.code}`)
  if (new Set(codes).size !== codes.length) wrong.push('a ticket code twice in a hall and day')
  const entries = new Map<string, number>()
  for (const { id, doc } of ledgerDocs) {
    for (const entry of doc.active) {
      if (entries.has(entry.id)) wrong.push(`${entry.id} in two ledgers, ${id} too`)
      entries.set(entry.id, entry.until)
    }
  }
  for (const { id, doc } of active) {
    // A hold that ran out may be pruned from the ledger before it is swept.
    if (entries.get(id) !== doc.heldUntil && !(doc.state === 'held' && doc.heldUntil <= world.now)) wrong.push(`${id}: not in its ledger`)
  }
  for (const id of entries.keys()) {
    if (!active.some((one) => one.id === id)) wrong.push(`${id}: in a ledger, but not active`)
  }
  return wrong
}
