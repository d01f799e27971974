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
import { outputIn, transact, type ReceiptOf } from '../store/transact'
import { canonicalJson } from './canonical'
import type { Declared } from './procedures'
import { validOutput } from './validate'
import { isRecord } from './walk'

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
  readonly identity: Context['identity']
  readonly answered: Context['answered']
  /** Is it the very output that `transact` committed, and so validated already? */
  committed(output: unknown): boolean
  /**
   * The first answer of a call that was now refused before it reached `transact`: what it did then may be the reason.
   * @throws AppError KEY_REUSED
   */
  answerBehind(refusal: unknown): Promise<Answer | undefined>
}

interface Answer {
  readonly output: unknown
}
/** What a call is known by: its receipt's id, and the HMAC of its input. */
type CallNames = Pick<ReceiptOf, 'id' | 'inputHash'>

/** What the caller of an earlier call must have known, as sent; undefined where the contract names nothing, or it is missing. */
const proofOf = ({ meta: { provenBy = [] } }: Declared, input: unknown): string | undefined => {
  const known = provenBy.map((field) => (isRecord(input) ? input[field] : undefined))
  const shown = known.every((value) => typeof value === 'string' && value !== '')
  return shown && known.length > 0 ? JSON.stringify(known) : undefined
}

/** May this call be answered by what an earlier one left? A caller who is nobody must show what nobody else knows. */
export const mayRepeat = (procedure: Declared, caller: Caller, input: unknown): boolean =>
  procedure.meta.effect !== 'mutate' || caller.kind !== 'anonymous' || proofOf(procedure, input) !== undefined

const nameOf = ({ caller, procedure, input }: OnceOptions): string => {
  if (caller.kind === 'account') return `account|${caller.accountId}`
  return caller.kind === 'anonymous' ? `anonymous|${proofOf(procedure, input) ?? ''}` : caller.kind
}

/** Receipts hold no personal data in the clear: the input counts by its HMAC, the output is sealed. */
const namesOf = (options: OnceOptions): CallNames => {
  const { services, procedure, key, input } = options
  const { vault } = services
  return {
    id: `rc_${vault.pseudonym('receipt', `${nameOf(options)}|${procedure.name}|${key}`)}`,
    inputHash: vault.pseudonym('receiptInput', canonicalJson(input)),
  }
}

const receiptOf = async (
  { services: { vault }, caller, now }: OnceOptions,
  { id, inputHash }: CallNames,
): Promise<ReceiptOf> => {
  const where: Where = `${receipts.name}|${id}|output`
  const dataKey: DataKey = caller.kind === 'account' ? await vault.keyOf(caller.accountId) : vault.own
  return {
    id,
    inputHash,
    seal: (plain) => dataKey.seal(where, plain),
    open: (sealed) => dataKey.open(where, sealed),
    now,
  }
}

/** The answer that lies in the call's receipt. @throws AppError KEY_REUSED when the key served another input */
const keptAnswer = async (options: OnceOptions, names: CallNames): Promise<Answer | undefined> => {
  const { services, procedure } = options
  const [found] = await services.store.read<Receipt>(receipts.name, [names.id])
  if (!found) return undefined
  const output = outputIn(found.doc, await receiptOf(options, names))
  return { output: await validOutput(procedure.output, output, procedure.name) }
}

export const createOnce = (options: OnceOptions): Once => {
  const { services, procedure, now } = options
  const mutates = procedure.meta.effect === 'mutate'
  let transacted = false
  let answer: Answer | undefined
  // Two HMACs: only for calls that need them.
  let known: CallNames | undefined
  const names = (): CallNames => (known ??= namesOf(options))

  const transactOnce: Context['transact'] = async <R>(
    work: Parameters<typeof transact<R>>[1],
  ): Promise<R> => {
    if (!mutates)
      throw new Error(`${procedure.name} is declared as ${procedure.meta.effect}: it must not write`)
    if (transacted) throw new Error(`${procedure.name} called context.transact twice: a call is one commit`)
    transacted = true
    const receipt = await receiptOf(options, names())
    const { store, random } = services
    const output = await transact<R>({ store, random, now, receipt }, async (tx) => {
      // The whole answer, in the contract's shape, before anything is written: a defect writes nothing.
      return (await validOutput(procedure.output, await work(tx), procedure.name)) as R
    })
    answer = { output }
    return output
  }

  return {
    transact: transactOnce,
    identity: () => services.vault.pseudonym('call', `${names().id}|${names().inputHash}`),
    answered: async <R>() => (await keptAnswer(options, names())) as { readonly output: R } | undefined,
    committed: (output) => answer !== undefined && answer.output === output,
    answerBehind: async (refusal) => {
      const beforeTransact = mutates && !transacted && refusal instanceof AppError
      return beforeTransact ? keptAnswer(options, names()) : undefined
    },
  }
}
