/** Taiyuan 2026: drawn at once, by week for what won nothing, and every other week for large prizes of the city's own money. */
import { text } from '../../../core/pure/text'
import type { Campaign, Sourced } from '../../rules/campaign'
import type { CountTier, OddsTier, Pool } from '../../rules/plan'
import { national } from '../national'
import { announced, assumed } from '../statutes'

const basis = announced('太原市', 'Taiyuan')
const example = { basis: assumed('太原市', 'Taiyuan'), unconfirmed: true } as const
const read = <T>(value: T): Sourced<T> => ({ value, basis, unconfirmed: false })

/** First and last day were not found: six months of the pilot, as in cities beside it. */
const days = { effectiveFrom: '2026-02-09', effectiveTo: '2026-07-31' } as const

const instant = (yuan: number, share: number): OddsTier => ({
  key: `y${yuan}`,
  name: text(`${yuan} 元`, `CNY ${yuan}`),
  prize: yuan * 100,
  share,
})

const weekly = (yuan: number, count: number): CountTier => ({
  key: `y${yuan}`,
  name: text(`${yuan} 元`, `CNY ${yuan}`),
  prize: yuan * 100,
  count,
})

const pool = (
  row: Pick<Pool, 'key' | 'name' | 'money' | 'total'> & { readonly perPeriod?: number },
): Pool => ({
  perPeriod: null,
  basis,
  unconfirmed: false,
  ...days,
  ...row,
})

export const taiyuan: Campaign = {
  id: 'taiyuan-2026',
  name: text('太原有奖发票', 'Taiyuan invoice lottery'),
  organiser: text('太原市商务局', 'Taiyuan Municipal Bureau of Commerce'),
  place: text('太原市', 'Taiyuan'),
  basis,
  unconfirmed: true,
  opensOn: days.effectiveFrom,
  closesOn: days.effectiveTo,
  terms: [
    {
      ...national,
      ...days,
      regions: read(['1401']),
      floor: read(10_000),
      invoiceDates: {
        value: { from: days.effectiveFrom, to: days.effectiveTo, withinDays: null },
        ...example,
      },
      title: read('exact'),
      winsPerInvoice: read(2),
      notice: { value: 5, ...example },
      claim: read({ days: 60, from: 'notice', defer: 'none' }),
    },
  ],
  pools: [
    pool({
      key: 'instant',
      name: text('即时开奖奖金', 'Instant prizes'),
      money: 'central',
      total: 13_000_000_000,
    }),
    pool({
      key: 'weekly',
      name: text('每周开奖奖金', 'Weekly prizes'),
      money: 'central',
      total: 7_000_000_000,
    }),
    pool({
      key: 'special',
      name: text('促消费特别奖奖金', 'Special prizes of the city'),
      money: 'municipal',
      total: 1_000_000_000,
    }),
  ],
  draws: [
    {
      kind: 'instant',
      key: 'instant',
      name: text('即时开奖', 'Instant draw'),
      pool: 'instant',
      outOf: 10_000,
      bands: [
        {
          from: 10_000,
          below: null,
          // The amounts are announced, their odds were not found.
          tiers: [instant(8, 900), instant(28, 300), instant(58, 100), instant(78, 50), instant(98, 30)],
        },
      ],
      ...example,
      ...days,
    },
    {
      kind: 'periodic',
      key: 'weekly',
      name: text('每周定期开奖', 'Weekly draw'),
      pool: 'weekly',
      schedule: { every: 'week', last: 7 },
      freezeAt: 1440,
      draw: { days: 3, at: 600 },
      publish: { days: 3, at: 1080 },
      onWorkingDays: true,
      takes: 'losers',
      // Amounts announced, numbers not: these come to 2 316 000 yuan a week, so that 25 weeks stay within 70 million.
      tiers: [
        weekly(800, 500),
        weekly(588, 500),
        weekly(388, 1_000),
        weekly(188, 2_000),
        weekly(68, 6_000),
        weekly(18, 25_000),
      ],
      ...example,
      ...days,
    },
    {
      kind: 'periodic',
      key: 'special',
      name: text('太原市促消费特别奖', 'Special prizes of Taiyuan'),
      pool: 'special',
      schedule: { every: 'fortnight', last: '2026-02-22' },
      freezeAt: 1440,
      draw: { days: 5, at: 600 },
      publish: { days: 5, at: 1080 },
      onWorkingDays: true,
      takes: 'all',
      // As drawn the first time: 2, 4 and 40, which is 800 000 yuan; income tax is withheld.
      tiers: [
        { key: 'first', name: text('一等奖', 'First prize'), prize: 10_000_000, count: 2 },
        { key: 'second', name: text('二等奖', 'Second prize'), prize: 5_000_000, count: 4 },
        { key: 'third', name: text('三等奖', 'Third prize'), prize: 1_000_000, count: 40 },
      ],
      ...example,
      ...days,
      // Twelve whole fortnights; a thirteenth would be more than the ten million.
      effectiveTo: '2026-07-26',
    },
  ],
}
