/**
 * WeChat Pay as a service: 商家转账, one bill an order. A bill is settled by nothing but an answer to our question for it; the
 * answer to sending it, errors and notifications only say that it is time to ask.
 */
import { dayOf, DAY_MS, HOUR, instantOf, MINUTE } from '../../../pure/time'
import type { Services } from '../../context'
import type { Answer, Found, OutsideCall } from '../../outside/contract'
import type { OpenPayee, Payee, PayoutRequest, PayoutService, WechatPayConfiguration } from '../contract'
import { WECHAT_PAY } from '../facts'
import {
  billNoOf,
  billOf,
  errorCodeOf,
  NAME_FROM_FEN,
  NAME_NOT_BELOW_FEN,
  REPORT_TYPE,
  SCENE,
  SCENES,
  settledBy,
  underWay,
} from './bills'
import { keepConfirmation } from './confirm'
import { wechatHttp, type Believed } from './http'
import { encryptedField, keysOf, type Keys } from './signing'
import { wechatStatement } from './statement'

/** Requests older than five minutes are refused there, so that an id that is not known so long after is never done. */
const NEVER_AFTER_MS = 30 * MINUTE
/** They answer for thirty days; what is older is not known there any more, done or not. */
const KNOWN_FOR_MS = 29 * DAY_MS
/** The bill of a day is complete from ten the next morning. */
const STATEMENT_AFTER_MS = DAY_MS + 10 * HOUR

type WechatPayee = Extract<Payee, { kind: 'wechat' }>

const bodyOf = (
  keys: Keys,
  { appId, notifyUrl }: WechatPayConfiguration,
  { order, fen, purpose }: PayoutRequest,
  { openid, name }: WechatPayee,
): object => {
  const { seenAs, what } = SCENES[purpose]
  return {
    appid: appId,
    out_bill_no: billNoOf(order),
    transfer_scene_id: SCENE,
    openid,
    ...(name !== undefined && fen >= NAME_NOT_BELOW_FEN ? { user_name: encryptedField(keys, name) } : {}),
    transfer_amount: fen,
    transfer_remark: what,
    ...(notifyUrl === undefined ? {} : { notify_url: notifyUrl }),
    user_recv_perception: seenAs,
    transfer_scene_report_infos: [{ info_type: REPORT_TYPE, info_content: what }],
  }
}

/** Codes are theirs and few; anything else is told by its status. */
const whyOf = (reply: Believed): string => {
  if ('disbelief' in reply) return reply.disbelief
  const code = errorCodeOf(reply.body)
  return code !== undefined && /^[A-Z_]{3,40}$/.test(code) ? code : `Status${reply.status}`
}

const isPayable = (payee: Payee, fen: number): payee is WechatPayee =>
  payee.kind === 'wechat' && (fen < NAME_FROM_FEN || Boolean(payee.name))

const BILLS = ['v3', 'fund-app', 'mch-transfer', 'transfer-bills'] as const

export const openWechatPay = (
  parts: Pick<Services, 'store' | 'random' | 'clock' | 'vault'>,
  openPayee: OpenPayee,
  configuration: WechatPayConfiguration,
): PayoutService => {
  const keys = keysOf(configuration)
  const http = wechatHttp(keys, configuration.baseUrl, parts)
  const ageOf = ({ sentAt }: OutsideCall): number => (sentAt === undefined ? 0 : parts.clock() - sentAt)
  const billPath = (order: string): readonly string[] => [...BILLS, 'out-bill-no', billNoOf(order)]

  const ask = async (call: OutsideCall, signal: AbortSignal): Promise<Found> => {
    const { order, fen } = call.request as PayoutRequest
    const reply = await http.exchange({ method: 'GET', path: billPath(order), signal })
    if ('disbelief' in reply) return { outcome: 'unknown', why: reply.disbelief }
    if (reply.status === 200) return settledBy(billNoOf(order), fen, billOf(reply.body))
    if (reply.status !== 404 || errorCodeOf(reply.body) !== 'NOT_FOUND')
      return { outcome: 'unknown', why: whyOf(reply) }
    return ageOf(call) > KNOWN_FOR_MS ? { outcome: 'unknown', why: 'TooOld' } : { outcome: 'absent' }
  }

  return {
    ...WECHAT_PAY,
    ask,
    send: async ({ request }, signal) => {
      const payout = request as PayoutRequest
      const payee = await openPayee(payout)
      if (!payee) return { outcome: 'refused', why: 'payeeErased' }
      if (!isPayable(payee, payout.fen)) return { outcome: 'refused', why: 'payeeUnfit' }
      const body = bodyOf(keys, configuration, payout, payee)
      const reply = await http.exchange({ method: 'POST', path: BILLS, body, signal })
      if ('disbelief' in reply || reply.status !== 200) return { outcome: 'unknown', why: whyOf(reply) }
      const bill = billOf(reply.body)
      if (bill?.out_bill_no !== billNoOf(payout.order)) return { outcome: 'unknown', why: 'Unreadable' }
      if (bill.package_info) await keepConfirmation(parts, payout.order, bill.package_info)
      return { outcome: 'unknown', why: underWay(bill.state) }
    },
    close: async (call, signal): Promise<Answer> => {
      const { order } = call.request as PayoutRequest
      await http.exchange({ method: 'POST', path: [...billPath(order), 'cancel'], signal })
      const found = await ask(call, signal)
      if (found.outcome !== 'absent') return found
      return ageOf(call) >= NEVER_AFTER_MS
        ? { outcome: 'refused', why: 'closed' }
        : { outcome: 'unknown', why: 'Absent' }
    },
    statement: async (day, signal) =>
      parts.clock() < instantOf(day) + STATEMENT_AFTER_MS || dayOf(parts.clock()) <= day
        ? undefined
        : wechatStatement(http, configuration.baseUrl, day, signal),
  }
}
