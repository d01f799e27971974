/**
 * The management API (Tencent Cloud API 3.0) as far as collections, indexes and access rules go: the actions and shapes that
 * @cloudbase/manager-node uses (`tcb` 2018-06-08, `flexdb` 2018-11-27).
 */
import { randomUUID } from 'node:crypto'
import type { Index } from './documents'
import type { Environment } from './environment'
import { ServiceError } from './errors'
import { managementSignatureProblem, type Credentials, type Signed } from './signature'

type Input = Readonly<Record<string, unknown>>

class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const RULES = ['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY', 'CUSTOM']

/** The database of an environment has an id of its own, which collections are asked for by. */
const instanceOf = (environment: Environment): string => `tnt-${environment.id}`

const text = (input: Input, name: string): string => {
  const value = input[name]
  if (typeof value !== 'string' || value === '')
    throw new ApiError('MissingParameter', `The request is missing a required parameter \`${name}\`.`)
  return value
}

const ruleNamed = (name: unknown): string => {
  if (!RULES.includes(String(name))) throw new ApiError('InvalidParameterValue', `AclTag ${String(name)}`)
  return String(name)
}

const indexOf = (given: unknown): Index => {
  const { IndexName, MgoKeySchema } = given as {
    IndexName: string
    MgoKeySchema: { MgoIndexKeys: { Name: string; Direction: string }[]; MgoIsUnique: boolean }
  }
  return {
    name: IndexName,
    unique: MgoKeySchema.MgoIsUnique,
    fields: MgoKeySchema.MgoIndexKeys.map(({ Name, Direction }) => ({
      name: Name,
      direction: Direction === '-1' ? -1 : 1,
    })),
  }
}

const described = ({ name, unique, fields }: Index) => ({
  Name: name,
  Size: 0,
  Unique: unique,
  Keys: fields.map((field) => ({ Name: field.name, Direction: String(field.direction) })),
})
const OF_ID: Index = { name: '_id_', unique: true, fields: [{ name: '_id', direction: 1 }] }

type Action = (environment: Environment, input: Input) => object

const createTable: Action = ({ schema }, input) => {
  const { AclTag } = (input.PermissionInfo ?? {}) as { AclTag?: unknown }
  const rule = AclTag === undefined ? undefined : ruleNamed(AclTag)
  const { name } = schema.create(text(input, 'TableName'))
  if (rule) schema.setRule(name, { rule })
  return {}
}

const deleteTable: Action = ({ schema }, input) => {
  schema.remove(text(input, 'TableName'))
  return {}
}

const describeTable: Action = ({ documents }, input) => {
  const indexes = [OF_ID, ...documents.collection(text(input, 'TableName')).indexes.values()]
  return { Indexes: indexes.map(described), IndexNum: indexes.length }
}

const updateTable: Action = ({ schema }, input) => {
  const name = text(input, 'TableName')
  for (const { IndexName } of (input.DropIndexes ?? []) as { IndexName: string }[])
    schema.dropIndex(name, IndexName)
  for (const index of (input.CreateIndexes ?? []) as unknown[]) schema.addIndex(name, indexOf(index))
  return {}
}

const listTables: Action = ({ documents }, { MgoLimit = 100, MgoOffset = 0 }) => {
  const all = [...documents.collections.values()]
  const Tables = all.slice(Number(MgoOffset), Number(MgoOffset) + Number(MgoLimit)).map((collection) => ({
    TableName: collection.name,
    Count: documents.all(collection).length,
    Size: 0,
    IndexCount: collection.indexes.size + 1,
    IndexSize: 0,
  }))
  return { Tables, Pager: { Offset: Number(MgoOffset), Limit: Number(MgoLimit), Total: all.length } }
}

const describeRule: Action = ({ documents }, input) => {
  const { rule, ruleText } = documents.collection(text(input, 'CollectionName'))
  return { AclTag: rule, ...(ruleText === undefined ? {} : { Rule: ruleText }) }
}

const modifyRule: Action = ({ schema }, input) => {
  const rule = ruleNamed(input.AclTag)
  schema.setRule(text(input, 'CollectionName'), {
    rule,
    text: rule === 'CUSTOM' ? text(input, 'Rule') : undefined,
  })
  return {}
}

const bucketOf = ({ storage }: Environment, input: Input) => {
  if (text(input, 'Bucket') !== storage.bucket)
    throw new ApiError('ResourceNotFound', 'the bucket does not exist')
  return storage
}

const describeStorageRule: Action = (environment, input) => {
  const { rule, text: ruleText } = bucketOf(environment, input).rule
  return { AclTag: rule, ...(ruleText === undefined ? {} : { Rule: ruleText }) }
}

const modifyStorageRule: Action = (environment, input) => {
  const rule = ruleNamed(input.AclTag)
  bucketOf(environment, input).setRule({ rule, text: rule === 'CUSTOM' ? text(input, 'Rule') : undefined })
  return {}
}

const ACTIONS: Readonly<Record<string, Action>> = {
  CreateTable: createTable,
  DeleteTable: deleteTable,
  DescribeTable: describeTable,
  UpdateTable: updateTable,
  ListTables: listTables,
  DescribeDatabaseACL: describeRule,
  ModifyDatabaseACL: modifyRule,
  DescribeSafeRule: describeRule,
  ModifySafeRule: modifyRule,
  DescribeStorageSafeRule: describeStorageRule,
  ModifyStorageSafeRule: modifyStorageRule,
}

const environmentsAsked = (environments: ReadonlyMap<string, Environment>, input: Input): object => {
  const asked = [...environments.values()].filter(({ id }) => input.EnvId === undefined || input.EnvId === id)
  const EnvList = asked.map((environment) => ({
    EnvId: environment.id,
    Status: 'NORMAL',
    Databases: [{ InstanceId: instanceOf(environment), Status: 'RUNNING', Region: 'ap-shanghai' }],
    Storages: [{ Region: 'ap-shanghai', Bucket: environment.storage.bucket, CdnDomain: '', AppId: '' }],
  }))
  return { EnvList, Total: EnvList.length }
}

const environmentOf = (
  environments: ReadonlyMap<string, Environment>,
  { EnvId, Tag }: Input,
): Environment => {
  const found = [...environments.values()].find(
    (environment) => environment.id === EnvId || (EnvId === undefined && instanceOf(environment) === Tag),
  )
  if (!found) throw new ApiError('ResourceNotFound', 'the environment does not exist')
  return found
}

const perform = (
  environments: ReadonlyMap<string, Environment>,
  credentials: Credentials,
  signed: Signed,
): object => {
  const problem = managementSignatureProblem(signed, credentials)
  if (problem) throw new ApiError('AuthFailure.SignatureFailure', problem)
  const input = JSON.parse(signed.body.toString()) as Input
  const name = String(signed.headers['x-tc-action'])
  if (name === 'DescribeEnvs') return environmentsAsked(environments, input)
  const action = ACTIONS[name]
  if (!action) throw new ApiError('InvalidAction', `The request action \`${name}\` is invalid.`)
  const environment = environmentOf(environments, input)
  environment.managed.push({ action: name, input })
  return action(environment, input)
}

const CODES: Readonly<Record<string, string>> = {
  DATABASE_COLLECTION_NOT_EXIST: 'ResourceNotFound',
  DATABASE_COLLECTION_ALREADY_EXIST: 'ResourceInUse',
}

/** @returns the answer's body: `{Response: {…}}`, refusals too */
export const managementAnswer = (
  environments: ReadonlyMap<string, Environment>,
  credentials: Credentials,
  signed: Signed,
): object => {
  const RequestId = randomUUID()
  try {
    return { Response: { ...perform(environments, credentials, signed), RequestId } }
  } catch (error) {
    const Message = error instanceof Error ? error.message : String(error)
    const Code =
      error instanceof ApiError
        ? error.code
        : error instanceof ServiceError
          ? (CODES[error.code] ?? 'FailedOperation')
          : 'InternalError'
    return { Response: { Error: { Code, Message }, RequestId } }
  }
}
