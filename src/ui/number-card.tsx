/** A number at a hall as a card: its figures, how it stands, how long yet, and where; a door to the live number. */
import { View } from '@tarojs/components'
import { go, routes } from '../client/routes'
import { useText } from '../messages'
import { lineText, texts, waitText, type QueueTicket } from '../messages/queue'
import { Card, Column, Words } from './basics'
import { classes } from './press'
import './number-card.css'

export const NumberCard = ({ it }: { readonly it: QueueTicket }) => {
  const t = useText(texts)
  const line = lineText(t, it)
  const { id, number, hallName, matterName, state, waiting } = it
  return (
    <Card
      id={`number-${id}`}
      next
      label={t('card.label', { number, line, hall: hallName })}
      onPress={() => void go(routes.queueTicket(id))}
    >
      <View className="sb-number-card">
        <View className={classes('sb-number', state === 'called' && 'now')}>{number}</View>
        <Column gap={4} grow>
          <Words as={state === 'called' ? 'b ok' : 'b'}>{line}</Words>
          {state === 'waiting' && waiting && <Words as="num">{waitText(t, waiting.estimate)}</Words>}
          <Words as="s">{`${matterName} · ${hallName}`}</Words>
        </Column>
      </View>
    </Card>
  )
}
