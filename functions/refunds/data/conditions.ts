/** Conditions that hold for every refund claimed on a voucher; each with its rule and what it stands on. */
import type { Basis } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import { collectionLaw51, collectionRules78, collectionRules79, practice, serviceCatalogue } from './statutes'

export interface Condition extends Basis {
  /** Stable, within its kind. */
  readonly code: string
  /** When it is not met, that is told and stops nothing. */
  readonly advisory?: true
}

export const voucherChosen: Condition = {
  code: 'voucher',
  rule: text(
    '退税按一张完税（缴款）凭证上的一项税款申请',
    'A refund is claimed on one line of a voucher of tax paid',
  ),
  basis: serviceCatalogue,
  unconfirmed: false,
}

export const voucherLeft: Condition = {
  code: 'voucherLeft',
  rule: text(
    '同一笔税款已退和正在办理的退税，合计不超过已缴税款',
    'What was refunded or is being claimed on a payment never exceeds what was paid',
  ),
  basis: collectionLaw51,
  unconfirmed: false,
}

export const claimedWithinLeft: Condition = {
  code: 'claimedWithinLeft',
  rule: text('申请退税额不超过这笔税款尚可退的余额', 'The claim does not exceed what is left of the payment'),
  basis: collectionLaw51,
  unconfirmed: false,
}

export const periodOrder: Condition = {
  code: 'periodOrder',
  rule: text('税款所属期的起始月不晚于截止月', 'The tax period begins no later than it ends'),
  basis: serviceCatalogue,
  unconfirmed: false,
}

export const arrearsFirst: Condition = {
  code: 'arrears',
  rule: text(
    '既有应退税款又有欠税的，可以先抵缴欠税，有余额的再退还',
    'Where there are arrears, a refund may pay them first; the rest is refunded',
  ),
  basis: collectionRules79,
  unconfirmed: false,
  advisory: true,
}

export const noInterest: Condition = {
  code: 'noInterest',
  rule: text(
    '预缴税款结算退税、出口退税和各种减免退税不加算利息',
    'Refunds of settled prepayments, of exports and of exemptions bear no interest',
  ),
  basis: collectionRules78,
  unconfirmed: false,
}

export const authorityInForce: Condition = {
  code: 'authorityInForce',
  rule: text('代理人在授权期限内办理', 'An agent applies while its authority lasts'),
  basis: practice,
  unconfirmed: true,
}

export const materialsReady: Condition = {
  code: 'materials',
  rule: text('按退税种类备齐资料', 'Have the papers ready that this kind of refund asks for'),
  basis: serviceCatalogue,
  unconfirmed: false,
}

/** Whose tax was it? Asked where the kind is for one tax, or for some. */
export const taxOfVoucher: Condition = {
  code: 'taxOfVoucher',
  rule: text('所选凭证的税种与所申请的退税相符', 'The voucher is of the tax that the refund is for'),
  basis: practice,
  unconfirmed: true,
}
