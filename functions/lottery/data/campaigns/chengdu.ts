/** Chengdu 2026 (6 February to 31 July): one draw each night, surprise prizes first, then the rest of the day's money. */
import { text } from '../../../core/pure/text'
import type { Campaign, Sector, Sourced } from '../../rules/campaign'
import { national, SECTORS } from '../national'
import { announced, assumed } from '../statutes'

const basis = announced('成都市', 'Chengdu')
const example = { basis: assumed('成都市', 'Chengdu'), unconfirmed: true } as const
const read = <T>(value: T): Sourced<T> => ({ value, basis, unconfirmed: false })

const days = { effectiveFrom: '2026-02-06', effectiveTo: '2026-07-31' } as const

/** The five sectors that it began with; more were announced for later, as a further row would say. */
const included: readonly Sector[] = [
  SECTORS.retail,
  SECTORS.catering,
  SECTORS.lodging,
  SECTORS.arts,
  SECTORS.tourism,
]

/** Announced in words; the codes of GB/T 4754-2017 are our reading. */
const excluded: readonly Sector[] = [
  { name: text('电信', 'telecommunications'), codes: ['631'] },
  { name: text('游戏', 'games'), codes: ['6422'] },
  {
    name: text('交通运输', 'transport'),
    codes: ['53', '54', '55', '56', '57', '58', '59', '60'],
  },
  { name: text('网约车', 'ride-hailing'), codes: ['6432'] },
]

export const chengdu: Campaign = {
  id: 'chengdu-2026',
  name: text('成都有奖发票', 'Chengdu invoice lottery'),
  organiser: text('成都市商务局', 'Chengdu Municipal Bureau of Commerce'),
  place: text('成都市', 'Chengdu'),
  basis,
  unconfirmed: false,
  opensOn: days.effectiveFrom,
  closesOn: days.effectiveTo,
  terms: [
    {
      ...national,
      ...days,
      kinds: read(['32']),
      number: read({ prefixes: ['2651'], digits: 20 }),
      regions: read(['5101']),
      sectors: { value: { included, excluded }, basis, unconfirmed: true },
      floor: read(10_000),
      invoiceDates: read({ from: days.effectiveFrom, to: days.effectiveTo, withinDays: null }),
      title: read('exact'),
      // Over all platforms: they are only ways in.
      perDay: read(3),
      redraw: { value: 'pool', ...example },
    },
  ],
  pools: [
    {
      key: 'daily',
      name: text('每日奖金', 'Prizes of the day'),
      money: 'central',
      total: 20_000_000_000,
      perPeriod: 112_000_000,
      ...example,
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
      // Both 23:00 and 23:30 were announced: the list closes at the one and is drawn at the other.
      freezeAt: 1380,
      draw: { days: 0, at: 1410 },
      publish: { days: 1, at: 720 },
      onWorkingDays: false,
      takes: 'all',
      tiers: [
        { key: 'surprise', name: text('惊喜奖', 'Surprise prize'), prize: 80_000, count: 50 },
        { key: 'random', name: text('随机奖', 'Random prize'), prize: 2_000, count: null },
      ],
      ...example,
      ...days,
    },
  ],
}
