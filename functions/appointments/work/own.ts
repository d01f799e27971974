/** An appointment as its owner's. */
import { taxpayerNames } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { AppError } from '../../core/pure/errors'
import type { AppointmentDoc } from '../collections'

/** The caller's own, or NOT_FOUND: a stranger's id answers as an unknown one. */
export const ownAppointment = (context: Context, doc: AppointmentDoc | undefined): AppointmentDoc => {
  if (!doc || doc.accountId !== callerId(context)) throw new AppError('NOT_FOUND')
  return doc
}

/** Its taxpayer's masked name; empty once erased. */
export const nameOf = async (
  context: Context,
  { taxpayerId }: Pick<AppointmentDoc, 'taxpayerId'>,
): Promise<string> => (await taxpayerNames(context, [taxpayerId])).get(taxpayerId)?.name ?? ''
