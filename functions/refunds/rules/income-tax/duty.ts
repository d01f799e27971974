/** Must a taxpayer file, need not, or may by the simplified return? (年度汇算需要、无需办理的情形) */
import type { Basis, Finding } from '../../../core/pure/law'
import { yuanDisplay, type Fen } from '../../../core/pure/money'
import { text } from '../../../core/pure/text'
import { settlement2023 } from '../../data/income-tax/sources'
import { PER_FEN, type Exact } from './exact'
import type { YearItems } from './items'
import type { Figures } from './tables'

export type DutyReason =
  | 'refundClaimed'
  | 'simplifiedRefund'
  | 'noRefundWanted'
  | 'nothingDue'
  | 'lowIncome'
  | 'smallSupplement'
  | 'supplementDue'
  | 'notWithheld'

export interface Duty {
  readonly duty: 'mustFile' | 'exempt' | 'simplified'
  readonly reason: DutyReason
}

export interface Outcome {
  /** 收入, before costs: the limit of 120 000 is on it. */
  readonly gross: Fen
  /** 收入额, after costs: the limit of 60 000 is on it. */
  readonly income: Exact
  /** Above 0 a refund, below 0 a supplement. */
  readonly balance: number
}

/** Of a supplement: does the law do without it? Only where tax was withheld as it should be. */
export const exemptReason = (
  { gross, balance }: Pick<Outcome, 'gross' | 'balance'>,
  { withheldProperly }: YearItems['filing'],
  figures: Figures,
): 'lowIncome' | 'smallSupplement' | undefined => {
  if (!withheldProperly) return undefined
  if (gross <= figures.exemptIncome.value) return 'lowIncome'
  return -balance <= figures.exemptSupplement.value ? 'smallSupplement' : undefined
}

const ofRefund = (
  { income }: Outcome,
  { wantsRefund, withheldProperly, earlierYearsSettled }: YearItems['filing'],
  figures: Figures,
): Duty => {
  if (!wantsRefund)
    return withheldProperly
      ? { duty: 'exempt', reason: 'noRefundWanted' }
      : { duty: 'mustFile', reason: 'notWithheld' }
  // that tax was prepaid, which the law asks for, is what the refund tells
  const isSimple = income <= figures.simplifiedIncome.value * PER_FEN && earlierYearsSettled
  return isSimple
    ? { duty: 'simplified', reason: 'simplifiedRefund' }
    : { duty: 'mustFile', reason: 'refundClaimed' }
}

const ofSupplement = (outcome: Outcome, filing: YearItems['filing'], figures: Figures): Duty => {
  const reason = exemptReason(outcome, filing, figures)
  if (reason) return { duty: 'exempt', reason }
  return { duty: 'mustFile', reason: filing.withheldProperly ? 'supplementDue' : 'notWithheld' }
}

export const dutyOf = (outcome: Outcome, filing: YearItems['filing'], figures: Figures): Duty => {
  if (outcome.balance > 0) return ofRefund(outcome, filing, figures)
  if (outcome.balance < 0) return ofSupplement(outcome, filing, figures)
  return filing.withheldProperly
    ? { duty: 'exempt', reason: 'nothingDue' }
    : { duty: 'mustFile', reason: 'notWithheld' }
}

/** As the announcement for 2023 says, which was read in full. */
const rule = (zh: string, en: string): Basis => ({
  rule: text(zh, en),
  basis: settlement2023,
  unconfirmed: false,
})

const RULES: Readonly<
  Record<Exclude<DutyReason, 'simplifiedRefund' | 'lowIncome' | 'smallSupplement'>, Basis>
> = {
  refundClaimed: rule(
    '已预缴税额大于应纳税额且申请退税的，须办理汇算清缴',
    'Who has prepaid more than is due and claims it back must file',
  ),
  noRefundWanted: rule(
    '符合退税条件但不申请退税的，免予办理汇算清缴',
    'Who could claim a refund but does not want it need not file',
  ),
  nothingDue: rule(
    '已预缴税额与应纳税额一致的，免予办理汇算清缴',
    'Who has prepaid exactly what is due need not file',
  ),
  supplementDue: rule(
    '需要补税，且收入和补税金额都超过免予办理限额的，须办理汇算清缴',
    'Who has to pay, with income and payment both above the limits of exemption, must file',
  ),
  notWithheld: rule(
    '扣缴义务人未依法预扣预缴或者所得项目有误，造成少缴的，须办理汇算清缴，不适用免予办理的规定',
    'Where tax was not withheld, or under a wrong kind of income, nobody is exempt from filing',
  ),
}

const basisOf = (reason: DutyReason, figures: Figures): Basis => {
  switch (reason) {
    case 'simplifiedRefund':
      return figures.simplifiedIncome
    case 'lowIncome':
      return figures.exemptIncome
    case 'smallSupplement':
      return figures.exemptSupplement
    default:
      return RULES[reason]
  }
}

/** What the duty stands on. It is no condition of its own: always kept. */
export const dutyFinding = ({ reason }: Duty, { balance }: Outcome, figures: Figures): Finding => {
  const { rule: words, basis, unconfirmed } = basisOf(reason, figures)
  const amount = yuanDisplay(Math.abs(balance) as Fen)
  const found =
    balance < 0
      ? text(`应补税 ${amount} 元`, `${amount} yuan to pay`)
      : text(`应退税 ${amount} 元`, `${amount} yuan to be refunded`)
  return { code: reason, rule: words, basis, unconfirmed, ok: true, found }
}
