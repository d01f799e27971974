/** What stands beside a form when it is checked: the voucher's line, what is owed, whose claim it is. */
import type { Context, Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { fen } from '../../core/pure/money'
import { dayOf } from '../../core/pure/time'
import { taxAccounts, type VoucherDoc } from '../collections'
import type { ClaimKind, Known } from '../rules/kind'
import { kindLaw } from '../rules/kinds'
import { ownVoucher } from './whose'

export const arrearsOf = async ({ store }: Pick<Services, 'store'>, subject: string): Promise<number> =>
  (await reader(store).get(taxAccounts, subject))?.arrears ?? 0

/** A voucher's line as rules see it. `reserved`: what the very case that is looked at has claimed of it. */
export const voucherKnown = (doc: VoucherDoc, reserved = 0): NonNullable<Known['voucher']> => ({
  number: doc.number,
  tax: doc.tax,
  paidOn: doc.paidOn,
  paid: fen(doc.paid),
  left: fen(doc.left + reserved),
})

export interface Wish {
  readonly kind: ClaimKind
  readonly payer: 'person' | 'enterprise'
  readonly subject: string
  readonly voucherId?: string | undefined
}

export interface Beside {
  readonly known: Known
  readonly voucher: VoucherDoc | undefined
  readonly arrears: number
}

/**
 * @throws AppError NOT_FOUND for a voucher that is not theirs, and where one is needed and none was named
 */
export const knownFor = async (
  context: Pick<Context, 'store' | 'now'>,
  { kind, payer, subject, voucherId }: Wish,
): Promise<Beside> => {
  const today = dayOf(context.now)
  const needed = kindLaw(kind, today).perVoucher
  const voucher =
    needed && voucherId !== undefined ? await ownVoucher(context, subject, voucherId) : undefined
  const arrears = await arrearsOf(context, subject)
  return {
    voucher,
    arrears,
    known: {
      today,
      taxpayer: payer,
      arrears: fen(arrears),
      ...(voucher ? { voucher: voucherKnown(voucher) } : {}),
    },
  }
}
