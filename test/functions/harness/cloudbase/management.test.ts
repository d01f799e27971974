/** The management API, through the store's own admin client and by hand. */
import { defineCollection } from '../../../../functions/core/io/store/collection'
import { openCloudbaseAdmin } from '../../../../functions/core/io/store/cloudbase/admin'
import { openManagement } from '../../../../functions/core/io/store/cloudbase/management'
import { openForTests } from './sdk'

const opened = openForTests()
const halls = defineCollection({
  name: 'halls',
  v: 1,
  indexes: { byCity: ['city'] },
  retention: { kind: 'forever', why: 'a test' },
})
const connection = (wrong: { secretId?: string; secretKey?: string } = {}) => {
  const { managementUrl, secretId, secretKey } = opened().emulator
  return { url: managementUrl, region: 'ap-shanghai', credentials: { secretId, secretKey, ...wrong } }
}
const call = (action: string, input: object) =>
  openManagement(connection())<Record<string, unknown>>(action, { EnvId: 'emulator-env', ...input })

describe('the management API', () => {
  it('makes collections, closes them and makes indexes, as the store’s admin asks for', async () => {
    const { serviceUrl, managementUrl, secretId, secretKey, main } = opened().emulator
    await call('DeleteTable', { TableName: 'slots' })
    const configuration = {
      environment: main.id,
      credentials: { secretId, secretKey },
      serviceUrl,
      managementUrl,
      region: 'ap-shanghai',
    }
    const admin = await openCloudbaseAdmin({ configuration, collections: [halls] })
    expect(await admin.check()).not.toEqual([])
    expect(await admin.apply()).not.toEqual([])
    expect(await admin.check()).toEqual([])
    expect(main.documents.collection('halls').rule).toBe('ADMINONLY')
    expect(
      [...main.documents.collection('halls').indexes.values()].map(({ fields }) =>
        fields.map(({ name }) => name),
      ),
    ).toEqual([['d.city', '_id']])
    await call('ModifySafeRule', { CollectionName: 'halls', AclTag: 'CUSTOM', Rule: '{"read": true}' })
    expect(await admin.check()).toEqual([expect.stringContaining('CUSTOM')])
  })

  it('gives a new collection the rule PRIVATE, unless told', async () => {
    await call('CreateTable', { TableName: 'plain' })
    expect(await call('DescribeDatabaseACL', { CollectionName: 'plain' })).toMatchObject({
      AclTag: 'PRIVATE',
    })
    await expect(call('CreateTable', { TableName: 'plain' })).rejects.toMatchObject({ code: 'ResourceInUse' })
    await expect(
      call('ModifyDatabaseACL', { CollectionName: 'plain', AclTag: 'OPEN' }),
    ).rejects.toMatchObject({ code: 'InvalidParameterValue' })
  })

  it('makes and drops indexes; a unique one not over duplicates', async () => {
    const { db } = opened()
    await call('CreateTable', { TableName: 'people' })
    await db.collection('people').add([{ n: 1 }, { n: 1 }])
    const index = (MgoIsUnique: boolean) => ({
      TableName: 'people',
      CreateIndexes: [
        { IndexName: 'byN', MgoKeySchema: { MgoIndexKeys: [{ Name: 'n', Direction: '-1' }], MgoIsUnique } },
      ],
    })
    await expect(call('UpdateTable', index(true))).rejects.toMatchObject({ code: 'FailedOperation' })
    await call('UpdateTable', index(false))
    expect(await call('DescribeTable', { TableName: 'people' })).toMatchObject({
      IndexNum: 2,
      Indexes: [{ Name: '_id_' }, { Name: 'byN', Unique: false, Keys: [{ Name: 'n', Direction: '-1' }] }],
    })
    await call('UpdateTable', { TableName: 'people', DropIndexes: [{ IndexName: 'byN' }] })
    expect(await call('DescribeTable', { TableName: 'people' })).toMatchObject({ IndexNum: 1 })
    expect(await call('ListTables', { MgoLimit: 1 })).toMatchObject({
      Pager: { Limit: 1 },
      Tables: [{ IndexCount: expect.any(Number) as number }],
    })
  })

  it('knows environments, by their database’s id too', async () => {
    const { EnvList } = (await call('DescribeEnvs', {})) as {
      EnvList: [{ Databases: [{ InstanceId: string }] }]
    }
    const Tag = EnvList[0].Databases[0].InstanceId
    expect(await call('ListTables', { EnvId: undefined, Tag })).toHaveProperty('Tables')
    await expect(call('ListTables', { EnvId: 'nobody' })).rejects.toMatchObject({ code: 'ResourceNotFound' })
  })

  it('refuses a wrong signature and actions that it does not know', async () => {
    for (const wrong of [{ secretKey: 'another' }, { secretId: 'another' }]) {
      await expect(openManagement(connection(wrong))('DescribeEnvs', {})).rejects.toMatchObject({
        code: 'AuthFailure.SignatureFailure',
      })
    }
    await expect(call('DropEverything', {})).rejects.toMatchObject({ code: 'InvalidAction' })
  })
})
