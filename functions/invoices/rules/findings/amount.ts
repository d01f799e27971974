/** Can its amount be read, and is it of a red-letter invoice? */
import type { Finding } from '../../../core/pure/law'
import { fen, yuanDisplay } from '../../../core/pure/money'
import { text } from '../../../core/pure/text'
import * as law from '../../data/conditions'
import { amountOfWords, type InvoiceKind } from '../../data/kinds'
import { readAmount } from '../invoice'
import { judge, quoted } from './judge'

export const amountFindings = (
  amount: string,
  amountOf: InvoiceKind['amountOf'] | undefined,
): readonly Finding[] => {
  const read = readAmount(amount)
  if (read === undefined) {
    const found =
      amount === ''
        ? text('没有金额', 'No amount')
        : text(`${quoted(amount)} 不是金额`, `${quoted(amount)} is no amount`)
    return [judge(law.amountReads, false, found)]
  }
  const of = amountOf ? amountOfWords[amountOf] : text('', '')
  const shown = yuanDisplay(fen(read))
  return [
    judge(
      law.amountReads,
      true,
      text(`${shown} 元${of.zh && `（${of.zh}）`}`, `CNY ${shown}${of.en && ` ${of.en}`}`),
    ),
    judge(
      law.notRed,
      read >= 0,
      read >= 0
        ? text('蓝字发票', 'A blue-letter invoice')
        : text('红字发票，用于冲销原发票', 'A red-letter invoice, which cancels another'),
    ),
  ]
}
