/** Tencent Cloud API 3.0, as far as the database is managed by it: service `tcb`, signed by TC3-HMAC-SHA256. */
import { createHash, createHmac } from 'node:crypto'

export interface ManagementOptions {
  readonly credentials: {
    readonly secretId: string
    readonly secretKey: string
    readonly sessionToken?: string
  }
  readonly region: string
  /** Default: Tencent's own. */
  readonly url?: string
}

/** @throws ManagementError */
export type Management = <R>(action: string, input: object) => Promise<R>

/** What the API refuses, with its code. */
export class ManagementError extends Error {
  override readonly name = 'ManagementError'
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const SERVICE = 'tcb'
const VERSION = '2018-06-08'
const CONTENT = 'application/json; charset=utf-8'
const TIMEOUT = 20_000

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

interface Signing {
  readonly options: ManagementOptions
  readonly url: URL
  readonly body: string
  /** Seconds. */
  readonly now: number
}

/** https://cloud.tencent.com/document/api/876/34812: the signature, version 3. */
const authorization = ({ options: { credentials }, url, body, now }: Signing): string => {
  const date = new Date(now * 1000).toISOString().slice(0, 10)
  const scope = `${date}/${SERVICE}/tc3_request`
  const request = [
    'POST',
    url.pathname,
    '',
    `content-type:${CONTENT}`,
    `host:${url.host}`,
    '',
    'content-type;host',
    sha256(body),
  ].join('\n')
  const text = ['TC3-HMAC-SHA256', now, scope, sha256(request)].join('\n')
  const key = hmac(hmac(hmac(`TC3${credentials.secretKey}`, date), SERVICE), 'tc3_request')
  const signature = hmac(key, text).toString('hex')
  return `TC3-HMAC-SHA256 Credential=${credentials.secretId}/${scope}, SignedHeaders=content-type;host, Signature=${signature}`
}

type Answer = { readonly Response: { readonly Error?: { readonly Code: string; readonly Message: string } } }

export const openManagement = (options: ManagementOptions): Management => {
  const url = new URL(options.url ?? `https://${SERVICE}.tencentcloudapi.com/`)
  const { sessionToken } = options.credentials
  return async <R>(action: string, input: object) => {
    const body = JSON.stringify(input)
    const now = Math.floor(Date.now() / 1000)
    const response = await fetch(url, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(TIMEOUT),
      headers: {
        'content-type': CONTENT,
        authorization: authorization({ options, url, body, now }),
        'x-tc-action': action,
        'x-tc-version': VERSION,
        'x-tc-timestamp': String(now),
        'x-tc-region': options.region,
        ...(sessionToken === undefined ? {} : { 'x-tc-token': sessionToken }),
      },
    })
    if (!response.ok) throw new ManagementError(String(response.status), `${action}: HTTP ${response.status}`)
    const { Response: answer } = (await response.json()) as Answer
    if (answer.Error)
      throw new ManagementError(answer.Error.Code, `${action}: ${answer.Error.Code}: ${answer.Error.Message}`)
    return answer as R
  }
}
