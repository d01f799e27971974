/** 出口退（免）税: both methods, refund rates by what is exported and when, the time to claim, money from abroad. */
import type { Basis, Dated } from '../../../core/pure/law'
import type { Term } from '../../../core/pure/legal-clock'
import { text, type Text } from '../../../core/pure/text'
import type { KindLaw, MaterialNeed } from '../../rules/kind'
import type { Condition } from '../conditions'
import { agentLetter } from '../materials'
import { collectionRules79, practice } from '../statutes'

const measures = (zh: string, en: string): Text =>
  text(
    `《出口业务增值税和消费税退（免）税管理办法》（国家税务总局公告2026年第5号）${zh}`,
    `Measures for refunds on exports (State Taxation Administration notice 5 of 2026), ${en}`,
  )
const notice11 = text(
  '财政部 税务总局公告2026年第11号；国家税务总局公告2026年第5号',
  'Ministry of Finance and State Taxation Administration notice 11 of 2026; State Taxation Administration notice 5 of 2026',
)
const notice2 = text(
  '财政部 税务总局公告2026年第2号',
  'Ministry of Finance and State Taxation Administration notice 2 of 2026',
)
const notice15 = text(
  '财政部 税务总局公告2024年第15号',
  'Ministry of Finance and State Taxation Administration notice 15 of 2024',
)

const CLASSES = ['1', '2', '3', '4'] as const
export type ExporterClass = (typeof CLASSES)[number]

const classTerm = (exporterClass: Text, count: number, unconfirmed: boolean): Term => ({
  count,
  unit: 'workingDays',
  from: 'acceptance',
  rule: text(
    `管理类别为${exporterClass.zh}的出口企业，符合条件的自受理之日起 ${count} 个工作日内办结`,
    `For exporters of ${exporterClass.en} it is done within ${count} working days of acceptance, if in order`,
  ),
  basis: text('出口退（免）税企业分类管理规定', 'Rules on classes of exporters for export refunds'),
  unconfirmed,
})

/** By the class that the authority gave the exporter. Those of classes 3 and 4 rest on a third party's page. */
export const exportTerms: Readonly<Record<ExporterClass, Term>> = {
  1: classTerm(text('一类', 'class 1'), 5, false),
  2: classTerm(text('二类', 'class 2'), 10, false),
  3: classTerm(text('三类', 'class 3'), 15, true),
  4: classTerm(text('四类', 'class 4'), 20, true),
}

const materials: readonly MaterialNeed[] = [
  {
    code: 'exportReturn',
    name: text('出口退（免）税申报表', 'Declaration of refund on exports'),
    basis: measures('第十六条、第十八条', 'articles 16 and 18'),
    unconfirmed: false,
    onFile: true,
  },
  {
    code: 'customsDeclaration',
    name: text('出口货物报关单', 'Customs declaration of the export'),
    basis: measures('第十六条、第十八条', 'articles 16 and 18'),
    unconfirmed: false,
    when: { key: 'agencyExport', in: [false] },
    onFile: true,
  },
  {
    code: 'agencyExportProof',
    name: text('《代理出口货物证明》', 'Proof of export through an agent'),
    basis: measures('第十六条、第十八条', 'articles 16 and 18'),
    unconfirmed: false,
    when: { key: 'agencyExport', in: [true] },
  },
  {
    code: 'exportInvoice',
    name: text('出口发票或者普通发票', 'Export invoice or ordinary invoice'),
    basis: measures('第十六条', 'article 16'),
    unconfirmed: false,
    when: { key: 'method', in: ['production'] },
  },
  {
    code: 'purchaseInvoice',
    name: text(
      '增值税专用发票或海关进口增值税专用缴款书',
      'Special VAT invoice of the purchase, or customs certificate of import VAT',
    ),
    basis: measures('第十八条', 'article 18'),
    unconfirmed: false,
    when: { key: 'method', in: ['trading'] },
  },
  {
    code: 'receiptProof',
    name: text('收汇材料', 'Proof of money received from abroad'),
    basis: measures('第四十九条', 'article 49'),
    unconfirmed: false,
    when: { key: 'exporterClass', in: ['4'] },
  },
  {
    code: 'receiptProofLate',
    name: text(
      '收汇材料（次年 4 月 30 日后申报，或者曾被发现材料虚假的）',
      'Proof of money received, if claimed after 30 April or after false proof',
    ),
    basis: measures('第四十九条', 'article 49'),
    unconfirmed: false,
    when: { key: 'exporterClass', in: ['1', '2', '3'] },
    optional: true,
  },
  agentLetter,
]

export const exportLaws: readonly KindLaw[] = [
  {
    kind: 'export',
    name: text('出口退（免）税', 'Refund on exports'),
    summary: text(
      '货物出口后，退还它在国内已经负担的增值税：生产企业免抵退，外贸企业免退。',
      'After goods were exported, the VAT that they bore at home is refunded, to makers and to trading firms.',
    ),
    who: ['enterprise'],
    // The longest of them; `terms` has that of the class.
    term: exportTerms[4],
    terms: CLASSES.map((one) => ({ when: { key: 'exporterClass', in: [one] }, term: exportTerms[one] })),
    interest: false,
    offsets: false,
    perVoucher: false,
    materials,
    basis: text(
      '《中华人民共和国增值税法》；国家税务总局公告2026年第5号',
      'Value-Added Tax Law; State Taxation Administration notice 5 of 2026',
    ),
    unconfirmed: false,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
  },
]

export type RatedGoods = 'solar' | 'battery'

export interface ExportRate extends Dated, Basis {
  /** In 1/10 000 of the price. */
  readonly rate: number
}

const rateRow = (row: Omit<ExportRate, 'rule'>): ExportRate => ({
  ...row,
  rule: text(`出口退税率 ${row.rate / 100}%`, `The refund rate is ${row.rate / 100}%`),
})

/** Before 2026 both were alike: general knowledge, no text read. */
const before2026: readonly ExportRate[] = [
  rateRow({
    rate: 1300,
    basis: practice,
    unconfirmed: true,
    effectiveFrom: '2019-04-01',
    effectiveTo: '2024-11-30',
  }),
  rateRow({
    rate: 900,
    basis: notice15,
    unconfirmed: true,
    effectiveFrom: '2024-12-01',
    effectiveTo: '2026-03-31',
  }),
]

/** By the day of export on the customs declaration. */
export const exportRates: Readonly<Record<RatedGoods, readonly ExportRate[]>> = {
  solar: [
    ...before2026,
    rateRow({ rate: 0, basis: notice2, unconfirmed: false, effectiveFrom: '2026-04-01', effectiveTo: null }),
  ],
  battery: [
    ...before2026,
    rateRow({
      rate: 600,
      basis: notice2,
      unconfirmed: false,
      effectiveFrom: '2026-04-01',
      effectiveTo: '2026-12-31',
    }),
    rateRow({ rate: 0, basis: notice2, unconfirmed: false, effectiveFrom: '2027-01-01', effectiveTo: null }),
  ],
}

export interface LevyRate extends Dated, Basis {
  /** In 1/10 000. */
  readonly rate: number
  /** Its choice in the form. */
  readonly value: string
}

const levy = (rate: number): LevyRate => ({
  rate,
  value: String(rate),
  rule: text(`征税率 ${rate / 100}%`, `The goods are taxed at ${rate / 100}%`),
  basis: text('《中华人民共和国增值税法》第十条', 'Value-Added Tax Law, article 10'),
  unconfirmed: true,
  effectiveFrom: '2019-04-01',
  effectiveTo: null,
})

/** At which the goods are taxed at home. */
export const levyRates: readonly LevyRate[] = [levy(1300), levy(900)]

export interface ExportWindow extends Dated, Basis {
  /** `MM-DD` of the year after the export: until then as a rule. */
  readonly ordinaryUntil: string
  /** Months after the export in which it may still be claimed. */
  readonly lastMonths: number
}

export const exportWindows: readonly ExportWindow[] = [
  {
    ordinaryUntil: '04-30',
    lastMonths: 36,
    rule: text(
      '自出口次月起至次年 4 月 30 日前的各增值税纳税申报期内申报；逾期的，出口之日起 36 个月内仍可申报，再逾期视同内销',
      'Claimed from the month after export in the filing periods before 30 April of the next year; later still within 36 months, then it is taxed as sold at home',
    ),
    basis: notice11,
    unconfirmed: true,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
  },
]

export interface ReceiptRule extends Dated, Basis {
  /** `MM-DD` of the year after the export. */
  readonly until: string
  /** What a contract may postpone it to, in months after the export. */
  readonly lastMonths: number
  /** Months in which proof is asked for after false proof was found. */
  readonly falseProofMonths: number
  /** Classes that always hand proof in. */
  readonly proofClasses: readonly string[]
}

export const receiptRules: readonly ReceiptRule[] = [
  {
    until: '04-30',
    lastMonths: 36,
    falseProofMonths: 24,
    proofClasses: ['4'],
    rule: text(
      '在出口次年 4 月 30 日前收汇；合同约定更晚的，在约定期限内且不晚于出口之日起 36 个月',
      'Money is received by 30 April of the year after export; if the contract says later, by then, within 36 months of the export',
    ),
    basis: measures('第四十八条', 'article 48'),
    unconfirmed: false,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
  },
]

/** Days after the claim to put the papers in order, and years to keep them. */
export const exportRecords = { days: 15, years: 10 } as const

export const exporterRegistered: Condition = {
  code: 'exporterRegistered',
  rule: text('已办理出口退（免）税备案', 'The exporter is registered for export refunds'),
  basis: measures('第四条', 'article 4'),
  unconfirmed: false,
}

export const exportNotStopped: Condition = {
  code: 'exportNotStopped',
  rule: text('出口时没有被停止出口退税权', 'Its right to export refunds was not stopped when it exported'),
  basis: measures('第六十一条', 'article 61'),
  unconfirmed: false,
}

export const vatReturnFirst: Condition = {
  code: 'vatReturnFirst',
  rule: text(
    '适用免抵退税办法的，先完成当期增值税纳税申报',
    'By the method of makers, the VAT return of the period is filed first',
  ),
  basis: measures('第十五条', 'article 15'),
  unconfirmed: false,
}

export const monthAfterExport: Condition = {
  code: 'monthAfterExport',
  rule: text('自报关出口的次月起申报', 'It is claimed from the month after the export on'),
  basis: notice11,
  unconfirmed: false,
}

/** Late, it is no end; proof of money received goes with it. */
export const ordinaryWindow: Condition = {
  code: 'ordinaryWindow',
  rule: text(
    '通常在出口次年 4 月 30 日前的申报期内申报；之后申报的要报送收汇材料',
    'As a rule it is claimed before 30 April of the next year; later, with proof of money received',
  ),
  basis: notice11,
  unconfirmed: false,
  advisory: true,
}

export const lastMonth: Condition = {
  code: 'lastMonth',
  rule: text(
    '最迟在出口之日起 36 个月内申报，超过的视同向境内销售征税',
    'At the latest within 36 months of the export; after that it is taxed as sold at home',
  ),
  basis: notice11,
  unconfirmed: true,
}

export const refundRate: Condition = {
  code: 'refundRate',
  rule: text(
    '按报关单上的出口日期适用退税率，退税率为零的不退',
    'The rate of the day of export on the customs declaration counts; at zero nothing is refunded',
  ),
  basis: notice2,
  unconfirmed: false,
}

export const rateWithinLevy: Condition = {
  code: 'rateWithinLevy',
  rule: text('退税率不高于征税率', 'The refund rate is not above the rate at which the goods are taxed'),
  basis: practice,
  unconfirmed: true,
}

export const moneyReceived: Condition = {
  code: 'moneyReceived',
  rule: text(
    '在出口次年 4 月 30 日前收汇，合同另有约定的从约定；未收汇的不得退税，已退的冲回，收汇后可以再申报',
    'Money is received by 30 April of the next year, or as the contract says; without it there is no refund, what was refunded is taken back, and it may be claimed again once the money is there',
  ),
  basis: measures('第四十八条、第五十条', 'articles 48 and 50'),
  unconfirmed: false,
}

export const receiptProof: Condition = {
  code: 'receiptProof',
  rule: text(
    '次年 4 月 30 日后申报、管理类别为四类、被发现收汇材料虚假未满 24 个月的，申报时报送收汇材料',
    'Proof of money received is handed in when claimed after 30 April, by exporters of class 4, and for 24 months after false proof',
  ),
  basis: measures('第四十九条', 'article 49'),
  unconfirmed: false,
}

export const recordsKept: Condition = {
  code: 'recordsKept',
  rule: text(
    '申报后 15 日内备齐合同、运输单据等备案单证，保存 10 年',
    'Contracts, papers of transport and the like are in order within 15 days of the claim, and kept for 10 years',
  ),
  basis: measures('第四十五条', 'article 45'),
  unconfirmed: false,
}

export const bondedWithinPrice: Condition = {
  code: 'bondedWithinPrice',
  rule: text(
    '免税购进原材料的价格不超过出口离岸价，抵减不完的结转下期',
    'Materials bought free of tax cost no more than the goods are exported for; what cannot be deducted goes to the next period',
  ),
  basis: practice,
  unconfirmed: true,
}

export const somethingToRefund: Condition = {
  code: 'somethingToRefund',
  rule: text(
    '算出有应退税额；没有期末留抵的，全部是免抵税额，不退款',
    'There is something to refund; without VAT credit all of it is exempted and credited, and none is paid out',
  ),
  basis: practice,
  unconfirmed: true,
}

export const neverOffset: Condition = {
  code: 'neverOffset',
  rule: text('出口退税不抵扣欠税', 'Export refunds are not offset against arrears'),
  basis: text(
    `${collectionRules79.zh}；误收多缴退抵税办理指南`,
    `${collectionRules79.en}; guide to refunds of overpaid tax`,
  ),
  unconfirmed: false,
}
