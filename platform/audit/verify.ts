/** `npm run audit:verify`: recomputes the whole audit of the configured database and says what it found. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { auditBlocks, auditEntries, auditHeads } from '../../functions/core/io/audit/collections'
import { auditKey } from '../../functions/core/io/audit/signing'
import { verifyAudit, type AuditReport, type PublishedHead } from '../../functions/core/io/audit/verify'
import {
  ConfigurationError,
  readConfiguration,
  type Configuration,
} from '../../functions/core/io/entry/configuration'
import type { Store } from '../../functions/core/io/store/contract'
import { openStore } from '../../functions/core/io/store/open'
import { findKeys, readingVault } from '../data/keys'
import { DataRefused } from '../data/refused'

const USAGE = `npm run audit:verify -- [--key PUBLIC_KEY …] [--heads FILE]
  --key     a trusted Ed25519 public key, base64url; without it, the one of this deployment's keyring
  --heads   published heads kept elsewhere: the JSON that timers/auditHeads answered
The database and the keys are those of the environment, as for the server: STORE, DATA_DIR (default ./data), SHUIBANG_KEYS, …`

const head = z.object({
  day: z.string(),
  height: z.int(),
  hash: z.string(),
  keyId: z.string(),
  signature: z.string(),
})
const copies = z.object({ items: z.array(head) })

/** @throws DataRefused when keys are wanted and there are none: none are made here */
const trustedKeys = async (
  given: readonly string[] | undefined,
  store: Store,
  dataDir: string,
): Promise<readonly string[]> => {
  if (given) return given
  const { keyring } = await findKeys({ dataDir, injected: process.env.SHUIBANG_KEYS })
  return [auditKey(readingVault(store, keyring)).publicKey]
}

const publishedIn = async (path: string | undefined): Promise<readonly PublishedHead[]> =>
  path === undefined ? [] : copies.parse(JSON.parse(await readFile(path, 'utf8'))).items

const say = (report: AuditReport): string => {
  if (report.sound) {
    const { entries, blocks, pending } = report
    return `The audit is sound: ${entries} entries in ${blocks} blocks, ${pending} waiting to be sealed.\nHead: ${report.head}`
  }
  const { sound: _sound, fault, ...where } = report
  return `The audit is NOT sound. First fault: ${fault} ${JSON.stringify(where)}`
}

/** @throws ConfigurationError, DataRefused */
const verified = async (
  { store: configuration, dataDir }: Configuration,
  { key, heads }: { readonly key?: string[]; readonly heads?: string },
): Promise<AuditReport> => {
  if (configuration.engine === 'sqlite' && !existsSync(configuration.path))
    throw new DataRefused(`there is no database at ${configuration.path}`)
  const store = await openStore(configuration, [auditEntries, auditBlocks, auditHeads])
  try {
    return await verifyAudit(store, {
      publicKeys: await trustedKeys(key, store, dataDir),
      published: await publishedIn(heads),
    })
  } finally {
    await store.close()
  }
}

/** @returns the exit code: 0 sound, 1 a fault, 2 nothing was verified */
export const main = async (words: readonly string[], print: (line: string) => void): Promise<0 | 1 | 2> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      key: { type: 'string', multiple: true },
      heads: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    print(USAGE)
    return 2
  }
  try {
    const report = await verified(readConfiguration(process.env), values)
    print(say(report))
    return report.sound ? 0 : 1
  } catch (error) {
    if (!(error instanceof DataRefused || error instanceof ConfigurationError)) throw error
    print(`${error.message}\n\n${USAGE}`)
    return 2
  }
}
