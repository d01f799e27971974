/**
 * Error codes of Tencent Cloud, by what they say of an invoice. Those of `VatInvoiceVerifyNew` are listed beside it in Tencent's own
 * SDK (tencentcloud-sdk-go, `ocr/v20181119/client.go` and `errors.go`); those of every call: cloud.tencent.com/document/api/866/33528.
 */
import type { Verification } from './contract'

type Said = Exclude<Verification['outcome'], 'match' | 'unreachable'>

/** All others say nothing of the invoice: arrears, a wrong key, a limit of the account, a service that is down. */
const SAID: Readonly<Record<string, Said>> = {
  /** 发票数据不一致. Charged for. */
  'FailedOperation.InvoiceMismatch': 'mismatch',
  /** 发票不存在. Charged for. */
  'ResourceNotFound.NoInvoice': 'notFound',
  /** 今日次数达到限制: “查验超过5次后当日无法再查”. */
  'FailedOperation.CountLimitError': 'tooMany',
  // Values that are not taken: no word on whether the invoice is genuine, and asking again would not help.
  /** 开票日期参数值错误: for us, who send days of the calendar, one that it does not reach back to. */
  'InvalidParameterValue.TicketDateParameterValueLimit': 'notCovered',
  /** 发票代码参数值错误. */
  'InvalidParameterValue.TicketCodeParameterValueLimit': 'notCovered',
  /** 发票号码参数值错误. */
  'InvalidParameterValue.TicketSnParameterValueLimit': 'notCovered',
  /** 开票金额或校验码参数值错误. */
  'InvalidParameterValue.PriceOrVerificationParameterValueLimit': 'notCovered',
  /** 地区编码不存在. */
  'ResourceNotFound.NoAreaCode': 'notCovered',
}

/** Letters alone: neither a key nor a number of anybody's goes through. */
const CODE = /^[A-Za-z]{2,40}(\.[A-Za-z]{2,60})?$/

/** What an error's code says. Its message is never looked at: it may repeat what was asked. */
export const verificationOfError = (code: string): Verification => {
  const outcome = Object.hasOwn(SAID, code) ? SAID[code] : undefined
  if (outcome) return { outcome }
  return { outcome: 'unreachable', why: CODE.test(code) ? code : 'OtherError' }
}
