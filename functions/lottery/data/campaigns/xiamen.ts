/** Xiamen 2026 (10 February to 31 July): drawn at once on entering, and once more by month for what won nothing. */
import { text } from '../../../core/pure/text'
import type { Campaign, Sector, Sourced } from '../../rules/campaign'
import { national, EIGHT_SECTORS } from '../national'
import { announced, assumed } from '../statutes'

const basis = announced('厦门市', 'Xiamen')
const example = { basis: assumed('厦门市', 'Xiamen'), unconfirmed: true } as const
const read = <T>(value: T): Sourced<T> => ({ value, basis, unconfirmed: false })

const days = { effectiveFrom: '2026-02-10', effectiveTo: '2026-07-31' } as const

/** As announced, by code; the names are those of GB/T 4754-2017. */
const excluded: readonly Sector[] = [
  { name: text('彩票活动', 'lotteries'), codes: ['904'] },
  {
    name: text('文化体育娱乐活动与经纪代理服务', 'agents of culture, sport and entertainment'),
    codes: ['905'],
  },
  { name: text('托儿所服务', 'nurseries'), codes: ['8020'] },
  { name: text('殡葬服务', 'funerals'), codes: ['8080'] },
]

export const xiamen: Campaign = {
  id: 'xiamen-2026',
  name: text('厦门有奖发票', 'Xiamen invoice lottery'),
  organiser: text('厦门市商务局', 'Xiamen Municipal Bureau of Commerce'),
  place: text('厦门市', 'Xiamen'),
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
      regions: read(['3502']),
      sectors: read({ included: EIGHT_SECTORS, excluded }),
      noProxy: read(true),
      floor: read(10_000),
      invoiceDates: read({ from: days.effectiveFrom, to: days.effectiveTo, withinDays: null }),
      title: read('exact'),
      waitMinutes: read(60),
      perDay: read(3),
      inAll: read(100),
      // Entered once; drawn at once, and by month if that won nothing.
      winsPerInvoice: read(1),
      payWithin: read(10),
    },
  ],
  pools: [
    {
      key: 'instant',
      name: text('即开即奖奖金', 'Instant prizes'),
      money: 'central',
      total: 14_000_000_000,
      perPeriod: null,
      ...example,
      ...days,
    },
    {
      key: 'monthly',
      name: text('定期开奖奖金', 'Monthly prizes'),
      money: 'central',
      total: 600_000_000,
      perPeriod: 100_000_000,
      ...example,
      ...days,
    },
  ],
  draws: [
    {
      kind: 'instant',
      key: 'instant',
      name: text('即开即奖', 'Instant draw'),
      pool: 'instant',
      outOf: 1000,
      bands: [
        {
          from: 10_000,
          below: null,
          // The amounts are announced; their odds are adjusted by the organiser and were not published.
          tiers: [
            { key: 'first', name: text('一等奖', 'First prize'), prize: 10_000, share: 5 },
            { key: 'second', name: text('二等奖', 'Second prize'), prize: 8_000, share: 10 },
            { key: 'third', name: text('三等奖', 'Third prize'), prize: 5_000, share: 35 },
            { key: 'fourth', name: text('四等奖', 'Fourth prize'), prize: 3_000, share: 100 },
          ],
        },
      ],
      ...example,
      ...days,
    },
    {
      kind: 'periodic',
      key: 'monthly',
      name: text('定期开奖', 'Monthly draw'),
      pool: 'monthly',
      schedule: { every: 'month' },
      freezeAt: 1440,
      draw: { days: 5, at: 600 },
      publish: { days: 5, at: 1080 },
      onWorkingDays: true,
      takes: 'losers',
      // The amounts and the month are announced, the numbers were not.
      tiers: [
        { key: 'first', name: text('一等奖', 'First prize'), prize: 80_000, count: 200 },
        { key: 'second', name: text('二等奖', 'Second prize'), prize: 50_000, count: 600 },
        { key: 'third', name: text('三等奖', 'Third prize'), prize: 20_000, count: 2_700 },
      ],
      ...example,
      ...days,
    },
  ],
}
