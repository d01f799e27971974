/**
 * Signatures and ciphers of WeChat Pay’s API v3 (docs: pay.weixin.qq.com/doc/v3/merchant/4012365342): RSA-SHA256 over lines for
 * requests and answers, RSA-OAEP for single fields, AES-256-GCM for notifications.
 */
import {
  constants,
  createDecipheriv,
  createPublicKey,
  createPrivateKey,
  publicEncrypt,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { MINUTE, type Instant } from '../../../pure/time'
import type { OutsideMessage } from '../../outside/http'
import type { WechatPayConfiguration } from '../contract'

export const SCHEME = 'WECHATPAY2-SHA256-RSA2048'
/** A clock of theirs and ours may differ by so much; what is older may be a repeat. */
const SKEW_MS = 5 * MINUTE

export interface Keys {
  readonly mchId: string
  readonly serial: string
  readonly privateKey: KeyObject
  readonly platformSerial: string
  readonly platformKey: KeyObject
  readonly apiV3Key: Buffer
}

export const keysOf = (configuration: WechatPayConfiguration): Keys => ({
  mchId: configuration.mchId,
  serial: configuration.serial,
  privateKey: createPrivateKey(configuration.privateKey),
  platformSerial: configuration.platformSerial,
  platformKey: createPublicKey(configuration.platformKey),
  apiV3Key: Buffer.from(configuration.apiV3Key, 'utf8'),
})

const lines = (...parts: readonly string[]): Buffer =>
  Buffer.from(parts.map((part) => `${part}\n`).join(''), 'utf8')

/** The `Authorization` of a request. */
export const authorization = (
  { mchId, serial, privateKey }: Keys,
  { method, target, body }: OutsideMessage,
  now: Instant,
  nonce: string,
): string => {
  const timestamp = String(Math.floor(now / 1000))
  const signature = sign('sha256', lines(method, target, timestamp, nonce, body), privateKey).toString(
    'base64',
  )
  const fields = { mchid: mchId, nonce_str: nonce, signature, timestamp, serial_no: serial }
  const text = Object.entries(fields).map(([name, value]) => `${name}="${value}"`)
  return `${SCHEME} ${text.join(',')}`
}

/** Why something that says it is from WeChat Pay is not believed. */
export type Disbelief = 'Unsigned' | 'OtherSerial' | 'OldTimestamp' | 'WrongSignature'

/** @returns undefined when it is from WeChat Pay, and fresh */
export const disbelief = (
  { platformSerial, platformKey }: Keys,
  header: (name: string) => string | undefined,
  body: Uint8Array,
  now: Instant,
): Disbelief | undefined => {
  const timestamp = header('wechatpay-timestamp') ?? ''
  const nonce = header('wechatpay-nonce')
  const signature = header('wechatpay-signature')
  if (!/^\d{1,12}$/.test(timestamp) || !nonce || !signature) return 'Unsigned'
  if (header('wechatpay-serial') !== platformSerial) return 'OtherSerial'
  if (Math.abs(now - Number(timestamp) * 1000) > SKEW_MS) return 'OldTimestamp'
  const signed = Buffer.concat([lines(timestamp, nonce), body, Buffer.from('\n')])
  return verify('sha256', signed, platformKey, Buffer.from(signature, 'base64'))
    ? undefined
    : 'WrongSignature'
}

/** A field that only WeChat Pay can read. */
export const encryptedField = ({ platformKey }: Keys, text: string): string =>
  publicEncrypt(
    { key: platformKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
    Buffer.from(text, 'utf8'),
  ).toString('base64')

export interface SealedResource {
  readonly algorithm: string
  readonly ciphertext: string
  readonly nonce: string
  readonly associated_data?: string | undefined
}

const TAG_BYTES = 16

/** @throws Error when it was not encrypted with our key, or was altered */
export const openedResource = (
  { apiV3Key }: Keys,
  { algorithm, ciphertext, nonce, associated_data = '' }: SealedResource,
): string => {
  if (algorithm !== 'AEAD_AES_256_GCM') throw new RangeError('another cipher')
  const bytes = Buffer.from(ciphertext, 'base64')
  if (bytes.length < TAG_BYTES) throw new RangeError('no ciphertext')
  const decipher = createDecipheriv('aes-256-gcm', apiV3Key, Buffer.from(nonce, 'utf8'), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(associated_data, 'utf8'))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
}
