/** A call of WeChat's server interfaces with the access token; one that is not taken any more is renewed, once. */
import * as z from 'zod/mini'
import type { Services } from '../context'
import { outsideHttp } from '../outside/http'
import { openAccessToken } from './token'

export interface WechatCall {
  readonly path: readonly string[]
  readonly body: unknown
  readonly signal: AbortSignal
}

export interface WechatReply {
  readonly errcode: number
  /** The rest of the answer, for its own schema. */
  readonly body: unknown
}

/** @throws whatever keeps an answer away: the request may have arrived; WechatTokenError: it was not sent */
export type WechatApi = (call: WechatCall) => Promise<WechatReply>

/** Answered with another status than 200, or with something that is no answer of WeChat's. */
export class NotWechat extends Error {
  override readonly name = 'NotWechat'
}

/** “invalid credential”, “invalid access_token”, “access_token expired”, “access_token missing”. */
const TOKEN_REFUSED: ReadonlySet<number> = new Set([40001, 40014, 42001, 41001])

const coded = z.object({ errcode: z.optional(z.int()) })

export const openWechatApi = (
  wechat: Services['settings']['wechat'],
  services: Pick<Services, 'clock'>,
): WechatApi => {
  const http = outsideHttp({ baseUrl: wechat.baseUrl })
  const accessToken = openAccessToken(wechat, services)
  return async ({ path, body, signal }) => {
    for (let tries = 1; ; tries += 1) {
      const token = await accessToken.get(signal)
      const reply = await http({ method: 'POST', path, query: { access_token: token }, body, signal })
      const told = coded.safeParse(reply.body)
      if (reply.status !== 200 || !told.success) throw new NotWechat()
      const errcode = told.data.errcode ?? 0
      if (!TOKEN_REFUSED.has(errcode)) return { errcode, body: reply.body }
      accessToken.renew(token)
      if (tries > 1) return { errcode, body: reply.body }
    }
  }
}
