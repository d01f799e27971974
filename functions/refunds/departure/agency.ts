/** The refund agency: the advance in the shop, the audit after customs, and the payment. */
import type { Context } from '../../core/io/context'
import { openPayout } from '../../core/io/payout/open'
import { planPayout } from '../../core/io/payout/plan'
import type { DataKey } from '../../core/io/security/contract'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { rowOn } from '../../core/pure/law'
import { fen } from '../../core/pure/money'
import { dayOf } from '../../core/pure/time'
import { hallOnDuty } from '../../halls/public'
import type { DepartureReasonCode } from '../data/departure-reasons'
import { departurePolicies } from '../data/kinds/departure'
import { hasAdvance } from '../rules/kinds/departure-states'
import type { DepartureFormDoc } from './collections'
import { decide, formByCode, formById, insistReason, refusal, showDesk, type Planned } from './desk'
import type { Form, MovedForm } from './own'
import { openTraveller } from './values'

/** @throws AppError NOT_FOUND for another hall's, unless the traveller shows its code */
export const look = async (
  context: Context,
  {
    hallId,
    formId,
    code,
  }: { readonly hallId: string; readonly formId?: string | undefined; readonly code?: string | undefined },
) => {
  const { hall } = await hallOnDuty(context, hallId, 'pay')
  if (code !== undefined) return showDesk(context, hall.id, await formByCode(context, code))
  const form: Form = await formById(context, formId ?? '')
  if (form.doc.hallId !== hall.id) throw new AppError('NOT_FOUND')
  return showDesk(context, hall.id, form)
}

/** The advance is what the refund will be, fee taken off; the card stands for it. @throws AppError DEPARTURE_LATE after the promised day */
export const prepay = (
  context: Context,
  {
    formId: id,
    hallId,
    preauthNo,
  }: { readonly formId: string; readonly hallId: string; readonly preauthNo: string },
): Promise<MovedForm> =>
  decide(context, id, {
    duty: 'pay',
    hallId,
    plan: (doc, _tx, key) => {
      if (!key) throw new AppError('CASE_STATE')
      if (dayOf(context.now) > doc.departOn) throw new AppError('DEPARTURE_LATE')
      const preauth = key.seal(`departureForms|${id}|preauth`, preauthNo)
      return [{ move: 'prepay', set: { advanced: doc.net, preauth }, said: { fen: doc.net } }]
    },
  })

/** Of the hall where customs verified it. @throws AppError NOT_FOUND for another hall's */
const workOf = async (context: Context, id: string): Promise<DepartureFormDoc> => {
  const { doc } = await formById(context, id)
  await hallOnDuty(context, doc.hallId, 'pay')
  return doc
}

export interface Audit {
  readonly formId: string
  readonly outcome: 'pass' | 'reject'
  readonly reasons: readonly DepartureReasonCode[]
  readonly said?: string | undefined
}

/** @throws AppError NOT_FOUND, CASE_STATE, FOUR_EYES; REASON_MISSING to reject without one */
export const audit = async (context: Context, wish: Audit): Promise<MovedForm> => {
  const { formId: id, outcome, reasons, said } = wish
  const { hallId } = await workOf(context, id)
  if (outcome === 'pass')
    return decide(context, id, { duty: 'pay', hallId, plan: () => [{ move: 'audit', said: { said } }] })
  insistReason('agency', reasons)
  return decide(context, id, {
    duty: 'pay',
    hallId,
    plan: (doc) => refusal('reject', doc, { reasons, said }),
  })
}

/** Left by the promised day, through the promised port: the advance is the refund. */
const keptPromise = ({ verifiedOn, departOn, hallId, port }: DepartureFormDoc): boolean =>
  verifiedOn !== null && verifiedOn <= departOn && hallId === port

/** @throws AppError CASH_CEILING, by the policy of the day of purchase */
const insistCash = ({ refund, net, purchasedOn }: DepartureFormDoc): void => {
  const { ceilingOn, cashCeiling } = rowOn(departurePolicies, purchasedOn, 'departure refund')
  if ({ refund, net }[ceilingOn] > cashCeiling) throw new AppError('CASH_CEILING', { most: cashCeiling })
}

type How = 'cash' | 'transfer'

interface Paying {
  readonly context: Context
  readonly id: string
  readonly how: How
  readonly tx: Tx
  readonly key: DataKey | undefined
}

/** In this very commit an order under an id of its own. @throws AppError ACCOUNT_MISSING */
const orderOf = ({ context, id, tx, key }: Paying, doc: DepartureFormDoc): Planned => {
  if (!key || doc.account === null) throw new AppError('ACCOUNT_MISSING')
  const account = openTraveller(key, id, doc.account)
  const { orderId } = planPayout(tx, openPayout(context.settings.payout, context), {
    fen: fen(doc.net),
    purpose: 'refund',
    about: id,
    subject: doc.owner,
    key,
    payee: { kind: 'bank', name: account.holder, bank: account.bank, account: account.number },
    tell: 'refunds.departureSettled',
  })
  return { move: 'order', set: { orderId }, said: { fen: doc.net } }
}

const paymentOf = (paying: Paying, doc: DepartureFormDoc): Planned => {
  if (paying.how === 'transfer') return orderOf(paying, doc)
  insistCash(doc)
  return { move: 'payCash', set: { paid: doc.net }, said: { fen: doc.net } }
}

/** An advance that kept its promise is the refund; a broken promise is charged first, and the refund paid. */
const planOf = (paying: Paying, doc: DepartureFormDoc): readonly Planned[] => {
  if (doc.state !== 'agencyAudited') throw new AppError('CASE_STATE')
  const { advanced } = doc
  if (!hasAdvance(doc)) return [paymentOf(paying, doc)]
  if (keptPromise(doc)) return [{ move: 'settle', said: { fen: advanced } }]
  return [
    { move: 'chargeAtPort', set: { charged: advanced }, said: { fen: advanced } },
    paymentOf(paying, doc),
  ]
}

/** @throws AppError NOT_FOUND, CASE_STATE, FOUR_EYES, CASH_CEILING; ACCOUNT_MISSING for a transfer to no account */
export const pay = async (
  context: Context,
  { formId: id, how }: { readonly formId: string; readonly how: How },
): Promise<MovedForm> => {
  const { hallId } = await workOf(context, id)
  return decide(context, id, {
    duty: 'pay',
    hallId,
    plan: (doc, tx, key) => planOf({ context, id, how, tx, key }, doc),
  })
}
