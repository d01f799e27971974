/**
 * `context.transact` of one call: one commit, confirmed by a receipt under the caller's key, so that a repeat is
 * answered the same.
 */
import { AppError } from '../../pure/errors'
import type { Instant } from '../../pure/time'
import type { Context, Services } from '../context'
import type { Caller } from '../identity/roles'
import type { DataKey, Where } from '../security/contract'
import { receipts, type Receipt } from '../store/receipts'
import { transact, type ReceiptOf } from '../store/transact'
import { canonicalJson } from './canonical'
import type { Declared } from './procedures'
import { OutputError, validOutput } from './validate'

export interface OnceOptions {
  readonly services: Services
  readonly procedure: Declared
  readonly caller: Caller
  readonly key: string
  /** Validated. */
  readonly input: unknown
  readonly now: Instant
}

export interface Once {
  readonly transact: Context['transact']
  /** Was this very output validated before it was committed? */
  confirmed(output: unknown): boolean
  /**
   * The first answer, when a repeat was refused before it reached `transact`: what the first call did may be the reason.
   * @throws AppError KEY_REUSED
   */
  recall(thrown: unknown): Promise<{ readonly output: unknown } | undefined>
}

/** Handlers that answer more than what they commit: their outputs are validated on the way out instead. */
const wrapping = new WeakSet<Declared>()

const nameOf = (caller: Caller): string => (caller.kind === 'account' ? `account|${caller.accountId}` : caller.kind)

/** Receipts hold no personal data in the clear: the input counts by its HMAC, the output is sealed. */
const receiptOf = async ({ services: { vault }, procedure, caller, key, input, now }: OnceOptions): Promise<ReceiptOf> => {
  const id = `rc_${vault.pseudonym('receipt', `${nameOf(caller)}|${procedure.name}|${key}`)}`
  const where: Where = `${receipts.name}|${id}|output`
  const dataKey: DataKey = caller.kind === 'account' ? await vault.keyOf(caller.accountId) : vault.own
  return {
    id,
    inputHash: vault.pseudonym('receiptInput', canonicalJson(input)),
    seal: (plain) => dataKey.seal(where, plain),
    open: (sealed) => dataKey.open(where, sealed),
    now,
  }
}

interface Result {
  readonly value: unknown
  readonly whole: boolean
}

/** In the shape of the contract when it is the whole answer; a part of an answer stays as it is. */
const validResult = async (procedure: Declared, result: unknown): Promise<Result> => {
  if (wrapping.has(procedure)) return { value: result, whole: false }
  try {
    return { value: await validOutput(procedure.output, result, procedure.name), whole: true }
  } catch (error) {
    if (!(error instanceof OutputError)) throw error
    return { value: result, whole: false }
  }
}

export const createOnce = (options: OnceOptions): Once => {
  const { services, procedure, now } = options
  let used = false
  let result: Result | undefined

  const transactOnce: Context['transact'] = async <R>(work: Parameters<typeof transact<R>>[1]): Promise<R> => {
    if (procedure.meta.effect !== 'mutate') throw new Error(`${procedure.name} is declared as ${procedure.meta.effect}: it must not write`)
    if (used) throw new Error(`${procedure.name} called context.transact twice: a call is one commit`)
    used = true
    const receipt = await receiptOf(options)
    const { store, random } = services
    const output = await transact<R>({ store, random, now, receipt }, async (tx) => {
      result = await validResult(procedure, await work(tx))
      return result.value as R
    })
    return output
  }

  const recall = async (thrown: unknown): Promise<{ readonly output: unknown } | undefined> => {
    if (used || procedure.meta.effect !== 'mutate' || !(thrown instanceof AppError)) return undefined
    const receipt = await receiptOf(options)
    const [found] = await services.store.read<Receipt>(receipts.name, [receipt.id])
    if (!found) return undefined
    if (found.doc.inputHash !== receipt.inputHash) throw new AppError('KEY_REUSED')
    const { value, whole } = await validResult(procedure, found.doc.output === '' ? undefined : JSON.parse(receipt.open(found.doc.output)))
    return whole ? { output: value } : undefined
  }

  const confirmed = (output: unknown): boolean => {
    const same = result?.value === output
    if (result && !result.whole && !same) wrapping.add(procedure)
    return same && result?.whole === true
  }
  return { transact: transactOnce, confirmed, recall }
}
