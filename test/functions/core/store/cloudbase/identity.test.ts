/** Which keys the SDK signs with, and what it is told of where it runs. */
import { configurationOf, open, type Opened } from './parts'
import { openCloudbaseStore } from '../../../../../functions/core/io/store/cloudbase'
import { testCollections } from '../../../../harness/store/subject'
import type { Store } from '../../../../../functions/core/io/store/contract'

const before = { ...process.env }
let opened: Opened
beforeEach(async () => {
  opened = await open()
})
afterEach(async () => {
  process.env = { ...before }
  await opened.close()
})

const keys = (secretId: string, secretKey: string) => ({
  TENCENTCLOUD_SECRETID: secretId,
  TENCENTCLOUD_SECRETKEY: secretKey,
})
const inFunction = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'emulator-env',
}

const storeWith = (credentials?: { secretId: string; secretKey: string }): Promise<Store> => {
  const { credentials: _, ...rest } = configurationOf(opened.emulator)
  return openCloudbaseStore({
    configuration: credentials ? { ...rest, credentials } : rest,
    collections: testCollections,
  })
}

test('outside Tencent Cloud nobody looks for the metadata host', async () => {
  delete process.env.TENCENTCLOUD
  await opened.store.read('slots', ['a'])
  expect(process.env.TENCENTCLOUD).toBe('true')
})

test('outside, the keys of the configuration sign; without any, the first call says so, and so does the next', async () => {
  const store = await storeWith({ secretId: opened.emulator.secretId, secretKey: 'wrong' })
  await expect(store.read('slots', ['a'])).rejects.toMatchObject({ code: 'SIGN_PARAM_INVALID' })
  const none = await storeWith()
  for (let i = 0; i < 2; i += 1)
    await expect(none.read('slots', ['a'])).rejects.toThrow('CloudBase needs credentials')
})

test('in a function, the role’s keys are taken from the process at every call: they expire', async () => {
  const { secretId, secretKey } = opened.emulator
  Object.assign(process.env, inFunction, keys(secretId, secretKey))
  const store = await storeWith({ secretId, secretKey: 'expired' })
  expect(await store.read('slots', ['a'])).toEqual([undefined])
  Object.assign(process.env, keys(secretId, 'another'))
  await expect(store.read('slots', ['a'])).rejects.toMatchObject({ code: 'SIGN_PARAM_INVALID' })
  Object.assign(process.env, keys(secretId, secretKey))
  expect(await store.read('slots', ['a'])).toEqual([undefined])
})

test('health asks the service, and names the environment', async () => {
  expect(await opened.store.health()).toMatchObject({
    engine: 'cloudbase',
    durable: true,
    detail: { environment: 'emulator-env' },
  })
  await opened.emulator.stop()
  await expect(opened.store.health()).rejects.toMatchObject({ code: 'BUSY' })
}, 20_000)
