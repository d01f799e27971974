/**
 * Checks TC3-HMAC-SHA256 signatures, written from Tencent Cloud's description of API 3.0 and, for the SDK's own requests, from
 * the two ways in which @cloudbase/signature-nodejs differs from it: the host is part of the path, and the payload is a hash of
 * the parameters it names.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export interface Signed {
  readonly method: string
  /** Path and query, as on the request line. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Credentials {
  readonly secretId: string
  readonly secretKey: string
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest()

const AUTHORIZATION =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/([a-z]+)\/tc3_request,\s*(?:SignedParams=([^,]*),\s*)?SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/

/** A signature may be this old, s. */
const LIFETIME = 600

interface Claim {
  readonly id: string
  readonly date: string
  readonly service: string
  readonly parameters: readonly string[] | undefined
  readonly headers: readonly string[]
  readonly signature: string
}

const claimOf = (header: string | undefined): Claim | undefined => {
  const [, id = '', date = '', service = '', parameters, headers = '', signature = ''] =
    AUTHORIZATION.exec(header ?? '') ?? []
  return signature === ''
    ? undefined
    : { id, date, service, parameters: parameters?.split(';'), headers: headers.split(';'), signature }
}

const headerText = (headers: IncomingHttpHeaders, name: string): string =>
  `${name}:${String(headers[name] ?? '')
    .trim()
    .toLowerCase()}\n`

const parameterText = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).trim()

/** `&name=value\r\n` of each parameter named, in the order named; names in lower case. */
const parametersHash = (body: Buffer, names: readonly string[]): string => {
  const given: unknown = JSON.parse(body.toString())
  const values = new Map(
    Object.entries(given as object).map(([name, value]) => [name.toLowerCase(), value as unknown]),
  )
  return sha256(names.map((name) => `&${name}=${parameterText(values.get(name))}\r\n`).join(''))
}

interface Expectation {
  readonly credentials: Credentials
  readonly timestamp: number
  readonly now: number
  readonly path: string
  readonly query: string
  readonly payload: (claim: Claim) => string
}

/** @returns what is wrong, or nothing */
const problem = (
  { method, headers }: Signed,
  { credentials, timestamp, now, path, query, payload }: Expectation,
): string | undefined => {
  const claim = claimOf(headers.authorization)
  if (!claim) return 'no TC3-HMAC-SHA256 authorization'
  if (claim.id !== credentials.secretId) return 'the SecretId is not known'
  if (!['host', 'content-type'].every((name) => claim.headers.includes(name)))
    return 'host and content-type are not signed'
  if (!Number.isInteger(timestamp) || Math.abs(now / 1000 - timestamp) > LIFETIME)
    return 'the signature has expired'
  if (new Date(timestamp * 1000).toISOString().slice(0, 10) !== claim.date)
    return 'the date is not that of the timestamp'
  const canonical = [
    method,
    path,
    query,
    claim.headers.map((name) => headerText(headers, name)).join(''),
    claim.headers.join(';'),
    payload(claim),
  ].join('\n')
  const text = [
    'TC3-HMAC-SHA256',
    timestamp,
    `${claim.date}/${claim.service}/tc3_request`,
    sha256(canonical),
  ].join('\n')
  const key = hmac(hmac(hmac(`TC3${credentials.secretKey}`, claim.date), claim.service), 'tc3_request')
  return timingSafeEqual(hmac(key, text), Buffer.from(claim.signature, 'hex'))
    ? undefined
    : 'the signature does not match'
}

/** A request of @cloudbase/node-sdk; every parameter that carries a value must be signed. */
export const sdkSignatureProblem = (
  signed: Signed,
  credentials: Credentials,
  now = Date.now(),
): string | undefined => {
  const [path = '', query = ''] = signed.url.split('?')
  const names = claimOf(signed.headers.authorization)?.parameters ?? []
  const carried = Object.entries(JSON.parse(signed.body.toString()) as object).filter(
    ([, value]) => value !== '' && value !== null,
  )
  const unsigned = carried.find(([name]) => !names.includes(name.toLowerCase()))
  if (unsigned) return `the parameter ${unsigned[0]} is not signed`
  return problem(
    { ...signed, method: signed.method.toLowerCase() },
    {
      credentials,
      now,
      timestamp: Number(signed.headers['x-timestamp']),
      path: `//${signed.headers.host ?? ''}${path}`,
      query,
      payload: (claim) => parametersHash(signed.body, claim.parameters ?? []),
    },
  )
}

/** A request to the management API (Tencent Cloud API 3.0). */
export const managementSignatureProblem = (
  signed: Signed,
  credentials: Credentials,
  now = Date.now(),
): string | undefined => {
  const [path = '/', query = ''] = signed.url.split('?')
  return problem(signed, {
    credentials,
    now,
    timestamp: Number(signed.headers['x-tc-timestamp']),
    path,
    query,
    payload: () => sha256(signed.body),
  })
}
