/** Runs the verifier's command in this process and keeps what it says. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hashBlocks } from '../../../../functions/core/pure/sha256'
import { verifyBls, verifyEd25519 } from '../../../../functions/lottery/rules/draw/curves'
import type { Check, Verifying } from '../../../../functions/lottery/rules/draw/verify/checks'
import { verifyPublished } from '../../../../functions/lottery/rules/draw/verify/verify'
import { folderOf } from '../../../../scripts/verify-draw/folder'
import { NOTARY } from './world'

export interface Verdict {
  readonly holds: boolean
  readonly checks: readonly Check[]
  /** Codes of what fails. */
  readonly fails: readonly string[]
}

export const verdictOn = async (
  folder: string,
  options: Partial<Pick<Verifying, 'notary' | 'allowTestChain'>> = {
    notary: NOTARY.publicKey,
    allowTestChain: true,
  },
): Promise<Verdict> => {
  const checks: Check[] = []
  const holds = await verifyPublished({
    files: folderOf(folder),
    hash: hashBlocks,
    verifyBls,
    verifyEd25519,
    tell: (check) => checks.push(check),
    ...options,
  })
  const fails = checks.filter(({ state }) => state === 'fails').map(({ code }) => code)
  return { holds, checks, fails: [...new Set(fails)] }
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export const readJson = <T = Record<string, Json>>(folder: string, name: string): T =>
  JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as T
export const writeJson = (folder: string, name: string, value: unknown): void =>
  writeFileSync(path.join(folder, name), JSON.stringify(value))

const otherOf = (value: Json): Json => {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string') return value.slice(0, -1) + (value.endsWith('0') ? '1' : '0')
  return 0
}

/** Every value of a document changed on its own, every item and field left out, with where it was. */
export function* singleChanges(value: Json, at = ''): Generator<readonly [at: string, changed: Json]> {
  if (Array.isArray(value)) {
    for (let n = 0; n < value.length; n += 1) {
      yield [`${at}[${n}] left out`, value.filter((_, other) => other !== n)]
      for (const [where, changed] of singleChanges(value[n] ?? null, `${at}[${n}]`))
        yield [where, value.map((item, other) => (other === n ? changed : item))]
    }
    if (value.length > 1) yield [`${at} reversed`, [...value].reverse()]
    yield [`${at} with one more`, [...value, value[0] ?? 0]]
  } else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      yield [
        `${at}.${key} left out`,
        Object.fromEntries(Object.entries(value).filter(([other]) => other !== key)),
      ]
      for (const [where, changed] of singleChanges(value[key] ?? null, `${at}.${key}`))
        yield [where, { ...value, [key]: changed }]
    }
    yield [`${at} with another field`, { ...value, extra: 0 }]
  } else yield [at, otherOf(value)]
}
