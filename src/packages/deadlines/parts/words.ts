/** The words that the pages share: how much time there is, and whose it is. */
import type { Day } from '../../../../functions/core/pure/time'
import { useLanguage, useText } from '../../../messages'
import { longDateText } from '../../../messages/dates'
import type { Tone } from '../../../ui'
import { texts } from '../messages'
import { dayIn, daysLeft, type Row, type Taxpayer } from '../model/rows'

const SOON = 7

/** 「还有 3 天」, with the tone that its nearness asks for. */
export const useLeft = () => {
  const t = useText(texts)
  return (row: Pick<Row, 'due' | 'base'>, today: Day): { readonly text: string; readonly tone: Tone } => {
    const left = daysLeft(row, today)
    if (left < 0) return { text: t('leftPast'), tone: 'quiet' }
    if (left === 0) return { text: t('leftToday'), tone: 'danger' }
    return { text: t('left', { n: left }), tone: left <= SOON ? 'warn' : 'quiet' }
  }
}

/** 「4月20日 周一 截止」, and that it may move where it may. */
export const useDueText = () => {
  const t = useText(texts)
  const language = useLanguage()
  return (row: Pick<Row, 'due' | 'base'>): string =>
    t(row.due === null ? 'dueUnsure' : 'due', { day: longDateText(dayIn(row), language) })
}

/** Masked, or oneself. */
export const useName = () => {
  const t = useText(texts)
  return ({ name }: Pick<Taxpayer, 'name'>): string => name ?? t('self')
}
