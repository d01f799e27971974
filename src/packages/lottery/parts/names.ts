/** What draws, tiers and pools are called; plain words while the campaign's rules are on their way, never a key. */
import type { Campaign } from '../../../../functions/lottery/rules/campaign'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import type { DrawRow } from '../model/answers'
import { bandPlaceOf, type BandShown } from '../model/told-day'
import { useYuan } from './words'
import { drawName, poolName, tierName } from '../model/campaign-names'

/** Invoices of which amounts: 100.00 元至不足 500.00 元. */
export const useBandText = () => {
  const t = useText(texts)
  const yuan = useYuan()
  return ({ from, below }: BandShown): string =>
    below === null
      ? t('band.from', { from: yuan(from) })
      : t('band.range', { from: yuan(from), below: yuan(below) })
}

export const useNames = (rules: Campaign | undefined) => {
  const t = useText(texts)
  const language = useLanguage()
  const bandText = useBandText()
  return {
    /** Which amounts a day is of; undefined where its draw is for all alike. */
    band: ({ draw, period }: Pick<DrawRow, 'draw' | 'period'>): string | undefined => {
      const found = rules?.draws.find(({ key, kind }) => key === draw && kind === 'instant')
      const bands = found?.kind === 'instant' ? found.bands : []
      const band = bands.length > 1 ? bands[bandPlaceOf(period) ?? -1] : undefined
      return band && bandText(band)
    },
    draw: (key: string): string => (rules && drawName(rules, key, language)) ?? t('unnamed.draw'),
    tier: (draw: string, key: string): string =>
      (rules && tierName(rules, draw, key, language)) ?? t('unnamed.tier'),
    pool: (key: string): string => (rules && poolName(rules, key, language)) ?? t('unnamed.pool'),
  }
}
