/** Words that several booking pages say. */
import { useText } from '../../../messages'
import { texts } from '../messages'
import type { DayRow } from '../model/answers'

/** Under a day: what is left of it, or why not. */
export const useDayNote = () => {
  const t = useText(texts)
  return ({ state, left }: DayRow): string =>
    state === 'open' ? t('slot.left', { n: left }) : t(`slot.day.${state}`)
}
