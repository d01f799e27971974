/** The instant draw of an entry, inside its own commit: its number, the tier that it hits, and whether the day's money pays it. */
import type { Services } from '../../core/io/context'
import type { Tx } from '../../core/io/store/transaction'
import { dayOf, type Instant } from '../../core/pure/time'
import { AppError } from '../../core/pure/errors'
import { lotteryDays, lotteryDraws, type DrawDoc, type EntryDoc, type InstantOutcome } from '../collections'
import { drawsOn, isInstant, type Campaign } from '../rules/campaign'
import { instantOutcome, numberOf, thresholdsOf, tierHit } from '../rules/draw/instant'
import { dayRules, daysOfBands, type DayOfBand } from '../rules/instant-day'
import { bandOf } from '../rules/odds'
import type { KnownCampaign } from './campaigns'
import { seedOf } from './day'
import { drawIdOf, hexOfEntry, prizeIdOf } from './ids'
import { winPrize } from './prize'

/** The day of the band that an invoice entered now is drawn in; undefined where the campaign draws nothing at once today. */
export const dayOfEntry = (campaign: Campaign, total: number | null, now: Instant): DayOfBand | undefined => {
  const draw = drawsOn(campaign, dayOf(now)).find(isInstant)
  if (!draw) return undefined
  const band = bandOf(draw, total)
  return daysOfBands(campaign, draw, dayOf(now)).find((one) => one.band === band)
}

/** Was today's instant draw opened before the day? `null`: there is none today. Read inside a commit, it is checked there. */
export const dayIsOpen = async (
  look: Pick<Tx, 'get'>,
  campaign: Campaign,
  total: number | null,
  now: Instant,
): Promise<boolean | null> => {
  const of = dayOfEntry(campaign, total, now)
  if (!of) return null
  return (await look.get(lotteryDraws, drawIdOf(campaign.id, of.period.key)))?.state === 'open'
}

interface AtOnce {
  readonly known: KnownCampaign
  readonly entryId: string
  readonly entry: Omit<EntryDoc, 'instant'>
}
export interface DrawnAtOnce {
  readonly instant: InstantOutcome | null
  /** When it was entered: hits stand in the day's list in the order in which they were paid. */
  readonly at: Instant
}

type Needs = Pick<Services, 'vault'>

const hitOf = (services: Needs, id: string, doc: DrawDoc, { known, entryId }: AtOnce, of: DayOfBand) => {
  const rules = dayRules(known.campaign, of, { rulesHash: doc.rulesHash, fen: doc.day?.fen ?? 0 })
  const number = numberOf(seedOf(services, id, doc), hexOfEntry(entryId))
  return { rules, hit: tierHit(thresholdsOf(rules.tiers), number) }
}

/**
 * Draws, and writes the prize that was won. The day's document is only read, so that entries do not stand in each other's way; what is
 * left of its money is changed by hits alone, and checked with them.
 * @throws AppError PERIOD_CLOSED when the day ended meanwhile
 */
export const drawAtOnce = async (tx: Tx, services: Needs, wanted: AtOnce): Promise<DrawnAtOnce> => {
  const { known, entry, entryId } = wanted
  const nothing = { instant: null, at: entry.at }
  const of = dayOfEntry(known.campaign, entry.total, entry.at)
  if (!of) return nothing
  const drawId = drawIdOf(known.id, of.period.key)
  const doc = await tx.get(lotteryDraws, drawId)
  if (doc?.state !== 'open') throw new AppError('PERIOD_CLOSED')
  const { rules, hit } = hitOf(services, drawId, doc, wanted, of)
  const lost = { drawId, tier: null, spent: false, prizeId: null }
  if (hit === undefined) return { ...nothing, instant: lost }
  const before = await tx.get(lotteryDays, drawId)
  if (!before) throw new Error(`${drawId} has no money of its own`)
  const at = Math.max(entry.at, before.lastAt + 1)
  if (at >= doc.to) throw new AppError('PERIOD_CLOSED')
  const { outcome, left } = instantOutcome(rules, before, hit)
  if (!outcome.won) return { at, instant: { ...lost, spent: outcome.spent } }
  const { tier, prize: fen } = outcome
  const prizeId = prizeIdOf(services.vault, { drawId, tier, place: before.wins })
  const after = { ...before, ...left, pool: left.pool ?? 0, wins: before.wins + 1, lastAt: at }
  tx.replace(lotteryDays, drawId, after)
  const instant: InstantOutcome = { drawId, tier, spent: false, prizeId }
  await winPrize(tx, prizeId, {
    known,
    drawId,
    draw: of.draw.key,
    entry: { ...entry, instant },
    entryId,
    tier,
    place: before.wins,
    fen,
    day: of.day,
  })
  return { at, instant }
}
