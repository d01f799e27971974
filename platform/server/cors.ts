/** Other sites' pages may not call the API, unless the operator names them. */
import type { IncomingMessage } from 'node:http'
import { SERVER_TIME } from '../../functions/core/io/entry/envelope'

const ALLOWED_HEADERS = 'authorization, content-type, accept-language, idempotency-key, x-client-version'

/**
 * @param origins exact origins, `https://tax.example.cn`; empty: closed
 * @returns the headers for this request; `undefined` when its origin is not allowed
 */
export const corsHeaders = (
  request: IncomingMessage,
  origins: readonly string[],
): Readonly<Record<string, string>> | undefined => {
  const { origin } = request.headers
  if (origin === undefined || !origins.includes(origin)) return undefined
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'POST, PUT',
    'access-control-allow-headers': ALLOWED_HEADERS,
    'access-control-expose-headers': `retry-after, ${SERVER_TIME}`,
    'access-control-max-age': '600',
    vary: 'origin',
  }
}
