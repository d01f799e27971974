/** An invoice that each shipped campaign takes, its holder, and an hour of an ordinary day. */
import { instantOf, type Instant } from '../../../../functions/core/pure/time'
import {
  eligibility,
  type Eligibility,
  type Entrant,
  type EntrantInvoice,
  type EntryCounts,
} from '../../../../functions/lottery/rules/eligibility'
import type { Campaign } from '../../../../functions/lottery/rules/campaign'

/** Tuesday, 10:00 at +08:00. */
export const NOW: Instant = instantOf('2026-03-17', 600)
export const NAME = '欧阳小明'

export const numberOf: Readonly<Record<string, string>> = {
  'xiamen-2026': '26932000000012345678',
  'ningbo-2026': '26922000000012345678',
  'chengdu-2026': '26512000000012345678',
  'taiyuan-2026': '26142000000012345678',
}
const regionOf: Readonly<Record<string, string>> = {
  'xiamen-2026': '350200',
  'ningbo-2026': '330200',
  'chengdu-2026': '510100',
  'taiyuan-2026': '140100',
}

export type InvoiceChange = Partial<Omit<EntrantInvoice, 'facts'>> & {
  readonly facts?: Partial<EntrantInvoice['facts']>
}

export const invoiceFor = (campaign: Campaign, { facts, ...rest }: InvoiceChange = {}): EntrantInvoice => ({
  total: null,
  buyerName: NAME,
  issuerRegion: regionOf[campaign.id] ?? '350200',
  industry: '6210',
  issuedByProxy: false,
  state: 'normal',
  verifiedAt: NOW - 60_000,
  issuedAt: NOW - 7_200_000,
  ...rest,
  facts: {
    kind: '32',
    code: '',
    number: numberOf[campaign.id] ?? '',
    issuedOn: '2026-03-17',
    amount: 10_000,
    amountOf: 'total',
    checkCode: '',
    ...facts,
  },
})

export const entrant: Entrant = { realName: NAME, bornOn: '1990-05-01', stop: null, ownDailyCap: null }
export const noneYet: EntryCounts = {
  today: 0,
  thisMonth: 0,
  inAll: 0,
  todayEverywhere: 0,
  entered: 'no',
  dayOpen: null,
}

export interface Asked {
  readonly invoice?: InvoiceChange
  readonly entrant?: Partial<Entrant>
  readonly counts?: Partial<EntryCounts>
  readonly now?: Instant
}

export const ask = (campaign: Campaign, asked: Asked = {}): Eligibility =>
  eligibility(
    campaign,
    invoiceFor(campaign, asked.invoice),
    { ...entrant, ...asked.entrant },
    { ...noneYet, ...asked.counts },
    asked.now ?? NOW,
  )

/** What is not in order: `floor:no`, `wait:wait`. */
export const amiss = ({ reasons }: Eligibility): readonly string[] =>
  reasons.filter(({ ok }) => !ok).map(({ code, status }) => `${code}:${status}`)
