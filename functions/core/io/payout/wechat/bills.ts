/**
 * Transfer bills of 商家转账 (pay.weixin.qq.com/doc/v3/merchant/4012716434, 4012716437, 4012716458, 4013774966; read 2026-11): what
 * is asked for, what their states and reasons mean to us, and how our ids are written there.
 */
import type { PayoutReason } from '../../../pure/payout-reasons'
import type { Answer } from '../../outside/contract'
import type { PayoutPurpose } from '../contract'

/** Letters and digits alone, at most 32. */
export const billNoOf = (order: string): string => order.replace('_', '')
/** The way back; undefined for what is no order of ours. */
export const orderOfBill = (billNo: string): string | undefined =>
  /^po[0-9a-hjkmnp-tv-z]{26}$/.test(billNo) ? `po_${billNo.slice(2)}` : undefined

/** From here on the payee’s name must be given; below the other it must not. */
export const NAME_FROM_FEN = 200_000
export const NAME_NOT_BELOW_FEN = 30

/** Scene 1002, 行政补贴 (doc 4013774594): one report line, and what the payee sees it as. */
export const SCENES: Readonly<Record<PayoutPurpose, { readonly seenAs: string; readonly what: string }>> = {
  refund: { seenAs: '行政补贴', what: '退税款' },
  prize: { seenAs: '行政奖励', what: '有奖发票奖金' },
}
export const SCENE = '1002'
export const REPORT_TYPE = '补贴类型'

export interface Bill {
  readonly out_bill_no: string
  readonly state: string
  readonly transfer_amount?: number | undefined
  readonly update_time?: string | undefined
  readonly fail_reason?: string | undefined
  readonly package_info?: string | undefined
}

const textAt = (body: object, field: string): string | undefined => {
  const value: unknown = Object.hasOwn(body, field) ? Reflect.get(body, field) : undefined
  return typeof value === 'string' ? value : undefined
}

/** @returns undefined when it does not read as one */
export const billOf = (body: unknown): Bill | undefined => {
  if (typeof body !== 'object' || body === null) return undefined
  const [billNo, state] = [textAt(body, 'out_bill_no'), textAt(body, 'state')]
  if (billNo === undefined || state === undefined) return undefined
  const amount: unknown = Reflect.get(body, 'transfer_amount')
  return {
    out_bill_no: billNo,
    state,
    transfer_amount: typeof amount === 'number' ? amount : undefined,
    update_time: textAt(body, 'update_time'),
    fail_reason: textAt(body, 'fail_reason'),
    package_info: textAt(body, 'package_info'),
  }
}

/** The code of an error answer. */
export const errorCodeOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null ? textAt(body, 'code') : undefined

const FAILURES: Readonly<Record<string, PayoutReason>> = {
  ACCOUNT_FROZEN: 'accountFrozen',
  ACCOUNT_NOT_EXIST: 'accountNotFound',
  BANK_CARD_ACCOUNT_ABNORMAL: 'accountClosed',
  BANK_CARD_BANK_INFO_WRONG: 'bankUnknown',
  BANK_CARD_CARD_INFO_WRONG: 'nameMismatch',
  BANK_CARD_COLLECTIONS_ABOVE_QUOTA: 'overLimit',
  BANK_CARD_PARAM_ERROR: 'bankUnknown',
  BANK_CARD_STATUS_ABNORMAL: 'accountFrozen',
  BLOCK_B2C_USERLIMITAMOUNT_BSRULE_MONTH: 'overLimit',
  BLOCK_B2C_USERLIMITAMOUNT_MONTH: 'overLimit',
  DAY_RECEIVED_COUNT_EXCEED: 'overLimit',
  DAY_RECEIVED_QUOTA_EXCEED: 'overLimit',
  EXCEEDED_ESTIMATED_AMOUNT: 'notPermitted',
  ID_CARD_NOT_CORRECT: 'nameMismatch',
  MCH_CANCEL: 'closed',
  MERCHANT_NOT_CONFIRM: 'closed',
  MERCHANT_REJECT: 'closed',
  MONTH_RECEIVED_QUOTA_EXCEED: 'overLimit',
  NAME_NOT_CORRECT: 'nameMismatch',
  OPENID_INVALID: 'payeeUnfit',
  OVERDUE_CLOSE: 'notConfirmed',
  PAYEE_ACCOUNT_ABNORMAL: 'notVerified',
  PAYER_ACCOUNT_ABNORMAL: 'payerLimited',
  PRODUCT_AUTH_CHECK_FAIL: 'notPermitted',
  REALNAME_ACCOUNT_RECEIVED_QUOTA_EXCEED: 'overLimit',
  REAL_NAME_CHECK_FAIL: 'notVerified',
  RECEIVE_ACCOUNT_NOT_CONFIGURE: 'notPermitted',
  RESERVATION_INFO_NOT_MATCH: 'notPermitted',
  RESERVATION_SCENE_NOT_MATCH: 'notPermitted',
  RESERVATION_STATE_INVALID: 'notPermitted',
  TRANSFER_QUOTA_EXCEED: 'overLimit',
}

export const failureOf = (reason: string | undefined): PayoutReason =>
  (reason !== undefined && Object.hasOwn(FAILURES, reason) ? FAILURES[reason] : undefined) ?? 'other'

/** Not ended yet; whoever is asked next may hear more. */
const UNDER_WAY: Readonly<Record<string, string>> = {
  ACCEPTED: 'Accepted',
  PROCESSING: 'Processing',
  WAIT_USER_CONFIRM: 'WaitUserConfirm',
  TRANSFERING: 'Transfering',
  CANCELING: 'Canceling',
}

export const underWay = (state: string): string =>
  (Object.hasOwn(UNDER_WAY, state) ? UNDER_WAY[state] : undefined) ?? 'OtherState'

/** What a bill that was asked for by our id says. Only here anything is settled. */
export const settledBy = (billNo: string, fen: number, bill: Bill | undefined): Answer => {
  if (!bill) return { outcome: 'unknown', why: 'Unreadable' }
  if (bill.out_bill_no !== billNo) return { outcome: 'unknown', why: 'OtherId' }
  if (bill.transfer_amount !== fen) return { outcome: 'unknown', why: 'OtherAmount' }
  if (bill.state === 'FAIL') return { outcome: 'refused', why: failureOf(bill.fail_reason) }
  if (bill.state === 'CANCELLED') return { outcome: 'refused', why: 'closed' }
  if (bill.state !== 'SUCCESS') return { outcome: 'unknown', why: underWay(bill.state) }
  const at = Date.parse(bill.update_time ?? '')
  return Number.isSafeInteger(at)
    ? { outcome: 'done', answer: { fen, at } }
    : { outcome: 'unknown', why: 'Unreadable' }
}
