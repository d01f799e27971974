/** `npm run store -- apply | check`: the tables and indexes of the configured database, as the collections declare them. */
import { allCollections } from '../../functions/all-collections'
import { ConfigurationError, readConfiguration } from '../../functions/core/io/entry/configuration'
import type { CollectionSpec } from '../../functions/core/io/store/collection'
import type { StoreConfiguration } from '../../functions/core/io/store/configuration'
import { openAdmin } from './open-admin'

export const USAGE = `npm run store -- <command>

  apply   makes what is missing of collections and indexes; takes nothing away; safe to repeat, and while functions serve
  check   changes nothing; fails when something is missing or otherwise than declared

STORE         sqlite (default), postgres or cloudbase
DATA_DIR      sqlite: the data folder (default ./data)
DATABASE_URL  postgres: a role that may create tables
TCB_ENV       cloudbase: the environment, with TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY`

type Say = (line: string) => void
type Environment = Readonly<Record<string, string | undefined>>

const storeOf = (environment: Environment, say: Say): StoreConfiguration | undefined => {
  try {
    return readConfiguration(environment).store
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    say(error.message)
    return undefined
  }
}

/**
 * Runs one command and answers with the exit code: 0 as declared, 1 not, 2 not understood.
 * @param collections default: the deployment's
 */
export const runStore = async ({
  words,
  environment,
  say,
  collections = allCollections,
}: {
  readonly words: readonly string[]
  readonly environment: Environment
  readonly say: Say
  readonly collections?: readonly CollectionSpec[]
}): Promise<0 | 1 | 2> => {
  const [command, ...more] = words
  if (more.length > 0 || (command !== 'apply' && command !== 'check')) {
    say(USAGE)
    return 2
  }
  const configuration = storeOf(environment, say)
  if (!configuration) return 2
  try {
    const admin = await openAdmin(configuration, collections)
    try {
      const lines =
        command === 'check' ? await admin.check() : (await admin.apply()).map((one) => `made: ${one}`)
      const wrong = command === 'check' && lines.length > 0
      say([...lines, ...(wrong ? [] : [`${collections.length} collections as declared`])].join('\n'))
      return wrong ? 1 : 0
    } finally {
      await admin.close()
    }
  } catch (error) {
    say(`${command} failed: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
}
