/** Tables, indexes and functions as they are declared, and how the database differs. */
import type { CollectionSpec } from '../collection'
import { storedFunctions, type StoredFunction } from './functions'
import { expressionOf, indexOf, quoted, tableOf } from './names'
import type { Row } from './link'

/** Rows of one statement on one connection. */
export type Ask = (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>

export interface DeclaredIndex {
  readonly name: string
  readonly table: string
  /** After `CREATE INDEX [CONCURRENTLY]`. */
  readonly definition: string
  /** As `pg_get_indexdef` tells it, after `USING`. */
  readonly told: string
}

export const declaredIndexes = (spec: CollectionSpec): DeclaredIndex[] =>
  Object.entries(spec.indexes).map(([index, fields]) => {
    const name = indexOf(spec.name, index, fields)
    const table = tableOf(spec.name)
    const told = `btree (${[...fields.map((field) => `shuibang_key_1((doc -> '${field}'::text)) COLLATE "C"`), 'id'].join(', ')})`
    return {
      name,
      table,
      told,
      definition: `${quoted(name)} ON ${quoted(table)} (${[...fields.map(expressionOf), 'id'].join(', ')})`,
    }
  })

/** Bytewise order whatever the database's own collation. */
export const createTable = (table: string): string =>
  `CREATE TABLE IF NOT EXISTS ${quoted(table)} (id text COLLATE "C" PRIMARY KEY, doc jsonb NOT NULL, version text COLLATE "C" NOT NULL)`

export const createFunction = ({ name, head, body }: StoredFunction): string =>
  `CREATE OR REPLACE FUNCTION ${name}${head} AS $function$${body}$function$`

/** Functions that are missing or have another body. */
export const functionsToMake = async (ask: Ask): Promise<StoredFunction[]> => {
  const rows = await ask(
    'SELECT name, prosrc FROM unnest($1::text[]) name JOIN pg_proc ON pg_proc.oid = to_regprocedure(name)',
    [storedFunctions.map(({ name, types }) => `${name}(${types})`)],
  )
  const bodies = new Map(rows.map((row) => [String(row.name), String(row.prosrc)]))
  return storedFunctions.filter(({ name, types, body }) => bodies.get(`${name}(${types})`) !== body)
}

export const tablesPresent = async (ask: Ask, tables: readonly string[]): Promise<Set<string>> => {
  const rows = await ask(
    'SELECT name FROM unnest($1::text[]) name WHERE to_regclass(quote_ident(name)) IS NOT NULL',
    [tables],
  )
  return new Set(rows.map((row) => String(row.name)))
}

export type IndexState = 'missing' | 'invalid' | 'otherwise' | 'valid'

/** An index is invalid when its building was broken off; `otherwise` when it is of another table, of other keys, partial or unique. No query walks either. */
export const indexStates = async (
  ask: Ask,
  indexes: readonly DeclaredIndex[],
): Promise<Map<string, IndexState>> => {
  const rows = await ask(
    `SELECT name, CASE
       WHEN index.indrelid <> to_regclass(quote_ident(wanted)) OR index.indisunique OR NOT 950 = ALL (index.indcollation::oid[])
         OR regexp_replace(pg_get_indexdef(index.indexrelid), '^.*? USING ', '') <> told THEN 'otherwise'
       WHEN index.indisvalid AND index.indisready THEN 'valid' ELSE 'invalid' END AS state
     FROM unnest($1::text[], $2::text[], $3::text[]) AS declared (name, wanted, told)
     JOIN pg_index index ON index.indexrelid = to_regclass(quote_ident(name))`,
    [indexes.map(({ name }) => name), indexes.map(({ table }) => table), indexes.map(({ told }) => told)],
  )
  const states = new Map(rows.map((row) => [String(row.name), row.state as IndexState]))
  return new Map(indexes.map(({ name }) => [name, states.get(name) ?? 'missing']))
}

const COLUMNS = 'id text C, doc jsonb -, version text C'

/** Columns of tables that are there, where they are not `id text, doc jsonb, version text`, and primary keys that are not the id. */
export const wrongTables = async (ask: Ask, tables: readonly string[]): Promise<string[]> => {
  const rows = await ask(
    `SELECT name, columns, keyed FROM unnest($1::text[]) name
     CROSS JOIN LATERAL (SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod) || ' ' || coalesce(collname, '-'), ', ' ORDER BY attnum) AS columns
       FROM pg_attribute LEFT JOIN pg_collation ON pg_collation.oid = attcollation
       WHERE attrelid = to_regclass(quote_ident(name)) AND attnum > 0 AND NOT attisdropped) found
     CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
       WHERE indrelid = to_regclass(quote_ident(name)) AND indisprimary AND indnkeyatts = 1 AND attname = 'id') AS keyed) key
     WHERE to_regclass(quote_ident(name)) IS NOT NULL`,
    [tables],
  )
  return rows.flatMap(({ name, columns, keyed }) => [
    ...(columns === COLUMNS ? [] : [`table ${String(name)} has columns ${String(columns)}, not ${COLUMNS}`]),
    ...(keyed === true ? [] : [`table ${String(name)} has another primary key than its id`]),
  ])
}
