/** How routers write: run the work, confirm what it wrote in one commit with a receipt, run again when a race was lost. */
import { randomBytes } from 'node:crypto'
import { AppError } from '../../pure/errors'
import type { Instant } from '../../pure/time'
import { LostRace, openBuffer, type Buffer, type Intent, type Read } from './buffer'
import { openDraws, timeOrderedId } from './draws'
import { RECEIPT_KEPT, receipts, type Receipt } from './receipts'
import type { Change, CommitOutcome, Store } from './contract'
import type { Tx, Work } from './transaction'

/** The call's receipt: the same id and input are answered the same for 48 h. */
export interface ReceiptOf {
  /** `rc_<hmac(caller, procedure, key)>`. */
  readonly id: string
  readonly inputHash: string
  /** Output text in, sealed text out, and back. */
  readonly seal: (plain: string) => string
  readonly open: (sealed: string) => string
  /** When the receipt begins to be kept; the transaction's own instant when absent. */
  readonly now?: Instant
}

export type TransactOptions = {
  readonly store: Store
  readonly random: (bytes: number) => Uint8Array
  /** Without one, the work gets a receipt of its own, under a random id, so that a lost reply can be cleared up. */
  readonly receipt?: ReceiptOf
  readonly sleep?: (ms: number) => Promise<void>
  /** Milliseconds since any fixed point, for the 3 s. */
  readonly elapsed?: () => number
} & ({ readonly now: Instant } | { readonly clock: () => Instant })

export const TRIES = { count: 12, ms: 3000 } as const

/** An answer given before, or by an earlier try whose reply was lost. */
type Told<R> = { readonly output: R }

interface Book<R> {
  /** Change 0 of the commit that confirms `output`. */
  entry(output: R): Change
  /** The answer that stands under this key; undefined when none does. @throws AppError KEY_REUSED */
  find(): Promise<Told<R> | undefined>
}

const entryOf = (id: string, doc: Receipt): Change => ({ op: 'insert', collection: receipts.name, id, doc })

const findReceipt = async (store: Store, id: string): Promise<Receipt | undefined> =>
  (await store.read<Receipt>(receipts.name, [id]))[0]?.doc

/** The output in a caller's receipt, as it was committed. @throws AppError KEY_REUSED when the key served another input */
export const outputIn = (
  found: Receipt,
  { inputHash, open }: Pick<ReceiptOf, 'inputHash' | 'open'>,
): unknown => {
  if (found.inputHash !== inputHash) throw new AppError('KEY_REUSED')
  return found.output === '' ? undefined : JSON.parse(open(found.output))
}

/** The caller's key: the output itself is kept, sealed. */
const callersBook = <R>(store: Store, receipt: ReceiptOf, now: Instant): Book<R> => ({
  entry: (output) => {
    const text = output === undefined ? '' : receipt.seal(JSON.stringify(output))
    return entryOf(receipt.id, {
      v: 1,
      inputHash: receipt.inputHash,
      output: text,
      expiresAt: (receipt.now ?? now) + RECEIPT_KEPT,
    })
  },
  find: async () => {
    const found = await findReceipt(store, receipt.id)
    return found && { output: outputIn(found, receipt) as R }
  },
})

/**
 * No key: only this very call asks again, so the outputs stay in memory and the receipt says which of them landed. Its
 * id is nobody's business and must never come twice, so it is not drawn from what tests inject.
 */
const ownBook = <R>(store: Store, now: Instant): Book<R> => {
  const outputs: R[] = []
  const id = timeOrderedId('rc_own', now, randomBytes)
  return {
    entry: (output) => {
      outputs.push(output)
      return entryOf(id, {
        v: 1,
        inputHash: String(outputs.length - 1),
        output: '',
        expiresAt: now + RECEIPT_KEPT,
      })
    },
    find: async () => {
      const found = await findReceipt(store, id)
      return found && { output: outputs[Number(found.inputHash)] as R }
    },
  }
}

/** Milliseconds to wait after the `tries`-th try: longer each time, never in step with others. */
export const backOff = (tries: number): number =>
  Math.min(250, 4 * 2 ** (tries - 1)) * (0.5 + Math.random() / 2)

/** Counts tries and waits between them. */
const openPatience = (sleep: (ms: number) => Promise<void>, elapsed: () => number) => {
  const start = elapsed()
  let tries = 1
  return async (): Promise<void> => {
    const wait = backOff(tries)
    tries += 1
    if (tries > TRIES.count || elapsed() - start + wait > TRIES.ms) throw new AppError('BUSY')
    await sleep(wait)
  }
}

const changed = async (store: Store, reads: readonly Read[]): Promise<boolean> => {
  for (const { collection, id, version } of reads) {
    const [now] = await store.read(collection, [id])
    if (now?.version !== version) return true
  }
  return false
}

type Refused = Extract<CommitOutcome, { outcome: 'refused' }>
type Confirmed<R> = { readonly told: Told<R> } | { readonly refused: Refused }

/** Commits until there is an answer: `busy` and `unknown` repeat the very same commit, which can land only once. */
const confirm = async <R>(
  store: Store,
  changes: readonly Change[],
  output: R,
  book: Book<R>,
  wait: () => Promise<void>,
): Promise<Confirmed<R>> => {
  for (;;) {
    const outcome = await store.commit(changes)
    switch (outcome.outcome) {
      case 'committed':
        return { told: { output } }
      case 'refused': {
        if (outcome.index !== 0 || outcome.reason !== 'duplicate') return { refused: outcome }
        const told = await book.find()
        if (told) return { told }
        break // swept in this very moment: once more
      }
      case 'unknown': {
        const told = await book.find()
        if (told) return { told }
        break
      }
      case 'busy':
        break
    }
    await wait()
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Runs `work` and confirms its writes in one commit whose change 0 is the receipt.
 * @returns what `work` returned; on a repeat of the same key and input, what it returned the first time
 * @throws AppError BUSY after 12 tries or 3 s; KEY_REUSED when the key served another input; whatever `work` throws, once
 * what it had read was found unchanged; the `otherwise` of a refused write
 */
export const transact = async <R>(options: TransactOptions, work: Work<R>): Promise<R> => {
  const { store, random, receipt, sleep = pause, elapsed = () => performance.now() } = options
  const now = 'now' in options ? options.now : options.clock()
  const draws = openDraws(now, random)
  const book = receipt ? callersBook<R>(store, receipt, now) : ownBook<R>(store, now)
  const wait = openPatience(sleep, elapsed)

  /** The work threw: an error stands only on what still is so, and an answer already given wins over it. */
  const afterThrow = async (error: unknown, buffer: Buffer): Promise<Told<R> | undefined> => {
    if (error instanceof LostRace || (await changed(store, buffer.reads()))) return undefined
    const told = receipt && (await book.find())
    if (told) return told
    throw error
  }

  const attempt = async (): Promise<Told<R> | undefined> => {
    draws.rewind()
    const buffer = openBuffer(store)
    const tx: Tx = { now, id: draws.id, random: draws.random, ...buffer }
    let output: R
    try {
      output = await work(tx)
    } catch (error) {
      return afterThrow(error, buffer)
    }
    const intents = buffer.intents()
    // a look at one document needs no confirming: one read is one state
    if (!receipt && buffer.writes() === 0 && intents.length < 2) return { output }
    const changes = changesOf(intents, receipt || buffer.writes() > 0 ? book.entry(output) : undefined)
    const confirmed = await confirm(store, changes, output, book, wait)
    if ('told' in confirmed) return confirmed.told
    const refusal = refusedIntent(intents, changes, confirmed.refused)
    if (refusal?.otherwise) throw refusal.otherwise()
    return undefined
  }

  for (;;) {
    const told = await attempt()
    if (told) return told.output
    await wait()
  }
}

const changesOf = (intents: readonly Intent[], entry: Change | undefined): Change[] => [
  ...(entry ? [entry] : []),
  ...intents.map((intent) => intent.change),
]

const refusedIntent = (
  intents: readonly Intent[],
  changes: readonly Change[],
  refused: Refused,
): Intent | undefined => intents[refused.index - (changes.length - intents.length)]
