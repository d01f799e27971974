/** While a number waits: how long yet, as a range with its time, or honestly why nobody knows. */
import { View } from '@tarojs/components'
import { minuteOf } from '../../../../functions/core/pure/time'
import { useText } from '../../../messages'
import { timeText } from '../../../messages/dates'
import { texts as queue, waitText, type Estimate } from '../../../messages/queue'
import { Card, Column, Words } from '../../../ui'
import { texts } from '../messages'

/** What the range means, or why there is none. */
const Meaning = ({ estimate }: { readonly estimate: Estimate }) => {
  const t = useText(texts)
  if (!estimate.known) return <Words id="why-unknown">{t(`wait.${estimate.why}`)}</Words>
  const { from, to } = estimate
  return <Words as="s">{to === 0 ? t('wait.free') : t('wait.meaning', { from, to })}</Words>
}

export const Wait = ({ estimate }: { readonly estimate: Estimate }) => {
  const t = useText(texts)
  const words = useText(queue)
  return (
    <Card id="wait">
      <Column gap={8}>
        <Column gap={4}>
          <Words as="s">{t('wait.long')}</Words>
          <View id="estimate" className="q-figure">
            {estimate.known ? waitText(words, estimate) : t('wait.notKnown')}
          </View>
        </Column>
        <Meaning estimate={estimate} />
        <Words as="s num">{t('wait.asOf', { time: timeText(minuteOf(estimate.asOf)) })}</Words>
      </Column>
    </Card>
  )
}
