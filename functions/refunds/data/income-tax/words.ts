/** What the lines of an explained settlement are called. */
import { text, type Text } from '../../../core/pure/text'

export const LINE_LABELS = {
  wages: text('工资、薪金', 'Wages and salaries'),
  bonusMerged: text('全年一次性奖金（并入综合所得）', 'Annual bonus, merged into comprehensive income'),
  labour: text('劳务报酬收入额', 'Pay for labour services, as counted'),
  manuscripts: text('稿酬收入额', 'Authors’ pay, as counted'),
  royalties: text('特许权使用费收入额', 'Royalties, as counted'),
  income: text('综合所得收入额合计', 'Income counted, in all'),
  basicDeduction: text('扣除：基本减除费用', 'Deducted: basic deduction'),
  socialInsurance: text('扣除：基本社会保险费', 'Deducted: basic social insurance'),
  housingFund: text('扣除：住房公积金', 'Deducted: housing fund'),
  childrenEducation: text(
    '扣除：子女教育（每月标准 × 月数）',
    'Deducted: children’s education (a month × months)',
  ),
  infantCare: text(
    '扣除：3岁以下婴幼儿照护（每月标准 × 月数）',
    'Deducted: care of infants (a month × months)',
  ),
  elderSupport: text('扣除：赡养老人（每月金额 × 月数）', 'Deducted: support of parents (a month × months)'),
  housingLoan: text(
    '扣除：住房贷款利息（每月标准 × 月数）',
    'Deducted: housing loan interest (a month × months)',
  ),
  rent: text('扣除：住房租金（每月标准 × 月数）', 'Deducted: rent (a month × months)'),
  degree: text('扣除：学历继续教育（每月标准 × 月数）', 'Deducted: study for a degree (a month × months)'),
  certificate: text('扣除：职业资格继续教育', 'Deducted: professional certificate'),
  illness: text('扣除：大病医疗', 'Deducted: serious illness'),
  annuity: text('扣除：企业（职业）年金', 'Deducted: enterprise or occupational annuity'),
  healthInsurance: text('扣除：商业健康保险', 'Deducted: commercial health insurance'),
  personalPension: text('扣除：个人养老金', 'Deducted: personal pension'),
  deductions: text('减：扣除合计', 'Less: deductions, in all'),
  beforeDonations: text('捐赠前应纳税所得额', 'Taxable income before donations'),
  donations: text('减：公益慈善捐赠', 'Less: donations to charity'),
  taxable: text('应纳税所得额', 'Taxable income'),
  tax: text('应纳税额', 'Tax'),
  reductions: text('减：减免税额', 'Less: reductions of tax'),
  payable: text('减免后应纳税额', 'Tax after reductions'),
  prepaid: text('减：已预缴税额', 'Less: tax prepaid'),
  bonusPrepaid: text('减：奖金已预缴税额', 'Less: tax prepaid on the bonus'),
  refund: text('应退税额', 'To be refunded'),
  supplement: text('应补税额', 'To be paid'),
  even: text('无需补退', 'Nothing to pay or to be refunded'),
  bonusSeparate: text('奖金单独计税的税额', 'Tax on the bonus by itself'),
  separateTotal: text('奖金单独计税：全年税额', 'Bonus taxed apart: tax of the year'),
  mergedTotal: text('奖金并入综合所得：全年税额', 'Bonus merged: tax of the year'),
} as const satisfies Readonly<Record<string, Text>>

export type LineKey = keyof typeof LINE_LABELS
