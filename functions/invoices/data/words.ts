/** Words of the papers of `invoices`. */
import { text, type Text } from '../../core/pure/text'

/** As last known. */
export type InvoiceState = 'normal' | 'void' | 'red' | 'unknown'

export const STATE_WORDS: Readonly<Record<InvoiceState, Text>> = {
  normal: text('正常', 'Valid'),
  void: text('已作废', 'Void'),
  red: text('已红冲', 'Red-letter issued'),
  unknown: text('未查验', 'Not checked'),
}
