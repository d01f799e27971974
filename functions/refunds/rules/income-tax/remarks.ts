/** What deserves a look beside the result: of the bonus, and of amounts that look too high. None of it stops anything. */
import type { Basis, Finding } from '../../../core/pure/law'
import { text, type Text } from '../../../core/pure/text'
import { bonus2023, withholdingRules } from '../../data/income-tax/sources'
import type { BonusComparison } from './bonus'
import type { YearItems } from './items'
import { yuan } from './line'
import type { YearTables } from './tables'

const remark = (code: string, { rule, basis, unconfirmed }: Basis, found: Text): Finding => ({
  code,
  rule,
  basis,
  unconfirmed,
  ok: false,
  warning: true,
  found,
})

const DEAD_ZONE: Basis = {
  rule: text(
    '单独计税的奖金刚超过一级时，多发少得；少发到该级上限，到手反而更多',
    'A bonus taxed apart that has just passed a bracket leaves less than one at the end of that bracket',
  ),
  basis: bonus2023,
  unconfirmed: false,
}
const AMISS: Basis = {
  rule: text(
    '奖金预扣的税额应当等于单独计税的税额；不一致的，可请单位更正申报',
    'What is withheld from the bonus should be its tax by itself; where it is not, the payer can correct the return',
  ),
  basis: withholdingRules,
  unconfirmed: true,
}
const NOT_APART: Basis = {
  rule: text(
    '该年度没有全年一次性奖金单独计税的规定，或者尚未公布，奖金并入综合所得',
    'For this year no rule lets the bonus be taxed apart, or none is known yet: it is merged',
  ),
  basis: bonus2023,
  unconfirmed: true,
}

const onBonus = ({ bonus }: YearItems, comparison: BonusComparison): readonly Finding[] => {
  if (!comparison.separate)
    return bonus?.choice === 'separate'
      ? [remark('bonusNotApart', NOT_APART, text('已按并入计算', 'Reckoned as merged'))]
      : []
  const { withheldAmiss: amiss, deadZone } = comparison
  const remarks: Finding[] = []
  if (amiss !== 0)
    remarks.push(
      remark(
        'bonusWithheldAmiss',
        AMISS,
        amiss > 0
          ? text(`多扣 ${yuan(amiss)} 元`, `${yuan(amiss)} yuan too much`)
          : text(`少扣 ${yuan(Math.abs(amiss))} 元`, `${yuan(Math.abs(amiss))} yuan too little`),
      ),
    )
  if (deadZone && comparison.chosen === 'separate')
    remarks.push(
      remark(
        'bonusDeadZone',
        DEAD_ZONE,
        text(
          `奖金在 ${yuan(deadZone.from)} 至 ${yuan(deadZone.until)} 元之间：少发 ${yuan(deadZone.less)} 元，到手多 ${yuan(deadZone.more)} 元`,
          `Between ${yuan(deadZone.from)} and ${yuan(deadZone.until)}: ${yuan(deadZone.less)} less would leave ${yuan(deadZone.more)} more`,
        ),
      ),
    )
  return remarks
}

/** The wage base of an annuity is not known here; its share of the year's wages tells when it looks too high. */
const onAnnuity = ({ income, bonus, other }: YearItems, { figures }: YearTables): readonly Finding[] => {
  const { annuityPercent: most } = figures
  const wages = income.wages + (bonus?.amount ?? 0)
  if (other.annuity * 100 <= wages * most.value) return []
  return [
    remark(
      'annuityHigh',
      most,
      text(
        `填写 ${yuan(other.annuity)} 元，超过全年工资奖金的 ${most.value}%`,
        `${yuan(other.annuity)} is more than ${most.value}% of the year’s wages and bonus`,
      ),
    ),
  ]
}

const NONE: readonly Finding[] = []

export const remarksOn = (
  items: YearItems,
  tables: YearTables,
  comparison: BonusComparison | undefined,
): readonly Finding[] => {
  if (!comparison && items.other.annuity === 0) return NONE
  return [...(comparison ? onBonus(items, comparison) : NONE), ...onAnnuity(items, tables)]
}
