/** How often and how long an invoice can be verified, as dated rows. What pages of different years say differs; see each row. */
import type { Basis, Dated } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import { verificationSite } from './statutes'

/** The site opened on that day (国家税务总局公告2016年第87号). */
const OPENED = '2017-01-01'

export interface DailyQueries extends Dated, Basis {
  /** An invoice and a natural day, whoever asks. */
  readonly queries: number
}

export const dailyQueries: readonly DailyQueries[] = [
  {
    queries: 5,
    rule: text('每份发票每天最多查验五次', 'An invoice can be verified five times a day'),
    basis: verificationSite,
    unconfirmed: false,
    effectiveFrom: OPENED,
    effectiveTo: null,
  },
]

export interface VerificationWindow extends Dated, Basis {
  /** Back from today. */
  readonly years: number
}

export const verificationWindows: readonly VerificationWindow[] = [
  {
    years: 1,
    rule: text('可查验最近一年内开具的发票', 'Invoices of the last year can be verified'),
    basis: verificationSite,
    // Older pages, some still in circulation. On which day one became five is not known.
    unconfirmed: true,
    effectiveFrom: OPENED,
    effectiveTo: '2025-12-31',
  },
  {
    years: 5,
    rule: text('可查验最近五年内开具的发票', 'Invoices of the last five years can be verified'),
    basis: verificationSite,
    unconfirmed: false,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
  },
]

export interface Freshness extends Dated, Basis {
  /** Days, then minutes, after an invoice was issued until it can be found. */
  readonly days: number
  readonly minutes: number
}

export const freshness: readonly Freshness[] = [
  {
    days: 1,
    minutes: 0,
    rule: text('开具后次日可以查验', 'An invoice can be verified from the day after its issue'),
    basis: verificationSite,
    unconfirmed: true,
    effectiveFrom: OPENED,
    effectiveTo: '2025-12-31',
  },
  {
    days: 0,
    minutes: 30,
    rule: text(
      '当日开具的发票当日可以查验，一般在开具约三十分钟后',
      'An invoice can be verified on the day of issue, as a rule about thirty minutes after it',
    ),
    basis: verificationSite,
    // The day is the site's notice, the half hour other pages'.
    unconfirmed: true,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
  },
]

export interface RiskThreshold extends Dated, Basis {
  /** Queries of one caller in a day that the site looks into. */
  readonly queries: number
}

export const riskThresholds: readonly RiskThreshold[] = [
  {
    queries: 60,
    rule: text(
      '一天查验六十次以上会触发风险控制',
      'Sixty queries in a day and more trigger the site’s risk control',
    ),
    basis: verificationSite,
    unconfirmed: true,
    effectiveFrom: OPENED,
    effectiveTo: null,
  },
]
