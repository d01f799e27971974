/** A campaign of the demonstration's own city, by the rules of the national pilot; its figures are made up. DEMONSTRATION DATA. */
import { text } from '../../../functions/core/pure/text'
import { addDays, type Day } from '../../../functions/core/pure/time'
import { national } from '../../../functions/lottery/data/national'
import type { Campaign, Sourced } from '../../../functions/lottery/rules/campaign'
import { DEMO_REGION } from './halls'

const basis = text('演示数据，不是任何地方的公告', 'Demonstration data, no announcement of any place')
const source = { basis, unconfirmed: true } as const
const said = <T>(value: T): Sourced<T> => ({ value, ...source })

export const DEMO_CAMPAIGN = 'demo-invoices'

/** Open from the day before to half a year after a day; of invoices of the last three weeks. */
export const demoCampaign = (today: Day): Campaign => {
  const days = { effectiveFrom: addDays(today, -1), effectiveTo: addDays(today, 180) }
  return {
    id: DEMO_CAMPAIGN,
    name: text('示范市有奖发票', 'Invoice lottery of the model city'),
    organiser: text('示范市商务局', 'Commerce bureau of the model city'),
    place: text('示范市', 'The model city'),
    ...source,
    opensOn: days.effectiveFrom,
    closesOn: days.effectiveTo,
    terms: [
      {
        ...national,
        ...days,
        kinds: said(['32']),
        regions: said([DEMO_REGION.slice(0, 4)]),
        invoiceDates: said({ from: addDays(today, -21), to: days.effectiveTo, withinDays: null }),
        waitMinutes: null,
        perDay: said(3),
        inAll: said(100),
        claim: said({ days: 30, from: 'win', defer: 'nextWorkingDay' }),
        redraw: said('pool'),
      },
    ],
    pools: [
      {
        key: 'instant',
        name: text('即开即奖奖金', 'Instant prizes'),
        money: 'central',
        total: 100_000_000,
        perPeriod: 500_000,
        ...source,
        ...days,
      },
      {
        key: 'daily',
        name: text('每日奖金', 'Prizes of the day'),
        money: 'central',
        total: 300_000_000,
        perPeriod: 1_000_000,
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
        outOf: 100,
        bands: [
          {
            from: 10_000,
            below: null,
            tiers: [
              { key: 'ten', name: text('十元红包', 'CNY 10'), prize: 1_000, share: 8 },
              { key: 'fifty', name: text('五十元红包', 'CNY 50'), prize: 5_000, share: 2 },
            ],
          },
        ],
        ...source,
        ...days,
      },
      {
        kind: 'periodic',
        key: 'daily',
        name: text('每日开奖', 'Draw of the day'),
        pool: 'daily',
        schedule: { every: 'day' },
        freezeAt: 1380,
        draw: { days: 0, at: 1410 },
        publish: { days: 0, at: 1420 },
        onWorkingDays: false,
        takes: 'losers',
        tiers: [
          { key: 'surprise', name: text('惊喜奖', 'Surprise prize'), prize: 80_000, count: 2 },
          { key: 'lucky', name: text('幸运奖', 'Lucky prize'), prize: 2_000, count: null },
        ],
        ...source,
        ...days,
      },
    ],
  }
}
