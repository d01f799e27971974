/**
 * The instant draw of my own entry, recomputed on the phone: committed to before the day, the same seed shown after it, my entry in the
 * day's list, its number and the tier it hits, and that this is what was told. Pure.
 */
import { instantOf, isDay } from '../../../../functions/core/pure/time'
import { fromHex, isHex } from '../../../../functions/core/pure/bytes'
import {
  dayClosingShape,
  dayOpeningShape,
  documentHash,
  type DayClosing,
  type DayOpening,
} from '../../../../functions/lottery/rules/draw/documents'
import { ENTRY_BYTES } from '../../../../functions/lottery/rules/draw/entry'
import {
  daySeedCommitment,
  numberOf,
  thresholdsOf,
  tierHit,
} from '../../../../functions/lottery/rules/draw/instant'
import { isIncluded } from '../../../../functions/lottery/rules/draw/proof'
import { readAs } from '../../../../functions/lottery/rules/draw/shape'
import type { DrawRow, OwnEntry, Proof } from './answers'
import { holderHolds, idHolds, type Checked } from './own-entry'

export type OpeningCheck = 'opened' | 'ofDay' | 'ofRules'
export type InstantCheck =
  OpeningCheck | 'closing' | 'seed' | 'id' | 'holder' | 'count' | 'included' | 'outcome' | 'listed'

export interface KnownOpening {
  /** `day-opening.json` as published. */
  readonly opening: string | undefined
  readonly draw: Pick<DrawRow, 'campaign' | 'period'>
  /** Of the campaign's published rules. */
  readonly rulesHash: string
}

export interface KnownInstant extends KnownOpening {
  readonly entryId: string
  readonly salt: OwnEntry['salt']
  readonly holder: OwnEntry['holder']
  /** What was told when it was entered. */
  readonly told: { readonly tier: string | null; readonly spent: boolean }
  /** `day-closing.json` as published. */
  readonly closing: string | undefined
  readonly proof: Proof
}

const readOpening = (opening: string | undefined): DayOpening | undefined => {
  const read = readAs<DayOpening>(opening, dayOpeningShape)
  return read.ok ? read.value : undefined
}

/** Before the day is over nothing more can be known. */
export const openingChecks = ({
  opening: text,
  draw,
  rulesHash,
}: KnownOpening): readonly Checked<OpeningCheck>[] => {
  const opening = readOpening(text)
  const rules = opening?.rules
  const before = rules !== undefined && isDay(rules.day) && opening !== undefined
  return [
    { code: 'opened', holds: before && opening.openedAt < instantOf(rules.day) },
    { code: 'ofDay', holds: rules?.campaign === draw.campaign && rules.period === draw.period },
    { code: 'ofRules', holds: rules?.campaignRules === rulesHash },
  ]
}

export interface Computed {
  readonly number: number
  /** The tier that it hits; null: none. */
  readonly tier: string | null
}

/** Undefined where seed, chances or id are not what they should be. */
const computedOf = (
  entryId: string,
  opening: DayOpening | undefined,
  closing: DayClosing | undefined,
): Computed | undefined => {
  if (!opening || !closing) return undefined
  try {
    const number = numberOf(fromHex(closing.seed), entryId.replace(/^en_/, ''))
    const hit = tierHit(thresholdsOf(opening.rules.tiers), number)
    return { number, tier: hit === undefined ? null : (opening.rules.tiers[hit]?.tier ?? null) }
  } catch {
    return undefined
  }
}

/** A hit whose money was gone won nothing, and was told so. */
const outcomeHolds = ({ tier, spent }: KnownInstant['told'], computed: Computed | undefined): boolean => {
  if (computed === undefined) return false
  if (tier !== null) return computed.tier === tier
  return spent ? computed.tier !== null : computed.tier === null
}

/** Among the day's published wins at its place, with its tier, just when that was told. */
const listedHolds = ({ told, proof }: KnownInstant, closing: DayClosing | undefined): boolean =>
  closing !== undefined &&
  (closing.wins.find(({ index }) => index === proof.index)?.tier ?? null) === told.tier

export interface OwnInstant {
  readonly checks: readonly Checked<InstantCheck>[]
  readonly computed: Computed | undefined
}

/** Each is looked at, whatever the others say. Never throws. */
export const ownInstantChecks = (known: KnownInstant): OwnInstant => {
  const { entryId, told, proof } = known
  const opening = readOpening(known.opening)
  const read = readAs<DayClosing>(known.closing, dayClosingShape)
  const closing = read.ok ? read.value : undefined
  const block = isHex(proof.entry, ENTRY_BYTES) ? fromHex(proof.entry) : undefined
  const both = opening !== undefined && closing !== undefined
  const computed = computedOf(entryId, opening, closing)
  return {
    computed,
    checks: [
      ...openingChecks(known),
      { code: 'closing', holds: both && closing.opening === documentHash(opening) },
      {
        code: 'seed',
        holds: both && daySeedCommitment(opening.rules, fromHex(closing.seed)) === opening.seedCommitment,
      },
      { code: 'id', holds: idHolds(entryId, block) },
      { code: 'holder', holds: holderHolds(known, block) },
      { code: 'count', holds: closing?.count === proof.count },
      { code: 'included', holds: closing !== undefined && isIncluded(proof, closing.commitment) },
      { code: 'outcome', holds: outcomeHolds(told, computed) },
      { code: 'listed', holds: listedHolds(known, closing) },
    ],
  }
}
