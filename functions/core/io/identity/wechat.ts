/** WeChat's `code2session`: from a login code to the user's OPENID. Plain fetch; the base URL is a setting. */
import * as z from 'zod/mini'
import { AppError } from '../../pure/errors'
import type { Settings } from '../context'

const TIMEOUT_MS = 5_000
const TRIES = 2
/** The system is busy: the one answer that WeChat asks to try again. */
const SYSTEM_BUSY = -1
const TOO_OFTEN = 45011

const answer = z.object({
  openid: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
  errcode: z.optional(z.int()),
})

const ask = async (url: URL, timeout: number): Promise<z.infer<typeof answer>> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeout), redirect: 'error' })
  if (!response.ok) throw new Error(`code2session: HTTP ${response.status}`)
  return answer.parse(await response.json())
}

/**
 * @returns the OPENID. The session key is dropped at once: nothing here decrypts data of WeChat's.
 * @throws AppError SIGN_IN_FAILED for a bad or used code and when WeChat cannot be reached, RATE_LIMITED when WeChat says so
 */
export const code2session = async (
  wechat: Settings['wechat'],
  code: string,
  { timeout = TIMEOUT_MS } = {},
): Promise<string> => {
  const url = new URL('/sns/jscode2session', wechat.baseUrl)
  url.search = new URLSearchParams({
    appid: wechat.appId,
    secret: wechat.secret,
    js_code: code,
    grant_type: 'authorization_code',
  }).toString()
  for (let attempt = 1; ; attempt += 1) {
    const reply = await ask(url, timeout).catch((cause: unknown) => {
      // The URL holds the app's secret: what is kept of the failure is its kind.
      throw new AppError('SIGN_IN_FAILED', undefined, {
        cause: new Error(`code2session: ${cause instanceof Error ? cause.name : 'failed'}`),
      })
    })
    if (reply.openid !== undefined && !reply.errcode) return reply.openid
    if (reply.errcode === SYSTEM_BUSY && attempt < TRIES) continue
    if (reply.errcode === TOO_OFTEN) throw new AppError('RATE_LIMITED')
    throw new AppError('SIGN_IN_FAILED', undefined, {
      cause: new Error(`code2session: errcode ${reply.errcode ?? 'none'}`),
    })
  }
}
