/** The words that every paper has, whoever issues it. */
import { text, type Text } from '../../pure/text'

export const WORDS = {
  number: text('编号', 'No.'),
  basis: text('依据', 'Legal basis'),
  unconfirmed: text(
    '（以主管税务机关最新规定为准）',
    '(subject to the latest rules of the tax authority in charge)',
  ),
  signature: text('签名', 'Signature'),
  seal: text('盖章', 'Seal'),
  date: text('日期', 'Date'),
  proof: text('验证码', 'Verification code'),
  verify: text(
    '在“税帮”小程序的“查验凭证”中扫描二维码或输入验证码，即可核对本文书是否有效。',
    'Scan the code, or type it, under “Verify a paper” in the mini-program Shuibang to see whether this paper is valid.',
  ),
  verifyAt: text('也可打开：', 'Or open: '),
  demonstration: text(
    '演示版 · 由税务机关正式运行前，数据均为示例，无法律效力',
    'Demonstration · sample data until a tax authority runs it; without legal effect',
  ),
  item: text('项目', 'Item'),
  how: text('计算与依据', 'How, and on what basis'),
  amount: text('金额（元）', 'Amount (yuan)'),
} as const satisfies Readonly<Record<string, Text>>

/** 第 1 页 共 3 页 */
export const pageOf = (page: number, pages: number): Text =>
  text(`第 ${page} 页 共 ${pages} 页`, `Page ${page} of ${pages}`)
