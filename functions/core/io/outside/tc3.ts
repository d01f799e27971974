/**
 * Signatures of Tencent Cloud's API v3, TC3-HMAC-SHA256 (cloud.tencent.com/document/api/866/33519, “签名方法 v3”): a request is
 * signed by its content type, its host and the digest of its body, with a key derived for one UTC day and one product.
 */
import { createHash, createHmac } from 'node:crypto'

const ALGORITHM = 'TC3-HMAC-SHA256'
/** Of the published example. It is signed: whoever sends the request sends exactly this. */
export const TC3_CONTENT_TYPE = 'application/json; charset=utf-8'

export interface Tc3Request {
  readonly secretId: string
  readonly secretKey: string
  /** The product: `ocr`. */
  readonly service: string
  /** As the request is sent to it, with a port that is not the scheme's own. */
  readonly host: string
  readonly action: string
  /** Of the product's API: `2018-11-19`. */
  readonly version: string
  readonly region: string
  /** Seconds since 1970; the service takes five minutes of difference. */
  readonly timestamp: number
  /** The body as it is sent. */
  readonly payload: string
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text, 'utf8').digest()

/** The credential's date is UTC's, whatever the clock on the wall says. */
const utcDate = (timestamp: number): string => new Date(timestamp * 1000).toISOString().slice(0, 10)

/** The headers that a POST to `/` has to carry; the host is set by who sends it. Nothing but its arguments goes in. */
export const tc3Headers = (request: Tc3Request): Readonly<Record<string, string>> => {
  const { secretId, secretKey, service, host, action, version, region, timestamp, payload } = request
  const signedHeaders = 'content-type;host'
  const canonical = [
    'POST',
    '/',
    '',
    `content-type:${TC3_CONTENT_TYPE}`,
    `host:${host.toLowerCase()}`,
    '',
    signedHeaders,
    sha256(payload),
  ].join('\n')
  const date = utcDate(timestamp)
  const scope = `${date}/${service}/tc3_request`
  const toSign = [ALGORITHM, String(timestamp), scope, sha256(canonical)].join('\n')
  const key = [date, service, 'tc3_request'].reduce(hmac, Buffer.from(`TC3${secretKey}`, 'utf8'))
  const signature = hmac(key, toSign).toString('hex')
  return {
    authorization: `${ALGORITHM} Credential=${secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
    'content-type': TC3_CONTENT_TYPE,
    'x-tc-action': action,
    'x-tc-region': region,
    'x-tc-timestamp': String(timestamp),
    'x-tc-version': version,
  }
}
