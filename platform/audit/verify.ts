/** `npm run audit:verify`: recomputes the whole audit of a data folder and says what it found. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { auditBlocks, auditEntries, auditHeads } from '../../functions/core/io/audit/collections'
import { auditKey } from '../../functions/core/io/audit/signing'
import { verifyAudit, type AuditReport, type PublishedHead } from '../../functions/core/io/audit/verify'
import { openKeyring } from '../../functions/core/io/security/keyring'
import { openVault } from '../../functions/core/io/security/vault'
import type { Store } from '../../functions/core/io/store/contract'
import { openSqliteStore } from '../../functions/core/io/store/sqlite'

const DATABASE = 'shuibang.db'
const USAGE = `npm run audit:verify -- [--key PUBLIC_KEY …] [--heads FILE]
  --key     a trusted Ed25519 public key, base64url; without it, the one of this deployment's keyring
  --heads   published heads kept elsewhere: the JSON that timers/auditHeads answered
  DATA_DIR  the data folder (default ./data)`

const head = z.object({ day: z.string(), height: z.int(), hash: z.string(), keyId: z.string(), signature: z.string() })
const copies = z.object({ items: z.array(head) })

const trustedKeys = (given: readonly string[] | undefined, store: Store, directory: string): readonly string[] => {
  if (given) return given
  const keyring = openKeyring({ dir: directory, injected: process.env.SHUIBANG_KEYS })
  return [auditKey(openVault({ store, keyring, random: neverDrawn, clock: Date.now })).publicKey]
}
/** Deriving a key draws nothing. */
const neverDrawn = (): never => {
  throw new Error('verifying draws no randomness')
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

/** @returns the exit code: 0 sound, 1 a fault, 2 wrong usage */
export const main = async (words: readonly string[], print: (line: string) => void): Promise<0 | 1 | 2> => {
  const { values } = parseArgs({
    args: [...words],
    options: { key: { type: 'string', multiple: true }, heads: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help) {
    print(USAGE)
    return 2
  }
  const directory = process.env.DATA_DIR ?? './data'
  const path = join(directory, DATABASE)
  if (!existsSync(path)) {
    print(`There is no database at ${path}.\n${USAGE}`)
    return 2
  }
  const store = await openSqliteStore({ path, collections: [auditEntries, auditBlocks, auditHeads] })
  try {
    const report = await verifyAudit(store, { publicKeys: trustedKeys(values.key, store, directory), published: await publishedIn(values.heads) })
    print(say(report))
    return report.sound ? 0 : 1
  } finally {
    await store.close()
  }
}
