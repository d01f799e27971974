/** What every refund on a voucher is checked for. A condition whose facts are not given yet is not judged. */
import type { Values } from '../../../core/pure/forms'
import type { Finding } from '../../../core/pure/law'
import { subtractFen, type Fen } from '../../../core/pure/money'
import { text, type Text } from '../../../core/pure/text'
import type { Day } from '../../../core/pure/time'
import {
  arrearsFirst,
  authorityInForce,
  claimedWithinLeft,
  periodOrder,
  taxOfVoucher,
  voucherChosen,
  voucherLeft,
  type Condition,
} from '../../data/conditions'
import type { TaxCode } from '../../../core/pure/taxes'
import type { Known, KindLaw } from '../kind'
import { threeYears } from '../limitation'
import { taxName } from '../tax-name'
import { dayIn, moneyIn, monthIn } from './answers'
import { dayWords, monthWords, yuanWords } from './words'

type Voucher = NonNullable<Known['voucher']>

/** A condition and how it was found. */
export const judge = (condition: Condition, ok: boolean, found?: Text): Finding => {
  const { code, rule, basis, unconfirmed, advisory } = condition
  return {
    code,
    rule,
    basis,
    unconfirmed,
    ok,
    ...(found && { found }),
    ...(!ok && advisory && { warning: true }),
  }
}

const leftFound = ({ paid, left }: Voucher): Text => {
  const [all, used, rest] = [yuanWords(paid), yuanWords(subtractFen(paid, left)), yuanWords(left)]
  return text(
    `已缴 ${all.zh}，已退或在办 ${used.zh}，尚可退 ${rest.zh}`,
    `Paid ${all.en}, refunded or being claimed ${used.en}, left ${rest.en}`,
  )
}

/** A yes or no as it should be; not judged while it is not answered. */
export const answered = (
  condition: Condition,
  answer: boolean | undefined,
  wanted: boolean,
): readonly Finding[] => (answer === undefined ? [] : [judge(condition, answer === wanted)])

/** The claim beside its bound. */
export const boundFound = (claimed: Fen, bound: Fen): Text => {
  const [asked, most] = [yuanWords(claimed), yuanWords(bound)]
  return text(`申请 ${asked.zh}，最多 ${most.zh}`, `Claimed ${asked.en}, at most ${most.en}`)
}

/** Not judged as long as nothing is claimed. */
export const claimedWithin = (
  condition: Condition,
  values: Values,
  bound: Fen | undefined,
): readonly Finding[] => {
  const claimed = moneyIn(values, 'claimed')
  if (claimed === undefined || bound === undefined) return []
  return [judge(condition, claimed <= bound, boundFound(claimed, bound))]
}

/**
 * The voucher, the three years, what is left of it, and the claim within that.
 * @param settledOn the day on which payment was settled, where it is another than the voucher's
 */
export const voucherFindings = (values: Values, known: Known, settledOn?: Day): readonly Finding[] => {
  const { voucher, today } = known
  if (!voucher) return [judge(voucherChosen, false)]
  return [
    judge(voucherChosen, true, text(`凭证号 ${voucher.number}`, `Voucher ${voucher.number}`)),
    threeYears(settledOn ?? voucher.paidOn, today),
    judge(voucherLeft, voucher.left > 0, leftFound(voucher)),
    ...claimedWithin(claimedWithinLeft, values, voucher.left),
  ]
}

const WHO: Readonly<Record<Known['taxpayer'], Text>> = {
  person: text('个人', 'persons'),
  enterprise: text('单位', 'enterprises'),
}

/** Is the kind for such a taxpayer? */
export const taxpayerKind = (
  { who, basis, unconfirmed }: Pick<KindLaw, 'who' | 'basis' | 'unconfirmed'>,
  { taxpayer }: Pick<Known, 'taxpayer'>,
): Finding => ({
  code: 'taxpayerKind',
  rule: text(
    `适用于${who.map((one) => WHO[one].zh).join('和')}`,
    `It is for ${who.map((one) => WHO[one].en).join(' and ')}`,
  ),
  basis,
  unconfirmed,
  ok: who.includes(taxpayer),
})

/** Is the voucher one of these taxes? */
export const taxMatches = (known: Known, codes: readonly TaxCode[] | undefined): readonly Finding[] => {
  if (!known.voucher || !codes) return []
  const { tax } = known.voucher
  const [named, wanted] = [taxName(tax), codes.map(taxName)]
  return [
    judge(
      taxOfVoucher,
      codes.some((code) => code === tax),
      text(
        `凭证为${named.zh}，应为${wanted.map(({ zh }) => zh).join('或')}`,
        `The voucher is of ${named.en}; it should be of ${wanted.map(({ en }) => en).join(' or ')}`,
      ),
    ),
  ]
}

export const periodInOrder = (values: Values): readonly Finding[] => {
  const [from, to] = [monthIn(values, 'periodFrom'), monthIn(values, 'periodTo')]
  if (from === undefined || to === undefined) return []
  const [first, last] = [monthWords(from), monthWords(to)]
  return [judge(periodOrder, from <= to, text(`${first.zh}至${last.zh}`, `${first.en} to ${last.en}`))]
}

/** Of an agent alone. */
export const agentFinding = (values: Values, { today }: Known): readonly Finding[] => {
  const until = dayIn(values, 'authorityUntil')
  if (until === undefined) return []
  const last = dayWords(until)
  return [judge(authorityInForce, today <= until, text(`授权至${last.zh}`, `Authority until ${last.en}`))]
}

/** Told where there are arrears; it stops nothing. Not judged while they are not known. */
export const arrearsFinding = ({ arrears }: Pick<Known, 'arrears'>): readonly Finding[] => {
  if (arrears === undefined) return []
  const owed = yuanWords(arrears)
  return [
    judge(
      arrearsFirst,
      arrears <= 0,
      arrears > 0
        ? text(`欠税 ${owed.zh}，退税会先抵缴`, `Arrears of ${owed.en}, which the refund pays first`)
        : text('没有欠税', 'No arrears'),
    ),
  ]
}
