/**
 * Policies of an office that does not exist, dated from today. Each says that it is an example; what it says of the law is the law’s,
 * and its basis can be read. DEMONSTRATION DATA.
 */
import type { Change, PolicyText } from '../../../functions/policies/collections'
import { monthsAfter } from '../../../functions/core/pure/periods'
import { addDays, type Day } from '../../../functions/core/pure/time'

type Both = { readonly zh: string; readonly en: string }

export interface DemoVersion {
  readonly change: Change
  readonly why: Both | null
  readonly text: PolicyText
  /** Days before today. */
  readonly daysAgo: number
}
export interface DemoPolicy {
  /** Of 26 characters, after `po_`. */
  readonly id: string
  readonly versions: readonly DemoVersion[]
  /** What one has saved and another is to publish. */
  readonly draft?: PolicyText
}

const ISSUER = '示范市税务局城东区分局'

const policy = (
  title: Both,
  summary: Both,
  body: readonly Both[],
  rest: Pick<PolicyText, 'number' | 'basis' | 'category' | 'effectiveFrom' | 'audience'> &
    Partial<Pick<PolicyText, 'effectiveTo'>>,
): PolicyText => ({
  title,
  summary,
  body: { zh: body.map(({ zh }) => zh), en: body.map(({ en }) => en) },
  issuer: ISSUER,
  effectiveTo: null,
  attachments: [],
  ...rest,
})

const NOTE: Both = {
  zh: '本文是演示用的示例，不是任何税务机关发布的文件。办理时请以税务机关公布的内容为准。',
  en: 'This text is an example for the demonstration, and was published by no tax authority. What the tax authorities publish is what counts.',
}

/** @param late what was wrong in the first version: the end of the time for it */
const settlement = (today: Day, late: Both): PolicyText =>
  policy(
    {
      zh: '【示例】个人所得税综合所得年度汇算：谁要办、怎么退',
      en: '[Example] Annual settlement of individual income tax: who files, and how money comes back',
    },
    {
      zh: '预缴税额高于应纳税额的，可以申请退税；年收入超过 12 万元且补税超过 400 元的应当办理。多数人在手机上几分钟就能办完。',
      en: 'If more was prepaid than is due, the rest comes back on request; who earns more than CNY 120,000 and owes more than CNY 400 has to file. Most finish on the phone in minutes.',
    },
    [
      {
        zh: '居民个人取得工资薪金、劳务报酬、稿酬、特许权使用费四项综合所得的，按年计算个人所得税，预缴时多退少补。',
        en: 'For residents, wages, pay for services, authors’ pay and royalties are taxed by the year; what was prepaid is settled against it.',
      },
      late,
      {
        zh: '退税退到您本人的银行账户。请先核对专项附加扣除和银行卡，再提交申请。',
        en: 'A refund goes to your own bank account. Check the special additional deductions and the bank card before you file.',
      },
      NOTE,
    ],
    {
      number: '示例〔2026〕3 号',
      basis: '《中华人民共和国个人所得税法》第十一条；《中华人民共和国个人所得税法实施条例》第二十五条',
      category: 'personalTax',
      effectiveFrom: addDays(today, -20),
      audience: { kind: ['person'] },
    },
  )

const WRONG: Both = {
  zh: '办理时间为次年 3 月 1 日至 5 月 31 日，可以预约，也可以错峰办理。',
  en: 'The time for it is from 1 March to 31 May of the following year.',
}
const RIGHT: Both = {
  zh: '办理时间为次年 3 月 1 日至 6 月 30 日，可以预约，也可以错峰办理。',
  en: 'The time for it is from 1 March to 30 June of the following year.',
}

const quarterly = (today: Day): PolicyText =>
  policy(
    {
      zh: '【示例】小规模纳税人和个体工商户：按季申报办理要点',
      en: '[Example] Small-scale taxpayers and the self-employed: filing by the quarter',
    },
    {
      zh: '增值税小规模纳税人可以按季申报。申报期限最后一天遇法定休假日的，顺延到休假日期满的次日。',
      en: 'Small-scale VAT payers may file by the quarter. If the last day falls on a public holiday, it moves to the day after it.',
    },
    [
      {
        zh: '季度终了之日起 15 日内申报。申报期内有连续 3 日以上法定休假日的，按休假日天数顺延。',
        en: 'Returns are due within 15 days of the quarter’s end; three or more days of public holidays in a row move that day by as many days.',
      },
      {
        zh: '没有应纳税款的，也要在规定期限内申报。确有困难的，可以在期限内申请延期申报。',
        en: 'A return is due even if no tax is. Who cannot make it may ask for more time before the day has come.',
      },
      NOTE,
    ],
    {
      number: '示例〔2026〕5 号',
      basis: '《中华人民共和国税收征收管理法》第二十五条、第二十七条；实施细则第一百零九条',
      category: 'filing',
      effectiveFrom: addDays(today, -6),
      effectiveTo: monthsAfter(today, 12),
      audience: { kind: ['smallScale', 'selfEmployed'] },
    },
  )

const catering = (today: Day): PolicyText =>
  policy(
    {
      zh: '【示例】住宿和餐饮业：开具发票的几点提醒',
      en: '[Example] Lodging and catering: on issuing invoices',
    },
    {
      zh: '顾客付款时应当向其开具发票，不得以“系统故障”“月底统一开”拒绝，也不得要求另付税点。',
      en: 'Whoever pays is to be given an invoice; neither a “system failure” nor “at the end of the month” is a reason, and no surcharge may be asked.',
    },
    [
      {
        zh: '销售商品、提供服务的单位和个人，对外发生经营业务收取款项，收款方应当向付款方开具发票。',
        en: 'Whoever sells goods or services and takes the money gives the payer an invoice.',
      },
      {
        zh: '开具发票应当按照规定的时限、顺序、栏目如实开具；数电发票不需要领用，按授信额度开具。',
        en: 'Invoices state what is true, at the time and in the order prescribed; fully digital ones are issued within a credit limit.',
      },
      NOTE,
    ],
    {
      number: '',
      basis: '《中华人民共和国发票管理办法》第十八条、第二十一条',
      category: 'invoices',
      effectiveFrom: addDays(today, -40),
      audience: { industry: ['H'] },
    },
  )

const evening = (today: Day): PolicyText =>
  policy(
    {
      zh: '【示例】城东区办税服务厅：每周三延时服务到晚上七点',
      en: '[Example] Chengdong District Tax Hall: open until seven on Wednesdays',
    },
    {
      zh: '白天没有时间的，每周三下午可以来得晚一点；先预约，到了就能取号。',
      en: 'If you have no time by day, come later on Wednesdays; book first, and a number is yours on arrival.',
    },
    [
      {
        zh: '延时服务办理全部窗口业务，17:00 以后请走南门。',
        en: 'All counters are open then; after 17:00 please use the south door.',
      },
      NOTE,
    ],
    {
      number: '',
      basis: '《优化营商环境条例》第三十五条',
      category: 'services',
      effectiveFrom: addDays(today, 14),
      audience: {},
    },
  )

const research = (today: Day): PolicyText =>
  policy(
    {
      zh: '【示例】研发费用加计扣除辅导周',
      en: '[Example] A week of advice on the deduction of research expenses',
    },
    {
      zh: '一周内每天上午有专人在二楼辅导，不用预约。',
      en: 'For one week, advice on the second floor every morning, without booking.',
    },
    [
      {
        zh: '请带上研发项目立项文件和辅助账，现场核对归集口径。',
        en: 'Bring the papers of the project and the auxiliary accounts.',
      },
      NOTE,
    ],
    {
      number: '',
      basis: '《中华人民共和国企业所得税法》第三十条',
      category: 'research',
      effectiveFrom: addDays(today, -12),
      effectiveTo: addDays(today, -5),
      audience: { tax: ['corporateIncome'], industry: ['I', 'M', 'C'] },
    },
  )

/** For 叶清 to publish: it reaches 林小雨, who is a person and pays individual income tax. */
const deductions = (today: Day): PolicyText =>
  policy(
    {
      zh: '【示例】专项附加扣除：每年十二月确认下一年的信息',
      en: '[Example] Special additional deductions: confirmed each December',
    },
    {
      zh: '由单位办理扣除的，请在 12 月确认下一年的专项附加扣除信息；没有确认的，次年 1 月起单位暂停办理。',
      en: 'If your employer deducts them, confirm next year’s in December; otherwise the employer stops in January.',
    },
    [
      {
        zh: '专项附加扣除包括子女教育、继续教育、大病医疗、住房贷款利息、住房租金、赡养老人和 3 岁以下婴幼儿照护。',
        en: 'They are: children’s education, further education, serious illness, interest on a home loan, rent, care for parents, and care for children below three.',
      },
      {
        zh: '信息有变化的，随时可以修改；大病医疗在年度汇算时扣除。',
        en: 'What changes can be changed at any time; serious illness is deducted in the annual settlement.',
      },
      NOTE,
    ],
    {
      number: '示例〔2026〕6 号',
      basis: '《个人所得税专项附加扣除操作办法（试行）》第九条',
      category: 'personalTax',
      effectiveFrom: today,
      audience: { kind: ['person'], tax: ['individualIncome'] },
    },
  )

const idOf = (name: string): string => `po_${`example${name}`.padEnd(26, '0')}`
const first = (text: PolicyText, daysAgo: number): DemoVersion => ({
  change: 'published',
  why: null,
  text,
  daysAgo,
})

export const demoPolicies = (today: Day): readonly DemoPolicy[] => [
  { id: idOf('catering'), versions: [first(catering(today), 41)] },
  { id: idOf('research'), versions: [first(research(today), 15)] },
  {
    id: idOf('settlement'),
    versions: [
      first(settlement(today, WRONG), 20),
      {
        change: 'corrected',
        why: {
          zh: '第二段的截止日期写成了 5 月 31 日，应为 6 月 30 日。',
          en: 'The second paragraph ended the time on 31 May; it ends on 30 June.',
        },
        text: settlement(today, RIGHT),
        daysAgo: 8,
      },
    ],
  },
  { id: idOf('quarterly'), versions: [first(quarterly(today), 6)] },
  { id: idOf('evening'), versions: [first(evening(today), 2)] },
  { id: idOf('deductions'), versions: [], draft: deductions(today) },
]
