/** Rules of the national pilot of 2026, which every city's campaign begins with. */
import { rowOn, type Basis, type Dated } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import type { Day } from '../../core/pure/time'
import type { CampaignTerms, Sector, Sourced, UnknownFact } from '../rules/campaign'
import { adultLaw, ours, pilotNotice } from './statutes'

/** The eight sectors, as Xiamen writes them in codes of GB/T 4754; the notice names them in words only. */
export const SECTORS = {
  retail: { name: text('零售', 'retail'), codes: ['52'] },
  catering: { name: text('餐饮', 'catering'), codes: ['62'] },
  lodging: { name: text('住宿', 'lodging'), codes: ['61'] },
  arts: { name: text('文化艺术', 'culture and arts'), codes: ['88'] },
  entertainment: { name: text('娱乐', 'entertainment'), codes: ['90'] },
  tourism: { name: text('旅游', 'tourism'), codes: ['7291', '786', '8760'] },
  sport: { name: text('体育', 'sport'), codes: ['89'] },
  households: { name: text('居民服务', 'services to residents'), codes: ['80'] },
} as const satisfies Readonly<Record<string, Sector>>

export const EIGHT_SECTORS: readonly Sector[] = Object.values(SECTORS)

export const PILOT_BEGINS: Day = '2026-01-01'

interface MoneyRule extends Dated, Basis {
  /** Fen. */
  readonly value: number
}

/** The most of one prize of central money. */
export const CENTRAL_PRIZE: readonly MoneyRule[] = [
  {
    value: 80_000,
    rule: text(
      '使用中央财政资金的，单张发票奖金不超过 800.00 元',
      'Of central money one invoice wins at most CNY 800.00',
    ),
    basis: pilotNotice,
    unconfirmed: false,
    effectiveFrom: PILOT_BEGINS,
    effectiveTo: null,
  },
]

/** The lowest floor that a city may set. */
export const LOWEST_FLOOR: readonly MoneyRule[] = [
  {
    value: 10_000,
    rule: text(
      '参加抽奖的发票，票面金额不低于 100.00 元',
      'Invoices that take part are of at least CNY 100.00',
    ),
    basis: pilotNotice,
    unconfirmed: false,
    effectiveFrom: PILOT_BEGINS,
    effectiveTo: null,
  },
]

export const centralPrizeOn = (day: Day): MoneyRule => rowOn(CENTRAL_PRIZE, day, 'prize of central money')
export const lowestFloorOn = (day: Day): MoneyRule => rowOn(LOWEST_FLOOR, day, 'lowest floor')

const ofPilot = <T>(value: T): Sourced<T> => ({ value, basis: pilotNotice, unconfirmed: false })
const ofOurs = <T>(value: T): Sourced<T> => ({ value, basis: ours, unconfirmed: true })

/**
 * Cities let in what their system has verified. The office knows the shop and looks before payment; what only the entrant knows is asked
 * of the entrant first.
 */
const unknown: Readonly<Record<UnknownFact, 'warn' | 'refuse'>> = {
  total: 'refuse',
  buyerName: 'warn',
  region: 'warn',
  industry: 'warn',
  byProxy: 'warn',
  state: 'refuse',
  issuedAt: 'warn',
  bornOn: 'refuse',
}

type National = Omit<CampaignTerms, keyof Dated | 'invoiceDates' | 'regions'>

/** What a city's row says nothing else about. */
export const national: National = {
  kinds: null,
  number: null,
  sectors: ofPilot({ included: EIGHT_SECTORS, excluded: [] }),
  noProxy: null,
  floor: ofPilot(10_000),
  title: ofPilot('exact'),
  waitMinutes: ofOurs(60),
  perDay: null,
  perMonth: null,
  inAll: null,
  winsPerInvoice: ofOurs(1),
  adultFrom: { value: 18, basis: adultLaw, unconfirmed: true },
  unknown,
  secondCheck: null,
  notice: null,
  claim: ofOurs({ days: 60, from: 'win', defer: 'nextWorkingDay' }),
  payWithin: null,
  redraw: ofOurs('replacement'),
}
