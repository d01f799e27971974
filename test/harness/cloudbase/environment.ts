/** One CloudBase environment: its documents, what was called, its quota, and the faults it shall have. */
import { Documents, type DocumentLimits, type Transaction } from './documents'
import { databaseActions, type Parameters } from './actions'
import { refused, ServiceError } from './errors'
import { Faults, isMatch, type Match } from './faults'
import { Schema } from './schema'
import { Storage } from './storage'
import { textOf, type Document } from './values'
import type { Change, Keep } from './kept'
import type { Plan } from './plan'
import type { Credentials } from './signature'

/** One request, in the order of arrival. */
export interface Call {
  readonly action: string
  readonly parameters: Parameters
  /** What the database walked, where it looked for documents. */
  plan?: Plan & { readonly examined: number }
  /** The code of a refusal. */
  code?: string
}

export interface Quota {
  /** In any second. */
  readonly requests?: number
  readonly connections?: number
}

export interface EnvironmentOptions {
  readonly limits: DocumentLimits
  readonly credentials: Credentials
  /** The emulator's own address. */
  readonly origin: () => string
  readonly quota?: Quota
  /** Before each answer, ms. */
  readonly latency?: number | ((action: string) => number)
  /** `name → what it answers`, for `callFunction`. */
  readonly functions?: Readonly<Record<string, (event: unknown) => unknown>>
}

export interface CollectionDeclaration {
  readonly name: string
  /** Index name → fields, ascending. */
  readonly indexes?: Readonly<Record<string, readonly string[]>>
  /** Names of those indexes that are unique. */
  readonly unique?: readonly string[]
}

/** The body of a cloud function's call. */
const FUNCTION_BYTES = 100 * 1024
const SECOND = 1000
/** Requests that are remembered; older ones are forgotten, so that a long run does not fill the memory. */
const REMEMBERED = 20_000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export class Environment {
  readonly documents: Documents
  readonly schema: Schema
  readonly storage: Storage
  readonly faults = new Faults()
  /** What the management API was asked about it. */
  readonly managed: { readonly action: string; readonly input: Readonly<Record<string, unknown>> }[] = []
  private made: Call[] = []
  private arrivals: number[] = []
  private underWay = 0

  constructor(
    readonly id: string,
    private readonly options: EnvironmentOptions,
    keep: Keep = () => undefined,
  ) {
    this.documents = new Documents(options.limits, (writes) =>
      keep({
        kind: 'documents',
        writes: writes.map(
          ({ collection, key, document }) => [collection, key, document && textOf(document)] as const,
        ),
      }),
    )
    this.schema = new Schema(this.documents, keep)
    this.storage = new Storage(id, options.credentials, options.origin, keep)
  }

  /** Everything it holds, as changes that make it. */
  *changes(): Iterable<Change> {
    yield* this.schema.changes()
    yield* this.storage.changes()
  }

  restore(change: Change): void {
    this.schema.restore(change)
    this.storage.restore(change)
  }

  /** As declared, with no client access. What is there stays. */
  createCollections(declarations: readonly CollectionDeclaration[]): void {
    for (const { name, indexes = {}, unique = [] } of declarations) {
      if (!this.documents.collections.has(name)) this.schema.create(name)
      this.schema.setRule(name, { rule: 'ADMINONLY' })
      for (const [index, fields] of Object.entries(indexes)) {
        this.schema.addIndex(name, {
          name: index,
          unique: unique.includes(index),
          fields: fields.map((field) => ({ name: field, direction: 1 })),
        })
      }
    }
  }

  /** A collection's committed documents. */
  contents(collection: string): readonly Document[] {
    return this.documents.all(this.documents.collection(collection))
  }

  /** Requests since the last {@link forget}, the latest 10 000 at least. */
  calls(match: Match = /./): readonly Call[] {
    return this.made.filter(({ action, parameters }) => isMatch(match, action, parameters))
  }

  /** Calls that looked at a whole collection, or sorted in memory what no index orders. */
  unindexed(): readonly Call[] {
    return this.made.filter(({ plan }) => plan && (plan.sorts || plan.index === undefined))
  }

  forget(): void {
    this.made = []
  }

  private admit(): void {
    const { requests, connections } = this.options.quota ?? {}
    if (connections !== undefined && this.underWay > connections) throw refused.tooManyAtOnce()
    if (requests === undefined) return
    const now = Date.now()
    this.arrivals = this.arrivals.filter((at) => at > now - SECOND)
    if (this.arrivals.length >= requests) throw refused.tooManyRequests()
    this.arrivals.push(now)
  }

  private latencyOf(action: string): number {
    const { latency = 0 } = this.options
    return typeof latency === 'number' ? latency : latency(action)
  }

  private async invokeFunction({ function_name: name, request_data: text }: Parameters): Promise<object> {
    const run = this.options.functions?.[String(name)]
    if (!run)
      throw new ServiceError(
        'FUNCTION_NOT_FOUND',
        `[ResourceNotFound.Function] function ${String(name)} not found`,
      )
    if (Buffer.byteLength(String(text ?? '')) > FUNCTION_BYTES)
      throw refused.invalidParameter(`the event is larger than ${FUNCTION_BYTES} bytes`)
    return { data: { response_data: JSON.stringify(await run(text ? JSON.parse(String(text)) : {})) } }
  }

  private async apply(call: Call, transaction: Transaction | undefined): Promise<object> {
    const { action, parameters } = call
    if (action === 'functions.invokeFunction') return this.invokeFunction(parameters)
    const store = this.storage.actions[action]
    if (store) return store(parameters)
    const perform = databaseActions[action]
    if (!perform) throw refused.noSuchAction(action)
    return perform({
      documents: this.documents,
      schema: this.schema,
      parameters,
      transaction,
      planned: (plan, examined) => {
        call.plan = { ...plan, examined }
      },
    })
  }

  /** One operation at a time, each counted; any failure ends the transaction. */
  private async inTransaction(call: Call, wait: () => Promise<void>): Promise<object> {
    const transaction = this.documents.transaction(call.parameters.transactionId)
    if (transaction.busy) throw refused.transactionBusy()
    transaction.busy = true
    try {
      await wait()
      const ends = call.action === 'database.commitTransaction' || call.action === 'database.abortTransaction'
      const open = this.documents.transaction(transaction.id)
      if (!ends) this.documents.countOperation(open)
      return await this.apply(call, open)
    } catch (error) {
      this.documents.abort(transaction)
      throw error
    } finally {
      transaction.busy = false
    }
  }

  private async perform(call: Call, delay: number): Promise<object> {
    const ms = this.latencyOf(call.action) + delay
    const wait = (least: number) => (Math.max(ms, least) > 0 ? pause(Math.max(ms, least)) : Promise.resolve())
    // a turn of the clock at least, so that two operations in flight at once do meet
    if (call.parameters.transactionId !== undefined) return this.inTransaction(call, () => wait(1))
    await wait(0)
    return this.apply(call, undefined)
  }

  /** @returns the answer's body, or `lost` when there shall be none */
  async answer(parameters: Parameters): Promise<object | 'lost'> {
    const call: Call = { action: String(parameters.action), parameters }
    if (this.made.length >= REMEMBERED) this.made = this.made.slice(REMEMBERED / 2)
    this.made.push(call)
    this.underWay += 1
    try {
      this.admit()
      const fault = this.faults.take(call.action, parameters)
      if (fault?.kind === 'reset') return 'lost'
      if (fault?.kind === 'answer') throw new ServiceError(fault.code, fault.message ?? 'as ordered')
      const body = await this.perform(call, fault?.kind === 'delay' ? fault.ms : 0)
      return fault?.kind === 'loseReply' ? 'lost' : body
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      call.code = error.code
      return { code: error.code, message: error.message }
    } finally {
      this.underWay -= 1
    }
  }
}
