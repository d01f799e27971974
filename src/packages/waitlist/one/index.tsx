/** One wait: its place in line, an offer with its time, and what comes next, whatever has become of it. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { go, replace, routes } from '../../../client/routes'
import { useLive } from '../../../client/use-live'
import { useClock } from '../../../client/use-now'
import type { Wait } from '../../../client/waits'
import { useLanguage, useText } from '../../../messages'
import { longDateText, momentText, timeText } from '../../../messages/dates'
import { Await, Button, Card, Column, Empty, Fact, Note, role, Row, Screen, Tag, Words } from '../../../ui'
import { RemindMe } from '../../../ui/remind-me'
import { Spoken } from '../../../ui/spoken'
import { texts } from '../messages'
import { isStanding, outlookOf, type Outlook } from '../model/outlook'
import { readWaitId } from '../model/params'
import { Leave } from '../parts/leave'
import { Offer } from '../parts/offer'
import { knowWait, useWait } from '../parts/queries'
import { NextWays } from '../parts/next-ways'
import { toneOf, useNextText, useWhen } from '../parts/words'
import '../waitlist.css'

export default function WaitPage() {
  const t = useText(texts)
  const { params } = useRouter()
  const id = readWaitId(params)
  const wait = useWait(id)
  return (
    <Screen id="wait-page" title={t('one.title')}>
      {id === undefined || wait.error?.code === 'NOT_FOUND' ? (
        <Empty
          icon="clock"
          title={t('one.notFound')}
          action={t('one.all')}
          onAction={() => void replace(routes.waits)}
        >
          {t('one.notFoundWay')}
        </Empty>
      ) : (
        <Await query={wait}>
          {({ wait: it }) => <Shown it={it} fresh={params['fresh'] === '1'} look={wait.refetch} />}
        </Await>
      )}
    </Screen>
  )
}

const REMINDERS = ['appointment'] as const

/** What was just done, and what becomes of it. */
const Joined = ({ outlook }: { readonly outlook: Outlook }) => {
  const t = useText(texts)
  const what = outlook === 'entered' ? 'one.entered' : 'one.joined'
  return (
    <Note tone="ok" icon="check">
      <View id="joined" {...role('status')} aria-live="polite">
        <Words as="b">{t(what)}</Words>
        <Words as="s">{t(`${what}Lead`)}</Words>
      </View>
      <RemindMe templates={REMINDERS} />
    </Note>
  )
}

const Facts = ({ it }: { readonly it: Wait }) => {
  const t = useText(texts)
  const language = useLanguage()
  const when = useWhen()
  return (
    <Card>
      <Column gap={12}>
        <Fact label={t('one.time')}>{when(it)}</Fact>
        <Fact label={t('one.hall')}>{it.hallName}</Fact>
        <Fact label={t('one.matter')}>{it.matterName}</Fact>
        <Fact label={t('one.for')}>{it.taxpayer.name}</Fact>
        <Fact label={t('one.at')}>{momentText(it.joinedAt, language)}</Fact>
      </Column>
    </Card>
  )
}

const Shown = ({
  it,
  fresh,
  look,
}: {
  readonly it: Wait
  readonly fresh: boolean
  readonly look: () => Promise<void>
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const next = useNextText()
  const [now, lookAtClock] = useClock()
  const [leaving, setLeaving] = useState(false)
  const outlook = outlookOf(it, now)
  useLive(look, { on: isStanding(outlook), of: `${outlook}|${it.place ?? ''}` })
  const over = (): void => {
    lookAtClock()
    void look()
  }
  const balloted = outlook === 'entered' || it.drawnPlace !== undefined
  return (
    <>
      {fresh && (outlook === 'entered' || outlook === 'waiting') && <Joined outlook={outlook} />}
      <Card id="wait" next={isStanding(outlook)}>
        <Column gap={12}>
          <Row top gap={8}>
            <Words as="h" level={2}>
              {`${longDateText(it.day, language)} ${timeText(it.start)}`}
            </Words>
            <Tag tone={toneOf(outlook)}>{t(`state.${outlook}`)}</Tag>
          </Row>
          <Words id="wait-next" live>
            {next(it, outlook)}
          </Words>
          {it.drawnPlace !== undefined && <Words as="s num">{t('drawn', { n: it.drawnPlace })}</Words>}
          {outlook === 'offered' && it.offerUntil !== undefined && (
            <Offer it={it} until={it.offerUntil} onOver={over} onDecline={() => setLeaving(true)} />
          )}
          {(outlook === 'waiting' || outlook === 'entered') && (
            <Button id="leave" kind="ghost" onPress={() => setLeaving(true)}>
              {t('one.leave')}
            </Button>
          )}
          <NextWays it={it} outlook={outlook} now={now} />
        </Column>
      </Card>
      <Facts it={it} />
      {balloted && (
        <Button
          id="to-ballot"
          kind="ghost"
          icon="shield"
          block
          onPress={() => void go(routes.ballot({ hallId: it.hallId, day: it.day, wait: it.id }))}
        >
          {t('one.ballot')}
        </Button>
      )}
      <Spoken id="wait-spoken">
        {t('one.spoken', {
          state: t(`state.${outlook}`),
          date: longDateText(it.day, language),
          from: timeText(it.start),
          to: timeText(it.end),
          hall: it.hallName,
          matter: it.matterName,
          next: next(it, outlook),
        })}
      </Spoken>
      <Leave
        it={it}
        outlook={outlook}
        open={leaving}
        onClose={() => setLeaving(false)}
        onLeft={(left) => {
          setLeaving(false)
          knowWait(left)
        }}
        onRefused={look}
      />
    </>
  )
}
