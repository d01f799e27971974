/** Everything that is generated from the registry and the contracts, by path. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { buildOpenApi } from '../../platform/server/openapi'
import { deployment } from '../../functions/deployment'
import { breakingChanges } from './breaking'
import { CLOUDBASE, cloudbaseDocument } from './cloudbase'
import { generatedCode } from './code'
import { contracts } from './contracts'
import { permissionsDocument } from './permissions'
import { SERVERLESS, serverlessDocument } from './serverless'
import { contractSnapshot, type ContractSnapshot } from './snapshot'

export const OPENAPI = 'docs/openapi.json'
export const PERMISSIONS = 'docs/permissions.md'
export const SNAPSHOT = 'docs/contract.snapshot.json'

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`

const readJson = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})

/**
 * @param root the project's folder
 * @throws Error when a contract would break clients that are out there: the snapshot is then left as it is
 */
export const generateAll = async (root: string): Promise<Readonly<Record<string, string>>> => {
  const before = readJson(path.join(root, SNAPSHOT)) as ContractSnapshot
  const after = contractSnapshot(contracts)
  const broken = breakingChanges(before, after)
  if (broken.length > 0) {
    const list = broken.map((line) => `  - ${line}`).join('\n')
    const way = `While none is in use, remove ${SNAPSHOT} and generate it anew.`
    throw new Error(`these changes would break mini-programs already in use:\n${list}\n${way}`)
  }
  const { version } = readJson(path.join(root, 'package.json')) as { version: string }
  return {
    [OPENAPI]: json(await buildOpenApi(contracts, version)),
    [PERMISSIONS]: permissionsDocument(contracts),
    [SNAPSHOT]: json(after),
    [CLOUDBASE]: cloudbaseDocument(deployment),
    [SERVERLESS]: serverlessDocument(readFileSync(path.join(root, SERVERLESS), 'utf8'), deployment),
    ...generatedCode(deployment),
  }
}
