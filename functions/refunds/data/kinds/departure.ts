/** 离境退税 and 即买即退: who may have it, for what, how much, until when; dated, with its basis. */
import type { Basis, Dated } from '../../../core/pure/law'
import type { Term } from '../../../core/pure/legal-clock'
import { fen, type Fen } from '../../../core/pure/money'
import { text, type Text } from '../../../core/pure/text'
import type { KindLaw } from '../../rules/kind'
import type { Condition } from '../conditions'
import { practice } from '../statutes'

const measures = (zh = '', en = ''): Text =>
  text(
    `《境外旅客购物离境退税管理办法（试行）》（国家税务总局公告2015年第41号）${zh}`,
    `Measures for the departure refund (State Taxation Administration notice 41 of 2015)${en}`,
  )
/** When the shop must not issue the form. */
const article10 = measures('第十条', ', article 10')
const notice3 = text('财政部公告2015年第3号', 'Ministry of Finance notice 3 of 2015')
const sixMinistries = text(
  '商务部等六部门关于进一步优化离境退税政策扩大入境消费的通知（2025年4月）',
  'Notice of the Ministry of Commerce and five others on the departure refund, April 2025',
)
const notice9 = text('国家税务总局公告2025年第9号', 'State Taxation Administration notice 9 of 2025')

/** At the port, on the spot: no term is written. */
const onTheSpot: Term = {
  count: 1,
  unit: 'workingDays',
  firstDayCounts: true,
  from: 'acceptance',
  rule: text(
    '海关验核后，退税代理机构当场审核并退付',
    'Once customs have verified it, the agency looks at it and pays on the spot',
  ),
  basis: practice,
  unconfirmed: true,
}

export const departureLaws: readonly KindLaw[] = [
  {
    kind: 'departure',
    name: text('境外旅客购物离境退税', 'Departure tax refund for travellers'),
    summary: text(
      '境外旅客在退税商店买了东西，90 天内带出境，可以退一部分增值税。',
      'A traveller from abroad bought something in a refund shop and takes it out within 90 days: part of the VAT comes back.',
    ),
    who: ['person'],
    term: onTheSpot,
    interest: false,
    offsets: false,
    perVoucher: false,
    materials: [
      {
        code: 'travelDocument',
        name: text('护照或通行证', 'Passport or travel permit'),
        basis: measures('第十九条', ', article 19'),
        unconfirmed: false,
      },
      {
        code: 'departureForm',
        name: text('《离境退税申请单》（海关验核签章）', 'Departure refund form, verified by customs'),
        basis: measures('第十九条', ', article 19'),
        unconfirmed: false,
        onFile: true,
      },
      {
        code: 'departureInvoice',
        name: text('增值税普通发票', 'Ordinary VAT invoice'),
        basis: article10,
        unconfirmed: false,
      },
      {
        code: 'departureGoods',
        name: text('所购物品（供海关验核）', 'The goods themselves, for customs to look at'),
        basis: measures(),
        unconfirmed: false,
      },
    ],
    basis: text(`${measures().zh}；${sixMinistries.zh}`, `${measures().en}; ${sixMinistries.en}`),
    unconfirmed: false,
    effectiveFrom: '2025-04-26',
    effectiveTo: null,
  },
]

/** Which of the two amounts the ceiling of cash is held against. The careful reading: what is refunded, before the fee. */
export type CeilingOn = 'refund' | 'net'

export interface DeparturePolicy extends Dated, Basis {
  /** In one shop on one day, tax included. */
  readonly minimum: Fen
  /** More is not paid in cash. */
  readonly cashCeiling: Fen
  readonly ceilingOn: CeilingOn
  /** In a row on the mainland, up to leaving. */
  readonly stayDays: number
  /** From entry to purchase. */
  readonly purchaseDays: number
  /** From purchase to leaving, the day after the purchase being the first. */
  readonly leaveDays: number
  /** From then on one warns: were the day of purchase the first, the last would come a day sooner. */
  readonly warnFromDay: number
  /** Working days after the promised day of leaving, in which an advance is charged. */
  readonly chargeDays: number
}

const lasting = {
  ceilingOn: 'refund',
  stayDays: 183,
  purchaseDays: 183,
  leaveDays: 90,
  warnFromDay: 88,
  chargeDays: 3,
} as const

/** By the day of purchase. */
export const departurePolicies: readonly DeparturePolicy[] = [
  {
    ...lasting,
    minimum: fen(50_000),
    cashCeiling: fen(1_000_000),
    rule: text(
      '同一天在同一商店购物满 500 元；现金退税不超过 1 万元',
      '500 yuan in one shop on one day; up to 10,000 yuan in cash',
    ),
    basis: notice3,
    unconfirmed: true,
    effectiveFrom: '2019-04-01',
    effectiveTo: '2025-04-25',
  },
  {
    ...lasting,
    minimum: fen(20_000),
    cashCeiling: fen(2_000_000),
    rule: text(
      '同一天在同一商店购物满 200 元；现金退税不超过 2 万元',
      '200 yuan in one shop on one day; up to 20,000 yuan in cash',
    ),
    basis: sixMinistries,
    unconfirmed: false,
    effectiveFrom: '2025-04-26',
    effectiveTo: null,
  },
]

export interface DepartureRate extends Dated, Basis {
  /** Field of the form that holds the amount of these goods. */
  readonly field: 'amount13' | 'amount9'
  /** In 1/10 000 of the amount, tax included. */
  readonly refund: number
}

/** By the rate at which the goods are taxed. */
export const departureRates: readonly DepartureRate[] = [
  {
    field: 'amount13',
    refund: 1100,
    rule: text('税率 13% 的物品退 11%', 'Goods taxed at 13%: 11% comes back'),
    basis: text(
      '财政部 税务总局 海关总署公告2019年第39号',
      'Ministry of Finance, State Taxation Administration and customs notice 39 of 2019',
    ),
    unconfirmed: false,
    effectiveFrom: '2019-04-01',
    effectiveTo: null,
  },
  {
    field: 'amount9',
    refund: 800,
    rule: text('税率 9% 的物品退 8%', 'Goods taxed at 9%: 8% comes back'),
    basis: text(
      '财政部 税务总局 海关总署公告2019年第39号',
      'Ministry of Finance, State Taxation Administration and customs notice 39 of 2019',
    ),
    unconfirmed: false,
    effectiveFrom: '2019-04-01',
    effectiveTo: null,
  },
]

export interface AgencyFee extends Dated, Basis {
  /** In 1/10 000 of the amount, tax included. */
  readonly rate: number
}

/** What an agency keeps where nothing else is configured: each sets its own. */
export const agencyFees: readonly AgencyFee[] = [
  {
    rate: 200,
    rule: text(
      '退税代理机构按发票金额的 2% 左右收手续费',
      'The agency keeps a fee of about 2% of the invoice',
    ),
    basis: text('退税代理机构收费标准', 'What agencies charge'),
    unconfirmed: true,
    effectiveFrom: '2019-04-01',
    effectiveTo: null,
  },
]

export const foreignTraveller: Condition = {
  code: 'foreignTraveller',
  rule: text('旅客是外国人或者港澳台同胞', 'The traveller is a foreigner, or of Hong Kong, Macao or Taiwan'),
  basis: notice3,
  unconfirmed: false,
}

export const validDocument: Condition = {
  code: 'validDocument',
  rule: text('出示本人有效的护照或通行证', 'The traveller shows a valid passport or permit'),
  basis: article10,
  unconfirmed: false,
}

export const entryKnown: Condition = {
  code: 'entryKnown',
  rule: text('凭证件能确定最后一次入境的日期', 'The last day of entry can be told by the passport or permit'),
  basis: article10,
  unconfirmed: false,
}

export const shortStay: Condition = {
  code: 'shortStay',
  rule: text(
    '到离境那天在内地连续居住不超过 183 天',
    'No more than 183 days in a row on the mainland by the day of leaving',
  ),
  basis: notice3,
  unconfirmed: false,
}

export const boughtAfterEntry: Condition = {
  code: 'boughtAfterEntry',
  rule: text('发票日期不早于最后一次入境日期', 'The invoice is no earlier than the last day of entry'),
  basis: article10,
  unconfirmed: false,
}

export const boughtSoonAfterEntry: Condition = {
  code: 'boughtSoonAfterEntry',
  rule: text(
    '购买日期距最后一次入境日期不超过 183 天',
    'It was bought no more than 183 days after the last entry',
  ),
  basis: article10,
  unconfirmed: false,
}

export const goodsInScope: Condition = {
  code: 'goodsInScope',
  rule: text(
    '物品在退税范围内：禁止、限制出境的物品和免征增值税的物品等除外',
    'The goods are within the scope: not those that must not leave the country, nor those free of VAT, nor others left out',
  ),
  basis: article10,
  unconfirmed: false,
}

export const ordinaryInvoice: Condition = {
  code: 'ordinaryInvoice',
  rule: text('有退税商店开具的增值税普通发票', 'There is an ordinary VAT invoice of a refund shop'),
  basis: article10,
  unconfirmed: false,
}

export const minimumReached: Condition = {
  code: 'minimumReached',
  rule: text(
    '同一旅客同一天在同一退税商店购买的退税物品达到起退点',
    'What one traveller bought in one shop on one day reaches the minimum',
  ),
  basis: article10,
  unconfirmed: false,
}

export const goodsUnused: Condition = {
  code: 'goodsUnused',
  rule: text('物品没有启用或消费', 'The goods are neither used nor consumed'),
  basis: notice3,
  unconfirmed: false,
}

export const goodsCarried: Condition = {
  code: 'goodsCarried',
  rule: text(
    '物品由旅客本人随身携带或随行托运出境',
    'The traveller takes the goods out in person, carried or checked in',
  ),
  basis: notice3,
  unconfirmed: false,
}

export const leaveAhead: Condition = {
  code: 'leaveAhead',
  rule: text('离境日期不早于今天和购买日期', 'The day of leaving is neither past nor before the purchase'),
  basis: practice,
  unconfirmed: true,
}

export const leaveInTime: Condition = {
  code: 'leaveInTime',
  rule: text(
    '离境日期距购买日期不超过 90 天；购买当天是否算第一天没有明文，最后两三天请尽早离境',
    'One leaves within 90 days of the purchase; whether the day of purchase is the first is not written, so leave before the last days',
  ),
  basis: notice3,
  unconfirmed: false,
}

export const cashAllowed: Condition = {
  code: 'cashAllowed',
  rule: text(
    '退税额超过现金限额的，以银行转账等方式退付',
    'A refund above the ceiling of cash is paid by bank transfer or the like',
  ),
  basis: sixMinistries,
  unconfirmed: false,
}

export const instantShop: Condition = {
  code: 'instantShop',
  rule: text('购物商店提供“即买即退”服务', 'The shop offers refund upon purchase'),
  basis: notice9,
  unconfirmed: false,
}

export const ownCard: Condition = {
  code: 'ownCard',
  rule: text(
    '用本人能办预授权的信用卡担保',
    'A credit card of the traveller’s own stands for it, by pre-authorisation',
  ),
  basis: notice9,
  unconfirmed: false,
}

export const agreementKept: Condition = {
  code: 'agreementKept',
  rule: text(
    '在承诺期限内从指定口岸离境；否则期满后 3 个工作日内从预授权扣回预付金，实际离境时再按规定退税',
    'One leaves by the promised day through the promised port; else the advance is charged to the card within 3 working days, and the refund follows when one does leave',
  ),
  basis: notice9,
  unconfirmed: false,
}
