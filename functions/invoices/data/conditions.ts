/** What an invoice is looked at for, offline: each condition with its rule and what it stands on. */
import type { Basis } from '../../core/pure/law'
import { text, type Text } from '../../core/pure/text'
import { codePractice, digitalInvoice4, qrPractice } from './statutes'

export interface Condition extends Basis {
  /** Stable, and the order of the findings. */
  readonly code: string
  /** When it is not met, that is told and stops nothing. */
  readonly advisory?: true
}

const condition = (
  code: string,
  rule: Text,
  basis: Text,
  { unconfirmed = false, advisory = false } = {},
): Condition => ({ code, rule, basis, unconfirmed, ...(advisory && { advisory: true }) })

/** A failure is never "altered": four genuine codes in twenty-one fit no variant that is known. */
export const crcFits = condition(
  'crc',
  text(
    '二维码末四位与前面的内容相符，说明读取无误；这不能证明发票真伪',
    'The last four characters fit the rest, so it was read right; that does not prove the invoice genuine',
  ),
  qrPractice,
  { unconfirmed: true, advisory: true },
)

export const kindKnown = condition(
  'kind',
  text('发票种类可以识别', 'The kind of invoice is known here'),
  qrPractice,
  { unconfirmed: true, advisory: true },
)

export const codeFits = condition(
  'code',
  text('发票代码的位数与种类相符', 'The invoice code has as many digits as its kind'),
  codePractice,
  { unconfirmed: true },
)

export const numberFits = condition(
  'number',
  text('发票号码的位数与种类相符', 'The invoice number has as many digits as its kind'),
  digitalInvoice4,
)

export const checkCodeFits = condition(
  'checkCode',
  text('校验码与种类相符：有的为 20 位', 'The check code is as its kind has it: 20 digits, or none'),
  codePractice,
  { unconfirmed: true },
)

export const amountReads = condition(
  'amount',
  text('金额是最多两位小数的数字', 'The amount is a number with two decimals at most'),
  qrPractice,
)

export const dayReal = condition(
  'day',
  text('开票日期是真实存在的一天', 'The date of issue is a day of the calendar'),
  qrPractice,
)

export const notFuture = condition(
  'future',
  text('开票日期不晚于今天', 'The date of issue is not later than today'),
  qrPractice,
)

/** Rule, basis and mark are those of the window in force. */
export const WITHIN_WINDOW = 'window'
/** Told of an invoice of today, which may not be in the database yet. */
export const FRESH = 'fresh'

export const yearFits = condition(
  'year',
  text('20 位号码的前两位是开票年份', 'The first two of the twenty digits are the year of issue'),
  digitalInvoice4,
)

export const regionKnown = condition(
  'region',
  text('号码或代码中的地区可以识别', 'The region in the number or code is known'),
  digitalInvoice4,
  { advisory: true },
)

export const channelKnown = condition(
  'channel',
  text(
    '20 位号码的第五位是见过的开具渠道',
    'The fifth of the twenty digits is a channel of issue that is known',
  ),
  digitalInvoice4,
  { unconfirmed: true, advisory: true },
)

export const notRed = condition(
  'red',
  text('不是红字发票（金额不为负）', 'It is no red-letter invoice: the amount is not negative'),
  qrPractice,
  { advisory: true },
)
