/** Why an invoice is not in a list, in words; of a code that this version does not know, that it is not. */
import { say } from '../../../../functions/core/pure/text'
import { exclusionOf } from '../../../../functions/lottery/data/exclusions'
import type { Campaign } from '../../../../functions/lottery/rules/campaign'
import { useNow } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import { entryRules } from '../model/told-rules'

/** By a reviewer's reason, or by the rule of the campaign that it is against; undefined for neither. */
const useReason = (rules: Campaign | undefined) => {
  const language = useLanguage()
  const now = useNow()
  return (code: string): string | undefined => {
    const of = exclusionOf(code) ?? (rules && entryRules(rules, now).find((one) => one.code === code))
    return of && say(of.rule, language)
  }
}

/** One sentence for its entrant. */
export const useExcludedText = (rules?: Campaign) => {
  const t = useText(texts)
  const reasonOf = useReason(rules)
  return (code: string): string => {
    const reason = reasonOf(code)
    return reason === undefined ? t('entry.excluded') : t('entry.excludedFor', { reason })
  }
}

interface Exclusion {
  readonly reason: string
  readonly entries: number
}

/** How many were left out and why, as a draw publishes it; reasons without words of their own are told together. */
export const useExclusionTexts = (rules: Campaign | undefined) => {
  const t = useText(texts)
  const reasonOf = useReason(rules)
  return (exclusions: readonly Exclusion[]): readonly string[] => {
    const many = new Map<string, number>()
    for (const { reason, entries } of exclusions) {
      const words = reasonOf(reason) ?? t('facts.otherReason')
      many.set(words, (many.get(words) ?? 0) + entries)
    }
    return [...many].map(([reason, n]) => t('facts.excluded', { reason, n }))
  }
}
