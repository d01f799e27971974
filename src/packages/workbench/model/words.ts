/** Amounts and names as these pages say them. */
import { DUTIES, isDuty } from '../../../../functions/core/pure/duties'
import { fen, yuanDisplay } from '../../../../functions/core/pure/money'
import { say } from '../../../../functions/core/pure/text'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import type { Item } from './items'
import { kindWords, stateWords } from './opens'

/** 1,234.56 元 · CNY 1,234.56 */
export const useYuan = () => {
  const t = useText(texts)
  return (amount: number): string => t('yuan', { amount: yuanDisplay(fen(amount)) })
}

export const useDutyText = () => {
  const language = useLanguage()
  return (duty: string): string => (isDuty(duty) ? say(DUTIES[duty].words, language) : duty)
}

/** What a piece of work is called. */
export const useItemWords = () => {
  const t = useText(texts)
  const language = useLanguage()
  return (item: Pick<Item, 'feature' | 'kind' | 'state' | 'waits'>) => {
    const kind = kindWords(item)
    const state = stateWords(item)
    return {
      kind: kind ? say(kind, language) : t('other'),
      state: state ? say(state, language) : t(`waits.${item.waits}`),
    }
  }
}
