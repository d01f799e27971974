/** `npm run admin -- …`: the operator's few commands, on the deployment that the environment names. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { accountBy, AdminRefused, bootstrap, grantAs } from '../../functions/accounts/admin'
import { allCollections } from '../../functions/all-collections'
import { isDivision } from '../../functions/accounts/rules/fields'
import type { Services } from '../../functions/core/io/context'
import { readDeliveryConfiguration } from '../../functions/core/io/entry/configuration-delivery'
import { openInstance } from '../../functions/core/io/entry/instance'
import { ConfigurationError } from '../../functions/core/io/entry/configuration'
import { ROLES, type RoleGrant } from '../../functions/core/io/identity/roles'
import { KEYS_VARIABLE, KeyringError, openKeyring } from '../../functions/core/io/security/keyring'
import { openVault } from '../../functions/core/io/security/vault'
import { DUTY_NAMES, isDuty, roleHolds, type Duty } from '../../functions/core/pure/duties'
import type { DeadLetter } from '../../functions/core/io/events/dead-letters'
import { AppError } from '../../functions/core/pure/errors'
import type { Instant } from '../../functions/core/pure/time'
import { everyDeadLetter, replay } from './dead-letters'
import { importHalls } from './halls'
import { importInvoices } from './invoices'
import type { Imported } from './import'
import { importMatters } from './matters'
import { importPayments, type PaymentsImported } from './payments'
import { treasuryFile, treasuryReturn } from './treasury'

export const USAGE = `npm run admin -- <command>

  bootstrap --account <id> --account <id>      the first administrators, two to five, once; an id is shown under "me"
  grant --by <admin id> --account <id> --role <${ROLES.join('|')}>
        [--halls a,b] [--regions 32,3201] [--duties ${DUTY_NAMES.join(',')}] --reason <text>
                                               supervisor and above, and duties that take two, want the same
                                               again with another --by
  import-matters <file.json>                   the catalogue of matters: adds, and brings up to date
  import-halls <file.json>                     the same for halls; opens their coming days for booking
  import-payments <file.json>                  vouchers of tax paid and arrears, as the tax system exports them
  import-invoices <file.json>                  what the office has issued: who verifies with the built-in registry asks it
  treasury-file <folder> [batch id]            the file of all that waits to be paid, or a batch's file again
  treasury-return <file.csv>                   what the treasury says of a batch: taken in whole, or not at all
  dead-letters [replay <event id> | replay all]
                                               what failed ten times, and tries it again
  rotate-keys                                  a fresh key in front, every data key wrapped under it

--openid <OPENID> may stand for --account where the WeChat user has not been here yet.`

type Say = (line: string) => void

const options = {
  account: { type: 'string', multiple: true },
  openid: { type: 'string', multiple: true },
  by: { type: 'string' },
  role: { type: 'string' },
  halls: { type: 'string' },
  regions: { type: 'string' },
  duties: { type: 'string' },
  reason: { type: 'string' },
} as const

const given = (words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (cause) {
    throw new AdminRefused(
      `${cause instanceof Error ? cause.message : 'what was typed was not understood'}\n\n${USAGE}`,
      { cause },
    )
  }
}
type Given = ReturnType<typeof given>['values']

const namedAccounts = async (services: Services, { account = [], openid = [] }: Given): Promise<string[]> => {
  const ids: string[] = []
  for (const id of account) ids.push(await accountBy(services, { account: id }))
  for (const id of openid) ids.push(await accountBy(services, { openid: id }))
  return ids
}

const list = (text: string | undefined): string[] | undefined =>
  text
    ?.split(',')
    .map((item) => item.trim())
    .filter(Boolean)

/** @throws AdminRefused for what is no duty, or not one of this role */
const dutiesOf = (role: RoleGrant['role'], duties: string | undefined): readonly Duty[] =>
  (list(duties) ?? []).map((name) => {
    if (isDuty(name) && roleHolds(role, name)) return name
    const held = DUTY_NAMES.filter((one) => roleHolds(role, one))
    throw new AdminRefused(`--duties: the role ${role} may hold ${held.join(', ') || 'none'}`)
  })

const grantOf = ({ role, halls, regions, duties }: Given): RoleGrant => {
  const known = ROLES.find((one) => one === role)
  if (!known) throw new AdminRefused(`--role: one of ${ROLES.join(', ')}`)
  const codes = list(regions)
  if (codes?.some((code) => !isDivision(code)))
    throw new AdminRefused('--regions: division codes of two to six digits')
  return {
    role: known,
    ...(halls === undefined ? {} : { halls: list(halls) }),
    ...(codes === undefined ? {} : { regions: codes }),
    ...(duties === undefined ? {} : { duties: dutiesOf(known, duties) }),
  }
}

const contentOf = (command: string, path: string | undefined): Promise<string> => {
  if (path === undefined) throw new AdminRefused(`${command} takes a file\n\n${USAGE}`)
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AdminRefused(`${path} cannot be read`, { cause })
  })
}

const counted = (what: string, { added, changed, same }: Imported): string =>
  `${what}: ${added} added, ${changed} changed, ${same} as they were`

const commands: Readonly<
  Record<string, (services: Services, values: Given, words: readonly string[], say: Say) => Promise<void>>
> = {
  bootstrap: async (services, values, _, say) => {
    const ids = await bootstrap(services, await namedAccounts(services, values))
    say(`administrators: ${ids.join(', ')}`)
  },
  grant: async (services, values, _, say) => {
    const [accountId, more] = await namedAccounts(services, values)
    if (accountId === undefined || more !== undefined || !values.by || !values.reason)
      throw new AdminRefused(`grant takes one account, --by and --reason\n\n${USAGE}`)
    const { pending, grants } = await grantAs(services, {
      by: values.by,
      accountId,
      grant: grantOf(values),
      reason: values.reason,
    })
    say(
      pending
        ? 'waiting for a second administrator: the same command with another --by, within 7 days'
        : `${accountId}: ${JSON.stringify(grants)}`,
    )
  },
  'dead-letters': async (services, _, [what, which], say) => {
    if (what === 'replay') return replayLetters(services, which, say)
    if (what !== undefined && what !== 'list') throw new AdminRefused(USAGE)
    let found = 0
    for await (const letter of everyDeadLetter(services)) {
      found += 1
      say(shownLetter(letter))
    }
    if (found === 0) say('no dead letters')
  },
  'import-matters': async (services, _, [path], say) => {
    say(counted('matters', await importMatters(services, await contentOf('import-matters', path))))
  },
  'import-payments': async (services, _, [path], say) => {
    sayPayments(await importPayments(services, await contentOf('import-payments', path)), say)
  },
  'import-invoices': async (services, _, [path], say) => {
    const changed = await importInvoices(services, await contentOf('import-invoices', path))
    say(`invoices: ${changed} new or changed`)
  },
  'treasury-file': async (services, _, [folder, which], say) => {
    if (folder === undefined) throw new AdminRefused(`treasury-file takes a folder\n\n${USAGE}`)
    await treasuryFile(services, { folder, which }, say)
  },
  'treasury-return': async (services, _, [file], say) => {
    if (file === undefined) throw new AdminRefused(`treasury-return takes a file\n\n${USAGE}`)
    await treasuryReturn(services, file, say)
  },
  'import-halls': async (services, _, [path], say) => {
    const { unknownMatters, daysOpened, ...imported } = await importHalls(
      services,
      await contentOf('import-halls', path),
    )
    say(counted('halls', imported))
    if (daysOpened > 0) say(`days opened for booking: ${daysOpened}`)
    if (unknownMatters.length > 0)
      say(`not in the catalogue of matters yet, see import-matters: ${unknownMatters.join(', ')}`)
  },
}

const sayPayments = ({ added, same, different, arrears }: PaymentsImported, say: Say): void => {
  say(`vouchers: ${added} added, ${same} as they were; arrears changed: ${arrears}`)
  if (different.length > 0)
    say(`another amount, payer or day stands under these, and was left: ${different.join(', ')}`)
}

const shownLetter = ({ eventId, subscriber, kind, diedAt, attempts, lastError }: DeadLetter): string =>
  [
    eventId,
    subscriber || 'nobody',
    kind,
    `${attempts} attempts`,
    lastError,
    new Date(diedAt).toISOString(),
  ].join('  ')

const replayLetters = async (services: Services, which: string | undefined, say: Say): Promise<void> => {
  if (which === undefined) throw new AdminRefused(`replay takes an event's id, or all\n\n${USAGE}`)
  const ids = which === 'all' ? new Set<string>() : new Set([which])
  if (which === 'all') for await (const { eventId } of everyDeadLetter(services)) ids.add(eventId)
  for (const id of ids) {
    const names = await replay(services, id).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'NOT_FOUND')
        throw new AdminRefused(`no dead letter ${id}`)
      throw error
    })
    say(`${id}: due again for ${names.join(', ')}`)
  }
  if (ids.size === 0) say('no dead letters')
}

/** What only looks at a deployment, or changes one, would make an empty one of a mistyped folder. */
const WANTS_DEPLOYMENT: readonly string[] = ['grant', 'dead-letters', 'rotate-keys']

/** @throws AdminRefused where the folder holds no deployment */
const insistDeployment = (
  command: string,
  environment: Readonly<Record<string, string | undefined>>,
): void => {
  const here = (environment.STORE?.trim() || 'sqlite') === 'sqlite'
  if (!here || !WANTS_DEPLOYMENT.includes(command) || environment[KEYS_VARIABLE]) return
  const folder = resolve(environment.DATA_DIR?.trim() || './data')
  if (!existsSync(join(folder, 'keys.json')))
    throw new AdminRefused(`there is no deployment in ${folder}: see DATA_DIR`)
}

/** A running server notices the new key by itself when it first meets it. */
const rotateKeys = async (
  services: Services,
  dataDir: string,
  injected: string | undefined,
  say: Say,
): Promise<void> => {
  const keyring = openKeyring({ dir: dataDir, injected })
  const kid = injected ? keyring.current.kid : keyring.rotate()
  const vault = openVault({ store: services.store, keyring, random: services.random, clock: services.clock })
  let wrapped = 0
  for (let batch = await vault.rewrap(); batch > 0; batch = await vault.rewrap()) wrapped += batch
  say(`key ${kid} is in front; ${wrapped} data keys wrapped under it`)
}

/**
 * Runs one command and answers with the exit code: 0 done, 1 refused.
 * @example process.exitCode = await runAdmin({ words: process.argv.slice(2), environment: process.env, say: console.log })
 */
export const runAdmin = async ({
  words,
  environment,
  say,
  clock,
}: {
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly say: Say
  /** Default: the machine's. */
  readonly clock?: () => Instant
}): Promise<number> => {
  try {
    const {
      values,
      positionals: [command = '', ...rest],
    } = given(words)
    const run = Object.hasOwn(commands, command) ? commands[command] : undefined
    if (!run && command !== 'rotate-keys') throw new AdminRefused(USAGE)
    insistDeployment(command, environment)
    const instance = await openInstance({
      channels: readDeliveryConfiguration,
      functions: {},
      collections: allCollections,
      environment: { ...environment, LOG_LEVEL: 'silent' },
      clock,
    })
    try {
      if (run) await run(instance.services, values, rest, say)
      else
        await rotateKeys(
          instance.services,
          resolve(environment.DATA_DIR?.trim() || './data'),
          environment[KEYS_VARIABLE],
          say,
        )
    } finally {
      await instance.close()
    }
    return 0
  } catch (error) {
    const expected =
      error instanceof AdminRefused || error instanceof KeyringError || error instanceof ConfigurationError
    say(
      expected
        ? error.message
        : `failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
    return 1
  }
}
