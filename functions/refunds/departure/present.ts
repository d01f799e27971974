/** A departure form as its traveller sees it, and as customs and the agency do. */
import type * as z from 'zod/mini'
import type { CaseEventDoc } from '../../core/io/cases/collections'
import { caseHistory } from '../../core/io/cases/record'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import type { DataKey } from '../../core/io/security/contract'
import type { Stored } from '../../core/io/store/contract'
import { movesOpen } from '../../core/pure/case'
import type { Values } from '../../core/pure/forms'
import { maskIdNumber, maskPersonName } from '../../core/pure/masking'
import { PAYOUT_REASONS, payoutReasonOf } from '../../core/pure/payout-reasons'
import { say } from '../../core/pure/text'
import { dayOf } from '../../core/pure/time'
import { shownValue } from '../../core/pure/form-words'
import { fieldsOf } from '../../core/pure/form-values'
import { catalogueOf } from '../../halls/public'
import { DEPARTURE_REASONS, isDepartureReason } from '../data/departure-reasons'
import { departureForm } from '../data/kinds/departure-form'
import { maskedAccount } from '../../core/pure/bank-account'
import { amountOf } from '../rules/kinds/departure'
import { chargedBy } from '../rules/kinds/departure-days'
import { departureTable, fitsMode, hasAdvance } from '../rules/kinds/departure-states'
import type * as schemas from '../schemas-departure'
import { showAmount, showDays } from './check'
import type { DepartureFormDoc } from './collections'
import type { Form } from './own'
import { formQrText } from './seal'
import { openTraveller, openValues } from './values'

export type FormRow = z.infer<typeof schemas.departureRow>
export type FormFull = z.infer<typeof schemas.departureFull>
type HistoryRow = z.infer<typeof schemas.departureEvent>

export const showRow = (
  { now }: Pick<Context, 'now'>,
  { id, doc }: { readonly id: string; readonly doc: DepartureFormDoc },
): FormRow => ({
  id,
  state: doc.state,
  next: departureTable.next[doc.state],
  mode: doc.mode,
  purchasedOn: doc.purchasedOn,
  departOn: doc.departOn,
  days: showDays(doc.purchasedOn, doc.verifiedOn ?? dayOf(now)),
  total: doc.total,
  net: doc.net,
  changedAt: doc.changedAt,
})

interface Reading {
  readonly key: DataKey | undefined
  readonly language: Context['language']
  readonly me: string
}

const showEvent = ({ id, doc }: Stored<CaseEventDoc>, { key, language, me }: Reading): HistoryRow => {
  const { place, at, move, by, actor, data } = doc
  const codes = Array.isArray(data.reasons) ? data.reasons.filter(isDepartureReason) : []
  const why = typeof data.why === 'string' ? PAYOUT_REASONS[payoutReasonOf(data.why)] : undefined
  const said = key && typeof data.said === 'string' ? key.open(`caseEvents|${id}|said`, data.said) : undefined
  return {
    place,
    at,
    move,
    by,
    mine: actor === me,
    reasons: codes.map((code) => {
      const { rule, basis, unconfirmed } = DEPARTURE_REASONS[code]
      return { rule: say(rule, language), basis: say(basis, language), unconfirmed }
    }),
    ...(said === undefined ? {} : { said }),
    ...(why ? { said: `${say(why.reason, language)}。${say(why.next, language)}` } : {}),
    ...(typeof data.fen === 'number' ? { fen: data.fen } : {}),
  }
}

export const showHistory = async (context: Context, id: string, key: DataKey | undefined) => {
  const reading = { key, language: context.language, me: callerId(context) }
  return (await caseHistory(context.store, id)).map((event) => showEvent(event, reading))
}

const nameOf = async (context: Context, hallId: string): Promise<string> => {
  const hall = (await catalogueOf(context)).halls.get(hallId)
  return hall ? say(hall.name, context.language) : hallId
}

/** What both sides see. */
export const showCommon = async (
  context: Context,
  { id, doc }: Form,
  { values, key }: { readonly values: Values; readonly key: DataKey | undefined },
) => {
  const amount = amountOf(values)
  const charge = chargedBy(doc.departOn)
  return {
    ...showRow(context, { id, doc }),
    code: doc.code,
    port: doc.port,
    portName: await nameOf(context, doc.port),
    amount: amount ? showAmount(amount, context.language) : null,
    advanced: doc.advanced,
    charged: doc.charged,
    paid: doc.paid,
    verifiedOn: doc.verifiedOn,
    verifiedAt: doc.verifiedOn === null ? null : await nameOf(context, doc.hallId),
    /** The last day on which an advance is charged, where one stands and the calendar is known. */
    chargeBy: hasAdvance(doc) && charge.known ? charge.value : null,
    history: await showHistory(context, id, key),
  }
}

const masked = (number: string): string =>
  /^\d{8,}$/.test(number) ? maskedAccount(number) : maskIdNumber(number)

export const showAccount = (
  key: DataKey | undefined,
  id: string,
  { account }: Pick<DepartureFormDoc, 'account'>,
) => {
  if (!key || account === null) return null
  const { bank, holder, number } = openTraveller(key, id, account)
  return { bank, holder, number: masked(number) }
}

export const showForm = async (context: Context, form: Form): Promise<FormFull> => {
  const { id, doc } = form
  const key = await context.vault.keyOf(doc.owner)
  const values = openValues(key, id, doc)
  return {
    ...(await showCommon(context, form, { values, key })),
    qr: formQrText(context.vault, doc.code),
    values,
    account: showAccount(key, id, doc),
    moves: movesOpen(departureTable, doc, 'claimant').filter((move) => fitsMode(move, doc)),
  }
}

/** An answer in words. */
const inWords = (values: Values, key: string, language: Context['language']): string => {
  const field = fieldsOf(departureForm).find((one) => one.key === key)
  return field ? shownValue(field, values[key], language) : ''
}

const textIn = (values: Values, key: string): string => {
  const value = values[key]
  return typeof value === 'string' ? value : ''
}

/** The traveller as customs and the agency see them: masked, to be held against the document that is shown. */
export const showTraveller = (values: Values, language: Context['language']) => ({
  name: maskPersonName(textIn(values, 'travellerName')),
  document: inWords(values, 'documentType', language),
  number: maskIdNumber(textIn(values, 'documentNo')),
  nationality: values.documentType === 'passport' ? inWords(values, 'nationality', language) : '',
  enteredOn: textIn(values, 'lastEntryOn') || null,
})

export const showGoods = (values: Values, language: Context['language']) => ({
  shop: textIn(values, 'shopCode'),
  invoices: textIn(values, 'invoiceNo')
    .split('/')
    .filter((number) => number !== ''),
  kind: inWords(values, 'goodsKind', language),
})
