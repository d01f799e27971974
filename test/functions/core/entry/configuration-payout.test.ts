/** How payouts are configured: everything that is wrong at once, and no secret in what is said. */
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfiguration } from '../../../../functions/core/io/entry/configuration'
import { openPayout } from '../../../../functions/core/io/payout/open'
import { testServices } from '../../../harness/context'
import { named, problemsOf } from './problems'

/** Without the line break at the end, as the environment has them. */
const pair = (modulusLength: number) => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { publicKey: publicKey.trim(), privateKey: privateKey.trim() }
}
const ours = pair(2048)
const theirs = pair(2048)

const good = {
  PAYOUT: 'wechat',
  WECHAT_APPID: 'wx8888888888888888',
  WECHAT_SECRET: 's',
  WECHAT_PAY_MCHID: '1900000001',
  WECHAT_PAY_SERIAL: '5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
  WECHAT_PAY_PRIVATE_KEY: ours.privateKey,
  WECHAT_PAY_PLATFORM_KEY: theirs.publicKey,
  WECHAT_PAY_PLATFORM_SERIAL: 'PUB_KEY_ID_0114232134912410000000000000',
  WECHAT_PAY_APIV3_KEY: 'hush-hush-hush-hush-hush-hush-32',
}

it('is the local ledger unless told', () => {
  expect(readConfiguration({}).settings.payout).toEqual({ channel: 'ledger' })
})

it('takes what WeChat Pay wants, its base address too', () => {
  expect(readConfiguration(good).settings.payout).toEqual({
    channel: 'wechat',
    baseUrl: 'https://api.mch.weixin.qq.com',
    appId: good.WECHAT_APPID,
    mchId: good.WECHAT_PAY_MCHID,
    serial: good.WECHAT_PAY_SERIAL,
    privateKey: ours.privateKey,
    platformKey: theirs.publicKey,
    platformSerial: good.WECHAT_PAY_PLATFORM_SERIAL,
    apiV3Key: good.WECHAT_PAY_APIV3_KEY,
  })
  const more = {
    ...good,
    WECHAT_PAY_BASE: 'http://127.0.0.1:8080/',
    WECHAT_PAY_NOTIFY_URL: 'https://tax.example.cn/pay',
  }
  expect(readConfiguration(more).settings.payout).toMatchObject({
    baseUrl: 'http://127.0.0.1:8080',
    notifyUrl: 'https://tax.example.cn/pay',
  })
})

it('keys are given as PEM on one line, or as files', () => {
  const directory = mkdtempSync(join(tmpdir(), 'keys-'))
  const file = join(directory, 'apiclient_key.pem')
  writeFileSync(file, ours.privateKey)
  const environment = {
    ...good,
    WECHAT_PAY_PRIVATE_KEY: file,
    WECHAT_PAY_PLATFORM_KEY: theirs.publicKey.replaceAll('\n', '\\n'),
  }
  expect(readConfiguration(environment).settings.payout).toMatchObject({
    privateKey: ours.privateKey,
    platformKey: theirs.publicKey,
  })
  rmSync(directory, { recursive: true })
})

it('tells all that is missing at once', () => {
  expect([...named({ PAYOUT: 'wechat' })].sort()).toEqual(
    [
      'WECHAT_APPID',
      'WECHAT_PAY_MCHID',
      'WECHAT_PAY_SERIAL',
      'WECHAT_PAY_PRIVATE_KEY',
      'WECHAT_PAY_PLATFORM_KEY',
      'WECHAT_PAY_PLATFORM_SERIAL',
      'WECHAT_PAY_APIV3_KEY',
    ].sort(),
  )
  expect(named({ PAYOUT: 'treasury' })).toEqual(['TREASURY_OFFICE'])
  expect(named({ PAYOUT: 'cash' })).toEqual(['PAYOUT'])
})

it('tells all that is wrong at once, and no secret', () => {
  const wrong = {
    ...good,
    WECHAT_PAY_BASE: 'https://user:hush@pay.example.cn',
    WECHAT_PAY_MCHID: 'hush',
    WECHAT_PAY_SERIAL: 'hush',
    WECHAT_PAY_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----hush-----END PRIVATE KEY-----',
    WECHAT_PAY_PLATFORM_KEY: '/hush/no-such-file.pem',
    WECHAT_PAY_PLATFORM_SERIAL: 'hush',
    WECHAT_PAY_APIV3_KEY: 'hush',
    WECHAT_PAY_NOTIFY_URL: 'https://tax.example.cn/pay?key=hush',
  }
  expect([...named(wrong)].sort()).toEqual(
    [
      'WECHAT_PAY_BASE',
      'WECHAT_PAY_MCHID',
      'WECHAT_PAY_SERIAL',
      'WECHAT_PAY_PRIVATE_KEY',
      'WECHAT_PAY_PLATFORM_KEY',
      'WECHAT_PAY_PLATFORM_SERIAL',
      'WECHAT_PAY_APIV3_KEY',
      'WECHAT_PAY_NOTIFY_URL',
    ].sort(),
  )
  expect(problemsOf(wrong).join()).not.toContain('hush')
})

it.each<[string, string, string]>([
  ['a key that is too short', 'WECHAT_PAY_PRIVATE_KEY', pair(1024).privateKey],
  ['a public key where a private one is wanted', 'WECHAT_PAY_PRIVATE_KEY', theirs.publicKey],
  ['a private key where a public one is wanted', 'WECHAT_PAY_PLATFORM_KEY', theirs.privateKey],
  ['plain http to another machine', 'WECHAT_PAY_BASE', 'http://pay.example.cn'],
  ['a key of another length', 'WECHAT_PAY_APIV3_KEY', 'k'.repeat(31)],
])('%s is refused', (_, name, value) => expect(named({ ...good, [name]: value })).toEqual([name]))

it.each(['ledger', 'treasury', 'wechat'] as const)('opens the channel that is named: %s', async (channel) => {
  const services = await testServices()
  const { payout } = readConfiguration({ ...good, PAYOUT: channel, TREASURY_OFFICE: '320100' }).settings
  expect(openPayout(payout, services)).toMatchObject({ channel, name: `payout.${channel}` })
  await services.close()
})
