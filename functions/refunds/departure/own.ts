/** What travellers do with their forms. */
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import type { DataKey } from '../../core/io/security/contract'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import type { DepartureState } from '../rules/kinds/departure-states'
import { departureForms, type DepartureFormDoc } from './collections'
import { moveDeparture, type Step } from './move'
import { showForm, showRow } from './present'
import { openValues, sealTraveller } from './values'

export interface Form {
  readonly id: string
  readonly doc: DepartureFormDoc
}

/** Where a form stands after a move. */
export interface MovedForm {
  readonly id: string
  readonly state: DepartureState
}

/** @throws AppError NOT_FOUND for an unknown one and for another's alike */
export const ownForm = async (context: Context, id: string): Promise<Form> => {
  const doc = await reader(context.store).get(departureForms, id)
  if (doc?.owner !== callerId(context)) throw new AppError('NOT_FOUND')
  return { id, doc }
}

export const listOwn = async (
  context: Context,
  page: { readonly after?: string | undefined; readonly limit: number },
) => {
  const found = await reader(context.store).query(departureForms, {
    index: 'owner',
    where: { owner: callerId(context) },
    order: 'desc',
    ...page,
  })
  return pageAnswer(found, (row) => showRow(context, row))
}

export const getOwn = async (context: Context, id: string) => ({
  form: await showForm(context, await ownForm(context, id)),
})

type OwnMove = Pick<Step, 'move'> & {
  readonly set: (doc: DepartureFormDoc, key: DataKey) => Step['set']
}

const moveOwn = async (context: Context, id: string, { move, set }: OwnMove): Promise<MovedForm> => {
  const { doc } = await ownForm(context, id)
  const key = await context.vault.keyOf(doc.owner)
  return context.transact(async (tx) => {
    const standing = await tx.get(departureForms, id)
    if (!standing) throw new AppError('NOT_FOUND')
    const after = await moveDeparture(tx, {
      id,
      doc: standing,
      move,
      by: 'claimant',
      actor: callerId(context),
      set: set(standing, key),
      key,
    })
    return { id, state: after.state }
  })
}

export const cancel = (context: Context, id: string): Promise<MovedForm> =>
  moveOwn(context, id, { move: 'cancel', set: () => ({}) })

/** Always an account of the traveller's own. */
export const fixAccount = (
  context: Context,
  { formId: id, bank, number }: { readonly formId: string; readonly bank: string; readonly number: string },
): Promise<MovedForm> =>
  moveOwn(context, id, {
    move: 'fixAccount',
    set: (doc, key) => ({
      account: sealTraveller(key, id, {
        bank,
        holder: String(openValues(key, id, doc).travellerName ?? ''),
        number,
      }),
      orderId: null,
    }),
  })
