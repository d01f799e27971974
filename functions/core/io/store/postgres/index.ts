/** PostgreSQL: one table a collection, one call of a stored function a commit, nothing kept in a session. */
import { AppError } from '../../../pure/errors'
import { catalogueOf, storeOver } from '../front'
import { receipts } from '../receipts'
import type { CollectionSpec } from '../collection'
import type { PostgresConfiguration } from '../configuration'
import type { Doc, Store, Stored } from '../contract'
import type { Catalogue, Engine } from '../engine'
import { versionSource } from '../versions'
import { ASSERTION, assertReady, assertionValues, readAssertion } from './assertion'
import { commitOutcome, commitStatement, patchOutcome, patchStatement } from './changes'
import { NotSent, explained, verdictOf } from './faults'
import { openLink, type Link, type Row, type Statement } from './link'
import { quoted, tableOf } from './names'
import { patiently } from './patience'
import { walkOf } from './walk'

export interface PostgresOptions {
  readonly configuration: Pick<PostgresConfiguration, 'url' | 'connections'>
  /** The deployment's collections; `receipts` is always among them. */
  readonly collections: readonly CollectionSpec[]
}

/** Milliseconds: how long a server that restarts, or a race that is lost, is waited for. */
const PATIENCE = { read: 2_500, write: 2_000 } as const

const storedOf = (row: Row): Stored => ({
  id: String(row.id),
  version: String(row.version),
  doc: row.doc as Doc,
})

const onlyRow = (rows: readonly Row[]): Row => {
  const [row] = rows
  if (!row) throw new Error('a row was expected')
  return row
}

const engineOn = (link: Link, assertion: Statement): Engine => {
  const nextVersion = versionSource()

  /** Reads may be repeated whatever became of the last one. @throws AppError BUSY when the server stays away */
  const readRows = (statement: Statement): Promise<readonly Row[]> =>
    patiently(
      () => link.run(statement),
      (error) => verdictOf(error) !== 'fault',
      PATIENCE.read,
    ).catch((error: unknown): never => {
      throw verdictOf(error) === 'fault'
        ? explained(error)
        : new AppError('BUSY', undefined, { cause: error })
    })

  /** The statement's row; or, when there was none, whether something may have been applied. */
  const write = async (statement: Statement): Promise<Row | 'busy' | 'unknown'> => {
    try {
      return onlyRow(
        await patiently(
          () => link.run(statement),
          (error) => verdictOf(error) === 'again',
          PATIENCE.write,
        ),
      )
    } catch (error) {
      const verdict = verdictOf(error)
      if (verdict === 'fault') throw explained(error)
      return verdict === 'unknown' ? 'unknown' : 'busy'
    }
  }

  return {
    read: async (collection, ids) => {
      const rows = await readRows({
        text: `SELECT id, doc, version FROM ${quoted(tableOf(collection))} WHERE id = ANY($1)`,
        values: [[...new Set(ids)]],
      })
      const found = new Map(rows.map((row) => [String(row.id), storedOf(row)]))
      return ids.map((id) => found.get(id))
    },
    query: async (plan) => (await readRows(walkOf(plan))).map(storedOf),
    patch: async (spec) => {
      const row = await write(patchStatement(spec, nextVersion()))
      return typeof row === 'string' ? { outcome: row } : patchOutcome(spec, row)
    },
    commit: async (changes) => {
      const version = nextVersion()
      const row = await write(commitStatement(changes, version))
      return typeof row === 'string' ? { outcome: row } : commitOutcome(changes, version, row)
    },
    health: async () => {
      const { durable, standby, detail } = readAssertion(onlyRow(await readRows(assertion)))
      return { engine: 'postgres', durable: durable && !standby, detail }
    },
    close: () => link.close(),
  }
}

const linkFor = (catalogue: Catalogue, { url, connections }: PostgresOptions['configuration']) => {
  const statement: Statement = { text: ASSERTION, values: assertionValues([...catalogue.keys()]) }
  const look = async (run: Link['run']): Promise<void> => {
    const assertion = readAssertion(onlyRow(await run(statement)))
    if (assertion.standby) throw new NotSent('a standby: it takes no writes')
    assertReady(assertion)
  }
  return { link: openLink({ url, connections, look }), statement }
}

/**
 * Connects, and looks at the server once: nothing is made here.
 * @throws NotReady when the server would lose what it acknowledged, or `npm run store -- apply` has not been run for this version
 * @throws Error when the server cannot be reached for {@link PATIENCE}.read ms
 */
export const openPostgresStore = async ({ configuration, collections }: PostgresOptions): Promise<Store> => {
  const catalogue = catalogueOf([receipts, ...collections.filter((spec) => spec.name !== receipts.name)])
  const { link, statement } = linkFor(catalogue, configuration)
  try {
    await patiently(
      () => link.ready(),
      (error) => verdictOf(error) !== 'fault',
      PATIENCE.read,
    )
  } catch (error) {
    await link.close()
    throw error
  }
  return storeOver(engineOn(link, statement), catalogue)
}
