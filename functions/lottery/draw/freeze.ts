/**
 * Freezes a period: the canonical list, its tree, and the signed `freeze.json`. Each step leaves a finished file or none, and is not done
 * again once its file is there, so that a freeze interrupted anywhere goes on to the same commitment.
 */
import type { Instant } from '../../core/pure/time'
import { toHex } from '../../core/pure/bytes'
import {
  fileText,
  freezeShape,
  rulesHashOf,
  type DrawRules,
  type Exclusion,
  type Freeze,
  type Unsigned,
} from '../rules/draw/documents'
import { FILES } from '../rules/draw/published'
import { readAs } from '../rules/draw/shape'
import { rulesFault } from '../rules/draw/verify/freeze'
import { publishedIn, writeText } from './folder'
import { bestHashing, type Hashing } from './hashing'
import { writeSortedList, type EntrySource } from './list'
import type { Notary } from './notary'
import { DrawRefused } from './refused'
import { hashList } from './tree-file'

export interface ToFreeze {
  /** Where the files are published from; its own for each period. */
  readonly folder: string
  /** The eligible entries, once no other can join them. Asked for again when an earlier run was cut off before its list was whole. */
  readonly entries: () => EntrySource
  readonly exclusions: readonly Exclusion[]
  readonly rules: DrawRules
  readonly now: Instant
  readonly notary: Notary
  readonly hashing?: Hashing
}

/** `freeze.json`, or undefined before it is there. @throws DrawRefused when it is not what it should be */
export const readFreeze = async (folder: string): Promise<Freeze | undefined> => {
  const read = readAs<Freeze>(await publishedIn(folder).text(FILES.freeze), freezeShape)
  if (read.ok) return read.value
  if (read.fault === 'missing') return undefined
  throw new DrawRefused('notFrozen', `${FILES.freeze}: ${read.fault} is not what it should be`)
}

/**
 * The freeze; the one already published when there is one, whatever is asked now.
 * @throws DrawRefused
 */
export const freeze = async (wanted: ToFreeze): Promise<Freeze> => {
  const { folder, entries, exclusions, rules, now, notary } = wanted
  const published = await readFreeze(folder)
  if (published) return published
  const fault = rulesFault(rules, now)
  if (fault !== undefined) throw new DrawRefused('rules', `rules.${fault} is not allowed for a freeze now`)
  const { hash } = wanted.hashing ?? (await bestHashing())
  if ((await publishedIn(folder).size(FILES.entries)) === undefined) await writeSortedList(folder, entries())
  const committed = await hashList(folder, hash)
  const document: Unsigned<Freeze> = {
    kind: 'shuibang/draw/1 freeze',
    frozenAt: now,
    received: committed.count + exclusions.reduce((sum, excluded) => sum + excluded.entries, 0),
    exclusions,
    rules,
    rulesHash: toHex(rulesHashOf(rules)),
    ...committed,
    notary: notary.publicKey,
  }
  const signed: Freeze = await notary.sign<Freeze>(document)
  const misshapen = freezeShape(signed, '')
  if (misshapen !== undefined) throw new DrawRefused('rules', `${misshapen} is not what it should be`)
  await writeText(folder, FILES.freeze, fileText(signed))
  return signed
}
