/**
 * Draws a frozen period once its randomness is there: `beacon.json` or `reveals.json`, then the signed `result.json`. What was
 * published stands; a draw interrupted anywhere goes on to the same winners, since nothing but the files decides them.
 */
import { canonicalJson } from '../../core/pure/canonical-json'
import type { Instant } from '../../core/pure/time'
import type { Beacon } from '../rules/draw/beacon'
import { fromHex, toHex } from '../../core/pure/bytes'
import {
  documentHash,
  fileText,
  resultShape,
  type Freeze,
  type Result,
  type Unsigned,
} from '../rules/draw/documents'
import { FILES, type FileName } from '../rules/draw/published'
import type { Reveal } from '../rules/draw/reveals'
import { earliestDraw, randomnessOf, seedOf, type Randomness } from '../rules/draw/seed'
import { readAs } from '../rules/draw/shape'
import { winnersOf } from '../rules/draw/winners'
import { publishedIn, writeText } from './folder'
import { readFreeze } from './freeze'
import type { Notary } from './notary'
import { DrawRefused } from './refused'

export interface ToDraw {
  readonly folder: string
  /** The round named, or the later one where a party is silent; whoever brought it. */
  readonly beacon?: Beacon
  /** Only where the round did not come. */
  readonly reveals?: readonly Reveal[]
  readonly now: Instant
  readonly notary: Notary
}

/** `result.json`, or undefined before it is there. @throws DrawRefused when it is not what it should be */
export const readResult = async (folder: string): Promise<Result | undefined> => {
  const read = readAs<Result>(await publishedIn(folder).text(FILES.result), resultShape)
  if (read.ok) return read.value
  if (read.fault === 'missing') return undefined
  throw new DrawRefused('randomness', `${FILES.result}: ${read.fault} is not what it should be`)
}

const jsonIn = async (folder: string, name: FileName): Promise<unknown> => {
  const content = await publishedIn(folder).text(name)
  return content === undefined ? undefined : (JSON.parse(content) as unknown)
}

const keep = (folder: string, name: FileName, value: object): Promise<void> =>
  writeText(folder, name, `${canonicalJson(value)}\n`)

/** A freeze, and what it is drawn with. */
interface Ready {
  readonly frozen: Freeze
  readonly randomness: Extract<Randomness, { readonly ok: true }>
}

/**
 * Puts `beacon.json` and `reveals.json` into the folder, once they are what the freeze asks for: whoever signs the result can look at
 * them before.
 * @throws DrawRefused `notFrozen`; `randomness` when it is missing, forged, of another round or chain, or when parties' secrets are
 * used before the round counts as not coming
 */
export const publishRandomness = async (wanted: Omit<ToDraw, 'notary'>): Promise<Ready> => {
  const { folder, now } = wanted
  const frozen = await readFreeze(folder)
  if (!frozen) throw new DrawRefused('notFrozen', 'there is no freeze to draw from')
  const given = {
    beacon: (await jsonIn(folder, FILES.beacon)) ?? wanted.beacon,
    reveals: (await jsonIn(folder, FILES.reveals)) ?? wanted.reveals,
  }
  const { verifyBls } = await import('../rules/draw/curves')
  const randomness = randomnessOf(frozen.rules, given, verifyBls)
  if (!randomness.ok) throw new DrawRefused('randomness', randomness.fault)
  if (now < earliestDraw(frozen.rules, randomness.source))
    throw new DrawRefused('randomness', 'it is too early for this randomness')
  if (given.beacon !== undefined && given.beacon !== null) await keep(folder, FILES.beacon, given.beacon)
  if (randomness.source !== 'beacon' && given.reveals) await keep(folder, FILES.reveals, given.reveals)
  return { frozen, randomness }
}

/**
 * The result; the one already published when there is one.
 * @throws DrawRefused as `publishRandomness`; `otherNotary` than the one who froze
 */
export const draw = async (wanted: ToDraw): Promise<Result> => {
  const { folder, now, notary } = wanted
  const published = await readResult(folder)
  if (published) return published
  const frozenBefore = await readFreeze(folder)
  if (frozenBefore && frozenBefore.notary !== notary.publicKey)
    throw new DrawRefused('otherNotary', 'the notary who froze the list signs its result')
  const { frozen, randomness } = await publishRandomness(wanted)
  const seed = seedOf({
    commitment: fromHex(frozen.commitment),
    rulesHash: fromHex(frozen.rulesHash),
    randomness: randomness.randomness,
  })
  const { tiers, replacements } = frozen.rules
  const document: Unsigned<Result> = {
    kind: 'shuibang/draw/1 result',
    freeze: documentHash(frozen),
    drawnAt: now,
    source: randomness.source,
    silent: randomness.silent,
    seed: toHex(seed),
    ...winnersOf({ seed, count: frozen.count, tiers, replacements }),
    notary: notary.publicKey,
  }
  const signed: Result = await notary.sign<Result>(document)
  await writeText(folder, FILES.result, fileText(signed))
  return signed
}
