/** Choose a day and a time: what is left, why not, and a seat kept for ten minutes as soon as one chooses. */
import { useState } from 'react'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { halfOf } from '../../../../functions/appointments/rules/slots'
import { go, replace, routes } from '../../../client/routes'
import { useMe } from '../../../client/use-me'
import { useTakesEntries } from '../../../client/waits'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import { longDateText, timeText } from '../../../messages/dates'
import {
  Await,
  Button,
  Card,
  Column,
  DayPicker,
  Empty,
  Note,
  Row,
  Screen,
  Skeleton,
  Words,
} from '../../../ui'
import type { NearSlot, SlotRow } from '../model/answers'
import { dayToShow, halves, isFree, otherOpenDays, reasonsOf } from '../model/slots'
import { readTrip, type Trip } from '../model/trip'
import { BallotNote } from '../parts/ballot-note'
import { Chosen } from '../parts/chosen'
import { draftNow, keepDraft } from '../parts/draft'
import { FullCard, OtherDays } from '../parts/full-card'
import { useBringText } from '../parts/matter-item'
import { useDays, useHalls, useMatters, useSlots } from '../parts/queries'
import { RefusalCard } from '../parts/refusal-card'
import { Rule, Rules } from '../parts/rules'
import { SeatBar } from '../parts/seat-bar'
import { SlotPicker } from '../parts/slot-picker'
import { useSeat } from '../parts/use-seat'
import { useDayNote } from '../parts/words'
import '../booking.css'

/** Hall and matter are needed first: a link without them leads to where they are chosen. */
const Unready = ({ trip }: { readonly trip: Trip }) => {
  const t = useText(texts)
  const start =
    trip.hallId === undefined
      ? routes.halls({ matter: trip.matter })
      : routes.matters({ hallId: trip.hallId })
  return (
    <Screen title={t('slot.title')}>
      <Empty
        icon="calendar"
        title={t('confirm.missing')}
        action={t('confirm.go')}
        onAction={() => void replace(start)}
      />
    </Screen>
  )
}

export default function SlotPage() {
  const trip = readTrip(useRouter().params)
  return trip.hallId === undefined || trip.matter === undefined ? (
    <Unready trip={trip} />
  ) : (
    <Picker trip={{ ...trip, hallId: trip.hallId, matter: trip.matter }} />
  )
}

type Ready = Trip & { readonly hallId: string; readonly matter: string }

const Picker = ({ trip }: { readonly trip: Ready }) => {
  const t = useText(texts)
  const language = useLanguage()
  const dayNote = useDayNote()
  const bringText = useBringText()
  const { hallId, matter } = trip
  const [chosenDay, setChosenDay] = useState(trip.day)
  const [asked, setAsked] = useState<SlotRow>()
  const hall = useHalls().data?.halls.find(({ id }) => id === hallId)
  const thing = useMatters().data?.matters.find(({ code }) => code === matter)
  const days = useDays(hallId, matter)
  const day = dayToShow(days.data?.days ?? [], chosenDay)
  const slots = useSlots(hallId, matter, day)
  const entering = useTakesEntries(hallId, day)
  const seat = useSeat(trip, () => {
    void slots.refetch()
    void days.refetch()
  })
  const [wished, setWished] = useState<Trip & { readonly taxpayerId?: string | undefined }>(trip)
  const [forWhom, setForWhom] = useState(() => draftNow()?.taxpayerId)
  const known = useMe().data?.taxpayers.some(({ id }) => id === forWhom) === true
  useShareAppMessage(() => ({
    title: hall && thing ? t('slot.share', { hall: hall.name, matter: thing.name }) : t('share'),
    path: routes.slots({ hallId, matter }),
  }))

  const show = (next: string): void => {
    setChosenDay(next)
    setAsked(undefined)
    seat.dismiss()
  }
  const take = (
    wish: { readonly hallId: string; readonly day: string; readonly start: number },
    taxpayerId = known ? forWhom : undefined,
  ): void => {
    setAsked(undefined)
    setWished({ ...wish, matter, taxpayerId })
    if (wish.day !== day) setChosenDay(wish.day)
    void seat.take({ hallId: wish.hallId, day: wish.day, start: wish.start, matter, taxpayerId })
  }
  const takeFor = (taxpayerId: string): void => {
    setForWhom(taxpayerId)
    keepDraft({ taxpayerId })
    if (wished.day !== undefined && wished.start !== undefined)
      take({ hallId, day: wished.day, start: wished.start }, taxpayerId)
  }
  const pick = (slot: SlotRow): void => {
    if (day === undefined) return
    if (isFree(slot) || slot.start === heldHere) take({ hallId, day, start: slot.start })
    else if (entering && slot.state === 'full')
      void go(routes.joinLine({ hallId, matter, day, start: slot.start }))
    else setAsked(slot)
  }
  const takeNear = (near: NearSlot): void => {
    if (near.hallId === hallId) take(near)
    else void replace(routes.slots({ hallId: near.hallId, matter, day: near.day, start: near.start }))
  }
  const confirm = (): void => {
    const { held } = seat
    if (!held) return
    keepDraft({ hallId, matter, day: held.day, start: held.start })
    void go(routes.confirm({ hallId, matter, day: held.day, start: held.start, hold: held.id }))
  }
  const heldHere = seat.held && seat.held.day === day ? seat.held.start : undefined
  // Words about a time stand by that time, where the eye is.
  const refusedAt =
    seat.refusal && wished.day === day && wished.start !== undefined && slots.data
      ? halfOf(wished.start)
      : undefined
  const refusal = seat.refusal && (
    <RefusalCard
      refusal={seat.refusal}
      trip={wished}
      onSlot={takeNear}
      onTaxpayer={takeFor}
      onAgain={() => {
        seat.dismiss()
        void slots.refetch()
      }}
    />
  )
  const row = days.data?.days.find((other) => other.day === day)

  return (
    <Screen
      title={t('slot.title')}
      bar={<SeatBar seat={seat} onConfirm={confirm} onAgain={(held) => take(held)} />}
    >
      {hall && thing && (
        <Chosen
          id="change-matter"
          title={hall.name}
          note={`${thing.name} · ${t('minutes', { n: thing.minutes })} · ${bringText(thing)}`}
          change={t('change.matter')}
          onChange={() => void replace(routes.matters({ hallId }))}
        />
      )}
      <Await query={days} skeleton={<Skeleton cards={3} />}>
        {({ days: all, rules }) => (
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
            {refusedAt === undefined && refusal}
            {seat.keptPrevious && seat.held && (
              <Note tone="ok" icon="check">
                <Words live>{t('slot.previous', { time: timeText(seat.held.start) })}</Words>
              </Note>
            )}
            {row && row.state !== 'open' && !(entering && row.state === 'full') ? (
              <Card>
                <Column gap={12}>
                  <Words as="b" live>{`${longDateText(row.day, language)} · ${dayNote(row)}`}</Words>
                  {row.why && <Rule rule={row.why} />}
                  {row.state === 'full' && <Words id="full-day-way">{t('wait.fullDay')}</Words>}
                  <OtherDays days={otherOpenDays(all, row.day)} onDay={show} />
                  <Row>
                    <Button
                      id="other-hall"
                      kind="text"
                      onPress={() => void replace(routes.halls({ matter }))}
                    >
                      {t('change.hall')}
                    </Button>
                  </Row>
                </Column>
              </Card>
            ) : null}
            {day !== undefined && <BallotNote hallId={hallId} day={day} />}
            {day !== undefined && row?.state !== 'closed' && row?.state !== 'unpublished' && (
              <Await query={slots}>
                {({ slots: rows }) =>
                  rows.length === 0 ? (
                    row?.state === 'open' ? (
                      <Empty icon="clock" title={t('slot.empty')}>
                        {t('slot.emptyWay')}
                      </Empty>
                    ) : null
                  ) : (
                    <View id="slots" className="sb-col g12">
                      {halves(rows).map((half) => (
                        <View key={half.half} className="sb-col g12">
                          <SlotPicker
                            half={half}
                            picked={{ held: heldHere, waiting: seat.waiting }}
                            full={entering ? t('slot.enter') : undefined}
                            onPick={pick}
                          />
                          {refusedAt === half.half && refusal}
                          {asked && day && halfOf(asked.start) === half.half && (
                            <FullCard
                              slot={asked}
                              slots={rows}
                              days={otherOpenDays(all, day)}
                              onSlot={(start) => take({ hallId, day, start })}
                              onDay={show}
                              onWait={
                                row?.state === 'open' || row?.state === 'full'
                                  ? () =>
                                      void go(routes.joinLine({ hallId, matter, day, start: asked.start }))
                                  : undefined
                              }
                              onOtherHall={() => void replace(routes.halls({ matter }))}
                            />
                          )}
                        </View>
                      ))}
                      <Rules title={t('slot.whySlots')} rules={reasonsOf(rows)} />
                    </View>
                  )
                }
              </Await>
            )}
            <Rules title={t('slot.rules')} rules={rules} />
          </>
        )}
      </Await>
    </Screen>
  )
}
