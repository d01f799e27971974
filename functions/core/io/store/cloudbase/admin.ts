/** What an operator does to a CloudBase environment: its collections, their indexes, and that no client has access to them or to the storage. */
import { receipts } from '../receipts'
import { openManagement } from './management'
import { keptPath } from './row'
import { CLOSED, tablesOf, type Table, type Tables } from './tables'
import type { StoreAdmin } from '../admin'
import type { CloudbaseOptions } from './index'
import type { CollectionSpec } from '../collection'

const keyOf = (index: readonly string[]): string => index.join(', ')

/** Index name → fields of the row. The fields are part of the name: a declaration that changes is another index. */
const indexesOf = ({ indexes }: CollectionSpec): (readonly [name: string, fields: readonly string[]])[] =>
  Object.entries(indexes).map(([name, fields]) => [
    [name, ...fields].join('_'),
    [...fields.map(keptPath), '_id'],
  ])

const missingIndexes = (spec: CollectionSpec, table: Table): ReturnType<typeof indexesOf> =>
  indexesOf(spec).filter(([, fields]) => !table.indexes.some((index) => keyOf(index) === keyOf(fields)))

const problemsOf = (name: string, spec: CollectionSpec, table: Table): string[] => [
  ...(table.rule === CLOSED
    ? []
    : [`${name}: clients have access (rule ${table.rule}); it must be ${CLOSED}`]),
  ...missingIndexes(spec, table).map(
    ([index, fields]) => `${name}: index ${index} (${keyOf(fields)}) is missing`,
  ),
]

/** Done by somebody else in between is done. */
const made = async (make: () => Promise<void>, stands: () => Promise<boolean>): Promise<boolean> => {
  try {
    await make()
    return true
  } catch (error) {
    if (await stands()) return false
    throw error
  }
}

interface Place {
  readonly tables: Tables
  readonly name: string
  readonly spec: CollectionSpec
}

const applyOne = async ({ tables, name, spec }: Place, stands: boolean): Promise<string[]> => {
  const done: string[] = []
  if (
    !stands &&
    (await made(
      () => tables.create(name),
      async () => (await tables.names()).includes(name),
    ))
  )
    done.push(`collection ${name}`)
  const table = await tables.describe(name)
  if (table.rule !== CLOSED) {
    await tables.close(name)
    done.push(`${name}: no client access (was ${table.rule})`)
  }
  for (const [index, fields] of missingIndexes(spec, table)) {
    const there = async () =>
      (await tables.describe(name)).indexes.some((one) => keyOf(one) === keyOf(fields))
    if (await made(() => tables.index(name, index, fields), there))
      done.push(`${name}: index ${index} (${keyOf(fields)})`)
  }
  return done
}

/** @throws Error when there are no credentials: a function's role does not manage collections */
export const openCloudbaseAdmin = async ({
  configuration,
  collections,
  prefix = '',
}: CloudbaseOptions): Promise<StoreAdmin> => {
  const { credentials, region, managementUrl: url, environment } = configuration
  if (!credentials)
    throw new Error('STORE: managing CloudBase needs TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY')
  const tables = tablesOf(
    openManagement({ credentials, region, ...(url === undefined ? {} : { url }) }),
    environment,
  )
  // an environment that is shared: its storage is not ours to close
  const buckets = async () =>
    prefix === '' ? (await tables.buckets()).filter(({ rule }) => rule !== CLOSED) : []
  const declared = [receipts, ...collections.filter(({ name }) => name !== receipts.name)].map((spec) => ({
    name: `${prefix}${spec.name}`,
    spec,
  }))
  return {
    check: async () => {
      const names = await tables.names()
      const problems: string[] = []
      for (const { name, spec } of declared) {
        if (names.includes(name)) problems.push(...problemsOf(name, spec, await tables.describe(name)))
        else problems.push(`collection ${name} is missing`)
      }
      // what nobody here declares may stand, but not open
      for (const name of names.filter((one) => !declared.some((other) => other.name === one))) {
        const { rule } = await tables.describe(name)
        if (rule !== CLOSED) problems.push(`${name}: is not declared, and clients have access (rule ${rule})`)
      }
      for (const { name, rule } of await buckets())
        problems.push(`storage ${name}: clients have access (rule ${rule}); it must be ${CLOSED}`)
      return problems
    },
    apply: async () => {
      const names = await tables.names()
      const done: string[] = []
      for (const { name, spec } of declared)
        done.push(...(await applyOne({ tables, name, spec }, names.includes(name))))
      for (const { name, rule } of await buckets()) {
        await tables.closeBucket(name)
        done.push(`storage ${name}: no client access (was ${rule})`)
      }
      return done
    },
    close: async () => undefined,
  }
}
