/** A kind of invoice in words; of one that is not known, its digits. */
import { text, type Text } from '../../core/pure/text'
import { kindOf } from '../data/kinds'

export const kindName = (kind: string): Text =>
  kindOf(kind)?.name ?? text(`其他发票（${kind}）`, `Another kind of invoice (${kind})`)
