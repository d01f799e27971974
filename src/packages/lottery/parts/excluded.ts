/** Why an invoice is not in the list, in words. */
import { say } from '../../../../functions/core/pure/text'
import { exclusionOf } from '../../../../functions/lottery/data/exclusions'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'

export const useExcludedText = () => {
  const t = useText(texts)
  const language = useLanguage()
  return (code: string): string => {
    const why = exclusionOf(code)
    return why ? t('entry.excludedFor', { reason: say(why.rule, language) }) : t('entry.excluded')
  }
}
