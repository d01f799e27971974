/** A number that was given, to be read from across the counter, and the next person. */
import { View } from '@tarojs/components'
import { useText } from '../../../../messages'
import { timeText } from '../../../../messages/dates'
import { Button, Card, Column, role, Tag, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { Ticket } from '../../model/answers'
import { useEstimateText } from '../../parts/estimate-text'

export const Given = ({ ticket, onNext }: { readonly ticket: Ticket; readonly onNext: () => void }) => {
  const t = useText(texts)
  const estimateText = useEstimateText()
  const { waiting } = ticket
  return (
    <Card id="given" className="hd-given">
      <Column gap={12}>
        <View className="sb-col g12" {...role('status')} aria-live="polite">
          <Words as="b ok">{t('given.title')}</Words>
          <View
            id="given-number"
            className="hd-number sb-num"
            aria-label={t('at.number', { number: ticket.number })}
          >
            {ticket.number}
          </View>
          <Words as="h">{ticket.matterName}</Words>
          {ticket.taxpayer && <Words>{ticket.taxpayer.name}</Words>}
          <View className="sb-row g8 wrap start">
            <Tag>
              {ticket.start === undefined ? t('at.walkIn') : t('at.booked', { time: timeText(ticket.start) })}
            </Tag>
            {ticket.priority && <Tag tone="ok">{t('at.priority')}</Tag>}
          </View>
          {waiting && (
            <Words id="given-ahead">
              {t('given.ahead', { n: waiting.ahead, estimate: estimateText(waiting.estimate) })}
            </Words>
          )}
          <Words as="s">{t(ticket.booked ? 'given.phone' : 'given.paper')}</Words>
        </View>
        <Button id="next-person" block onPress={onNext}>
          {t('door.next')}
        </Button>
      </Column>
    </Card>
  )
}
