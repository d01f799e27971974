/** 车辆购置税、车船税退税: a vehicle given back, stolen, scrapped or lost after its tax was paid. */
import type { Form } from '../../../core/pure/forms'
import type { Basis, Dated } from '../../../core/pure/law'
import { text } from '../../../core/pure/text'
import type { KindLaw } from '../../rules/kind'
import type { Condition } from '../conditions'
import { closingSections, periodFields } from '../fields'
import { applicationForm, closingMaterials, paymentVoucher } from '../materials'
import { practice } from '../statutes'
import { thirtyDaysAlike } from '../terms'

const purchaseLaw = text(
  '《中华人民共和国车辆购置税法》第十五条；财政部 税务总局公告2019年第71号第八条',
  'Vehicle Purchase Tax Law, article 15; Ministry of Finance and State Taxation Administration notice 71 of 2019, article 8',
)

const vesselLaw = text(
  '《中华人民共和国车船税法实施条例》',
  'Implementing Regulations of the Vehicle and Vessel Tax Law',
)

export const vehicleLaws: readonly KindLaw[] = [
  {
    kind: 'vehicle',
    name: text('车辆购置税、车船税退税', 'Vehicle purchase tax, and vehicle and vessel tax'),
    summary: text(
      '缴了车辆购置税后把车退回，或者缴了当年车船税后车船被盗抢、报废、灭失、退货。',
      'A vehicle was given back after its purchase tax was paid; or was stolen, scrapped, lost or given back in a year whose tax was paid.',
    ),
    who: ['person', 'enterprise'],
    term: thirtyDaysAlike,
    interest: false,
    offsets: true,
    perVoucher: true,
    materials: [
      applicationForm,
      paymentVoucher,
      {
        code: 'vehicleReturn',
        name: text('生产企业或经销商开具的退车证明', 'Proof by the maker or dealer that it was given back'),
        basis: purchaseLaw,
        unconfirmed: true,
        when: { key: 'event', in: ['returned'] },
      },
      {
        code: 'redInvoice',
        name: text('机动车销售统一发票（红字）', 'The red invoice that reverses the sale of the vehicle'),
        basis: purchaseLaw,
        unconfirmed: true,
        when: { key: 'event', in: ['returned'] },
      },
      {
        code: 'theftProof',
        name: text('公安机关出具的被盗抢证明', 'Proof of the theft by the police'),
        basis: vesselLaw,
        unconfirmed: true,
        when: { key: 'event', in: ['stolen'] },
      },
      {
        code: 'scrapProof',
        name: text('报废车船回收或注销证明', 'Proof that it was scrapped or struck off the register'),
        basis: vesselLaw,
        unconfirmed: true,
        when: { key: 'event', in: ['scrapped'] },
      },
      {
        code: 'lossProof',
        name: text('车船灭失的证明', 'Proof that it was lost'),
        basis: vesselLaw,
        unconfirmed: true,
        when: { key: 'event', in: ['lost'] },
      },
      ...closingMaterials,
    ],
    basis: text(
      '《中华人民共和国车辆购置税法》；《中华人民共和国车船税法》',
      'Vehicle Purchase Tax Law; Vehicle and Vessel Tax Law',
    ),
    unconfirmed: true,
    effectiveFrom: '2019-07-01',
    effectiveTo: null,
  },
]

export interface PurchaseRate extends Dated, Basis {
  /** Off for each full year since the tax was paid, in percent. */
  readonly percentPerYear: number
}

export const purchaseRates: readonly PurchaseRate[] = [
  {
    percentPerYear: 10,
    rule: text(
      '应退税额＝已纳税额×（1－使用年限×10%），自缴纳税款之日至申请退税之日，每满一年扣减 10%',
      'Paid × (1 − 10% × full years), from the day the tax was paid to the day of the claim',
    ),
    basis: purchaseLaw,
    unconfirmed: false,
    effectiveFrom: '2019-07-01',
    effectiveTo: null,
  },
]

export interface VesselRate extends Dated, Basis {
  /** Into how many parts the year's tax is divided: one for each month from that of the event on. */
  readonly monthsOfYear: number
}

export const vesselRates: readonly VesselRate[] = [
  {
    monthsOfYear: 12,
    rule: text(
      '退还自发生当月起至纳税年度终了的税款',
      'The tax from the month in which it happened to the end of the year is refunded',
    ),
    basis: vesselLaw,
    unconfirmed: true,
    effectiveFrom: '2012-01-01',
    effectiveTo: null,
  },
]

export const purchaseReturned: Condition = {
  code: 'purchaseReturned',
  rule: text(
    '车辆购置税在车辆退回生产企业或者经销商时退还',
    'Purchase tax is refunded when the vehicle is given back to its maker or dealer',
  ),
  basis: purchaseLaw,
  unconfirmed: false,
}

export const eventAfterPayment: Condition = {
  code: 'eventAfterPayment',
  rule: text('退车在缴纳车辆购置税之后', 'The vehicle was given back after its tax was paid'),
  basis: purchaseLaw,
  unconfirmed: false,
}

export const valueLeft: Condition = {
  code: 'valueLeft',
  rule: text(
    '每满一年扣减 10%，满十年没有可退的税款',
    'A tenth goes off for each full year: after ten, nothing is left to refund',
  ),
  basis: purchaseLaw,
  unconfirmed: false,
}

export const periodInOneYear: Condition = {
  code: 'periodInOneYear',
  rule: text(
    '车船税按年申报，所属期在同一年内',
    'Vehicle and vessel tax is by the year: the tax period lies in one',
  ),
  basis: vesselLaw,
  unconfirmed: true,
}

export const eventInPeriod: Condition = {
  code: 'eventInPeriod',
  rule: text(
    '在已缴税的年度内被盗抢、报废、灭失或退货的，退还自当月起至年度终了的税款',
    'What happened in a year whose tax was paid: its tax is refunded from that month to the end of the year',
  ),
  basis: vesselLaw,
  unconfirmed: true,
}

export const claimedWithinFormula: Condition = {
  code: 'claimedWithinFormula',
  rule: text('申请退税额不超过按公式计算的应退税额', 'The claim does not exceed what the formula gives'),
  basis: practice,
  unconfirmed: true,
}

export const vehicleForm: Form = {
  version: 1,
  sections: [
    {
      key: 'vehicle',
      title: text('车船和发生的事', 'The vehicle and what happened'),
      fields: [
        {
          key: 'vehicleTax',
          type: 'choice',
          label: text('退哪种税', 'Which tax?'),
          choices: [
            {
              value: 'vehiclePurchase',
              label: text('车辆购置税（买车时缴的）', 'Vehicle purchase tax, paid once on buying'),
            },
            {
              value: 'vehicleVessel',
              label: text('车船税（每年缴的）', 'Vehicle and vessel tax, paid each year'),
            },
          ],
        },
        {
          key: 'event',
          type: 'choice',
          label: text('发生了什么', 'What happened?'),
          hint: text(
            '车辆购置税只在退车时退',
            'Purchase tax is refunded only when the vehicle is given back',
          ),
          choices: [
            { value: 'returned', label: text('退回生产企业或经销商', 'Given back to its maker or dealer') },
            { value: 'stolen', label: text('被盗抢', 'Stolen') },
            { value: 'scrapped', label: text('报废', 'Scrapped') },
            { value: 'lost', label: text('灭失', 'Lost') },
          ],
        },
        {
          key: 'eventOn',
          type: 'day',
          until: 'today',
          label: text('发生日期', 'When?'),
          hint: text(
            '退车发票、公安证明或注销证明上的日期',
            'The date on the return invoice, or on the proof',
          ),
        },
        {
          key: 'vin',
          type: 'code',
          max: 20,
          label: text(
            '车辆识别代号（车架号）或船舶识别号',
            'Vehicle identification number, or number of the vessel',
          ),
          hint: text('行驶证上的 17 位', 'The 17 characters on the vehicle licence'),
        },
        {
          key: 'plate',
          type: 'text',
          max: 12,
          optional: true,
          label: text('车牌号', 'Number plate'),
          hint: text('还没上牌的不填', 'Leave empty if it had none yet'),
        },
        {
          key: 'yearTax',
          type: 'money',
          min: 1,
          when: { key: 'vehicleTax', in: ['vehicleVessel'] },
          label: text('全年应纳车船税', 'Tax of the whole year'),
          hint: text(
            '保险单或完税凭证上一整年的税额',
            'For a whole year, as on the insurance policy or the voucher',
          ),
        },
        ...periodFields.map((field) => ({
          ...field,
          when: { key: 'vehicleTax', in: ['vehicleVessel'] },
        })),
      ],
    },
    ...closingSections,
  ],
}
