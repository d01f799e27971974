/** What winners do: claim with an account of their own name, put it right, or decline. */
import { verifiedPerson } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import type { DataKey } from '../../core/io/security/contract'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { dayOf } from '../../core/pure/time'
import { prizes, type PrizeDoc } from '../collections'
import type { PrizeMove } from '../rules/prize-states'
import { movePrize, type PrizeStep } from './prize'

export interface PrizeAccount {
  readonly bank: string
  readonly number: string
}
/** Paid to its winner alone: the holder is the name that was verified. */
interface KeptAccount extends PrizeAccount {
  readonly holder: string
}

export const accountAt = (id: string) => `prizes|${id}|account` as const

export const openAccount = (key: DataKey, where: ReturnType<typeof accountAt>, sealed: string): KeptAccount =>
  JSON.parse(key.open(where, sealed)) as KeptAccount

/** @throws AppError NOT_FOUND for an unknown one, and for another's alike */
export const ownPrize = async (context: Context, id: string): Promise<PrizeDoc> => {
  const doc = await reader(context.store).get(prizes, id)
  if (doc?.owner !== callerId(context)) throw new AppError('NOT_FOUND')
  return doc
}

export interface Moved {
  readonly id: string
  readonly state: PrizeDoc['state']
}

const moveOwn = async (
  context: Context,
  id: string,
  move: PrizeMove,
  set: (doc: PrizeDoc, key: DataKey) => PrizeStep['set'] | Promise<PrizeStep['set']>,
): Promise<Moved> => {
  const { owner } = await ownPrize(context, id)
  const key = await context.vault.keyOf(owner)
  return context.transact(async (tx) => {
    const doc = await tx.get(prizes, id)
    if (!doc) throw new AppError('NOT_FOUND')
    const step = { id, doc, move, by: 'claimant', actor: owner, key } as const
    const after = await movePrize(tx, { ...step, set: await set(doc, key) })
    return { id, state: after.state }
  })
}

const sealed = async (
  context: Context,
  id: string,
  { bank, number }: PrizeAccount,
): Promise<(key: DataKey) => string> => {
  const person = await verifiedPerson(context)
  if (!person) throw new AppError('NOT_VERIFIED')
  const account: KeptAccount = { bank, number, holder: person.name }
  return (key) => key.seal(accountAt(id), JSON.stringify(account))
}

/** @throws AppError NOT_FOUND, NOT_VERIFIED; CASE_STATE where it cannot be claimed now */
export const claim = async (context: Context, id: string, account: PrizeAccount): Promise<Moved> => {
  await ownPrize(context, id)
  const seal = await sealed(context, id, account)
  return moveOwn(context, id, 'claim', (_, key) => ({
    account: seal(key),
    claimedOn: dayOf(context.now),
  }))
}

/** @throws AppError NOT_FOUND, NOT_VERIFIED, CASE_STATE */
export const fixAccount = async (context: Context, id: string, account: PrizeAccount): Promise<Moved> => {
  await ownPrize(context, id)
  const seal = await sealed(context, id, account)
  return moveOwn(context, id, 'fixAccount', (_, key) => ({ account: seal(key) }))
}

/** @throws AppError NOT_FOUND, CASE_STATE */
export const decline = (context: Context, id: string): Promise<Moved> =>
  moveOwn(context, id, 'decline', () => ({}))
