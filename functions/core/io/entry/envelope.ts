/** The one envelope that every edge turns its own shape into, and the one reply that it turns back. */

export interface Envelope {
  /** `<function>/<procedure>`. */
  readonly procedure: string
  /** Parsed JSON; absent counts as `{}`. */
  readonly input: unknown
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** What the platform itself vouches for; never taken from what a caller sent. */
  readonly source?: CallSource
  /** The caller's network address, when known. */
  readonly address?: string
}

export interface CallSource {
  /** A WeChat user, as CloudBase's context names it. */
  readonly openid?: string
  /** The name of the schedule that calls. */
  readonly timer?: string
}

/** The header of every reply that says when it was given, in milliseconds since 1970. */
export const SERVER_TIME = 'x-server-time'

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The output, or a `WireError`. */
  readonly body: unknown
}

/** Names in lower case, single values only; anything else is left out. */
export const lowerHeaders = (headers: unknown): Record<string, string> => {
  if (typeof headers !== 'object' || headers === null) return {}
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name.toLowerCase(), value] as const] : [],
    ),
  )
}
