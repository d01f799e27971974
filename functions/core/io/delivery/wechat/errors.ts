/**
 * What WeChat says of a subscribe message, by its code (developers.weixin.qq.com, “发送订阅消息” and “全局错误码”). Codes that are
 * not here are faults of ours until somebody has looked.
 */
import { MINUTE, HOUR } from '../../../pure/time'
import type { SendOutcome } from '../contract'

const OUTCOMES: Readonly<Record<number, SendOutcome>> = {
  0: { outcome: 'sent' },
  /** 系统繁忙，此时请开发者稍候再试. */
  [-1]: { outcome: 'again', why: 'Wechat-1' },
  /** 并发下发消息给同一个粉丝. */
  43108: { outcome: 'again', why: 'Wechat43108' },
  /** The token was refused twice: a wrong secret is an operator's, an expired one is renewed by the next request. */
  40001: { outcome: 'again', why: 'Wechat40001' },
  40014: { outcome: 'again', why: 'Wechat40014' },
  41001: { outcome: 'again', why: 'Wechat41001' },
  42001: { outcome: 'again', why: 'Wechat42001' },
  /** 用户拒绝接受消息: no grant is left. */
  43101: { outcome: 'refused', why: 'Wechat43101', grants: 'none' },
  /** openid 不正确: another mini-program's, or gone. */
  40003: { outcome: 'refused', why: 'Wechat40003' },
  /** API 调用太频繁，请稍候再试: a minute's quota. */
  45011: { outcome: 'tooOften', why: 'Wechat45011', waitMs: MINUTE },
  /** The day's quota of the interface. */
  45009: { outcome: 'tooOften', why: 'Wechat45009', waitMs: HOUR },
}

/** Of 47003 (a field is empty or too long), 40037 (template), 41030 (page), 45168 (content) no repeat makes anything better. */
export const outcomeOfCode = (errcode: number): SendOutcome =>
  OUTCOMES[errcode] ?? { outcome: 'refused', why: `Wechat${errcode}`, fault: true }
