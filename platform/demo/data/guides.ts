/**
 * The guides of the twenty matters: office, steps, time limit, contact. DEMONSTRATION DATA after the national guides of tax
 * matters; what was not read in a published text is listed as unconfirmed, and the competent authority's latest guide prevails.
 */
import type { Guide, Words } from '../../../functions/halls/collections'
import type { GuideField } from '../../../functions/halls/rules/fields'

const words = (zh: string, en: string): Words => ({ zh, en })

const office = words(
  '主管税务机关（办税服务厅窗口受理）',
  'The competent tax authority, at the windows of its tax halls',
)
const anyHall = words('本市任一办税服务厅（同城通办）', 'Any tax hall of the city')
const contact = {
  phone: '12366',
  note: words(
    '纳税缴费服务热线；也可拨打所选大厅的电话',
    'The tax service line; or the telephone of the hall that you choose',
  ),
}

const bring = words(
  '备齐资料，预约后到大厅取号',
  'Bring the materials and take a number at the hall at your time',
)
const check = words(
  '窗口当场核对资料，不齐的一次告知',
  'The window checks them on the spot and tells everything that is missing at once',
)
const result = words('办结后当场领取结果', 'What was asked for is handed over when it is done')
const accepted = words(
  '受理后在时限内办结，短信通知领取',
  'It is decided within the time limit; a message tells when to collect the result',
)

const onTheSpot = {
  unit: 'onTheSpot',
  count: 0,
  note: words('资料齐全当场办结', 'Done on the spot when the materials are complete'),
} as const
const workingDays = (count: number, zh: string, en: string) =>
  ({ unit: 'workingDays', count, note: words(zh, en) }) as const

const usual: readonly GuideField[] = ['office', 'materials', 'contact']
const withTime: readonly GuideField[] = [...usual, 'timeLimit']

const atOnce = (unconfirmed: readonly GuideField[] = withTime, at: Words = office): Guide => ({
  effectiveFrom: '2026-01-01',
  office: at,
  steps: [bring, check, result],
  timeLimit: onTheSpot,
  contact,
  unconfirmed,
})
const later = (timeLimit: Guide['timeLimit'], unconfirmed: readonly GuideField[] = withTime): Guide => ({
  effectiveFrom: '2026-01-01',
  office,
  steps: [bring, check, accepted],
  timeLimit,
  contact,
  unconfirmed,
})

export const demoGuides: Readonly<Record<string, Guide>> = {
  FP01: later(
    workingDays(5, '《发票管理办法》第十五条', 'Measures for the Administration of Invoices, art. 15'),
    usual,
  ),
  FP02: {
    ...atOnce(),
    steps: [
      bring,
      check,
      words('先缴税，后开票', 'The tax is paid first, then the invoice is issued'),
      result,
    ],
  },
  FP03: later(
    workingDays(5, '《发票管理办法》第十五条', 'Measures for the Administration of Invoices, art. 15'),
    usual,
  ),
  FP04: atOnce(),
  DJ01: atOnce(),
  DJ02: later(
    workingDays(
      10,
      '符合条件的即办；小规模纳税人5个工作日，一般纳税人10个工作日',
      'At once where the conditions are met; else 5 working days for small-scale and 10 for general taxpayers',
    ),
    usual,
  ),
  DJ03: atOnce(),
  DJ04: atOnce(),
  SB01: atOnce(withTime, anyHall),
  SB02: atOnce(),
  SB03: atOnce(),
  SB04: atOnce(),
  TS01: later(workingDays(20, '受理后审核退税', 'The refund is reviewed after acceptance')),
  TS02: later(
    {
      unit: 'days',
      count: 30,
      note: words(
        '《税收征管法实施细则》第七十八条：税务机关发现的10日内退还，纳税人发现的30日内查实退还',
        'Implementing Rules of the Levy Law, art. 78: within 10 days when the authority found it; checked and refunded within 30 days when the taxpayer did',
      ),
    },
    usual,
  ),
  TS03: later({
    unit: 'days',
    count: 30,
    note: words('受理后审核退税', 'The refund is reviewed after acceptance'),
  }),
  ZM01: atOnce(withTime, anyHall),
  ZM02: later(workingDays(7, '国家税务总局公告2025年第4号', 'STA announcement No. 4 of 2025'), [
    'office',
    'contact',
  ]),
  ZM03: {
    ...atOnce(['contact'], office),
    timeLimit: {
      unit: 'onTheSpot',
      count: 0,
      note: words(
        '国家税务总局公告2019年第47号：即时开具',
        'STA announcement No. 47 of 2019: issued at once',
      ),
    },
  },
  SF01: atOnce(withTime, anyHall),
  SF02: later(workingDays(20, '受理后审核退费', 'The refund is reviewed after acceptance')),
}
