/** The day's times: how full each is, and where its seats are set. */
import { View } from '@tarojs/components'
import { useText } from '../../../../messages'
import { texts } from '../../messages'
import { rangeText, timeText } from '../../../../messages/dates'
import { Button, classes, Column, Row, Words } from '../../../../ui'
import type { DayList } from '../../../booking/model/answers'
import { fillOf, seats } from '../model/summary'

export type OfficeSlot = DayList['slots'][number]

const SlotLine = ({
  slot,
  locked,
  onEdit,
}: {
  readonly slot: OfficeSlot
  readonly locked: boolean
  readonly onEdit: () => void
}) => {
  const t = useText(texts)
  const left =
    slot.state === 'closed'
      ? t('slot.closed')
      : slot.state === 'past'
        ? t('slot.past')
        : t('slot.left', { n: slot.left.online })
  return (
    <View className="of-slot" role="listitem" id={`office-slot-${slot.start}`}>
      <View className="of-slot-time sb-b sb-num">{rangeText(slot.start, slot.end)}</View>
      <View className="grow sb-col g4">
        <View className="of-fill" aria-hidden="true">
          <View
            className={classes('of-fill-in', fillOf(slot) >= 100 && 'full')}
            style={{ width: `${fillOf(slot)}%` }}
          />
        </View>
        <View className="sb-s">{`${t('slot.line', { booked: slot.booked, all: seats(slot) })} · ${left}`}</View>
      </View>
      {!locked && slot.state !== 'past' && (
        <Button
          id={`edit-${slot.start}`}
          kind="text"
          label={t('slot.editLabel', { from: timeText(slot.start), to: timeText(slot.end) })}
          onPress={onEdit}
        >
          {t('slot.edit')}
        </Button>
      )}
    </View>
  )
}

export const Slots = ({
  slots,
  locked,
  onEdit,
}: {
  readonly slots: readonly OfficeSlot[]
  /** Past, closed or offline: nothing can be changed. */
  readonly locked: boolean
  /** One slot, or the whole day. */
  readonly onEdit: (slot: OfficeSlot | undefined) => void
}) => {
  const t = useText(texts)
  if (slots.length === 0) return null
  return (
    <View className="sb-card no-print">
      <Column gap={8}>
        <Row wrap gap={8}>
          <Words as="h" level={2}>
            {t('slots')}
          </Words>
          {!locked && (
            <Button id="edit-day" kind="text" icon="edit" onPress={() => onEdit(undefined)}>
              {t('capacity.dayButton')}
            </Button>
          )}
        </Row>
        <View role="list" aria-label={t('slots')}>
          {slots.map((slot) => (
            <SlotLine key={slot.start} slot={slot} locked={locked} onEdit={() => onEdit(slot)} />
          ))}
        </View>
      </Column>
    </View>
  )
}
