/** One call from a screen: headers, retries with back-off, and what an ended session means. */
import { preferences } from './preferences'
import { type ApiError, asApiError, errorFrom, needsSignIn } from './errors'
import { link as defaultLink, type Call, type Link } from './link'
import { deviceNow, hearTime } from './server-time'
import { endSession, sessionToken } from './session'

export const CLIENT_VERSION = '0.1.0'
const BACK_OFF_MS = [400, 1200] as const

export interface CallOptions {
  /** The intention's key: with it a mutation is safe to repeat. */
  readonly key?: string
  /** Say so for a read: it may be repeated without a key. */
  readonly read?: boolean
}

interface Parts {
  readonly link: Link
  readonly wait: (milliseconds: number) => Promise<void>
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

const headersOf = (token: string | undefined, key: string | undefined): Record<string, string> => ({
  'Accept-Language': preferences.getState().language,
  'X-Client-Version': CLIENT_VERSION,
  ...(token ? { Authorization: `Bearer ${token}` } : {}),
  ...(key ? { 'Idempotency-Key': key } : {}),
})

const once = async (link: Link, call: Call): Promise<unknown> => {
  const sent = deviceNow()
  const { status, body, serverTime } = await link(call)
  if (serverTime !== undefined) hearTime({ sent, received: deviceNow(), told: serverTime })
  if (status >= 200 && status < 300) return body
  throw errorFrom(status, body, preferences.getState().language)
}

/** Makes the caller; tests give it their own link and clock. */
export const createCall =
  (parts: Parts) =>
  async (service: string, procedure: string, input: unknown, options: CallOptions = {}): Promise<unknown> => {
    const repeatable = options.read === true || options.key !== undefined
    // Every try goes out as who asked first, and its answer concerns that session alone.
    const token = sessionToken()
    for (let attempt = 0; ; attempt += 1) {
      try {
        const headers = headersOf(token, options.key)
        return await once(parts.link, { service, procedure, input: input ?? {}, headers })
      } catch (thrown) {
        const error = asApiError(thrown, preferences.getState().language)
        const pause = BACK_OFF_MS[attempt]
        if (!error.retry || !repeatable || pause === undefined) throw ended(error, token)
        await parts.wait(pause)
      }
    }
  }

const ended = (error: ApiError, token: string | undefined): ApiError => {
  if (needsSignIn(error.code)) endSession(token)
  return error
}

export const call = createCall({ link: defaultLink, wait })
