/** A half-day's times: free ones are taken, full ones can be asked about, so that no tap is a dead end. */
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { rangeText, timeText } from '../../../messages/dates'
import { classes, press } from '../../../ui'
import type { SlotRow } from '../model/answers'
import { isFree, type HalfDay } from '../model/slots'

/** So few that one should hurry. */
const FEW = 3

export interface Picked {
  readonly held: number | undefined
  /** Being taken just now. */
  readonly waiting: number | undefined
}

const Cell = ({
  slot,
  picked,
  mine: words,
  full,
  onPick,
}: {
  readonly slot: SlotRow
  readonly picked: Picked
  readonly mine: string | undefined
  readonly full: string | undefined
  readonly onPick: (slot: SlotRow) => void
}) => {
  const t = useText(texts)
  const mine = slot.start === picked.held
  const free = isFree(slot)
  const isFull = slot.state === 'open' || slot.state === 'full'
  const own = words ?? t('slot.mine')
  const note = mine
    ? own
    : free
      ? t('slot.left', { n: slot.left.online })
      : isFull && full !== undefined
        ? full
        : t(`slot.state.${slot.state === 'open' ? 'full' : slot.state}`)
  const spoken = mine ? own : free ? t('slot.leftLabel', { n: slot.left.online }) : note
  return (
    <View
      id={`slot-${slot.start}`}
      className={classes(
        'bk-cell',
        (mine || slot.start === picked.waiting) && 'on',
        !free && !mine && 'off',
        free && !mine && slot.left.online <= FEW && 'few',
        slot.start === picked.waiting && 'waiting',
      )}
      {...press({
        role: 'radio',
        chosen: mine,
        disabled: slot.state === 'past',
        label: t('slot.slotLabel', { from: timeText(slot.start), to: timeText(slot.end), state: spoken }),
        onPress: () => onPick(slot),
      })}
    >
      <View className={mine ? 'sb-b sb-num' : 'sb-num'}>{timeText(slot.start)}</View>
      <View className="sb-s">{note}</View>
    </View>
  )
}

export const SlotPicker = ({
  half,
  picked,
  mine,
  full,
  onPick,
}: {
  readonly half: HalfDay
  readonly picked: Picked
  /** What is said of the one that is held; that it is kept, without. */
  readonly mine?: string
  /** What is said of those that are full; that they are, without. */
  readonly full?: string | undefined
  readonly onPick: (slot: SlotRow) => void
}) => {
  const t = useText(texts)
  const title = t(`slot.${half.half}`)
  const [first, last] = [half.slots[0], half.slots[half.slots.length - 1]]
  return (
    <View className="sb-col g8">
      <View className="sb-sec" role="heading" aria-level={2}>
        {first && last ? `${title} ${rangeText(first.start, last.end)}` : title}
      </View>
      <View className="sb-slots" role="radiogroup" aria-label={title}>
        {half.slots.map((slot) => (
          <Cell key={slot.start} slot={slot} picked={picked} mine={mine} full={full} onPick={onPick} />
        ))}
      </View>
    </View>
  )
}
