/** Answers of `lottery` to its office, as the contract shapes them; the clock stands at 24 November 2026, 10:00. */
import { canonicalJson } from '../../../functions/core/pure/canonical-json'
import { instantOf } from '../../../functions/core/pure/time'
import type {
  CampaignFull,
  CampaignRow,
  DrawFull,
  DrawRow,
  Excluded,
  Flags,
  GoneOn,
  PartyDraw,
  Reviewed,
  Statistics,
} from '../../../src/packages/lottery-office/model/answers'
import { atOnceCampaign, dailyCampaign } from '../../functions/lottery/campaign'

export const CAMPAIGN = dailyCampaign().id
export const HASH = 'a'.repeat(64)
export const DRAW = `${CAMPAIGN}.daily.2026-11-23T2300`
export const DAY_DRAW = `${CAMPAIGN}.instant-band0.2026-11-24T0000`

export const office = (...duties: readonly ('draw' | 'review')[]) => ({
  halls: [{ id: 'east', name: '城东办税服务厅', region: '990102', duties }],
})

export const campaignRow = (change: Partial<CampaignRow> = {}): CampaignRow => ({
  id: CAMPAIGN,
  hallId: 'east',
  state: 'published',
  name: '试验有奖发票',
  place: '厦门市',
  opensOn: '2026-11-01',
  closesOn: '2027-01-31',
  rulesHash: HASH,
  changedAt: instantOf('2026-10-20', 600),
  publishedAt: instantOf('2026-10-21', 600),
  savedBy: 'nobody',
  ...change,
})

export const draftRow = (change: Partial<CampaignRow> = {}): CampaignRow =>
  campaignRow({ state: 'draft', publishedAt: null, savedBy: 'other', ...change })

export const published = (campaign = dailyCampaign()): CampaignFull => ({
  campaign: campaignRow(),
  rules: canonicalJson(campaign),
})
export const withInstant = (): CampaignFull => published(atOnceCampaign())
export const draft = (change: Partial<CampaignRow> = {}): CampaignFull => ({
  campaign: draftRow(change),
  rules: canonicalJson(dailyCampaign()),
})

export const drawRow = (change: Partial<DrawRow> = {}): DrawRow => ({
  id: DRAW,
  kind: 'periodic',
  draw: 'daily',
  name: '每日开奖',
  band: null,
  begun: true,
  from: instantOf('2026-11-23', 1380),
  to: instantOf('2026-11-24', 1380),
  state: 'open',
  count: 12,
  more: false,
  closesAt: instantOf('2026-11-24', 1380),
  drawnAt: instantOf('2026-11-24', 1400),
  next: 'close',
  nextAt: instantOf('2026-11-24', 1380),
  late: null,
  ...change,
})

export const dayRow = (change: Partial<DrawRow> = {}): DrawRow =>
  drawRow({
    id: DAY_DRAW,
    kind: 'instant',
    draw: 'instant',
    name: '即开即奖',
    band: { from: 10_000, below: 50_000 },
    from: instantOf('2026-11-24'),
    to: instantOf('2026-11-25'),
    closesAt: instantOf('2026-11-25'),
    drawnAt: null,
    nextAt: instantOf('2026-11-25'),
    ...change,
  })

const more = (row: DrawRow, change: Partial<DrawFull>): DrawFull => ({
  ...row,
  frozenAt: null,
  round: 0,
  roundAt: null,
  commitment: null,
  rulesHash: HASH,
  fen: 0,
  places: 0,
  written: 0,
  exclusions: [],
  files: [],
  ...change,
})
export const drawFull = (change: Partial<DrawFull> = {}): DrawFull => more(drawRow(), change)
/** Frozen a little ago, and its round is due. */
export const frozenDraw = (change: Partial<DrawFull> = {}): DrawFull =>
  drawFull({
    state: 'frozen',
    next: 'round',
    nextAt: instantOf('2026-11-24', 590),
    frozenAt: instantOf('2026-11-24', 570),
    round: 1000,
    roundAt: instantOf('2026-11-24', 590),
    commitment: 'c'.repeat(64),
    fen: 140_000,
    places: 4,
    exclusions: [{ reason: 'split', said: '不合理拆分或合并开票', entries: 2 }],
    files: [{ name: 'freeze.json', size: 1234 }],
    ...change,
  })
export const dayFull = (change: Partial<DrawFull> = {}): DrawFull =>
  more(dayRow(), { fen: 688_400, written: 3, commitment: 'd'.repeat(64), ...change })

export const goneOn = (change: Partial<GoneOn> = {}): GoneOn => ({
  state: 'frozen',
  moved: false,
  why: null,
  relays: [],
  ...change,
})

export const partyDraw = (change: Partial<PartyDraw> = {}): PartyDraw => ({
  drawId: DRAW,
  draw: 'daily',
  period: 'daily:2026-11-23T2300',
  step: 'reveal',
  frozenAt: instantOf('2026-11-24', 570),
  reveal: { from: instantOf('2026-11-24', 590), by: instantOf('2026-11-25', 590) },
  parties: [
    { capacity: 'taxOffice', party: '示范市税务局', commitment: 'e'.repeat(64), revealed: true, mine: true },
    { capacity: 'notary', party: '示范市公证处', commitment: 'f'.repeat(64), revealed: false, mine: false },
  ],
  ...change,
})

export const ENTRY = (letter: string): string => `en_${letter.repeat(32)}`

export const reviewed = (letter: string, change: Partial<Reviewed> = {}): Reviewed => ({
  id: ENTRY(letter),
  at: instantOf('2026-11-24', 580),
  code: '',
  number: `2632200000030000020${letter.charCodeAt(0) % 10}`,
  total: 10_110,
  issuedOn: '2026-11-24',
  issuedAt: null,
  excluded: null,
  excludedSaid: null,
  closed: false,
  ...change,
})

export const flags = (change: Partial<Flags> = {}): Flags => ({
  flags: [
    {
      code: 'inARow',
      reason: '同一人在同一商户的 2 张发票号码相连',
      entries: [ENTRY('a'), ENTRY('b')],
      rule: '号码相连',
      basis: '本平台默认设置',
      unconfirmed: true,
    },
  ],
  entries: [reviewed('a'), reviewed('b', { closed: true })],
  looked: 40,
  next: null,
  ...change,
})

export const excluded = (change: Partial<Excluded> = {}): Excluded => ({
  ...reviewed('a', { excluded: 'split', excludedSaid: '不合理拆分或合并开票' }),
  by: '#AB12',
  mine: false,
  excludedAt: instantOf('2026-11-24', 590),
  ...change,
})

export const statistics = (change: Partial<Statistics> = {}): Statistics => ({
  asOf: instantOf('2026-11-24', 600),
  countedTo: instantOf('2026-11-24', 598),
  days: [
    { day: '2026-11-23', entries: 8, fen: 100_000, unknown: 0, entrants: 3 },
    { day: '2026-11-24', entries: 4, fen: 50_000, unknown: 1, entrants: 1 },
  ],
  all: { entries: 12, fen: 150_000, unknown: 1, entrants: 4 },
  pools: [{ key: 'daily', name: '每日奖金', total: 200_000, left: 120_000, held: 60_000, paid: 20_000 }],
  prizes: {
    looked: 2,
    whole: true,
    rows: [
      {
        draw: 'daily',
        tier: 'first',
        name: '每日开奖 · 一等奖',
        state: 'claimed',
        said: '已领奖',
        count: 1,
        fen: 80_000,
      },
    ],
  },
  exclusions: [{ reason: 'split', said: '不合理拆分或合并开票', entries: 2, more: false }],
  ...change,
})
