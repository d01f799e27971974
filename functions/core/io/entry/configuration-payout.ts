/** The payouts' part of the environment. Nothing secret is repeated in what is said about it. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { checkedBase } from '../outside/http'
import type { PayoutConfiguration, TreasuryConfiguration, WechatPayConfiguration } from '../payout/contract'
import { given, type Environment, type Problems } from './problems'

const CHANNELS = ['ledger', 'treasury', 'wechat'] as const
const WECHAT_PAY = 'https://api.mch.weixin.qq.com'
const LEAST_BITS = 2048

type Wanted = (name: string, form?: RegExp) => string

const wantedOf =
  (environment: Environment, { check }: Problems, channel: string): Wanted =>
  (name, form) => {
    const value = given(environment, name)
    check(value !== undefined, `${name}: PAYOUT=${channel} wants it`)
    check(value === undefined || (form?.test(value) ?? true), `${name}: is not of its form`)
    return value ?? ''
  }

const readTreasury = (environment: Environment, problems: Problems): TreasuryConfiguration => ({
  channel: 'treasury',
  office: wantedOf(environment, problems, 'treasury')('TREASURY_OFFICE', /^[0-9A-Za-z-]{2,40}$/),
})

/** PEM as it stands, with line breaks written as `\n`, or the path of a file that holds it. */
const pemAt = (name: string, value: string, { check }: Problems): string => {
  if (value === '') return ''
  if (value.includes('-----BEGIN')) return value.replaceAll('\\n', '\n')
  try {
    return readFileSync(value, 'utf8')
  } catch {
    check(false, `${name}: neither PEM nor a file that can be read`)
    return ''
  }
}

const isRsa = (read: () => KeyObject): boolean => {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = read()
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= LEAST_BITS
  } catch {
    return false
  }
}

const readBase = (environment: Environment, { check }: Problems): string => {
  const address = given(environment, 'WECHAT_PAY_BASE') ?? WECHAT_PAY
  try {
    return checkedBase(address)
  } catch {
    check(
      false,
      'WECHAT_PAY_BASE: not an https address (http to this machine alone), or with a password, query or fragment',
    )
    return WECHAT_PAY
  }
}

const readKeys = (
  wanted: Wanted,
  problems: Problems,
): Pick<WechatPayConfiguration, 'privateKey' | 'platformKey'> => {
  const privateKey = pemAt('WECHAT_PAY_PRIVATE_KEY', wanted('WECHAT_PAY_PRIVATE_KEY'), problems)
  const platformKey = pemAt('WECHAT_PAY_PLATFORM_KEY', wanted('WECHAT_PAY_PLATFORM_KEY'), problems)
  problems.check(
    privateKey === '' || isRsa(() => createPrivateKey(privateKey)),
    'WECHAT_PAY_PRIVATE_KEY: no private RSA key of 2048 bits or more, in PEM and without a passphrase',
  )
  // a private key would be read as its public half: what was given by mistake must not pass
  problems.check(
    platformKey === '' || (!platformKey.includes('PRIVATE KEY') && isRsa(() => createPublicKey(platformKey))),
    'WECHAT_PAY_PLATFORM_KEY: no public RSA key or certificate of 2048 bits or more, in PEM',
  )
  return { privateKey, platformKey }
}

const readWechat = (environment: Environment, problems: Problems): WechatPayConfiguration => {
  const { check } = problems
  const wanted = wantedOf(environment, problems, 'wechat')
  const apiV3Key = wanted('WECHAT_PAY_APIV3_KEY')
  check(apiV3Key === '' || Buffer.byteLength(apiV3Key) === 32, 'WECHAT_PAY_APIV3_KEY: is not of 32 bytes')
  const notifyUrl = given(environment, 'WECHAT_PAY_NOTIFY_URL')
  check(
    notifyUrl === undefined || /^https:\/\/[^\s?#@]{3,250}$/.test(notifyUrl),
    'WECHAT_PAY_NOTIFY_URL: not an https address without query',
  )
  return {
    channel: 'wechat',
    baseUrl: readBase(environment, problems),
    appId: wanted('WECHAT_APPID'),
    mchId: wanted('WECHAT_PAY_MCHID', /^\d{6,16}$/),
    serial: wanted('WECHAT_PAY_SERIAL', /^[0-9A-Fa-f]{16,64}$/),
    ...readKeys(wanted, problems),
    platformSerial: wanted('WECHAT_PAY_PLATFORM_SERIAL', /^(PUB_KEY_ID_\d{10,64}|[0-9A-Fa-f]{16,64})$/),
    apiV3Key,
    ...(notifyUrl === undefined ? {} : { notifyUrl }),
  }
}

/**
 * `PAYOUT` (`ledger`, `treasury`, `wechat`; default `ledger`); `TREASURY_OFFICE`; `WECHAT_PAY_BASE`, `WECHAT_PAY_MCHID`,
 * `WECHAT_PAY_SERIAL`, `WECHAT_PAY_PRIVATE_KEY`, `WECHAT_PAY_PLATFORM_KEY` (each PEM or a file), `WECHAT_PAY_PLATFORM_SERIAL`,
 * `WECHAT_PAY_APIV3_KEY`, `WECHAT_PAY_NOTIFY_URL`.
 */
export const readPayoutConfiguration = (
  environment: Environment,
  problems: Problems,
): PayoutConfiguration => {
  const name = given(environment, 'PAYOUT') ?? 'ledger'
  problems.check(
    CHANNELS.some((one) => one === name),
    `PAYOUT: ${name} is not one of ${CHANNELS.join(', ')}`,
  )
  if (name === 'treasury') return readTreasury(environment, problems)
  return name === 'wechat' ? readWechat(environment, problems) : { channel: 'ledger' }
}
