/** One prize in a list: how much, of which campaign, where it stands and until when. */
import { go, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Card, Column, Row, Tag, Words } from '../../../ui'
import { View } from '@tarojs/components'
import { texts } from '../messages'
import type { Prize } from '../model/answers'
import { waitsForMe } from '../model/prize-way'
import { prizeTone, useYuan } from './words'

export const PrizeCard = ({ it }: { readonly it: Prize }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const waits = waitsForMe(it.state)
  return (
    <Card
      id={`prize-${it.id}`}
      className={waits ? 'lt-won' : undefined}
      onPress={() => void go(routes.prize(it.id))}
    >
      <Column gap={8}>
        <Row top gap={8}>
          <Words as="h">{it.tierName}</Words>
          <Tag tone={prizeTone(it.state)}>{t(`prizeState.${it.state}`)}</Tag>
        </Row>
        <View className="lt-amount">{yuan(it.fen)}</View>
        <Words as={waits ? 'warn' : ''}>{it.said}</Words>
        <Words as="s">{it.campaignName}</Words>
      </Column>
    </Card>
  )
}
