/** The officer's day: who comes when, what is left, on a phone or a desk, on paper, and without network. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { dayOf } from '../../../../functions/core/pure/time'
import type { DayList } from '../../../client/api'
import { hallToShow, useHallsOnDuty, type OfficeHall } from '../../../client/halls-on-duty'
import { useNow } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import { longDateText, momentText } from '../../../messages/dates'
import {
  Await,
  Button,
  Card,
  Column,
  Empty,
  Note,
  Row,
  Screen,
  SignedOut,
  Skeleton,
  Tag,
  Words,
} from '../../../ui'
import { readTrip } from '../../booking/model/trip'
import { summarise, wouldCancel } from './model/summary'
import { BallotCard } from './parts/ballot-card'
import { CapacitySheet } from './parts/capacity-sheet'
import { CloseSheet } from './parts/close-sheet'
import { DayBar } from './parts/day-bar'
import { HallDeskDoor } from './parts/hall-desk-door'
import { People } from './parts/people'
import { useDayList } from './parts/queries'
import { ReopenSheet } from './parts/reopen-sheet'
import { Slots, type OfficeSlot } from './parts/slots'
import { TakeAway } from './parts/take-away'
import { Tallies } from './parts/tallies'
import { WorkbenchDoor } from './parts/workbench-door'
import './office.css'

export default function OfficeDayPage() {
  const t = useText(texts)
  const asked = readTrip(useRouter().params)
  const halls = useHallsOnDuty()
  const [hallId, setHallId] = useState(asked.hallId)
  const today = dayOf(useNow())
  const [chosenDay, setDay] = useState(asked.day)
  const day = chosenDay ?? today
  if (halls.signedOut)
    return (
      <Screen title={t('title')} wide>
        <SignedOut title={t('signIn')} />
      </Screen>
    )
  return (
    <Screen title={t('title')} wide>
      <Await query={halls}>
        {({ halls: mine }) => {
          const hall = hallToShow(mine, hallId)
          return hall === undefined ? (
            <Empty icon="desk" title={t('noHall')}>
              {t('noHallWay')}
            </Empty>
          ) : (
            <DayOf
              key={`${hall.id}${day}`}
              halls={mine}
              hall={hall}
              day={day}
              today={today}
              onHall={setHallId}
              onDay={setDay}
            />
          )
        }}
      </Await>
    </Screen>
  )
}

const Summary = ({ list }: { readonly list: DayList }) => {
  const t = useText(texts)
  const language = useLanguage()
  const sum = summarise(list)
  return (
    <Card className="no-print">
      <Column gap={12}>
        <Row wrap gap={8}>
          <Tag tone={list.state === 'open' || list.state === 'full' ? 'ok' : 'warn'}>
            {t(`state.${list.state}`)}
          </Tag>
          <Words as="s">{t('asOf', { time: momentText(list.asOf, language) })}</Words>
        </Row>
        <View className="of-sums" role="list" aria-label={t('sum.title')}>
          {(['coming', 'held', 'left', 'cancelled'] as const).map((name) => (
            <View key={name} id={`sum-${name}`} className="of-sum" role="listitem">
              <View className="of-sum-n sb-num">{sum[name]}</View>
              <View className="sb-s">{t(`sum.${name}`)}</View>
            </View>
          ))}
        </View>
      </Column>
    </Card>
  )
}

interface Day {
  readonly halls: readonly OfficeHall[]
  readonly hall: OfficeHall
  readonly day: string
  readonly today: string
  readonly onHall: (id: string) => void
  readonly onDay: (day: string) => void
}

const DayOf = ({ halls, hall, day, today, onHall, onDay }: Day) => {
  const t = useText(texts)
  const language = useLanguage()
  const now = useNow()
  const list = useDayList(hall.id, day)
  const [editing, setEditing] = useState<{ readonly slot: OfficeSlot | undefined }>()
  const [closing, setClosing] = useState(false)
  const [reopening, setReopening] = useState(false)
  const [said, setSaid] = useState<string>()
  const done = (words: string): void => {
    setEditing(undefined)
    setClosing(false)
    setReopening(false)
    setSaid(words)
    void list.refetch()
  }
  return (
    <>
      <DayBar halls={halls} hall={hall} day={day} today={today} onHall={onHall} onDay={onDay} />
      {said !== undefined && (
        <Note tone="ok" icon="check">
          <View id="said" role="status" aria-live="polite">
            {said}
          </View>
        </Note>
      )}
      <Await query={list} skeleton={<Skeleton cards={3} />}>
        {(known) => {
          const changeable = day >= today && !list.stale
          const stopped = known.state === 'stopped'
          return (
            <>
              <View className="of-paper">
                <Words as="h">
                  {t('file.title', { hall: known.hallName, date: longDateText(day, language) })}
                </Words>
                <Words as="s">{`${t('file.asOf', { time: momentText(known.asOf, language) })} · ${t(known.next === undefined ? 'file.total' : 'file.partial', { n: known.items.length })}`}</Words>
              </View>
              {list.stale && <Words as="s">{t('offlineActions')}</Words>}
              <View className="of-columns">
                <View className="of-main sb-col g12">
                  <Summary list={known} />
                  <People
                    people={known.items}
                    complete={known.next === undefined}
                    error={list.error}
                    onMore={() => void list.refetch()}
                  />
                </View>
                <View className="of-side sb-col g12 no-print">
                  <HallDeskDoor hallId={hall.id} />
                  <WorkbenchDoor hallId={hall.id} />
                  <TakeAway list={known} />
                  <Slots
                    slots={known.slots}
                    locked={!changeable || stopped}
                    onEdit={(slot) => setEditing({ slot })}
                  />
                  <BallotCard
                    hallId={hall.id}
                    day={day}
                    today={today}
                    changeable={changeable && !stopped}
                    onDone={done}
                  />
                  <Tallies hallId={hall.id} until={day} />
                  {changeable && (
                    <Card>
                      <Column gap={12}>
                        <Words as="b" level={2}>
                          {stopped ? t('close.stopped') : t('close.title')}
                        </Words>
                        <Words as="s">{stopped ? t('reopen.lead') : t('close.lead')}</Words>
                        {stopped ? (
                          <Button id="reopen-day" kind="ghost" onPress={() => setReopening(true)}>
                            {t('reopen.button')}
                          </Button>
                        ) : (
                          <Button id="close-day" kind="danger" onPress={() => setClosing(true)}>
                            {t('close.button')}
                          </Button>
                        )}
                      </Column>
                    </Card>
                  )}
                </View>
              </View>
              <View className="of-paper">
                <Words as="s">{t('file.privacy')}</Words>
              </View>
              {editing && (
                <CapacitySheet
                  target={{ hallId: hall.id, day, slot: editing.slot, slots: known.slots }}
                  onDone={() => done(t('capacity.saved'))}
                  onClose={() => setEditing(undefined)}
                />
              )}
              {closing && (
                <CloseSheet
                  hallId={hall.id}
                  day={day}
                  affected={wouldCancel(known, now)}
                  onDone={(n) => done(n === 0 ? t('close.doneNone') : t('close.done', { n }))}
                  onClose={() => setClosing(false)}
                />
              )}
              {reopening && (
                <ReopenSheet
                  hallId={hall.id}
                  day={day}
                  onDone={(n) => done(n === 0 ? t('reopen.doneNone') : t('reopen.done', { n }))}
                  onClose={() => setReopening(false)}
                />
              )}
            </>
          )
        }}
      </Await>
    </>
  )
}
