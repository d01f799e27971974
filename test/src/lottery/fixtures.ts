/** Answers of `lottery` as the contract shapes them, for the lottery screens' tests. */
import type { InvoiceFacts } from '../../../functions/core/pure/invoice-facts'
import { instantOf } from '../../../functions/core/pure/time'
import type {
  CampaignFull,
  CampaignRow,
  DrawRow,
  EntryRow,
  Limits,
  Look,
  Notary,
  Odds,
  Prize,
  ShownReason,
} from '../../../src/packages/lottery/model/answers'
import { canonicalJson } from '../../../functions/core/pure/canonical-json'
import { toHex } from '../../../functions/core/pure/bytes'
import { sha256 } from '../../../functions/core/pure/sha256'
import { utf8Bytes } from '../../../functions/core/pure/utf8'
import { dailyCampaign } from '../../functions/lottery/campaign'

/** Tuesday 2026-11-24, 10:00 in Shanghai. */
export const NOW = instantOf('2026-11-24', 600)
export const CAMPAIGN = dailyCampaign().id
export const RULES = canonicalJson(dailyCampaign())
export const RULES_HASH = toHex(sha256(utf8Bytes(RULES)))
export const ENTRY = `en_${'1'.repeat(32)}`
export const DRAW = `${CAMPAIGN}.daily.2026-11-23T2300`
export const PRIZE = `pz_${'1'.repeat(26)}`

export const facts: InvoiceFacts = {
  kind: '32',
  code: '',
  number: '26352000000000000001',
  issuedOn: '2026-11-24',
  amount: 12_800,
  amountOf: 'total',
  checkCode: '',
}

export const campaignRow = (change: Partial<CampaignRow> = {}): CampaignRow => ({
  id: CAMPAIGN,
  name: '试验有奖发票',
  organiser: '试验单位',
  place: '厦门市',
  opensOn: '2026-11-01',
  closesOn: '2027-01-31',
  basis: '试验公告',
  unconfirmed: true,
  rulesHash: RULES_HASH,
  ...change,
})

export const odds = (change: Partial<Odds> = {}): Odds => ({
  draw: 'daily',
  name: '每日开奖',
  kind: 'periodic',
  tiers: [
    { key: 'first', name: '一等奖', prize: 80_000, said: '1/50（平均每 50 张发票有 1 张中奖）', count: 1 },
    {
      key: 'lucky',
      name: '幸运奖',
      prize: 20_000,
      said: '约 6/100（平均每 100 张发票有 6 张中奖）',
      count: 6,
    },
  ],
  any: '约 7/100（平均每 100 张发票有 7 张中奖）',
  left: 200_000,
  leftSaid: '奖金还剩 2,000.00 元（共 2,000.00 元），预计还能发出 7 个奖',
  floating: '中奖机会随参加的发票数变化：参加的越多，每张的机会越小',
  unconfirmed: true,
  band: null,
  frozenAt: instantOf('2026-11-24', 1380),
  drawnAt: instantOf('2026-11-24', 1400),
  ...change,
})

export const campaignFull = (change: Partial<CampaignFull> = {}): CampaignFull => ({
  campaign: campaignRow(),
  rules: RULES,
  pools: [{ key: 'daily', total: 20_000_000, left: 15_000_000 }],
  odds: [odds()],
  ...change,
})

export const drawRow = (change: Partial<DrawRow> = {}): DrawRow => ({
  id: DRAW,
  campaign: CAMPAIGN,
  kind: 'periodic',
  draw: 'daily',
  period: 'daily:2026-11-23T2300',
  from: instantOf('2026-11-22', 1380),
  to: instantOf('2026-11-23', 1380),
  state: 'frozen',
  frozenAt: instantOf('2026-11-24', 599),
  openedAt: null,
  round: 1000,
  roundAt: instantOf('2026-11-24', 610),
  count: 4,
  fen: 140_000,
  prizes: 0,
  files: [],
  ...change,
})

export const entryRow = (change: Partial<EntryRow> = {}): EntryRow => ({
  id: ENTRY,
  campaign: CAMPAIGN,
  campaignName: '试验有奖发票',
  at: instantOf('2026-11-23', 700),
  total: 12_800,
  doubts: [],
  excluded: null,
  instant: null,
  draws: [{ id: DRAW, draw: 'daily', state: 'open', closesAt: instantOf('2026-11-23', 1380) }],
  prizes: [],
  ...change,
})

export const prize = (change: Partial<Prize> = {}): Prize => ({
  id: PRIZE,
  campaign: CAMPAIGN,
  campaignName: '试验有奖发票',
  drawId: DRAW,
  tier: 'first',
  tierName: '一等奖',
  fen: 80_000,
  tax: 0,
  payable: 80_000,
  state: 'confirmed',
  said: '请领奖（2027年1月22日前，含当天）',
  until: '2027-01-22',
  wonAt: instantOf('2026-11-23', 1410),
  account: null,
  returned: null,
  moves: ['claim', 'decline'],
  ...change,
})

export const reason = (change: Partial<ShownReason> = {}): ShownReason => ({
  code: 'floor',
  status: 'ok',
  ok: true,
  warning: false,
  rule: '单张发票含税金额不低于 100.00 元',
  found: '这张含税 128.00 元',
  basis: '财政部通知',
  unconfirmed: false,
  again: null,
  ...change,
})

export const look = (change: Partial<Look> = {}): Look => ({
  verdict: 'open',
  mayEnter: true,
  again: null,
  reasons: [reason()],
  odds: [odds()],
  entry: null,
  ...change,
})

export const NO_LIMITS: Limits = { stopped: false, until: null, ownDailyCap: null }

export const notary = (change: Partial<Notary> = {}): Notary => ({
  publicKey: 'aa'.repeat(32),
  holder: 'notary',
  said: '由公证人在自己的设备上签名。',
  deploymentKey: 'dd'.repeat(32),
  ...change,
})

export const known = {
  id: `iv_${'1'.repeat(26)}`,
  outcome: 'unasked',
  state: 'unknown',
  verifiedAt: null,
  cached: false,
  again: null,
  left: 5,
  total: null,
  sellerName: null,
  sellerRegion: null,
  industry: null,
  byProxy: null,
  buyer: 'unknown',
} as const
