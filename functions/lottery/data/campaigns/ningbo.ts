/** Ningbo 2026 (6 February to 31 July): drawn at once, looked at again after seven days, and paid only then. */
import { text } from '../../../core/pure/text'
import type { Campaign, Sourced } from '../../rules/campaign'
import type { Band, OddsTier } from '../../rules/plan'
import { national } from '../national'
import { announced, assumed } from '../statutes'

const basis = announced('宁波市', 'Ningbo')
const example = { basis: assumed('宁波市', 'Ningbo'), unconfirmed: true } as const
const read = <T>(value: T): Sourced<T> => ({ value, basis, unconfirmed: false })

const days = { effectiveFrom: '2026-02-06', effectiveTo: '2026-07-31' } as const

const tier = (yuan: number, share: number): OddsTier => ({
  key: `y${yuan}`,
  name: text(`${yuan} 元红包`, `CNY ${yuan}`),
  prize: yuan * 100,
  share,
})

const small = [tier(5, 30_000), tier(10, 20_000), tier(20, 8_000), tier(50, 2_500), tier(100, 700)]

/** What an invoice may win at most goes by its amount, as announced; odds were not published. */
const bands: readonly Band[] = [
  { from: 10_000, below: 50_000, tiers: [...small, tier(200, 200)] },
  { from: 50_000, below: 200_000, tiers: [...small, tier(200, 600), tier(500, 120)] },
  { from: 200_000, below: null, tiers: [...small, tier(200, 1_000), tier(500, 300), tier(800, 100)] },
]

export const ningbo: Campaign = {
  id: 'ningbo-2026',
  name: text('宁波有奖发票', 'Ningbo invoice lottery'),
  organiser: text(
    '宁波市商务局、宁波市财政局、宁波市税务局',
    'Ningbo Municipal Bureaus of Commerce, Finance and Taxation',
  ),
  place: text('宁波市', 'Ningbo'),
  basis,
  unconfirmed: false,
  opensOn: days.effectiveFrom,
  closesOn: days.effectiveTo,
  terms: [
    {
      ...national,
      ...days,
      kinds: read(['32']),
      number: read({ prefixes: [], digits: 20 }),
      regions: read(['3302']),
      noProxy: read(true),
      floor: read(10_000),
      invoiceDates: read({ from: days.effectiveFrom, to: days.effectiveTo, withinDays: null }),
      title: read('exact'),
      perDay: read(2),
      perMonth: read(20),
      secondCheck: read(7),
      redraw: { value: 'pool', ...example },
    },
  ],
  pools: [
    {
      key: 'instant',
      name: text('即时开奖奖金', 'Instant prizes'),
      money: 'central',
      total: 20_000_000_000,
      perPeriod: null,
      ...example,
      ...days,
    },
  ],
  draws: [
    {
      kind: 'instant',
      key: 'instant',
      name: text('即时开奖、延迟发奖', 'Drawn at once, paid later'),
      pool: 'instant',
      outOf: 100_000,
      bands,
      ...example,
      ...days,
    },
  ],
}
