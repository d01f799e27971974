/** Collections, their indexes and access rules, through the management API. */
import { ManagementError, type Management } from './management'

/** Nobody but functions and operators: clients have no access at all. */
export const CLOSED = 'ADMINONLY'

export interface Table {
  /** The fields of each index, in order, ascending; another order is told as `-field`. */
  readonly indexes: readonly (readonly string[])[]
  /** `READONLY`, `PRIVATE`, `ADMINWRITE`, `ADMINONLY` or `CUSTOM`. */
  readonly rule: string
}

/** A bucket of the environment's storage, with its rule: one of those that collections have. */
export interface Bucket {
  readonly name: string
  readonly rule: string
}

export interface Tables {
  buckets(): Promise<readonly Bucket[]>
  closeBucket(name: string): Promise<void>
  names(): Promise<readonly string[]>
  describe(name: string): Promise<Table>
  /** Closed to clients. */
  create(name: string): Promise<void>
  close(name: string): Promise<void>
  index(name: string, index: string, fields: readonly string[]): Promise<void>
}

interface Listed {
  readonly Tables?: readonly { readonly TableName: string }[] | null
}
interface Environments {
  readonly EnvList?:
    | readonly { readonly EnvId: string; readonly Storages?: readonly { readonly Bucket: string }[] | null }[]
    | null
}
interface Described {
  readonly Indexes?:
    readonly { readonly Keys?: readonly { readonly Name: string; readonly Direction: string }[] }[] | null
}

interface Ruled {
  readonly AclTag?: string
}

const PAGE = 100
/** A new collection is known everywhere after some seconds. */
const WAIT = { ms: 500, tries: 20 }

const eventually = async <R>(run: () => Promise<R>): Promise<R> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run()
    } catch (error) {
      const unknown = error instanceof ManagementError && error.code.startsWith('ResourceNotFound')
      if (!unknown || tries === WAIT.tries) throw error
      await new Promise((resolve) => setTimeout(resolve, WAIT.ms))
    }
  }
}

export const tablesOf = (call: Management, environment: string): Tables => {
  const of = (name: string) => ({ EnvId: environment, TableName: name })
  const ruleOf = (name: string) => ({ EnvId: environment, CollectionName: name })
  const bucketOf = (name: string) => ({ EnvId: environment, Bucket: name })
  return {
    buckets: async () => {
      const { EnvList } = await call<Environments>('DescribeEnvs', { EnvId: environment })
      const names = (EnvList ?? [])
        .filter(({ EnvId }) => EnvId === environment)
        .flatMap(({ Storages }) => (Storages ?? []).map((storage) => storage.Bucket))
      const rules = names.map(async (name) => ({
        name,
        rule: (await call<Ruled>('DescribeStorageSafeRule', bucketOf(name))).AclTag ?? 'unknown',
      }))
      return Promise.all(rules)
    },
    closeBucket: async (name) => {
      await call('ModifyStorageSafeRule', { ...bucketOf(name), AclTag: CLOSED })
    },
    names: async () => {
      const names: string[] = []
      for (;;) {
        const { Tables: page } = await call<Listed>('ListTables', {
          EnvId: environment,
          MgoLimit: PAGE,
          MgoOffset: names.length,
        })
        names.push(...(page ?? []).map((table) => table.TableName))
        if ((page ?? []).length < PAGE) return names
      }
    },
    describe: async (name) => {
      const { Indexes } = await call<Described>('DescribeTable', of(name))
      const { AclTag } = await call<Ruled>('DescribeSafeRule', ruleOf(name))
      return {
        indexes: (Indexes ?? []).map(({ Keys }) =>
          (Keys ?? []).map((key) => (key.Direction === '1' ? key.Name : `-${key.Name}`)),
        ),
        rule: AclTag ?? 'unknown',
      }
    },
    create: async (name) => {
      await call('CreateTable', { ...of(name), PermissionInfo: { EnvId: environment, AclTag: CLOSED } })
      await eventually(() => call('DescribeTable', of(name)))
    },
    close: (name) => eventually(() => call('ModifySafeRule', { ...ruleOf(name), AclTag: CLOSED })),
    index: async (name, index, fields) => {
      const MgoIndexKeys = fields.map((field) => ({ Name: field, Direction: '1' }))
      await call('UpdateTable', {
        ...of(name),
        CreateIndexes: [{ IndexName: index, MgoKeySchema: { MgoIndexKeys, MgoIsUnique: false } }],
      })
    },
  }
}
