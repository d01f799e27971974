/**
 * The access token of WeChat's server interfaces, by `cgi-bin/stable_token`: the same for every instance while it holds, so that
 * instances do not take each other's away. In memory alone.
 */
import * as z from 'zod/mini'
import type { Services } from '../context'
import { outsideHttp, type OutsideHttp } from '../outside/http'

export interface AccessToken {
  /** @throws WechatTokenError */
  get(signal: AbortSignal): Promise<string>
  /** WeChat does not take it any more: the next `get` asks for one, and once more by force where the same one comes back. */
  renew(refused: string): void
}

/** No token was given; its code says why, and nothing of the secret. */
export class WechatTokenError extends Error {
  override readonly name = 'WechatTokenError'
  constructor(readonly code: string) {
    super(`no access token: ${code}`)
  }
}

const answer = z.object({
  access_token: z.optional(z.string().check(z.minLength(1), z.maxLength(1024))),
  expires_in: z.optional(z.int()),
  errcode: z.optional(z.int()),
})

/** Not used in its last minute. */
const SPARE_MS = 60_000

type Wechat = Services['settings']['wechat']

const ask = async (http: OutsideHttp, wechat: Wechat, isForced: boolean, signal: AbortSignal) => {
  const { status, body } = await http({
    method: 'POST',
    path: ['cgi-bin', 'stable_token'],
    body: {
      grant_type: 'client_credential',
      appid: wechat.appId,
      secret: wechat.secret,
      ...(isForced ? { force_refresh: true } : {}),
    },
    signal,
  }).catch(() => {
    throw new WechatTokenError('NoAnswer')
  })
  const told = answer.safeParse(body)
  if (status !== 200 || !told.success) throw new WechatTokenError(`Status${status}`)
  const { access_token: token, expires_in: seconds = 0, errcode } = told.data
  if (token === undefined) throw new WechatTokenError(`Code${errcode ?? 0}`)
  return { token, seconds }
}

/** Force is allowed twenty times a day: only where an ordinary request gives what was refused. */
export const openAccessToken = (wechat: Wechat, { clock }: Pick<Services, 'clock'>): AccessToken => {
  const http = outsideHttp({ baseUrl: wechat.baseUrl })
  let kept: { readonly token: string; readonly until: number } | undefined
  let refused: string | undefined
  let asking: Promise<string> | undefined
  const fetchToken = async (signal: AbortSignal): Promise<string> => {
    let told = await ask(http, wechat, false, signal)
    if (told.token === refused) told = await ask(http, wechat, true, signal)
    kept = { token: told.token, until: clock() + told.seconds * 1000 - SPARE_MS }
    return told.token
  }
  return {
    get: async (signal) => {
      if (kept && kept.until > clock()) return kept.token
      asking ??= fetchToken(signal).finally(() => {
        asking = undefined
      })
      return asking
    },
    renew: (token) => {
      refused = token
      if (kept?.token === token) kept = undefined
    },
  }
}
