/** A campaign with one draw a day, small enough that its pool runs out; and one that draws at once, and again by day what won nothing. */
import { text } from '../../../functions/core/pure/text'
import type { Campaign, Sourced } from '../../../functions/lottery/rules/campaign'
import { national } from '../../../functions/lottery/data/national'

const basis = text('试验公告', 'A notice made up for tests')
const said = <T>(value: T): Sourced<T> => ({ value, basis, unconfirmed: true })

const days = { effectiveFrom: '2026-11-01', effectiveTo: '2027-01-31' } as const

export const dailyCampaign = (change: Partial<Campaign> = {}): Campaign => ({
  id: 'test-2026',
  name: text('试验有奖发票', 'Test invoice lottery'),
  organiser: text('试验单位', 'Test office'),
  place: text('厦门市', 'Xiamen'),
  basis,
  unconfirmed: true,
  opensOn: days.effectiveFrom,
  closesOn: days.effectiveTo,
  terms: [
    {
      ...national,
      ...days,
      kinds: said(['32']),
      regions: said(['3502']),
      invoiceDates: said({ from: days.effectiveFrom, to: days.effectiveTo, withinDays: null }),
      waitMinutes: null,
      perDay: said(3),
      inAll: said(20),
      redraw: said('pool'),
    },
  ],
  pools: [
    {
      key: 'daily',
      name: text('每日奖金', 'Prizes of the day'),
      money: 'central',
      total: 20_000_000,
      perPeriod: 200_000,
      basis,
      unconfirmed: true,
      ...days,
    },
  ],
  draws: [
    {
      kind: 'periodic',
      key: 'daily',
      name: text('每日开奖', 'Draw of the day'),
      pool: 'daily',
      schedule: { every: 'day' },
      freezeAt: 1380,
      draw: { days: 0, at: 1400 },
      publish: { days: 0, at: 1410 },
      onWorkingDays: false,
      takes: 'all',
      tiers: [
        { key: 'first', name: text('一等奖', 'First prize'), prize: 80_000, count: 1 },
        { key: 'lucky', name: text('幸运奖', 'Lucky prize'), prize: 20_000, count: null },
      ],
      basis,
      unconfirmed: true,
      ...days,
    },
  ],
  ...change,
})

const source = { basis, unconfirmed: true } as const

/** Seven of ten win; what a day has pays a few. */
export const atOnceCampaign = (): Campaign => {
  const daily = dailyCampaign()
  const [terms] = daily.terms
  const [draw] = daily.draws
  if (!terms || draw?.kind !== 'periodic') throw new Error('no daily draw')
  return {
    ...daily,
    terms: [{ ...terms, perDay: said(20), inAll: said(200) }],
    pools: [
      ...daily.pools,
      {
        key: 'instant',
        name: text('即开奖金', 'Instant prizes'),
        money: 'central',
        total: 100_000,
        perPeriod: null,
        ...source,
        ...days,
      },
    ],
    draws: [
      {
        kind: 'instant',
        key: 'instant',
        name: text('即开即奖', 'Instant draw'),
        pool: 'instant',
        outOf: 10,
        bands: [
          {
            from: 10_000,
            below: 50_000,
            tiers: [
              { key: 'five', name: text('五十元', 'Fifty'), prize: 5_000, share: 3 },
              { key: 'ten', name: text('十元', 'Ten'), prize: 1_000, share: 4 },
            ],
          },
          {
            from: 50_000,
            below: null,
            tiers: [{ key: 'hundred', name: text('一百元', 'Hundred'), prize: 10_000, share: 5 }],
          },
        ],
        ...source,
        ...days,
      },
      { ...draw, takes: 'losers' },
    ],
  }
}
