/** How many an audience has, in words: exactly, or about. */
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { Button, role, Words } from '../../../ui'
import { texts } from '../messages'
import type { Audience, Reach } from '../model/answers'
import { useReach } from './use-reach'

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

export const useReachText = () => {
  const t = useText(texts)
  // One and many are told apart by the number as it stands: more than one always is "people".
  return ({ reached, exact }: Reach): string =>
    exact ? t('reach.exact', { n: reached }) : t('reach.about', { n: grouped(reached) })
}

export const ReachLine = ({ hallId, audience }: { readonly hallId: string; readonly audience: Audience }) => {
  const t = useText(texts)
  const reachText = useReachText()
  const { reach, error, again } = useReach(hallId, audience)
  return (
    <View className="sb-note">
      <View className="grow">
        <View className="sb-row">
          <Words>{t('reach.title')}</Words>
          <View id="reach" className="po-reach" {...role('status')} aria-live="polite">
            {reach ? reachText(reach) : error ? '—' : t('reach.counting')}
          </View>
        </View>
        {error ? (
          <>
            <View className="sb-s sb-danger" {...role('alert')}>
              {t('reach.failed', { why: error.message })}
            </View>
            <Button id="reach-again" kind="text" onPress={again}>
              {t('reach.again')}
            </Button>
          </>
        ) : (
          <Words as="s">{t('reach.note')}</Words>
        )}
      </View>
    </View>
  )
}
