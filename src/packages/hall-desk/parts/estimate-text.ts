/** How long one waits, as a range; or why nobody knows. */
import { useText } from '../../../messages'
import { texts } from '../messages'
import type { Estimate } from '../model/answers'

export const useEstimateText = () => {
  const t = useText(texts)
  return (estimate: Estimate): string => {
    if (!estimate.known) return t(`estimate.${estimate.why}`)
    const { from, to } = estimate
    if (to < 1) return t('estimate.soon')
    return from === to ? t('estimate.about', { n: to }) : t('estimate.range', { from, to })
  }
}
