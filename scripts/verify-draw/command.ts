/** `verify-draw`: recomputes a published draw, proves an entry's place in it, checks such a proof, makes a party's secret. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fieldProblem, tidyText } from '../../functions/core/pure/typed-text'
import { PARTY_NAME } from '../../functions/lottery/data/parties'
import { fromHex, isHex } from '../../functions/core/pure/bytes'
import { verifyBls, verifyEd25519 } from '../../functions/lottery/rules/draw/curves'
import { dayClosingShape, freezeShape, type Commitment } from '../../functions/lottery/rules/draw/documents'
import { entryAt, holderCommitment } from '../../functions/lottery/rules/draw/entry'
import { indexOfEntry, isIncluded, isProof, proofOf } from '../../functions/lottery/rules/draw/proof'
import { FILES } from '../../functions/lottery/rules/draw/published'
import { hashBlocks } from '../../functions/core/pure/sha256'
import { readAs } from '../../functions/lottery/rules/draw/shape'
import type { Check } from '../../functions/lottery/rules/draw/verify/checks'
import { verifyPublished } from '../../functions/lottery/rules/draw/verify/verify'
import { folderOf } from './folder'
import { makeSecret, secretText } from './secret'

const USAGE = `verify-draw FOLDER [--notary KEY] [--allow-test-chain] [--zh]
    recomputes the draw, or the day of instant draws, that was published in FOLDER, and says line by line what holds
verify-draw prove FOLDER ENTRY
    prints the proof that an entry (its id in hex, or its index) stands in the list
verify-draw check PROOF FOLDER [--salt HEX --holder TEXT]
    checks a proof (a file) against the freeze in FOLDER, which may hold freeze.json alone; with the salt, whose the entry is
verify-draw secret PARTY
    makes a secret and its commitment for one draw, for a party of that name; says what to keep and what to hand in
Options:
    --notary KEY        the notary's public key as published elsewhere, hex
    --allow-test-chain  accepts randomness of a test chain: a rehearsal
    --zh                in Chinese
Exit code: 0 everything holds, 1 something does not, 2 nothing was verified.`

export type Print = (line: string) => void
const MARKS = { holds: '✓', fails: '✗', note: '!' } as const

interface Options {
  readonly notary?: string
  readonly 'allow-test-chain'?: boolean
  readonly zh?: boolean
  readonly salt?: string
  readonly holder?: string
}

/** What cannot be verified at all: said with the usage, exit code 2. */
class NotAsked extends Error {}

const verify = async (folder: string, options: Options, print: Print): Promise<boolean> => {
  const files = folderOf(folder)
  const found = await Promise.all(
    [FILES.freeze, FILES.dayOpening, FILES.entries].map((name) => files.size(name)),
  )
  if (found.every((size) => size === undefined)) throw new NotAsked(`no draw is published in ${folder}`)
  const { notary, zh } = options
  if (notary !== undefined && !isHex(notary, 32))
    throw new NotAsked('a notary’s key is 32 bytes in lower-case hex')
  const tell = ({ state, says }: Check): void => print(`${MARKS[state]} ${zh ? says.zh : says.en}`)
  const holds = await verifyPublished({
    files,
    verifyBls,
    verifyEd25519,
    hash: hashBlocks,
    tell,
    ...(notary === undefined ? {} : { notary }),
    allowTestChain: options['allow-test-chain'] === true,
  })
  if (zh) print(holds ? '全部成立。' : '有不成立之处。')
  else print(holds ? 'Everything holds.' : 'NOT everything holds.')
  return holds
}

const prove = async (folder: string, wanted: string, print: Print): Promise<boolean> => {
  const files = folderOf(folder)
  const index = isHex(wanted, 16) ? await indexOfEntry(files, wanted) : Number(wanted)
  const count = ((await files.size(FILES.entries)) ?? 0) / 64
  if (index === undefined || !Number.isInteger(index) || index < 0 || index >= count) {
    print(`✗ there is no entry ${wanted} among ${count}`)
    return false
  }
  print(JSON.stringify(await proofOf(files, index)))
  return true
}

const committedIn = async (folder: string): Promise<Commitment | undefined> => {
  const files = folderOf(folder)
  const freeze = readAs<Commitment>(await files.text(FILES.freeze), freezeShape)
  if (freeze.ok) return freeze.value
  const closing = readAs<Commitment>(await files.text(FILES.dayClosing), dayClosingShape)
  return closing.ok ? closing.value : undefined
}

const check = async (
  { file, folder, options }: { readonly file: string; readonly folder: string; readonly options: Options },
  print: Print,
): Promise<boolean> => {
  if (!existsSync(file)) throw new NotAsked(`there is no file ${file}`)
  const committed = await committedIn(folder)
  if (!committed) throw new NotAsked(`no freeze is published in ${folder}`)
  let proof: unknown
  try {
    proof = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    proof = undefined
  }
  if (!isProof(proof) || !isIncluded(proof, committed.commitment)) {
    print(`✗ the proof does not lead to the commitment ${committed.commitment}`)
    return false
  }
  const entry = entryAt(fromHex(proof.entry))
  print(`✓ entry ${entry.id} stands in the list, at index ${proof.index} of ${proof.count}`)
  const { salt, holder } = options
  if (salt === undefined || holder === undefined) return true
  const theirs = isHex(salt, 32) && holderCommitment(fromHex(salt), holder) === entry.holder
  print(theirs ? `✓ it belongs to ${holder}` : `✗ it does not belong to ${holder}, or the salt is another`)
  return theirs
}

const secret = (party: string, { zh = false }: Options, print: Print): boolean => {
  const name = tidyText(party)
  if (fieldProblem(name, PARTY_NAME) !== undefined)
    throw new NotAsked(`a party's name has ${PARTY_NAME.min} to ${PARTY_NAME.max} characters, as on its seal`)
  print(secretText(name, makeSecret(name, randomBytes), zh))
  return true
}

const run = async (words: readonly string[], print: Print): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      notary: { type: 'string' },
      'allow-test-chain': { type: 'boolean' },
      zh: { type: 'boolean' },
      salt: { type: 'string' },
      holder: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  const [first, second, third] = positionals
  if (values.help || first === undefined) throw new NotAsked('')
  if (first === 'prove' && second !== undefined && third !== undefined) return prove(second, third, print)
  if (first === 'check' && second !== undefined && third !== undefined)
    return check({ file: second, folder: third, options: values }, print)
  if (first === 'secret' && second !== undefined && third === undefined) return secret(second, values, print)
  if (second !== undefined) throw new NotAsked('one folder at a time')
  return verify(first, values, print)
}

const isUsage = (error: unknown): error is Error =>
  error instanceof NotAsked ||
  (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

/** @returns the exit code: 0 everything holds, 1 something does not, 2 nothing was verified */
export const main = async (words: readonly string[], print: Print): Promise<0 | 1 | 2> => {
  try {
    return (await run(words, print)) ? 0 : 1
  } catch (error) {
    if (!isUsage(error)) throw error
    if (error.message) print(error.message)
    print(USAGE)
    return 2
  }
}
