/** `store -- apply | check` against the emulator's management API, which checks every signature by itself. */
import { openCloudbaseAdmin } from '../../../../../functions/core/io/store/cloudbase/admin'
import { openCloudbaseStore } from '../../../../../functions/core/io/store/cloudbase'
import { openManagement } from '../../../../../functions/core/io/store/cloudbase/management'
import type { StoreAdmin } from '../../../../../functions/core/io/store/admin'
import { startEmulator, type Emulator } from '../../../../harness/cloudbase/emulator'
import { slots, testCollections } from '../../../../harness/store/subject'
import { configurationOf } from './parts'

let emulator: Emulator
let admin: StoreAdmin
beforeEach(async () => {
  emulator = await startEmulator()
  admin = await openCloudbaseAdmin({ configuration: configurationOf(emulator), collections: testCollections })
})
afterEach(() => emulator.stop())

const ADDED = [
  'collection receipts',
  'receipts: index expiry_expiresAt (d.expiresAt, _id)',
  'collection slots',
  'slots: index byDay_hall_day (d.hall, d.day, _id)',
  'slots: index byRank_rank (d.rank, _id)',
  'slots: index byHall_hall_day_rank (d.hall, d.day, d.rank, _id)',
  'collection notes',
  'storage emulator-emulator-env: no client access (was PRIVATE)',
]

const OPEN_STORAGE = (rule: string) =>
  `storage emulator-emulator-env: clients have access (rule ${rule}); it must be ADMINONLY`

/** As an operator could do it by hand. */
const byHand = (action: string, input: object) => {
  const { credentials, region, managementUrl: url, environment } = configurationOf(emulator)
  return openManagement({ credentials, region, url })(action, { EnvId: environment, ...input })
}

test('an empty environment: check names all that is missing and makes nothing; apply makes it, once', async () => {
  expect(await admin.check()).toEqual([
    'collection receipts is missing',
    'collection slots is missing',
    'collection notes is missing',
    OPEN_STORAGE('PRIVATE'),
  ])
  expect(await admin.apply()).toEqual(ADDED)
  expect(await admin.check()).toEqual([])
  expect(await admin.apply()).toEqual([])
})

test('two that apply at once end as one does', async () => {
  const done = await Promise.all([admin.apply(), admin.apply()])
  expect([...new Set(done.flat())].sort()).toEqual([...ADDED].sort())
  expect(await admin.check()).toEqual([])
})

test.each(['READONLY', 'PRIVATE', 'ADMINWRITE', 'CUSTOM'])(
  'a collection that clients are let into (%s) fails the check, and apply closes it',
  async (AclTag) => {
    await admin.apply()
    await byHand('ModifySafeRule', {
      CollectionName: 'slots',
      AclTag,
      ...(AclTag === 'CUSTOM' ? { Rule: '{"read":true}' } : {}),
    })
    expect(await admin.check()).toEqual([`slots: clients have access (rule ${AclTag}); it must be ADMINONLY`])
    expect(await admin.apply()).toEqual([`slots: no client access (was ${AclTag})`])
    expect(await admin.check()).toEqual([])
  },
)

test.each(['READONLY', 'PRIVATE', 'ADMINWRITE', 'CUSTOM'])(
  'storage that clients are let into (%s) fails the check, and apply closes it',
  async (AclTag) => {
    await admin.apply()
    await byHand('ModifyStorageSafeRule', {
      Bucket: 'emulator-emulator-env',
      AclTag,
      ...(AclTag === 'CUSTOM' ? { Rule: '{"read":true}' } : {}),
    })
    expect(await admin.check()).toEqual([OPEN_STORAGE(AclTag)])
    expect(await admin.apply()).toEqual([`storage emulator-emulator-env: no client access (was ${AclTag})`])
    expect(await admin.check()).toEqual([])
  },
)

test('a collection that nobody declares fails the check only where clients are let in, and is left alone', async () => {
  await admin.apply()
  await byHand('CreateTable', { TableName: 'others' })
  await byHand('ModifySafeRule', { CollectionName: 'others', AclTag: 'ADMINONLY' })
  expect(await admin.check()).toEqual([])
  await byHand('ModifySafeRule', { CollectionName: 'others', AclTag: 'READONLY' })
  expect(await admin.check()).toEqual(['others: is not declared, and clients have access (rule READONLY)'])
  expect(await admin.apply()).toEqual([])
})

test('a declaration that changes its fields is another index; the one before stays for older code', async () => {
  await admin.apply()
  const newer = await openCloudbaseAdmin({
    configuration: configurationOf(emulator),
    collections: [{ ...slots, indexes: { byDay: ['day'] } }],
  })
  expect(await newer.check()).toEqual(['slots: index byDay_day (d.day, _id) is missing'])
  expect(await newer.apply()).toEqual(['slots: index byDay_day (d.day, _id)'])
  expect(await admin.check()).toEqual([])
})

test('the store works on what apply made, in order and by its indexes; a prefix keeps deployments apart', async () => {
  const options = { configuration: configurationOf(emulator), collections: testCollections, prefix: 'try1_' }
  await (await openCloudbaseAdmin(options)).apply()
  const store = await openCloudbaseStore(options)
  await store.commit([
    { op: 'insert', collection: 'slots', id: 'a', doc: { v: 1, rank: 2 } },
    { op: 'insert', collection: 'slots', id: 'b', doc: { v: 1, rank: 1 } },
  ])
  expect((await store.query('slots', { index: 'byRank' })).items.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(emulator.unindexed()).toEqual([])
  expect(emulator.main.storage.rule).toEqual({ rule: 'PRIVATE' })
  expect(await admin.check()).toContain('collection slots is missing')
})

test('before apply, the store says what is to be done', async () => {
  const store = await openCloudbaseStore({
    configuration: configurationOf(emulator),
    collections: testCollections,
  })
  const wanted = 'STORE: the collections are not set up: run `npm run store -- apply`'
  await expect(store.read('slots', ['a'])).rejects.toThrow(wanted)
  await expect(store.commit([{ op: 'insert', collection: 'slots', id: 'a', doc: { v: 1 } }])).rejects.toThrow(
    wanted,
  )
  await expect(store.patch({ collection: 'slots', id: 'a', add: { n: 1 } })).rejects.toThrow(wanted)
})

test('a wrong key is refused by the service, and none before', async () => {
  const configuration = {
    ...configurationOf(emulator),
    credentials: { secretId: emulator.secretId, secretKey: 'another' },
  }
  await expect(
    (await openCloudbaseAdmin({ configuration, collections: testCollections })).check(),
  ).rejects.toThrow('AuthFailure.SignatureFailure')
  const { credentials: _, ...without } = configurationOf(emulator)
  await expect(openCloudbaseAdmin({ configuration: without, collections: testCollections })).rejects.toThrow(
    'TENCENTCLOUD_SECRETID',
  )
})
