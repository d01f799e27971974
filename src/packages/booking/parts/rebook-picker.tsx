/** Where to move an appointment: a hall, a day, a time; asked once more with both times, then done in one call. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { halfOf } from '../../../../functions/appointments/rules/slots'
import { api, type Appointment } from '../../../client/api'
import { invalidate } from '../../../client/queries'
import { go, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useLanguage, useText } from '../../../messages'
import { longDateText, rangeText } from '../../../messages/dates'
import {
  Await,
  Column,
  ConfirmSheet,
  DayPicker,
  Empty,
  Fact,
  Note,
  Section,
  Skeleton,
  Words,
} from '../../../ui'
import { texts } from '../messages'
import type { NearSlot, SlotRow } from '../model/answers'
import { readRefusal } from '../model/refusal'
import { dayToShow, halves, isFree, otherOpenDays } from '../model/slots'
import { FullCard, OtherDays } from './full-card'
import { knowAppointment, MINE, useDays, useHalls, useSlots } from './queries'
import { RefusalCard } from './refusal-card'
import { Rule } from './rules'
import { SlotPicker } from './slot-picker'
import { WhichHall } from './which-hall'
import { useDayNote } from './words'

export interface Moved {
  readonly from: Appointment
  readonly to: Appointment
  /** It counted as a late cancellation. */
  readonly late: boolean
}

interface Place {
  readonly hallId: string
  readonly day: string
  readonly start: number
  readonly end: number
}

/** Both times, so that nobody moves what she did not mean to. */
const Sure = ({
  it,
  to,
  late,
  busy,
  onYes,
  onNo,
}: {
  readonly it: Appointment
  readonly to: Place | undefined
  readonly late: boolean
  readonly busy: boolean
  readonly onYes: () => void
  readonly onNo: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const hall = useHalls().data?.halls.find(({ id }) => id === to?.hallId)
  const when = ({ day, start, end }: Pick<Place, 'day' | 'start' | 'end'>): string =>
    `${longDateText(day, language)} ${rangeText(start, end)}`
  return (
    <ConfirmSheet
      id="rebook-sheet"
      open={to !== undefined}
      title={t('rebook.ask')}
      confirm={t('rebook.yes')}
      keep={t('rebook.no')}
      danger={false}
      busy={busy}
      onConfirm={onYes}
      onClose={onNo}
    >
      <Column gap={12}>
        <Fact label={t('rebook.from')}>{when(it)}</Fact>
        <Fact label={t('rebook.to')}>
          <Words as="b">{to && when(to)}</Words>
          {hall && hall.id !== it.hallId && <Words as="s">{hall.name}</Words>}
        </Fact>
        <Words as="s">{t('rebook.means')}</Words>
        {late && (
          <Note tone="warn" icon="warn">
            {t('rebook.late')}
          </Note>
        )}
      </Column>
    </ConfirmSheet>
  )
}

export const RebookPicker = ({
  it,
  late,
  onMoved,
}: {
  readonly it: Appointment
  /** Moving it now counts as a late cancellation. */
  readonly late: boolean
  readonly onMoved: (moved: Moved) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const dayNote = useDayNote()
  const { matter } = it
  const [hallId, setHallId] = useState(it.hallId)
  const [chosenDay, setChosenDay] = useState<string | undefined>(it.day)
  const [asked, setAsked] = useState<SlotRow>()
  const [to, setTo] = useState<Place>()
  const halls = useHalls().data?.halls.filter(({ matters }) => matters.includes(matter)) ?? []
  const hall = halls.find(({ id }) => id === hallId)
  const days = useDays(hallId, matter)
  const day = dayToShow(days.data?.days ?? [], chosenDay)
  const slots = useSlots(hallId, matter, day)
  const rebook = useAction((place: Omit<Place, 'end'>, key) =>
    api.appointments.rebook({ id: it.id, ...place }, { key }),
  )
  const mineHere = hallId === it.hallId && day === it.day ? it.start : undefined
  const show = (next: string): void => {
    setChosenDay(next)
    setAsked(undefined)
    rebook.clear()
  }
  const ask = (place: Place): void => {
    setAsked(undefined)
    rebook.clear()
    setTo(place)
  }
  const pick = (slot: SlotRow): void => {
    if (day === undefined || slot.start === mineHere) return
    if (isFree(slot)) ask({ hallId, day, start: slot.start, end: slot.end })
    else setAsked(slot)
  }
  const takeNear = (near: NearSlot): void => {
    setHallId(near.hallId)
    setChosenDay(near.day)
    ask(near)
  }
  const yes = async (): Promise<void> => {
    if (!to) return
    const done = await rebook.run({ hallId: to.hallId, day: to.day, start: to.start })
    setTo(undefined)
    void slots.refetch()
    void days.refetch()
    if (!done) return
    knowAppointment(done.appointment)
    invalidate(MINE)
    onMoved({ from: it, to: done.appointment, late })
  }
  const row = days.data?.days.find((other) => other.day === day)
  return (
    <>
      <Section>{t('rebook.pick')}</Section>
      <WhichHall
        halls={halls}
        hall={hall}
        onHall={(id) => {
          setHallId(id)
          setAsked(undefined)
          rebook.clear()
        }}
      />
      <Await query={days} skeleton={<Skeleton cards={2} />}>
        {({ days: all }) => (
          <>
            <DayPicker
              id="days"
              label={t('slot.days')}
              value={day}
              onChange={show}
              days={all.map((other) => ({
                day: other.day,
                note: dayNote(other),
                open: other.state === 'open',
              }))}
            />
            {rebook.error && (
              <>
                <Note icon="info">
                  <Words id="rebook-kept">{t('rebook.kept')}</Words>
                </Note>
                <RefusalCard
                  refusal={readRefusal(rebook.error, hallId)}
                  trip={{ hallId, matter, day, taxpayerId: it.taxpayer.id }}
                  onSlot={takeNear}
                  onAgain={rebook.clear}
                />
              </>
            )}
            {row && row.state !== 'open' && (
              <Column gap={8}>
                <Words as="b" live>{`${longDateText(row.day, language)} · ${dayNote(row)}`}</Words>
                {row.why && <Rule rule={row.why} />}
                <OtherDays days={otherOpenDays(all, row.day)} onDay={show} />
              </Column>
            )}
            {day !== undefined && row?.state !== 'closed' && row?.state !== 'unpublished' && (
              <Await query={slots}>
                {({ slots: rows }) =>
                  rows.length === 0 ? (
                    <Empty icon="clock" title={t('slot.empty')}>
                      {t('slot.emptyWay')}
                    </Empty>
                  ) : (
                    <View id="slots" className="sb-col g12">
                      {halves(rows).map((half) => (
                        <View key={half.half} className="sb-col g12">
                          <SlotPicker
                            half={half}
                            picked={{ held: mineHere, waiting: rebook.busy ? to?.start : undefined }}
                            mine={t('rebook.mine')}
                            onPick={pick}
                          />
                          {asked && halfOf(asked.start) === half.half && (
                            <FullCard
                              slot={asked}
                              slots={rows.filter(({ start }) => start !== mineHere)}
                              days={otherOpenDays(all, day)}
                              onSlot={(start) =>
                                ask({
                                  hallId,
                                  day,
                                  start,
                                  end: rows.find((one) => one.start === start)?.end ?? start + 30,
                                })
                              }
                              onDay={show}
                              onWait={() =>
                                void go(routes.joinLine({ hallId, matter, day, start: asked.start }))
                              }
                            />
                          )}
                        </View>
                      ))}
                    </View>
                  )
                }
              </Await>
            )}
          </>
        )}
      </Await>
      <Sure
        it={it}
        to={to}
        late={late}
        busy={rebook.busy}
        onYes={() => void yes()}
        onNo={() => setTo(undefined)}
      />
    </>
  )
}
