/** A stretch of days in words: one day is said once. */
import type { Day } from '../../../../functions/core/pure/time'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { texts } from '../messages'

export const usePeriod = () => {
  const t = useText(texts)
  const language = useLanguage()
  return (from: Day, to: Day): string =>
    from === to
      ? datedText(from, language)
      : t('range', { from: datedText(from, language), to: datedText(to, language) })
}
