/**
 * Twenty matters as a district's halls handle them: names and materials after the national catalogue of tax matters.
 * DEMONSTRATION DATA: materials and times are typical ones; the competent tax authority's latest guide prevails.
 */
import type { Material, MatterDoc } from '../../../functions/halls/collections'
import type { PreReview } from '../../../functions/halls/rules/pre-review'
import { demoGuides } from './guides'

type Words = { readonly zh: string; readonly en: string }
type Thing = Material

const words = (zh: string, en: string): Words => ({ zh, en })
const original = words('原件', 'original')
const copy = words('原件及复印件1份', 'original and one copy')
const sheets = (n: number): Words => words(`${n}份`, n === 1 ? 'one copy' : `${n} copies`)
const must = (zh: string, en: string, copies: Words = original): Thing => ({
  name: words(zh, en),
  copies,
  required: true,
  format: 'paper',
  seal: 'none',
})
const may = (zh: string, en: string, copies: Words = original): Thing => ({
  ...must(zh, en, copies),
  required: false,
})
/** A form is filled in at home or at the window, and signed or sealed. */
const form = (zh: string, en: string, copies: Words): Thing => ({
  ...must(zh, en, copies),
  format: 'either',
  seal: 'signatureOrSeal',
})

const idCard = must('经办人身份证件', 'identity card of the person attending')
/** Who has real-name registration is asked for no copy of the licence. */
const licence: Thing = {
  ...may('营业执照（统一社会信用代码）', 'business licence with the unified social credit code', copy),
  onFile: true,
}
const proxy: Thing = {
  ...form('授权委托书（代他人办理时）', 'power of attorney when acting for somebody', sheets(1)),
  required: false,
}

/** As Heyuan’s halls do: an officer looks first, and says where it needs no visit. */
const lookedAt = (online: PreReview['online']): PreReview => ({
  rule: words(
    '这件事的预约先由大厅预审，通过后才算约好',
    'The hall looks at bookings of this matter first; they stand once it has agreed',
  ),
  basis: words('河源税务预约办税的做法（粤税通）', 'As the tax halls of Heyuan do (Guangdong)'),
  unconfirmed: true,
  effectiveFrom: '2018-06-16',
  effectiveTo: null,
  online,
})

const invoices = words('发票', 'Invoices')
const registration = words('登记', 'Registration')
const filing = words('申报纳税', 'Filing and payment')
const refunds = words('退税', 'Refunds')
const certificates = words('证明', 'Certificates')
const social = words('社保费', 'Social insurance')

const invoiceLaw = words('《中华人民共和国发票管理办法》', 'Measures for the Administration of Invoices')
const levyLaw = words('《中华人民共和国税收征收管理法》', 'Law on the Administration of Tax Collection')
const incomeLaw = words('《中华人民共和国个人所得税法》', 'Individual Income Tax Law')
const socialLaw = words('《中华人民共和国社会保险法》', 'Social Insurance Law')

const etax = {
  way: words(
    '登录电子税务局，在“我要办税”中办理',
    'Sign in to the electronic tax bureau and choose “Handle tax”',
  ),
  url: 'https://etax.chinatax.gov.cn/',
}
const iitApp = {
  way: words('在“个人所得税”App 或自然人电子税务局办理', 'Use the Individual Income Tax app or its website'),
  url: 'https://etax.chinatax.gov.cn/',
}

type Row = Omit<MatterDoc, 'v' | 'rank'> & { readonly code: string }

const rows: readonly Row[] = [
  {
    code: 'FP01',
    name: words('增值税发票领用（数电票额度调整）', 'Obtain VAT invoices (raise the e-invoice credit)'),
    group: invoices,
    minutes: 20,
    kind: 'invoiceSupply',
    basis: invoiceLaw,
    online: null,
    bring: [
      idCard,
      licence,
      form('《增值税专用发票最高开票限额申请单》', 'application for the highest invoice amount', sheets(1)),
      may('近期购销合同', 'recent contracts of purchase and sale', copy),
    ],
  },
  {
    code: 'FP02',
    name: words('代开增值税发票', 'VAT invoice issued on behalf'),
    group: invoices,
    minutes: 15,
    kind: 'invoiceOnBehalf',
    basis: invoiceLaw,
    online: null,
    bring: [
      idCard,
      form('《代开增值税发票缴纳税款申报单》', 'application for an invoice on behalf', sheets(2)),
      may('付款方证明或合同', 'contract or statement of the payer', copy),
    ],
  },
  {
    code: 'FP03',
    name: words('发票票种核定', 'Determine kinds of invoices'),
    group: invoices,
    minutes: 20,
    kind: 'invoiceSupply',
    basis: invoiceLaw,
    online: null,
    bring: [
      idCard,
      licence,
      form('《纳税人领用发票票种核定表》', 'form for kinds of invoices', sheets(1)),
      must('发票专用章印模', 'specimen of the invoice seal', sheets(1)),
    ],
  },
  {
    code: 'FP04',
    name: words('发票遗失、损毁报告', 'Report lost or damaged invoices'),
    group: invoices,
    minutes: 10,
    kind: 'other',
    basis: invoiceLaw,
    online: etax,
    bring: [idCard, form('《发票挂失/损毁报告表》', 'report of loss or damage', sheets(1))],
  },
  {
    code: 'DJ01',
    name: words('一照一码户信息变更', 'Change of registered particulars'),
    group: registration,
    minutes: 20,
    kind: 'other',
    basis: words('《税务登记管理办法》', 'Measures for Tax Registration'),
    online: null,
    bring: [idCard, licence, must('变更事项的决议或证明', 'resolution or proof of the change', copy), proxy],
  },
  {
    code: 'DJ02',
    name: words('清税申报（注销）', 'Tax clearance (deregistration)'),
    group: registration,
    minutes: 45,
    kind: 'other',
    basis: levyLaw,
    online: null,
    preReview: lookedAt(null),
    bring: [
      idCard,
      form('《清税申报表》', 'tax clearance form', sheets(2)),
      must('未使用的发票和税控设备', 'unused invoices and control devices'),
      may('股东会决议', 'shareholders’ resolution', copy),
      proxy,
    ],
  },
  {
    code: 'DJ03',
    name: words('跨区域涉税事项报告', 'Report of business outside the district'),
    group: registration,
    minutes: 10,
    kind: 'other',
    basis: levyLaw,
    online: etax,
    bring: [idCard, may('经营合同', 'contract', copy)],
  },
  {
    code: 'DJ04',
    name: words('增值税一般纳税人登记', 'Registration as a general VAT taxpayer'),
    group: registration,
    minutes: 15,
    kind: 'other',
    basis: words('《中华人民共和国增值税法》', 'Value-Added Tax Law'),
    online: etax,
    bring: [idCard, licence, form('《增值税一般纳税人登记表》', 'registration form', sheets(2))],
  },
  {
    code: 'SB01',
    name: words('车辆购置税申报', 'Vehicle purchase tax'),
    group: filing,
    minutes: 20,
    kind: 'other',
    basis: words('《中华人民共和国车辆购置税法》', 'Vehicle Purchase Tax Law'),
    online: null,
    bring: [
      idCard,
      must('机动车销售统一发票或进口缴款书', 'vehicle sales invoice or customs payment certificate', copy),
      must('车辆合格证明', 'certificate of conformity', copy),
    ],
  },
  {
    code: 'SB02',
    name: words('契税申报（房屋、土地权属转移）', 'Deed tax (transfer of houses or land)'),
    group: filing,
    minutes: 40,
    kind: 'other',
    basis: words('《中华人民共和国契税法》', 'Deed Tax Law'),
    online: null,
    bring: [
      idCard,
      must('不动产权属转移合同', 'contract of transfer', copy),
      may('家庭住房情况证明（享受优惠时）', 'proof of household homes, for the lower rate', copy),
      may('结婚证、户口簿', 'marriage certificate, household register', copy),
      proxy,
    ],
  },
  {
    code: 'SB03',
    name: words('存量房交易税收申报', 'Taxes on the sale of a used home'),
    group: filing,
    minutes: 45,
    kind: 'other',
    basis: levyLaw,
    online: null,
    bring: [
      must('买卖双方身份证件', 'identity cards of buyer and seller', copy),
      must('存量房买卖合同', 'contract of sale', copy),
      must('不动产权证书', 'title certificate', copy),
      may('原购房发票或契税凭证', 'invoice or deed-tax certificate of the earlier purchase', copy),
    ],
  },
  {
    code: 'SB04',
    name: words('印花税、房产税、城镇土地使用税申报', 'Stamp duty, property and land-use tax'),
    group: filing,
    minutes: 15,
    kind: 'other',
    basis: levyLaw,
    online: etax,
    bring: [idCard, form('《财产和行为税纳税申报表》', 'property and behaviour tax return', sheets(1))],
  },
  {
    code: 'TS01',
    name: words('个人所得税综合所得汇算补退税', 'Annual settlement of individual income tax'),
    group: refunds,
    minutes: 30,
    kind: 'other',
    basis: incomeLaw,
    online: iitApp,
    bring: [
      idCard,
      may('银行卡', 'bank card'),
      may('专项附加扣除证明', 'proof of special additional deductions', copy),
    ],
  },
  {
    code: 'TS02',
    name: words('误收多缴退抵税', 'Refund of tax paid in error or excess'),
    group: refunds,
    minutes: 30,
    kind: 'other',
    basis: words('《税收征收管理法》第五十一条', 'Law on the Administration of Tax Collection, art. 51'),
    online: null,
    preReview: lookedAt(etax),
    bring: [
      idCard,
      form('《退（抵）税申请表》', 'application for refund or offset', sheets(1)),
      must('完税凭证', 'tax payment certificate', copy),
      may('银行账户证明', 'proof of the bank account', copy),
    ],
  },
  {
    code: 'TS03',
    name: words('车辆购置税退税', 'Refund of vehicle purchase tax'),
    group: refunds,
    minutes: 25,
    kind: 'other',
    basis: words('《车辆购置税法》第十五条', 'Vehicle Purchase Tax Law, art. 15'),
    online: null,
    bring: [
      idCard,
      form('《车辆购置税退税申请表》', 'application for refund', sheets(1)),
      must('退车证明、退车发票', 'proof and invoice of the return', copy),
    ],
  },
  {
    code: 'ZM01',
    name: words('开具税收完税证明', 'Certificate of tax paid'),
    group: certificates,
    minutes: 10,
    kind: 'other',
    basis: words('《税收票证管理办法》', 'Measures for Tax Receipts'),
    online: etax,
    bring: [idCard, proxy],
  },
  {
    code: 'ZM02',
    name: words('中国税收居民身份证明', 'Certificate of Chinese tax residency'),
    group: certificates,
    minutes: 25,
    kind: 'other',
    basis: words('国家税务总局公告2025年第4号', 'STA announcement No. 4 of 2025'),
    online: null,
    bring: [
      idCard,
      form('《中国税收居民身份证明》申请表', 'application for the certificate', sheets(1)),
      must('与拟享受协定收入有关的合同', 'contract for the income concerned', copy),
      may('境内居住证明', 'proof of residence', copy),
    ],
  },
  {
    code: 'ZM03',
    name: words('开具无欠税证明', 'Certificate of no tax arrears'),
    group: certificates,
    minutes: 10,
    kind: 'other',
    basis: words('国家税务总局公告2019年第47号', 'STA announcement No. 47 of 2019'),
    online: etax,
    bring: [idCard, licence],
  },
  {
    code: 'SF01',
    name: words('灵活就业人员社保费缴纳', 'Social insurance of the self-employed'),
    group: social,
    minutes: 10,
    kind: 'other',
    basis: socialLaw,
    online: null,
    bring: [idCard, may('社会保障卡', 'social security card'), may('银行卡', 'bank card')],
  },
  {
    code: 'SF02',
    name: words('社保费误收退费', 'Refund of social insurance paid in error'),
    group: social,
    minutes: 25,
    kind: 'other',
    basis: socialLaw,
    online: null,
    bring: [
      idCard,
      form('《社会保险费退费申请表》', 'application for refund', sheets(1)),
      must('缴费凭证', 'payment receipt', copy),
      may('银行账户证明', 'proof of the bank account', copy),
    ],
  },
]

export const demoMatters: readonly { readonly code: string; readonly doc: MatterDoc }[] = rows.map(
  ({ code, ...rest }, rank) => {
    const guide = demoGuides[code]
    return { code, doc: { v: 1, rank, ...rest, ...(guide ? { guide } : {}) } }
  },
)
