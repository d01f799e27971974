/** How long payments are kept, and the law that obliges to. */
import { text } from '../../pure/text'
import { DAY_MS } from '../../pure/time'

/** Thirty years, as accounting vouchers are; 以主管税务机关最新规定为准. */
export const PAYMENTS_KEPT_MS = 30 * 366 * DAY_MS

export const PAYMENTS_KEPT = {
  what: text(
    '支付指令的编号、金额、用途和时间，没有姓名和账号',
    'Payment orders by number, amount, purpose and time: no names, no account numbers',
  ),
  basis: text(
    '会计法 第二十三条；会计档案管理办法（财政部 国家档案局令第79号）附表：会计凭证保管三十年',
    'Accounting Law art. 23; Measures for Accounting Archives (2015): vouchers are kept for thirty years',
  ),
}
