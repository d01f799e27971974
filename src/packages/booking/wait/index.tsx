/** Before joining the line of a full time, or the ballot of its day: how long it is, how it works, and for whom. */
import { useState } from 'react'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { invalidate } from '../../../client/queries'
import { go, goSignIn, here, replace, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useMe } from '../../../client/use-me'
import { useNow } from '../../../client/use-now'
import { WAITS } from '../../../client/waits'
import { useLanguage, useText } from '../../../messages'
import { longDateText, momentText, rangeText } from '../../../messages/dates'
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
import { texts } from '../messages'
import type { SlotRow } from '../model/answers'
import { readRefusal } from '../model/refusal'
import { readTrip, type Trip } from '../model/trip'
import { lineOutlook, type Line, type LineOutlook } from '../model/line'
import { draftNow, keepDraft } from '../parts/draft'
import { useHalls, useLine, useMatters, useSlots } from '../parts/queries'
import { RefusalCard } from '../parts/refusal-card'
import { Rules } from '../parts/rules'
import { TaxpayerChoice } from '../parts/taxpayer-choice'
import '../booking.css'

type Whole = Required<Omit<Trip, 'hold'>>

export default function WaitPage() {
  const t = useText(texts)
  const { hallId, matter, day, start } = readTrip(useRouter().params)
  if (hallId !== undefined && matter !== undefined && day !== undefined && start !== undefined)
    return <Look trip={{ hallId, matter, day, start }} />
  return (
    <Screen title={t('wait.title')}>
      <Empty
        icon="calendar"
        title={t('confirm.missing')}
        action={t('confirm.go')}
        onAction={() =>
          void replace(hallId === undefined ? routes.halls() : routes.slots({ hallId, matter, day }))
        }
      />
    </Screen>
  )
}

const What = ({ trip, slot }: { readonly trip: Whole; readonly slot: SlotRow | undefined }) => {
  const t = useText(texts)
  const language = useLanguage()
  const hall = useHalls().data?.halls.find(({ id }) => id === trip.hallId)
  const matter = useMatters().data?.matters.find(({ code }) => code === trip.matter)
  return (
    <Card next>
      <Column gap={12}>
        <Words as="xl" level={2}>
          {longDateText(trip.day, language)}
        </Words>
        <Words as="h num">{rangeText(trip.start, slot?.end ?? trip.start + 30)}</Words>
        <Fact label={t('confirm.what')}>{matter?.name}</Fact>
        <Fact label={t('confirm.where')}>{hall?.name}</Fact>
      </Column>
    </Card>
  )
}

const useSays = () => {
  const t = useText(texts)
  const language = useLanguage()
  return (outlook: LineOutlook, line: Line): string => {
    switch (outlook) {
      case 'line':
        return line.waiting === 0
          ? t('wait.none')
          : t('wait.line', { n: line.waiting, place: line.waiting + 1 })
      case 'enough':
        return t('wait.enough', { n: line.longest })
      case 'ballot':
        return t('wait.ballot.until', { time: momentText(line.ballot?.closesAt ?? 0, language) })
      case 'drawing':
        return t('wait.ballot.over')
      case 'free':
      case 'shut':
        return t(`wait.${outlook}`)
    }
  }
}

const LINE_STEPS = ['wait.step.line', 'wait.step.offer', 'wait.step.booked'] as const
const BALLOT_STEPS = ['wait.ballot.enter', 'wait.ballot.draw', 'wait.ballot.offer'] as const

const How = ({ balloted }: { readonly balloted: boolean }) => {
  const t = useText(texts)
  const title = t(balloted ? 'wait.ballot.how' : 'wait.how')
  return (
    <Card id="how">
      <Column gap={8}>
        <Words as="b" level={2}>
          {title}
        </Words>
        <View role="list" aria-label={title}>
          {(balloted ? BALLOT_STEPS : LINE_STEPS).map((step) => (
            <View key={step} className="bk-thing" role="listitem">
              {t(step)}
            </View>
          ))}
        </View>
      </Column>
    </Card>
  )
}

/** What stands in the way of joining, and where to go instead. */
const Instead = ({ outlook, trip }: { readonly outlook: LineOutlook; readonly trip: Whole }) => {
  const t = useText(texts)
  const { hallId, matter, day } = trip
  if (outlook === 'line' || outlook === 'ballot') return null
  return (
    <Button
      id="other-times"
      kind={outlook === 'free' ? 'primary' : 'ghost'}
      onPress={() => void replace(routes.slots({ hallId, matter, day }))}
    >
      {t('refusal.way.otherDay')}
    </Button>
  )
}

const Look = ({ trip }: { readonly trip: Whole }) => {
  const t = useText(texts)
  const says = useSays()
  const now = useNow()
  const me = useMe()
  const line = useLine({ hallId: trip.hallId, day: trip.day, start: trip.start })
  const slot = useSlots(trip.hallId, trip.matter, trip.day).data?.slots.find(
    ({ start }) => start === trip.start,
  )
  const [taxpayerId, setTaxpayerId] = useState(() => draftNow()?.taxpayerId)
  const taxpayers = me.data?.taxpayers ?? []
  const chosen =
    taxpayers.find(({ id }) => id === taxpayerId) ??
    taxpayers.find(({ isDefault }) => isDefault) ??
    taxpayers[0]
  const join = useAction((wish: Whole & { readonly taxpayerId: string | undefined }, key) =>
    api.waitlist.join(wish, { key }),
  )
  useShareAppMessage(() => ({ title: t('share'), path: routes.slots(trip) }))
  const outlook = line.data && lineOutlook(line.data, now, slot?.state)
  const able = outlook === 'line' || outlook === 'ballot'
  const choose = (id: string): void => {
    setTaxpayerId(id)
    keepDraft({ taxpayerId: id })
  }
  const send = async (): Promise<void> => {
    const done = await join.run({ ...trip, taxpayerId: chosen?.id })
    if (!done) {
      void line.refetch()
      return
    }
    invalidate(WAITS)
    await replace(routes.wait(done.wait.id, true))
  }
  return (
    <Screen
      title={t('wait.title')}
      bar={
        able ? (
          <BottomBar>
            <View className="bk-bar-text">
              <Words as="s">{t(me.signedOut ? 'wait.signIn' : 'wait.barLine')}</Words>
            </View>
            <Button id="join" loading={join.busy} disabled={chosen === undefined} onPress={() => void send()}>
              {t(outlook === 'ballot' ? 'wait.enter' : 'wait.join')}
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {join.error && (
        <RefusalCard
          refusal={readRefusal(join.error, trip.hallId)}
          trip={{ ...trip, taxpayerId: chosen?.id }}
          onSlot={(near) =>
            void replace(
              routes.slots({ hallId: near.hallId, matter: trip.matter, day: near.day, start: near.start }),
            )
          }
          onAgain={() => {
            if (join.error?.retry) void send()
            else void replace(routes.slots({ hallId: trip.hallId, matter: trip.matter, day: trip.day }))
          }}
          onTaxpayer={choose}
        />
      )}
      <What trip={trip} slot={slot} />
      <Await query={line} skeleton={<Skeleton cards={2} />}>
        {(known) => (
          <>
            {outlook && (
              <Note tone={able ? undefined : 'warn'} icon={able ? 'people' : 'info'}>
                <Words id="line-says" live>
                  {says(outlook, known)}
                </Words>
              </Note>
            )}
            {outlook && <Instead outlook={outlook} trip={trip} />}
            {able && (
              <>
                <How balloted={outlook === 'ballot'} />
                <Section>{t('wait.who')}</Section>
                <Card>
                  {me.signedOut ? (
                    <Button id="sign-in" onPress={() => void goSignIn()}>
                      {t('wait.signIn')}
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
              </>
            )}
            <Rules title={t('wait.rules')} rules={known.rules} />
          </>
        )}
      </Await>
    </Screen>
  )
}
