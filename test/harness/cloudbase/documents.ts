/**
 * One environment's documents: versions of each, so that a transaction sees its snapshot; locks, so that the first writer
 * wins. What is known of the real service's behaviour and what is guessed: docs/cloudbase-emulator.md.
 */
import { randomUUID } from 'node:crypto'
import { refused } from './errors'
import { valuesAt } from './paths'
import { isLarger, isSame, textOf, type Document } from './values'

export interface Index {
  readonly name: string
  readonly fields: readonly { readonly name: string; readonly direction: 1 | -1 }[]
  readonly unique: boolean
}

/** One id's committed states; `null`: there is none. */
interface Cell {
  versions: readonly { readonly at: number; readonly document: Document | null }[]
  lock?: Transaction
}

export class Collection {
  readonly cells = new Map<string, Cell>()
  readonly indexes = new Map<string, Index>()
  /** Who may reach it from a client; the service's default for a new collection. */
  rule = 'PRIVATE'
  /** Of the rule `CUSTOM`. */
  ruleText?: string
  constructor(readonly name: string) {}
}

interface Write {
  readonly collection: Collection
  readonly key: string
  readonly cell: Cell
  readonly document: Document | null
}

export class Transaction {
  readonly id = randomUUID()
  readonly writes = new Map<Cell, Write>()
  operations = 0
  /** An operation of it is under way. */
  busy = false
  constructor(
    readonly snapshot: number,
    readonly expiry: NodeJS.Timeout,
  ) {}
}

export interface DocumentLimits {
  /** A transaction ends by itself after so long, ms. */
  readonly transactionMs: number
  readonly transactionOperations: number
  /** How long a write outside waits for a transaction's lock, ms. */
  readonly lockWaitMs: number
  readonly documentBytes: number
}

/** What a commit left, for whoever keeps it. */
export type OnCommit = (
  writes: readonly {
    readonly collection: string
    readonly key: string
    readonly document: Document | null
  }[],
) => void

export const keyOf = (id: unknown): string => (typeof id === 'string' ? `s${id}` : `v${textOf({ id })}`)

export class Documents {
  readonly collections = new Map<string, Collection>()
  private readonly transactions = new Map<string, Transaction>()
  private clock = 0
  private waiting: (() => void)[] = []
  /** Cells that hold more than one state, or none. */
  private readonly untidy = new Map<Cell, Write>()

  constructor(
    private readonly limits: DocumentLimits,
    private readonly onCommit: OnCommit = () => undefined,
  ) {}

  collection(name: unknown): Collection {
    const collection = this.collections.get(String(name))
    if (!collection) throw refused.noSuchCollection(String(name))
    return collection
  }

  /** @throws ServiceError when there is one of that name */
  create(name: string): Collection {
    if (this.collections.has(name)) throw refused.collectionExists(name)
    const collection = new Collection(name)
    this.collections.set(name, collection)
    return collection
  }

  /** Committed, and hidden from this transaction's snapshot. */
  appearedSince(collection: Collection, key: string, transaction: Transaction): boolean {
    const cell = collection.cells.get(key)
    return (
      !!cell &&
      !transaction.writes.has(cell) &&
      this.seen(cell, undefined) !== null &&
      this.seen(cell, transaction) === null
    )
  }

  openTransactions(): number {
    return this.transactions.size
  }

  private seen(cell: Cell | undefined, transaction: Transaction | undefined): Document | null {
    if (!cell) return null
    const own = transaction?.writes.get(cell)
    if (own) return own.document
    if (!transaction) return cell.versions.at(-1)?.document ?? null
    return cell.versions.filter(({ at }) => at <= transaction.snapshot).at(-1)?.document ?? null
  }

  get(collection: Collection, key: string, transaction?: Transaction): Document | null {
    return this.seen(collection.cells.get(key), transaction)
  }

  all(collection: Collection, transaction?: Transaction): Document[] {
    return [...collection.cells.values()]
      .map((cell) => this.seen(cell, transaction))
      .filter((found) => found !== null)
  }

  private checkUnique(
    collection: Collection,
    key: string,
    document: Document,
    transaction: Transaction | undefined,
  ): void {
    for (const index of collection.indexes.values()) {
      if (!index.unique) continue
      const entry = (of: Document) => index.fields.map(({ name }) => valuesAt(of, name)[0] ?? null)
      const same = (other: Document | null | undefined): boolean =>
        !!other && isSame(entry(other), entry(document))
      for (const [otherKey, cell] of collection.cells) {
        if (otherKey === key) continue
        const pending = cell.lock && cell.lock !== transaction ? cell.lock.writes.get(cell) : undefined
        if (pending && same(pending.document)) throw refused.conflict()
        const own = transaction?.writes.get(cell)
        if (same(own ? own.document : this.seen(cell, undefined)))
          throw refused.duplicate(collection.name, index.name, JSON.stringify(entry(document)))
      }
    }
  }

  private async free(collection: Collection, key: string): Promise<void> {
    const deadline = Date.now() + this.limits.lockWaitMs
    while (collection.cells.get(key)?.lock) {
      const left = deadline - Date.now()
      if (left <= 0) throw refused.lockWait()
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        this.waiting.push(() => {
          clearTimeout(timer)
          resolve()
        })
      })
    }
  }

  /**
   * Changes one document: `make` sees it as it stands (in a transaction: as that one sees it) and gives what it becomes, `null`
   * for removed, `undefined` for no change. A transaction locks what it writes; a write outside waits for the lock.
   * @throws ServiceError conflict, duplicate, lock wait, too large
   */
  async change(
    collection: Collection,
    key: string,
    make: (now: Document | null) => Document | null | undefined,
    transaction?: Transaction,
  ): Promise<Document | null | undefined> {
    if (!transaction) await this.free(collection, key)
    const cell = collection.cells.get(key) ?? { versions: [] }
    const made = make(this.seen(cell, transaction))
    if (made === undefined) return undefined
    if (made && isLarger(made, this.limits.documentBytes))
      throw refused.database(`document is larger than the maximum size ${this.limits.documentBytes}`)
    if (transaction) {
      if (cell.lock && cell.lock !== transaction) throw refused.conflict()
      if ((cell.versions.at(-1)?.at ?? 0) > transaction.snapshot) throw refused.conflict()
    }
    if (made) this.checkUnique(collection, key, made, transaction)
    collection.cells.set(key, cell)
    const write = { collection, key, cell, document: made }
    if (transaction) {
      cell.lock = transaction
      transaction.writes.set(cell, write)
    } else this.install([write])
    return made
  }

  private install(writes: readonly Write[]): void {
    const at = ++this.clock
    for (const write of writes) {
      const { collection, key, cell, document } = write
      collection.cells.set(key, cell)
      cell.versions = this.transactions.size === 0 ? [{ at, document }] : [...cell.versions, { at, document }]
      if (cell.versions.length > 1 || document === null) this.untidy.set(cell, write)
    }
    this.tidy()
    this.onCommit(
      writes.map(({ collection, key, document }) => ({ collection: collection.name, key, document })),
    )
  }

  /** Without a snapshot to serve, only the last state of each document counts. */
  private tidy(): void {
    if (this.transactions.size > 0) return
    for (const [cell, { collection, key }] of this.untidy) {
      cell.versions = cell.versions.slice(-1)
      if (
        !cell.lock &&
        cell.versions.every(({ document }) => document === null) &&
        collection.cells.get(key) === cell
      )
        collection.cells.delete(key)
    }
    this.untidy.clear()
  }

  begin(): Transaction {
    const expiry = setTimeout(() => this.abort(transaction), this.limits.transactionMs)
    expiry.unref()
    const transaction: Transaction = new Transaction(this.clock, expiry)
    this.transactions.set(transaction.id, transaction)
    return transaction
  }

  /** @throws ServiceError when it has ended, or has done too much */
  transaction(id: unknown): Transaction {
    const transaction = this.transactions.get(String(id))
    if (!transaction) throw refused.noSuchTransaction()
    return transaction
  }

  /** Counts one more operation of it. */
  countOperation(transaction: Transaction): void {
    transaction.operations += 1
    if (transaction.operations <= this.limits.transactionOperations) return
    this.abort(transaction)
    throw refused.tooManyOperations(this.limits.transactionOperations)
  }

  commit(transaction: Transaction): void {
    const writes = [...transaction.writes.values()]
    this.end(transaction)
    if (writes.length > 0) this.install(writes)
    this.wake()
  }

  abort(transaction: Transaction): void {
    if (!this.transactions.has(transaction.id)) return
    this.end(transaction)
    for (const { collection, key, cell } of transaction.writes.values())
      if (cell.versions.length === 0 && collection.cells.get(key) === cell) collection.cells.delete(key)
    this.wake()
  }

  private end(transaction: Transaction): void {
    clearTimeout(transaction.expiry)
    this.transactions.delete(transaction.id)
    for (const cell of transaction.writes.keys()) if (cell.lock === transaction) cell.lock = undefined
    this.tidy()
  }

  private wake(): void {
    const waiting = this.waiting
    this.waiting = []
    for (const resume of waiting) resume()
  }

  /** As kept: what `onCommit` was told, told back. */
  restore(name: string, key: string, document: Document | null): void {
    const collection = this.collection(name)
    if (document === null) collection.cells.delete(key)
    else collection.cells.set(key, { versions: [{ at: 0, document }] })
  }

  stop(): void {
    for (const transaction of [...this.transactions.values()]) this.abort(transaction)
  }
}
