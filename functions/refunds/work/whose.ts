/** Whose voucher it is: what was paid is the business of its verified taxpayer alone. */
import { subjectOf, type Acting } from '../../accounts/public'
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { vouchers, type VoucherDoc } from '../collections'

/** @throws AppError NOT_VERIFIED: what was paid is shown, and refunded, to verified taxpayers alone */
export const verifiedSubject = async (context: Pick<Services, 'store'>, acting: Acting): Promise<string> => {
  if (acting.standing !== 'verified') throw new AppError('NOT_VERIFIED')
  return subjectOf(context, acting.taxpayerId)
}

/** @throws AppError NOT_FOUND for an unknown voucher and for another taxpayer's alike */
export const ownVoucher = async (
  { store }: Pick<Services, 'store'>,
  subject: string,
  voucherId: string,
): Promise<VoucherDoc> => {
  const doc = await reader(store).get(vouchers, voucherId)
  if (doc?.subject !== subject) throw new AppError('NOT_FOUND')
  return doc
}
