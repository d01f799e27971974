/** Words that several invoice pages say: amounts, categories, states. */
import { fen, yuanDisplay } from '../../../../functions/core/pure/money'
import { say } from '../../../../functions/core/pure/text'
import { monthText } from '../../../../functions/core/pure/date-text'
import { dayOf } from '../../../../functions/core/pure/time'
import { categoryName, type CategoryCode } from '../../../../functions/invoices/data/categories'
import { amountOfWords } from '../../../../functions/invoices/data/kinds'
import { STATE_WORDS } from '../../../../functions/invoices/data/words'
import type { InvoiceFacts } from '../../../../functions/invoices/rules/invoice'
import { kindName } from '../../../../functions/invoices/rules/kind-name'
import { useNow } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import type { Known } from '../model/answers'

export const useToday = () => dayOf(useNow())

/** 1,234.50 元 · CNY 1,234.50 */
export const useYuan = () => {
  const t = useText(texts)
  return (amount: number): string => t('yuan', { amount: yuanDisplay(fen(amount)) })
}

/** Whole yuan without their zeros, for the axis of a chart. */
export const yuanShort = (amount: number): string => yuanDisplay(fen(amount)).replace(/\.00$/, '')

export const useInvoiceWords = () => {
  const language = useLanguage()
  return {
    category: (code: CategoryCode): string => say(categoryName(code), language),
    kind: (kind: string): string => say(kindName(kind), language),
    state: (state: Known['state']): string => say(STATE_WORDS[state], language),
    amountOf: (of: InvoiceFacts['amountOf']): string => say(amountOfWords[of], language),
    month: (month: string): string => monthText(month, language),
  }
}
