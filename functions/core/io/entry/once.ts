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
  /** Was this very output validated before it was committed? */
  confirmed(output: unknown): boolean
  /**
   * The first answer, when a repeat was refused before it reached `transact`: what the first call did may be the reason.
   * @throws AppError KEY_REUSED
   */
  recall(thrown: unknown): Promise<{ readonly output: unknown } | undefined>
}

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
const namesOf = (options: OnceOptions): Pick<ReceiptOf, 'id' | 'inputHash'> => {
  const { services, procedure, key, input } = options
  const { vault } = services
  return {
    id: `rc_${vault.pseudonym('receipt', `${nameOf(options)}|${procedure.name}|${key}`)}`,
    inputHash: vault.pseudonym('receiptInput', canonicalJson(input)),
  }
}

const receiptOf = async (
  { services: { vault }, caller, now }: OnceOptions,
  { id, inputHash }: Pick<ReceiptOf, 'id' | 'inputHash'>,
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

export const createOnce = (options: OnceOptions): Once => {
  const { services, procedure, now } = options
  let used = false
  let answer: { readonly output: unknown } | undefined
  let known: Pick<ReceiptOf, 'id' | 'inputHash'> | undefined
  const names = (): Pick<ReceiptOf, 'id' | 'inputHash'> => (known ??= namesOf(options))

  const transactOnce: Context['transact'] = async <R>(
    work: Parameters<typeof transact<R>>[1],
  ): Promise<R> => {
    if (procedure.meta.effect !== 'mutate')
      throw new Error(`${procedure.name} is declared as ${procedure.meta.effect}: it must not write`)
    if (used) throw new Error(`${procedure.name} called context.transact twice: a call is one commit`)
    used = true
    const receipt = await receiptOf(options, names())
    const { store, random } = services
    const output = await transact<R>({ store, random, now, receipt }, async (tx) => {
      // The whole answer, in the contract's shape, before anything is written: a defect writes nothing.
      return (await validOutput(procedure.output, await work(tx), procedure.name)) as R
    })
    answer = { output }
    return output
  }

  const find = async (): Promise<{ readonly output: unknown } | undefined> => {
    const { id, inputHash } = names()
    const [found] = await services.store.read<Receipt>(receipts.name, [id])
    if (!found) return undefined
    if (found.doc.inputHash !== inputHash) throw new AppError('KEY_REUSED')
    const { open } = await receiptOf(options, names())
    return {
      output: await validOutput(
        procedure.output,
        found.doc.output === '' ? undefined : JSON.parse(open(found.doc.output)),
        procedure.name,
      ),
    }
  }

  const recall = async (thrown: unknown): Promise<{ readonly output: unknown } | undefined> =>
    used || procedure.meta.effect !== 'mutate' || !(thrown instanceof AppError) ? undefined : find()

  const answered: Context['answered'] = async <R>() => (await find()) as { readonly output: R } | undefined
  const identity = (): string => {
    const { id, inputHash } = names()
    return services.vault.pseudonym('call', `${id}|${inputHash}`)
  }

  const confirmed = (output: unknown): boolean => answer !== undefined && answer.output === output
  return { transact: transactOnce, identity, answered, confirmed, recall }
}
