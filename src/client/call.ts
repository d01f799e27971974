/** One call from a screen: headers, retries with back-off, and what an ended session means. */
import { preferences } from './preferences'
import { type ApiError, asApiError, errorFrom } from './errors'
import { link as defaultLink, type Link } from './link'
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

const headersOf = (options: CallOptions): Record<string, string> => {
  const token = sessionToken()
  return {
    'Accept-Language': preferences.getState().language,
    'X-Client-Version': CLIENT_VERSION,
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(options.key ? { 'Idempotency-Key': options.key } : {}),
  }
}

const once = async (
  parts: Parts,
  service: string,
  procedure: string,
  input: unknown,
  options: CallOptions,
): Promise<unknown> => {
  const { status, body } = await parts.link({
    service,
    procedure,
    input: input ?? {},
    headers: headersOf(options),
  })
  if (status >= 200 && status < 300) return body
  throw errorFrom(body, preferences.getState().language)
}

/** Makes the caller; tests give it their own link and clock. */
export const createCall =
  (parts: Parts) =>
  async (service: string, procedure: string, input: unknown, options: CallOptions = {}): Promise<unknown> => {
    const repeatable = options.read === true || options.key !== undefined
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await once(parts, service, procedure, input, options)
      } catch (thrown) {
        const error = asApiError(thrown, preferences.getState().language)
        const pause = BACK_OFF_MS[attempt]
        if (!error.retry || !repeatable || pause === undefined) throw ended(error)
        await parts.wait(pause)
      }
    }
  }

const ended = (error: ApiError): ApiError => {
  if (error.code === 'SIGN_IN' || error.code === 'SESSION_EXPIRED') endSession()
  return error
}

export const call = createCall({ link: defaultLink, wait })
