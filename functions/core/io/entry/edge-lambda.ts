/** The Lambda-shaped edge: HTTP API version 2, and schedules. Only the platform can write an event's outermost shape. */
import { AppError } from '../../pure/errors'
import type { Entry } from './entry'
import { lowerHeaders, type Reply } from './envelope'
import { checkRequest, parseBody, procedureOf } from './http'
import { isRecord } from './walk'

export interface LambdaReply {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
export type LambdaHandler = (event: unknown) => Promise<LambdaReply>

const lambdaReply = ({ status, headers, body }: Reply): LambdaReply => ({
  statusCode: status,
  headers,
  body: JSON.stringify(body),
})

/** `{ timer: 'openDays' }`, or an EventBridge rule whose name ends in `-openDays`. */
const timerOf = (event: Readonly<Record<string, unknown>>): string | undefined => {
  if (typeof event.timer === 'string') return event.timer
  const resource: unknown =
    event.source === 'aws.events' && Array.isArray(event.resources) ? event.resources[0] : undefined
  return typeof resource === 'string' ? /[/-]([a-z][A-Za-z]*)$/.exec(resource)?.[1] : undefined
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const bytesOf = (event: Readonly<Record<string, unknown>>): Buffer =>
  Buffer.from(
    typeof event.body === 'string' ? event.body : '',
    event.isBase64Encoded === true ? 'base64' : 'utf8',
  )

const overHttp = async (
  entry: Entry,
  event: Readonly<Record<string, unknown>>,
  http: Readonly<Record<string, unknown>>,
): Promise<Reply> => {
  const headers = lowerHeaders(event.headers)
  try {
    const bytes = bytesOf(event)
    const procedure = procedureOf(textOf(event.rawPath) ?? textOf(http.path) ?? '')
    if (procedure === undefined) throw new AppError('NO_PROCEDURE')
    checkRequest({
      method: textOf(http.method) ?? '',
      contentType: headers['content-type'],
      contentEncoding: headers['content-encoding'],
      length: bytes.length,
    })
    return await entry.handle({ procedure, input: parseBody(bytes), headers, address: textOf(http.sourceIp) })
  } catch (thrown) {
    return entry.refuse(thrown, { what: 'http', language: headers['accept-language'] })
  }
}

/** A schedule that fails throws, so that the platform counts and repeats it. */
const bySchedule = async (entry: Entry, name: string, timer: string): Promise<Reply> => {
  const reply = await entry.handle({
    procedure: `${name}/${timer}`,
    input: {},
    headers: {},
    source: { timer },
  })
  if (reply.status >= 400) throw new Error(`timer ${name}/${timer}: ${JSON.stringify(reply.body)}`)
  return reply
}

/**
 * @param name the deployed function
 * @param entryOf made at the first call, kept for the instance
 */
export const createLambdaHandler =
  (name: string, entryOf: () => Promise<Entry>): LambdaHandler =>
  async (event) => {
    const entry = await entryOf()
    const fields = isRecord(event) ? event : {}
    const { requestContext } = fields
    if (isRecord(requestContext) && isRecord(requestContext.http))
      return lambdaReply(await overHttp(entry, fields, requestContext.http))
    // Anything that came through a gateway carries a request context: what has none was sent by a schedule or by an operator.
    const timer = requestContext === undefined ? timerOf(fields) : undefined
    return lambdaReply(
      timer === undefined
        ? await entry.refuse(new AppError('MALFORMED'), { what: name })
        : await bySchedule(entry, name, timer),
    )
  }
