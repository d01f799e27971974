/** A day of instant draws, opened and closed by the real thing, with an entry of one's own in it that hits, or does not. */
import { canonicalJson } from '../../../functions/core/pure/canonical-json'
import { instantOf } from '../../../functions/core/pure/time'
import { utf8Bytes } from '../../../functions/core/pure/utf8'
import { closeDay, openDay } from '../../../functions/lottery/draw/day'
import { publishedIn } from '../../../functions/lottery/draw/folder'
import { fromHex, toHex } from '../../../functions/core/pure/bytes'
import type { DayClosing } from '../../../functions/lottery/rules/draw/documents'
import { entryBlock, holderCommitment } from '../../../functions/lottery/rules/draw/entry'
import { numberOf, thresholdsOf, tierHit, type DayRules } from '../../../functions/lottery/rules/draw/instant'
import { proofOf, type InclusionProof } from '../../../functions/lottery/rules/draw/proof'
import { sha256 } from '../../../functions/core/pure/sha256'
import type { DrawRow, EntryRow } from '../../../src/packages/lottery/model/answers'
import { atOnceCampaign } from '../../functions/lottery/campaign'
import { sha } from '../../functions/lottery/draw/slow'
import { newFolder, NOTARY } from '../../functions/lottery/draw/world'
import { someEntries } from '../../harness/draw/entries'
import { filesOf } from './draw-folder'
import { campaignFull, campaignRow, drawRow, ENTRY, entryRow } from './fixtures'

export const DAY = '2026-11-23'
const PERIOD = `instant-band0:${DAY}T0000`
const { id: CAMPAIGN } = atOnceCampaign()
export const DAY_ID = `${CAMPAIGN}.instant-band0.${DAY}T0000`
const RULES = canonicalJson(atOnceCampaign())
const RULES_HASH = toHex(sha256(utf8Bytes(RULES)))
export const SALT = '07'.repeat(32)
export const HOLDER = 'sj_somebody'

export const dayCampaign = () =>
  campaignFull({ rules: RULES, campaign: campaignRow({ rulesHash: RULES_HASH }) })

/** As the campaign's first band has it; `pool`: fen of the day. */
const rulesOf = (pool: number): DayRules => ({
  campaign: CAMPAIGN,
  period: PERIOD,
  day: DAY,
  band: { from: 10_000, below: 50_000 },
  campaignRules: RULES_HASH,
  tiers: [
    { tier: 'five', prize: 5_000, odds: { of: 3, in: 10 }, places: null },
    { tier: 'ten', prize: 1_000, odds: { of: 4, in: 10 }, places: null },
  ],
  pool,
})

/** The first seed under which the own entry hits that tier, or none. */
const seedFor = (tier: string | undefined): Uint8Array => {
  const { tiers } = rulesOf(0)
  for (let place = 0; ; place += 1) {
    const seed = sha(`seed ${place}`)
    const hit = tierHit(thresholdsOf(tiers), numberOf(seed, ENTRY.slice(3)))
    if (tiers[hit ?? -1]?.tier === tier) return seed
  }
}

export interface PublishedDay {
  readonly folder: string
  readonly closing: DayClosing
  readonly proof: InclusionProof
  readonly row: (change?: Partial<DrawRow>) => DrawRow
}

/** Forty others came first. */
export const publishDay = async (tier: string | undefined, pool = 1_000_000): Promise<PublishedDay> => {
  const folder = newFolder()
  const seed = seedFor(tier)
  const own = entryBlock({
    id: ENTRY.slice(3),
    ticket: '00'.repeat(15),
    holder: holderCommitment(fromHex(SALT), HOLDER),
  })
  const of = { folder, seed, notary: NOTARY }
  await openDay({ ...of, now: instantOf('2026-11-22', 725), rules: rulesOf(pool) })
  const closing = await closeDay({
    ...of,
    now: instantOf('2026-11-24', 1),
    entries: () => [someEntries(40), own],
  })
  const proof = await proofOf(publishedIn(folder), 40)
  const row = (change: Partial<DrawRow> = {}): DrawRow => ({
    ...drawRow(),
    id: DAY_ID,
    kind: 'instant',
    draw: 'instant',
    period: PERIOD,
    from: instantOf(DAY),
    to: instantOf('2026-11-24'),
    state: 'published',
    frozenAt: instantOf('2026-11-24', 1),
    openedAt: instantOf('2026-11-22', 725),
    round: 0,
    roundAt: instantOf('2026-11-24'),
    count: closing.count,
    fen: pool,
    prizes: closing.wins.length,
    files: filesOf(folder),
    ...change,
  })
  return { folder, closing, proof, row }
}

/** As the server told it when it was entered. */
export const toldOf = (change: Partial<NonNullable<EntryRow['instant']>> = {}) => ({
  drawId: DAY_ID,
  tier: null,
  tierName: null,
  fen: 0,
  spent: false,
  prizeId: null,
  ...change,
})

export const entryOfDay = (change: Partial<NonNullable<EntryRow['instant']>> = {}): EntryRow =>
  entryRow({ instant: toldOf(change), draws: [] })
