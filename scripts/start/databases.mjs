/** The database behind `npm start`: what the server must know of it, what to tell the user, and how it ends. */
import { fork } from 'node:child_process'
import path from 'node:path'
import { root, run } from '../process/command.mjs'
import { bundle } from '../run.mjs'

/** @typedef {{ environment: Record<string, string>, about: string[], stop: () => Promise<void>, lost?: Promise<unknown> }} Database `lost`: it ended by itself */

const nothing = async () => undefined

/** Collections and indexes, as `npm run store -- apply` makes them. */
const apply = async (environment) => {
  const { ok, output } = await run(['--enable-source-maps', await bundle('scripts/store.ts'), 'apply'], {
    env: environment,
  })
  if (!ok) throw new Error(`the database could not be set up:\n${output}`)
}

/** @returns {Promise<Database>} */
const sqlite = async () => ({ environment: { STORE: 'sqlite' }, about: [], stop: nothing })

/** @returns {Promise<Database>} */
const postgres = async () => {
  const environment = { STORE: 'postgres' }
  await apply(environment)
  return { environment, about: ['  the database  PostgreSQL, the one of DATABASE_URL'], stop: nothing }
}

/** @returns {Promise<Database>} */
const cloudbase = async (dataDir) => {
  const keptIn = path.join(dataDir, 'cloudbase-emulator.jsonl')
  const child = fork(await bundle('test/harness/cloudbase/serve.ts'), [keptIn], {
    cwd: root,
    execArgv: ['--enable-source-maps'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const told = await Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    ended.then(() => {
      throw new Error('the CloudBase emulator did not start')
    }),
  ])
  if (told.problem) throw new Error(`the CloudBase emulator did not start: ${told.problem}`)
  const stop = async () => {
    if (child.connected) child.disconnect()
    await ended
  }
  const environment = {
    STORE: 'cloudbase',
    TCB_ENV: told.environment,
    TENCENTCLOUD_SECRETID: told.secretId,
    TENCENTCLOUD_SECRETKEY: told.secretKey,
    TCB_SERVICE_URL: told.serviceUrl,
    TCB_MANAGEMENT_URL: told.managementUrl,
  }
  try {
    await apply({ ...environment, DATA_DIR: dataDir })
  } catch (error) {
    await stop()
    throw error
  }
  const about = [
    `  the database  an emulator of CloudBase on ${new URL(told.serviceUrl).origin}, not Tencent's service: docs/cloudbase-emulator.md`,
    `                kept in ${keptIn}, each change before its answer: killing it loses nothing answered; a power cut may take the last seconds`,
  ]
  return { environment, about, stop, lost: ended }
}

const databases = { sqlite, postgres, cloudbase }

/** @returns {Database | Promise<Database>} without a store: as the environment says */
export const openDatabase = (store, dataDir) =>
  store === undefined ? { environment: {}, about: [], stop: nothing } : databases[store](dataDir)
