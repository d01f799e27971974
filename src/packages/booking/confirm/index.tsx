/** Look it over once: what, where, when, for whom, what to bring, and the rules; then book. */
import { useEffect, useRef, useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { Appointment, Hall, Matter } from '../../../client/api'
import { invalidate } from '../../../client/queries'
import { go, goSignIn, here, replace, routes } from '../../../client/routes'
import { useMe } from '../../../client/use-me'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import { longDateText, momentText, rangeText, timeText } from '../../../messages/dates'
import { minuteOf } from '../../../../functions/core/pure/time'
import {
  Await,
  BottomBar,
  Button,
  Card,
  Column,
  Empty,
  Fact,
  Note,
  Screen,
  Section,
  Skeleton,
  Words,
} from '../../../ui'
import type { NearSlot } from '../model/answers'
import { isAsked } from '../model/matters'
import { readRefusal } from '../model/refusal'
import { readTrip, type Trip } from '../model/trip'
import { draftNow, dropDraft, keepDraft } from '../parts/draft'
import { HeldClock } from '../parts/held-clock'
import { Packing } from '../parts/packing'
import { knowAppointment, MINE, useDays, useHalls, useMatters } from '../parts/queries'
import { RefusalCard } from '../parts/refusal-card'
import { Rules } from '../parts/rules'
import { TaxpayerChoice } from '../parts/taxpayer-choice'
import { useBook } from '../parts/use-book'
import '../booking.css'

type Whole = Required<Omit<Trip, 'hold'>> & Pick<Trip, 'hold'>

/** A link that lacks something is completed from the draft; what is still missing is asked for. */
const completed = (trip: Trip): Trip => {
  const draft = trip.start === undefined ? draftNow() : undefined
  return draft
    ? { hallId: draft.hallId, matter: draft.matter, day: draft.day, start: draft.start, hold: draft.hold }
    : trip
}

export default function ConfirmPage() {
  const t = useText(texts)
  const { hallId, matter, day, start, hold } = completed(readTrip(useRouter().params))
  if (hallId !== undefined && matter !== undefined && day !== undefined && start !== undefined)
    return <Look trip={{ hallId, matter, day, start, hold }} />
  return (
    <Screen title={t('confirm.title')}>
      <Empty
        icon="calendar"
        title={t('confirm.missing')}
        action={t('confirm.go')}
        onAction={() =>
          void replace(hallId === undefined ? routes.halls() : routes.slots({ hallId, matter }))
        }
      />
    </Screen>
  )
}

const What = ({
  trip,
  hall,
  matter,
  held,
}: {
  readonly trip: Whole
  readonly hall: Hall | undefined
  readonly matter: Matter | undefined
  readonly held: Appointment | undefined
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const end = held?.end ?? trip.start + 30
  return (
    <Card next>
      <Column gap={12}>
        <Words as="xl" level={2}>
          {longDateText(trip.day, language)}
        </Words>
        <Words as="h num">{rangeText(trip.start, end)}</Words>
        <Fact label={t('confirm.what')}>{matter?.name ?? held?.matterName}</Fact>
        <Fact label={t('confirm.where')}>
          <Words>{hall?.name ?? held?.hallName}</Words>
          <Words as="s">{hall?.address ?? held?.hallAddress}</Words>
        </Fact>
        {held && (
          <Words as="s">
            {t('confirm.arrive', { from: timeText(minuteOf(held.checkInFrom)), to: timeText(held.end) })}
          </Words>
        )}
        {held && (
          <Words as="s">{t('confirm.cancelUntil', { time: momentText(held.cancelUntil, language) })}</Words>
        )}
      </Column>
    </Card>
  )
}

const Look = ({ trip }: { readonly trip: Whole }) => {
  const t = useText(texts)
  const [taxpayerId, setTaxpayerId] = useState(() => draftNow()?.taxpayerId)
  const [packed, setPacked] = useState<readonly string[]>(() => draftNow()?.packed ?? [])
  const hall = useHalls().data?.halls.find(({ id }) => id === trip.hallId)
  const matter = useMatters().data?.matters.find(({ code }) => code === trip.matter)
  const rules = useDays(trip.hallId, trip.matter).data?.rules ?? []
  const me = useMe()
  const book = useBook(trip)
  const { held, lapsed } = book
  const taxpayers = me.data?.taxpayers ?? []
  const chosen =
    taxpayers.find(({ id }) => id === taxpayerId) ??
    taxpayers.find(({ id }) => id === held?.taxpayer.id) ??
    taxpayers.find(({ isDefault }) => isDefault) ??
    taxpayers[0]
  const choose = (id: string): void => {
    setTaxpayerId(id)
    keepDraft({ taxpayerId: id })
  }
  const pack = (next: readonly string[]): void => {
    setPacked(next)
    keepDraft({ packed: next })
  }
  // One who was just added is the one meant.
  const before = useRef<readonly string[]>()
  useEffect(() => {
    const ids = me.data?.taxpayers.map(({ id }) => id)
    const added = before.current && ids?.find((id) => !before.current?.includes(id))
    before.current = ids
    if (added === undefined) return
    setTaxpayerId(added)
    keepDraft({ taxpayerId: added })
  }, [me.data])
  const send = async (): Promise<void> => {
    const done = await book.run({ for: chosen?.id })
    if (!done) {
      book.look()
      return
    }
    dropDraft()
    knowAppointment(done)
    invalidate(MINE)
    await replace(routes.ticket(done.id, true))
  }
  const elsewhere = (near: NearSlot): void =>
    void replace(routes.slots({ hallId: near.hallId, matter: trip.matter, day: near.day, start: near.start }))
  const backToTimes = (): void => {
    if (book.error?.retry) void send()
    else void replace(routes.slots({ hallId: trip.hallId, matter: trip.matter, day: trip.day }))
  }

  return (
    <Screen
      title={t('confirm.title')}
      bar={
        <BottomBar>
          <View className="bk-bar-text">
            {held?.heldUntil !== undefined && !lapsed ? (
              <HeldClock until={held.heldUntil} onEnd={book.look} />
            ) : (
              <Words as="s" live>
                {t(me.signedOut ? 'confirm.signIn' : lapsed ? 'slot.lapsed' : 'confirm.notHeld')}
              </Words>
            )}
          </View>
          <Button id="book" loading={book.busy} disabled={chosen === undefined} onPress={() => void send()}>
            {t('confirm.book')}
          </Button>
        </BottomBar>
      }
    >
      {book.error && (
        <RefusalCard
          refusal={readRefusal(book.error, trip.hallId)}
          trip={{ ...trip, taxpayerId: chosen?.id }}
          onSlot={elsewhere}
          onAgain={backToTimes}
        />
      )}
      <What trip={trip} hall={hall} matter={matter} held={held} />
      {matter?.preReview && isAsked(matter.preReview, trip.day) && (
        <Note icon="info">
          <View id="asks-review">{t('review.ahead')}</View>
        </Note>
      )}
      <Section>{t('confirm.who')}</Section>
      <Card>
        {me.signedOut ? (
          <Button id="sign-in" onPress={() => void goSignIn()}>
            {t('confirm.signIn')}
          </Button>
        ) : (
          <Await query={me} skeleton={<Skeleton cards={1} lines={2} />}>
            {() => (
              <TaxpayerChoice
                taxpayers={taxpayers}
                value={chosen?.id}
                onChange={choose}
                onAdd={() => void go(routes.taxpayer(here()))}
              />
            )}
          </Await>
        )}
      </Card>
      <Section>{t('confirm.bring')}</Section>
      <Card>
        {matter ? (
          <Packing matter={matter} packed={packed} onChange={pack} />
        ) : (
          <Skeleton cards={1} lines={2} />
        )}
      </Card>
      <Rules
        title={t('confirm.rules')}
        rules={
          matter?.preReview && isAsked(matter.preReview, trip.day) ? [matter.preReview, ...rules] : rules
        }
      />
      <Words as="s center">{t('confirm.kept')}</Words>
    </Screen>
  )
}
