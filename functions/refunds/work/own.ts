/** What claimants do with their cases. */
import { actingFor } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { useMaterials } from '../../core/io/materials/use'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { dayOf } from '../../core/pure/time'
import { refundCases, type Materials, type RefundCaseDoc } from '../collections'
import { accountAt, insistExplained, lacksAccount, sealAccount, type BankAccount } from './account'
import { resumed } from './clock'
import { moveCase, type Step } from './move'

export interface Case {
  readonly id: string
  readonly doc: RefundCaseDoc
}

/** Where a case stands after a move. */
export interface MovedTo {
  readonly id: string
  readonly state: RefundCaseDoc['state']
}

/** @throws AppError NOT_FOUND for an unknown one, and for one of a taxpayer whom the caller does not act for */
export const ownCase = async (context: Context, id: string): Promise<Case> => {
  const doc = await reader(context.store).get(refundCases, id)
  if (!doc) throw new AppError('NOT_FOUND')
  const { owner } = await actingFor(context, { scope: 'refunds', taxpayerId: doc.taxpayerId })
  if (owner !== doc.owner) throw new AppError('NOT_FOUND')
  return { id, doc }
}

type OwnStep = Pick<Step, 'move' | 'said'> & {
  readonly set: (doc: RefundCaseDoc) => Step['set']
  readonly materials?: Materials
}

const moveOwn = async (
  context: Context,
  id: string,
  { move, set, said, materials = [] }: OwnStep,
): Promise<MovedTo> => {
  const { doc } = await ownCase(context, id)
  const key = await context.vault.keyOf(doc.owner)
  return context.transact(async (tx) => {
    const standing = await tx.get(refundCases, id)
    if (!standing) throw new AppError('NOT_FOUND')
    await useMaterials(tx, materials, { taxpayerId: standing.taxpayerId, caseId: id })
    const after = await moveCase(tx, {
      id,
      doc: standing,
      move,
      by: 'claimant',
      actor: callerId(context),
      set: set(standing),
      ...(said ? { said } : {}),
      key,
    })
    return { id, state: after.state }
  })
}

export const withdraw = (context: Context, id: string): Promise<MovedTo> =>
  moveOwn(context, id, { move: 'withdraw', set: () => ({}) })

/** What is supplied stands beside what was handed in first; nothing of that is taken away. */
export const supply = (
  context: Context,
  { id, materials, said }: { readonly id: string; readonly materials: Materials; readonly said: string },
): Promise<MovedTo> =>
  moveOwn(context, id, {
    move: 'supply',
    materials,
    said: { said },
    set: (doc) => ({
      materials: [
        ...doc.materials,
        ...materials.filter(({ id: one }) => !doc.materials.some((had) => had.id === one)),
      ],
      pauses: resumed(doc.pauses, dayOf(context.now)),
      correctionDue: null,
    }),
  })

/** @throws AppError NOT_FOUND, CASE_STATE, EXPLANATION_MISSING */
export const fixAccount = async (
  context: Context,
  { id, account }: { readonly id: string; readonly account: BankAccount },
): Promise<MovedTo> => {
  const { doc } = await ownCase(context, id)
  await insistExplained(context, doc.taxpayerId, account)
  const key = await context.vault.keyOf(doc.owner)
  const sealed = sealAccount(key, accountAt('refundCases', id), account)
  // Of what the office found, no account was ever named.
  const move = doc.state === 'bankRejected' ? 'fixAccount' : 'nameAccount'
  return moveOwn(context, id, {
    move,
    set: (standing) => {
      if (move === 'nameAccount' && !lacksAccount(standing)) throw new AppError('CASE_STATE')
      return { account: sealed, orderId: null }
    },
  })
}
