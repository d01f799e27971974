/** What must hold of the server before a word is written to it: one query, made of every new connection. */
import { NotReady } from './faults'
import { tableOf } from './names'
import { storedFunctions } from './functions'

/** Setting → the values with which an acknowledged commit outlives a crash, and answers are what the contract says. */
export const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_apply'],
  server_encoding: ['UTF8'],
  default_transaction_isolation: ['read committed'],
}

export interface Assertion {
  /** Every setting is as it must be. */
  readonly durable: boolean
  /** A standby, or a server that was one: it takes no writes. */
  readonly standby: boolean
  /** Tables and functions that are not there. */
  readonly missing: readonly string[]
  /** Tables and functions that are there, and that this role may not read and write, or call. */
  readonly denied: readonly string[]
  readonly detail: Readonly<Record<string, string>>
}

const names = Object.keys(SETTINGS)

export const ASSERTION = `SELECT ${names.map((name) => `current_setting('${name}') AS ${name}`).join(', ')},
  current_setting('server_version') AS version, pg_is_in_recovery() AS standby,
  ARRAY(SELECT name FROM unnest($1::text[]) name WHERE to_regclass(quote_ident(name)) IS NULL)
  || ARRAY(SELECT name FROM unnest($2::text[]) name WHERE to_regprocedure(name) IS NULL) AS missing,
  ARRAY(SELECT DISTINCT name FROM unnest($1::text[]) name, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) privilege
    WHERE NOT has_table_privilege(to_regclass(quote_ident(name)), privilege) ORDER BY name)
  || ARRAY(SELECT name FROM unnest($2::text[]) name WHERE NOT has_function_privilege(to_regprocedure(name), 'EXECUTE')) AS denied`

/** @param collections names */
export const assertionValues = (collections: readonly string[]): unknown[] => [
  collections.map(tableOf),
  storedFunctions.map(({ name, types }) => `${name}(${types})`),
]

export const readAssertion = (row: Readonly<Record<string, unknown>>): Assertion => {
  const detail = Object.fromEntries([...names, 'version'].map((name) => [name, String(row[name])]))
  return {
    durable: names.every((name) => SETTINGS[name]?.includes(detail[name] ?? '')),
    standby: row.standby === true,
    missing: (row.missing as string[] | null) ?? [],
    denied: (row.denied as string[] | null) ?? [],
    detail,
  }
}

/** The settings that are not as they must be, as lines. */
export const wrongSettings = ({ detail }: Assertion): string[] =>
  names
    .filter((name) => !SETTINGS[name]?.includes(detail[name] ?? ''))
    .map((name) => `${name} is ${detail[name] ?? ''}, not ${SETTINGS[name]?.join(' or ') ?? ''}`)

/** @throws NotReady when the server would not keep what it is told, or was not set up */
export const assertReady = (assertion: Assertion): void => {
  const wrong = wrongSettings(assertion)
  if (wrong.length > 0) throw new NotReady(`the store refuses this server: ${wrong.join('; ')}`)
  const { missing, denied } = assertion
  if (missing.length > 0)
    throw new NotReady(
      `the database is not set up for this version (${missing.join(', ')}): npm run store -- apply`,
    )
  if (denied.length > 0)
    throw new NotReady(
      `this role may not use ${denied.join(', ')}: grant it SELECT, INSERT, UPDATE and DELETE on tables, EXECUTE on functions`,
    )
}
