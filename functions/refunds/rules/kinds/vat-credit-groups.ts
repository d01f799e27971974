/** Which of the three groups a claim of VAT credit belongs to, why, and whether the group's own conditions are met. */
import type { Values } from '../../../core/pure/forms'
import type { Finding } from '../../../core/pure/law'
import type { Fen } from '../../../core/pure/money'
import { text, type Text } from '../../../core/pure/text'
import type { Condition } from '../../data/conditions'
import * as law from '../../data/kinds/vat-credit'
import { countIn, moneyIn } from './answers'
import { judge } from './findings'
import { compositionRate } from './vat-credit-amount'
import { groupOf, incrementsOf, isOfFour, type Credit, type Increment } from './vat-credit-figures'
import { percentWords, yuanWords } from './words'

interface Sales {
  readonly ours: Fen
  readonly all: Fen
}

const salesOf = (values: Values): Sales | undefined => {
  const [ours, all] = [moneyIn(values, 'industrySales'), moneyIn(values, 'allSales')]
  return ours === undefined || all === undefined || all === 0 ? undefined : { ours, all }
}

/** Strictly more than half of all; more than all of it is a slip. Compared by the amounts, never by a rounded share. */
const isMostOfSales = ({ ours, all }: Sales, { salesShareOver }: law.CreditPolicy): boolean =>
  ours <= all && ours * salesShareOver.of > all * salesShareOver.parts

const shareFound = ({ ours, all }: Sales): Text => {
  const share = percentWords(compositionRate({ part: ours, whole: all }))
  return ours > all
    ? text('多于全部销售额，请核对', 'More than all sales: please look again')
    : text(`占比约 ${share}`, `About ${share} of all sales`)
}

const salesFindings = (values: Values, policy: law.CreditPolicy): readonly Finding[] => {
  const months = countIn(values, 'salesMonths')
  const sales = salesOf(values)
  return [
    ...(months === undefined
      ? []
      : [
          judge(
            law.salesMonths,
            months >= policy.salesMonths.least,
            text(`已有 ${months} 个月`, `Months of sales: ${months}`),
          ),
        ]),
    ...(sales ? [judge(law.industryShare, isMostOfSales(sales, policy), shareFound(sales))] : []),
  ]
}

/** The two conditions of a group that looks back six months. */
const incrementFindings = (
  { inEach, inSixth }: { readonly inEach: Condition; readonly inSixth: Condition },
  increment: Increment | undefined,
  { leastIncrement }: law.CreditPolicy,
): readonly Finding[] => {
  if (!increment) return []
  const added = yuanWords(increment.added)
  return [
    judge(inEach, increment.inEach),
    judge(inSixth, increment.added >= leastIncrement, text(`新增加 ${added.zh}`, `Added: ${added.en}`)),
  ]
}

const REAL_ESTATE = { inEach: law.realEstateMonths, inSixth: law.realEstateIncrement }
const OTHERS = { inEach: law.sixMonths, inSixth: law.yearIncrement }

/** Why it is that group, and which other one is open to it. */
const reasonOf = (values: Values, group: law.CreditGroup, policy: law.CreditPolicy): Text => {
  const sales = salesOf(values)
  if (group === 'fourIndustries' && sales && !isMostOfSales(sales, policy))
    return text(
      '四个行业销售额占比没有超过 50%，请把行业改选为“其他行业”，按第三类申请',
      'its share of sales is not above 50%: choose “any other” industry and claim as group 3',
    )
  if (group === 'others' && values.industry === 'realEstate')
    return text('不符合第二类条件，改按第三类', 'it does not meet group 2, and may claim as group 3')
  return text('按所选行业', 'by the industry chosen')
}

/** The group, and its own conditions; of real estate those of group 2 first, which stop nothing. */
export const groupFindings = (
  values: Values,
  credit: Credit | undefined,
  policy: law.CreditPolicy,
): readonly Finding[] => {
  const increments = incrementsOf(values, credit)
  const group = groupOf(values, increments, policy)
  if (!group) return []
  const [name, reason] = [law.groupNames[group], reasonOf(values, group, policy)]
  return [
    judge(law.groupChosen, true, text(`${name.zh}（${reason.zh}）`, `${name.en} (${reason.en})`)),
    ...(isOfFour(values) ? salesFindings(values, policy) : []),
    ...(values.industry === 'realEstate'
      ? incrementFindings(REAL_ESTATE, increments.realEstate, policy)
      : []),
    ...(group === 'others' ? incrementFindings(OTHERS, increments.others, policy) : []),
  ]
}
