/** What law obliges to keep of refunds after an erasure. */
import { text } from '../../core/pure/text'

export const PAYMENTS_KEPT = {
  what: text(
    '缴款凭证和欠税的代号、日期、金额',
    'Vouchers of tax paid and tax owed: pseudonyms, days and amounts',
  ),
  basis: text(
    '税收征收管理法 第五十一条、第五十二条；税收征收管理法实施细则 第二十九条',
    'Tax Collection Law art. 51 and 52; its rules art. 29',
  ),
}
