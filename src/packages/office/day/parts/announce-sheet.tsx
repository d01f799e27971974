/** Announces a ballot for the seats of a day: when its entries close, and what it means, before it is done for good. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { addDays, HOUR, instantOf, type Day } from '../../../../../functions/core/pure/time'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useNow } from '../../../../client/use-now'
import type { Ballot } from '../../../../client/waits'
import { useLanguage, useText } from '../../../../messages'
import { dateText, longDateText, momentText, nearDayText } from '../../../../messages/dates'
import { Button, Column, DayPicker, Note, role, Sheet, Words } from '../../../../ui'
import { MinuteInput } from '../../../../ui/minute-input'
import { texts } from '../../messages'

/** Days before the day on which its entries may close: while it can be booked. */
const LONGEST = 7
const NOON = 12 * 60

/** From today, or a week before, to the day before. */
export const closingDays = (day: Day, today: Day): readonly Day[] =>
  Array.from({ length: LONGEST }, (_, at) => addDays(day, at - LONGEST)).filter((one) => one >= today)

export const AnnounceSheet = ({
  hallId,
  day,
  today,
  onDone,
  onClose,
}: {
  readonly hallId: string
  readonly day: Day
  readonly today: Day
  readonly onDone: (ballot: Ballot) => void
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const now = useNow()
  const days = closingDays(day, today)
  const [closing, setClosing] = useState(days[days.length - 1] ?? today)
  const [minute, setMinute] = useState(NOON)
  const closesAt = instantOf(closing, minute)
  // As the terms of waiting have it.
  const past = closesAt < now + HOUR
  /** Further days say their weekday already. */
  const near = (one: Day): string =>
    one <= addDays(today, 1) ? nearDayText(one, today, language) : dateText(one, language)
  const announce = useAction((at: number, key) =>
    api.waitlist.announce({ hallId, day, closesAt: at }, { key }),
  )
  const send = async (): Promise<void> => {
    if (past) return
    const done = await announce.run(closesAt)
    if (done) onDone(done.ballot)
  }
  return (
    <Sheet
      id="announce-sheet"
      open
      title={t('ballot.ask', { date: longDateText(day, language) })}
      onClose={onClose}
    >
      <Column gap={12}>
        <Words>{t('ballot.means')}</Words>
        <DayPicker
          id="closing-days"
          label={t('ballot.closingDay')}
          value={closing}
          onChange={setClosing}
          days={days.map((one) => ({ day: one, note: near(one), open: true }))}
        />
        <MinuteInput id="closing-time" label={t('ballot.closingTime')} value={minute} onChange={setMinute} />
        <Words id="closes" as="b" live>
          {past ? t('ballot.past') : t('ballot.closes', { time: momentText(closesAt, language) })}
        </Words>
        <Note tone="warn" icon="warn">
          {t('ballot.cannotUndo')}
        </Note>
        {announce.error && (
          <View className="sb-danger" {...role('alert')}>
            {announce.error.message}
          </View>
        )}
      </Column>
      <View className="sb-pair">
        <Button id="announce-no" kind="ghost" onPress={onClose}>
          {t('ballot.no')}
        </Button>
        <Button id="announce-yes" disabled={past} loading={announce.busy} onPress={() => void send()}>
          {t('ballot.yes')}
        </Button>
      </View>
    </Sheet>
  )
}
