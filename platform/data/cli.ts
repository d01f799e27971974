/** `npm run data -- export | import | verify | backup | restore`. */
import { parseArgs } from 'node:util'
import { ConfigurationError, readConfiguration } from '../../functions/core/io/entry/configuration'
import { KEYS_VARIABLE, KeyringError } from '../../functions/core/io/security/keyring'
import { AppError } from '../../functions/core/pure/errors'
import { runBackup, runExport, runImport, runRestore, runVerify, UsageError, type Values } from './commands'
import { DataRefused, type Say } from './refused'

export const USAGE = `npm run data -- <command>

  export --to FOLDER [--without-uploads]   every document, as JSON lines, and every upload; the same again goes on where it
                                           was cut short
  import --from FOLDER [--keys FILE] [--resume]
                                           an export into an empty database; --resume goes on with one cut short
  verify --with FOLDER                     compares the database with an export, both ways
  backup --to FOLDER [--with-keys FOLDER]  the embedded database and its uploads, while it serves
  restore --from FOLDER [--keys FILE]      a backup into an empty data folder

The database is the one that STORE, DATA_DIR, DATABASE_URL or TCB_ENV name; keys come from ${KEYS_VARIABLE} or from
DATA_DIR/keys.json. --keys FILE puts a copy of the keys into a DATA_DIR that has none. See docs/data.md.`

const text = { type: 'string' } as const

const COMMANDS = {
  export: { options: { to: text, 'without-uploads': { type: 'boolean' } }, run: runExport },
  import: { options: { from: text, keys: text, resume: { type: 'boolean' } }, run: runImport },
  verify: { options: { with: text }, run: runVerify },
  backup: { options: { to: text, 'with-keys': text }, run: runBackup },
  restore: { options: { from: text, keys: text }, run: runRestore },
} as const

/** What went wrong, for the operator. A store that stays away is no defect: the same again goes on. */
export const toldOf = (error: unknown): string => {
  if (error instanceof DataRefused || error instanceof KeyringError || error instanceof ConfigurationError)
    return error.message
  if (error instanceof AppError && error.code === 'BUSY') {
    const why = error.cause instanceof Error ? ` (${error.cause.message})` : ''
    return `the database is busy or away${why}. Run the same again: export goes on where it was, import with --resume`
  }
  return `failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

const isCommand = (name: string): name is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, name)

const parsed = (words: readonly string[]) => {
  const [name = '', ...args] = words
  if (!isCommand(name)) throw new UsageError(name === '' ? 'which command?' : `${name}: no such command`)
  const { options, run } = COMMANDS[name]
  try {
    return { run, values: parseArgs({ args, options, strict: true }).values as Values }
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : 'not understood', { cause })
  }
}

/**
 * Runs one command and answers with the exit code: 0 done, 1 refused or different, 2 not understood.
 * @example process.exitCode = await runData({ words: process.argv.slice(2), environment: process.env, say: console.log })
 */
export const runData = async ({
  words,
  environment,
  say,
  clock = Date.now,
}: {
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly say: Say
  readonly clock?: () => number
}): Promise<0 | 1 | 2> => {
  try {
    const { run, values } = parsed(words)
    return await run(
      { configuration: readConfiguration(environment), injected: environment[KEYS_VARIABLE], clock, say },
      values,
    )
  } catch (error) {
    if (error instanceof UsageError) {
      say(`${error.message}\n\n${USAGE}`)
      return 2
    }
    say(toldOf(error))
    return 1
  }
}
