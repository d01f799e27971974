/** What an answer of `VatInvoiceVerifyNew` says of the invoice that was asked for. */
import type { VerifiedDetails, Verification, Question } from './contract'
import { detailsOf, fenAt, instantAt } from './tencent-details'
import { verificationOfError } from './tencent-errors'
import type { Asked } from './tencent-question'
import { reply, type Reply, type ToldInvoice } from './tencent-reply'

type State = Extract<Verification, { outcome: 'match' }>['state']

/** “Y：已作废，N：未作废，H：红冲，HP：部分红冲，HF：全额红冲”. */
const ABANDONED: Readonly<Record<string, State>> = { N: 'normal', Y: 'void', H: 'red', HP: 'red', HF: 'red' }
/** Of tickets: “0正常 1 未更新 2作废 3已红冲”. */
const TICKET: Readonly<Record<string, State>> = { '0': 'normal', '2': 'void', '3': 'red' }

const stateAt = (table: Readonly<Record<string, State>>, value: string): State | undefined =>
  Object.hasOwn(table, value) ? table[value] : undefined

/** The worst that any part says. @returns undefined when none says it, or one says what is not known here */
const stateOf = (response: Reply, { amount }: Question): State | undefined => {
  const marks = [
    { table: ABANDONED, value: response.Invoice?.IsAbandoned },
    { table: TICKET, value: response.ElectronicTrainTicket?.StateCode },
    { table: TICKET, value: response.ElectronicAirTransport?.StateCode },
  ].flatMap(({ table, value }) => (value ? [stateAt(table, value)] : []))
  if (marks.length === 0 || marks.includes(undefined)) return undefined
  if (marks.includes('void')) return 'void'
  const isRed = response.Invoice?.RedLetterInvoiceMark === true || amount < 0
  return isRed || marks.includes('red') ? 'red' : 'normal'
}

/** Digits of the QR code that its `Type` stands for, where they are certain; other types are compared with nothing. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  '01': ['01'],
  '02': ['02'],
  '03': ['03'],
  '04': ['04'],
  '08': ['08', '31', '81'],
  '0910': ['32', '82'],
  '0920': ['31', '81'],
  '10': ['10', '32', '82'],
  '11': ['11'],
  '15': ['15'],
}
/** Of its `ElectronicType`: “01: 全电专用发票；02：全电普通发票”. */
const ELECTRONIC: Readonly<Record<string, readonly string[]>> = { '01': ['31', '81'], '02': ['32', '82'] }
/** Toll, tickets and cars go under several digits and types: no code's word on them is held against it. */
const CERTAIN: ReadonlySet<string> = new Set(Object.values(TYPES).flat())

const excludes = (
  table: Readonly<Record<string, readonly string[]>>,
  value: string | null | undefined,
  kind: string,
): boolean => {
  const kinds = value && Object.hasOwn(table, value) ? table[value] : undefined
  return kinds !== undefined && !kinds.includes(kind)
}

/** A code can be made with any digits: 普票 takes part where 专票 does not. */
const isOtherKind = ({ kind, code }: Question, { Type, ElectronicType }: ToldInvoice): boolean =>
  CERTAIN.has(kind) &&
  (excludes(TYPES, Type, kind) || (code === '' && excludes(ELECTRONIC, ElectronicType, kind)))

/** It answers for the invoice that was asked for, as far as it says for which. */
const isAnother = ({ code, number, issuedOn }: Question, answer: ToldInvoice): boolean => {
  const day = instantAt(answer.Date)?.day
  return (
    answer.Number !== number ||
    (Boolean(answer.Code) && code !== '' && answer.Code !== code) ||
    (day !== undefined && day !== issuedOn)
  )
}

/** What was not sent was not compared there: the amount and the rest of the check code, where its last six digits were asked. */
const uncompared = (
  { amount, amountOf, checkCode }: Question,
  { CheckCode, AmountWithTax, AmountWithoutTax }: ToldInvoice,
): 'same' | 'differs' | 'untold' => {
  const whole = /^\d{20}$/
  if (whole.test(checkCode) && CheckCode && whole.test(CheckCode) && CheckCode !== checkCode) return 'differs'
  const said = fenAt(amountOf === 'net' ? AmountWithoutTax : AmountWithTax)
  if (said === null) return 'untold'
  return said === amount ? 'same' : 'differs'
}

const unreachable = (why: string): Verification => ({ outcome: 'unreachable', why })

const matched = (
  question: Question,
  { compared }: Asked,
  state: State,
  answer: ToldInvoice,
): Verification => {
  const details: VerifiedDetails = detailsOf(answer)
  return {
    outcome: 'match',
    state,
    details: compared === 'total' ? { ...details, total: question.amount } : details,
  }
}

const verificationOf = (question: Question, asked: Asked, response: Reply): Verification => {
  if (response.Error) return verificationOfError(response.Error.Code)
  const answer = response.Invoice
  if (!answer) return unreachable('NoInvoice')
  if (isAnother(question, answer)) return unreachable('OtherInvoice')
  const state = stateOf(response, question)
  if (state === undefined) return unreachable('OtherState')
  if (isOtherKind(question, answer)) return { outcome: 'mismatch' }
  // An invoice that was voided unused has no amounts.
  if (asked.compared === 'checkCode' && state !== 'void') {
    const rest = uncompared(question, answer)
    if (rest === 'differs') return { outcome: 'mismatch' }
    if (rest === 'untold') return unreachable('HalfAnswer')
  }
  return matched(question, asked, state, answer)
}

export interface ReadAnswer {
  readonly verification: Verification
  /** By which the operator of the service finds the call; absent when it does not look like one. */
  readonly requestId?: string
}

/** @param body parsed JSON, of any shape */
export const readAnswer = (question: Question, asked: Asked, body: unknown): ReadAnswer => {
  const read = reply.safeParse(body)
  if (!read.success) return { verification: unreachable('Unreadable') }
  const { Response: response } = read.data
  const requestId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(response.RequestId ?? '')?.[0]
  return {
    verification: verificationOf(question, asked, response),
    ...(requestId === undefined ? {} : { requestId }),
  }
}
