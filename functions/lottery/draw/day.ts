/** A day of instant draws: its opening, published before the day, and its closing, reckoned from the day's list. */
import { mkdir } from 'node:fs/promises'
import { addDays, instantOf, type Instant } from '../../core/pure/time'
import { toHex } from '../../core/pure/bytes'
import {
  dayClosingShape,
  dayOpeningShape,
  documentHash,
  fileText,
  rulesHashOf,
  type DayClosing,
  type DayOpening,
  type Unsigned,
} from '../rules/draw/documents'
import { dayReckoner, daySeedCommitment, thresholdsOf, type DayRules } from '../rules/draw/instant'
import { FILES } from '../rules/draw/published'
import { readAs } from '../rules/draw/shape'
import { readList } from '../rules/draw/verify/list'
import { publishedIn, writeText } from './folder'
import { bestHashing, type Hashing } from './hashing'
import { writeListAsItComes, type EntrySource } from './list'
import type { Notary } from './notary'
import { DrawRefused } from './refused'
import { hashList } from './tree-file'

interface OfDay {
  readonly folder: string
  readonly now: Instant
  /** 32 random bytes; secret until the day is over. */
  readonly seed: Uint8Array
  readonly notary: Notary
}

/** `day-opening.json`, or undefined before it is there. @throws DrawRefused when it is not what it should be */
export const readOpening = async (folder: string): Promise<DayOpening | undefined> => {
  const read = readAs<DayOpening>(await publishedIn(folder).text(FILES.dayOpening), dayOpeningShape)
  if (read.ok) return read.value
  if (read.fault === 'missing') return undefined
  throw new DrawRefused('rules', `${FILES.dayOpening}: ${read.fault} is not what it should be`)
}

/**
 * Commits to the day's seed and rules; what is published stands.
 * @throws DrawRefused `otherDay` once the day has begun; `rules`
 * @throws RangeError for chances of more than 1
 */
export const openDay = async (wanted: OfDay & { readonly rules: DayRules }): Promise<DayOpening> => {
  const { folder, now, seed, notary, rules } = wanted
  const published = await readOpening(folder)
  if (published) return published
  thresholdsOf(rules.tiers)
  if (now >= instantOf(rules.day)) throw new DrawRefused('otherDay', 'a day is opened before it begins')
  const document: Unsigned<DayOpening> = {
    kind: 'shuibang/draw/1 day opening',
    openedAt: now,
    seedCommitment: daySeedCommitment(rules, seed),
    rules,
    rulesHash: toHex(rulesHashOf(rules)),
    notary: notary.publicKey,
  }
  const signed: DayOpening = await notary.sign<DayOpening>(document)
  const misshapen = dayOpeningShape(signed, '')
  if (misshapen !== undefined) throw new DrawRefused('rules', `${misshapen} is not what it should be`)
  await mkdir(folder, { recursive: true })
  await writeText(folder, FILES.dayOpening, fileText(signed))
  return signed
}

/**
 * Publishes the day's list, its seed and what it came to; what is published stands.
 * @param wanted.entries in the order in which they came, once none can join them
 * @param wanted.listed once the list and its tree are in the folder, before the closing is signed: whoever signs may look at them
 * @throws DrawRefused `otherDay` before an opening or before the day is over; `seed` when it is not the one committed to; `otherNotary`; as for lists
 */
export const closeDay = async (
  wanted: OfDay & {
    readonly entries: () => EntrySource
    readonly listed?: () => Promise<void>
    readonly hashing?: Hashing
  },
): Promise<DayClosing> => {
  const { folder, now, seed, notary } = wanted
  const files = publishedIn(folder)
  const read = readAs<DayClosing>(await files.text(FILES.dayClosing), dayClosingShape)
  if (read.ok) return read.value
  if (read.fault !== 'missing')
    throw new DrawRefused('rules', `${FILES.dayClosing}: ${read.fault} is not what it should be`)
  const opening = await readOpening(folder)
  if (!opening) throw new DrawRefused('otherDay', 'the day was not opened')
  if (opening.notary !== notary.publicKey)
    throw new DrawRefused('otherNotary', 'the notary who opened the day closes it')
  if (daySeedCommitment(opening.rules, seed) !== opening.seedCommitment)
    throw new DrawRefused('seed', 'this seed was not the one committed to')
  if (now < instantOf(addDays(opening.rules.day, 1)))
    throw new DrawRefused('otherDay', 'a day is closed, and its seed shown, once it is over')
  const { hash } = wanted.hashing ?? (await bestHashing())
  if ((await files.size(FILES.entries)) === undefined) await writeListAsItComes(folder, wanted.entries())
  const committed = await hashList(folder, hash)
  const reckoner = dayReckoner(opening.rules, seed)
  await readList({ files }, committed.count, reckoner.add)
  const { wins, left } = reckoner.finish()
  await wanted.listed?.()
  const signed: DayClosing = await notary.sign<DayClosing>({
    kind: 'shuibang/draw/1 day closing',
    opening: documentHash(opening),
    closedAt: now,
    day: opening.rules.day,
    seed: toHex(seed),
    wins,
    placesLeft: left.places,
    poolLeft: left.pool,
    ...committed,
    notary: notary.publicKey,
  })
  await writeText(folder, FILES.dayClosing, fileText(signed))
  return signed
}
