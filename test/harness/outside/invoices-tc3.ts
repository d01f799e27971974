/**
 * How Tencent Cloud checks a signature, written from its page alone (cloud.tencent.com/document/api/866/33519) and from what arrives:
 * whichever headers say that they are signed, and the bytes of the body.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const FORM =
  /^TC3-HMAC-SHA256 Credential=([^/\s]+)\/(\d{4}-\d{2}-\d{2})\/([a-z]+)\/tc3_request, ?SignedHeaders=([a-z;-]+), ?Signature=([0-9a-f]{64})$/
const SKEW_SECONDS = 300

export interface Credentials {
  readonly secretId: string
  readonly secretKey: string
}

const headerOf = (request: IncomingMessage, name: string): string => {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(',') : (value ?? '')
}

const canonicalOf = (request: IncomingMessage, names: readonly string[], bytes: Buffer): string => {
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const headers = names.map((name) => `${name}:${headerOf(request, name).trim().toLowerCase()}\n`).join('')
  const digest = createHash('sha256').update(bytes).digest('hex')
  return `${request.method ?? ''}\n${path}\n${query}\n${headers}\n${names.join(';')}\n${digest}`
}

/** @returns the code of what is wrong; undefined when it is signed by them */
export const signatureProblem = (
  request: IncomingMessage,
  bytes: Buffer,
  { secretId, secretKey }: Credentials,
  nowSeconds: number,
  product = 'ocr',
): string | undefined => {
  const found = FORM.exec(headerOf(request, 'authorization'))
  if (!found) return 'AuthFailure.InvalidAuthorization'
  const [, id = '', date = '', service = '', signed = '', signature = ''] = found
  if (id !== secretId) return 'AuthFailure.SecretIdNotFound'
  const timestamp = headerOf(request, 'x-tc-timestamp')
  if (!/^\d{9,11}$/.test(timestamp)) return 'MissingParameter'
  if (Math.abs(nowSeconds - Number(timestamp)) > SKEW_SECONDS) return 'AuthFailure.SignatureExpire'
  const names = signed.split(';')
  if (!names.includes('content-type') || !names.includes('host')) return 'AuthFailure.SignatureFailure'
  const day = new Date(Number(timestamp) * 1000)
  const utc = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()].map((n) =>
    String(n).padStart(2, '0'),
  )
  if (date !== utc.join('-') || service !== product) return 'AuthFailure.SignatureFailure'
  const digest = createHash('sha256')
    .update(canonicalOf(request, names, bytes))
    .digest('hex')
  const text = `TC3-HMAC-SHA256\n${timestamp}\n${date}/${service}/tc3_request\n${digest}`
  const ofDate = createHmac('sha256', `TC3${secretKey}`).update(date).digest()
  const ofService = createHmac('sha256', ofDate).update(service).digest()
  const ofSigning = createHmac('sha256', ofService).update('tc3_request').digest()
  const expected = createHmac('sha256', ofSigning).update(text).digest()
  return timingSafeEqual(expected, Buffer.from(signature, 'hex')) ? undefined : 'AuthFailure.SignatureFailure'
}
