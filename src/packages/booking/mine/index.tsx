/** My appointments: what is coming and what was, page by page; nothing there says what to do. */
import { useState } from 'react'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { instantOf, type Instant } from '../../../../functions/core/pure/time'
import { go, routes } from '../../../client/routes'
import { useNow } from '../../../client/use-now'
import { useSignedIn } from '../../../client/use-signed-in'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import { longDateText, momentText, rangeText } from '../../../messages/dates'
import {
  Badge,
  Button,
  Card,
  Column,
  Empty,
  List,
  ListItem,
  PagedList,
  Row,
  Screen,
  Segmented,
  SignedOut,
  Tag,
  Words,
  type Tone,
} from '../../../ui'
import type { Appointment } from '../model/answers'
import { ordered } from '../model/mine'
import { isUsable, outlookOf, spacedCode, type Outlook } from '../model/ticket'
import { draftNow } from '../parts/draft'
import { MyNumbers } from '../parts/my-numbers'
import { useHalls, useMatters, useMinePages } from '../parts/queries'
import { useStateText } from '../parts/ticket-face'
import { WaitsDoor } from '../parts/waits-door'
import '../booking.css'

type Part = 'upcoming' | 'past'

const tones: Readonly<Record<Outlook, Tone>> = {
  confirm: 'warn',
  prepare: 'ok',
  go: 'ok',
  passed: 'quiet',
  cancelled: 'quiet',
  lapsed: 'quiet',
  missed: 'danger',
  excused: 'quiet',
  reviewing: 'warn',
  refused: 'danger',
}

const Item = ({
  it,
  now,
  first,
}: {
  readonly it: Appointment
  readonly now: Instant
  readonly first: boolean
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const stateText = useStateText()
  const outlook = outlookOf({ ...it, endsAt: instantOf(it.day, it.end) }, now)
  const state = stateText(it, outlook)
  const when = `${longDateText(it.day, language)} ${rangeText(it.start, it.end)}`
  return (
    <Card id={`appointment-${it.id}`} next={first} onPress={() => void go(routes.ticket(it.id))}>
      <Column gap={8}>
        <Row top gap={8}>
          <Words as="h">{when}</Words>
          <Tag tone={tones[outlook]}>{state}</Tag>
        </Row>
        <Words>{it.matterName}</Words>
        <Words as="s">{`${it.hallName} · ${it.taxpayer.name}`}</Words>
        {outlook === 'reviewing' && it.review?.until !== undefined && (
          <Words as="s">{t('mine.reviewing', { time: momentText(it.review.until, language) })}</Words>
        )}
        {outlook === 'missed' && <Words as="s">{t('mine.missed')}</Words>}
        {isUsable(outlook) && <Words as="s num">{`${t('ticket.code')} ${spacedCode(it.code)}`}</Words>}
        {it.note && <Words as="s">{it.note}</Words>}
      </Column>
    </Card>
  )
}

/** An interrupted booking goes on where it stopped. */
const Resume = () => {
  const t = useText(texts)
  const halls = useHalls().data?.halls
  const matters = useMatters().data?.matters
  const draft = draftNow()
  // A seat still kept stands in the list below, to be confirmed.
  if (!draft?.hallId || draft.hold !== undefined) return null
  const what = [
    halls?.find(({ id }) => id === draft.hallId)?.name,
    matters?.find(({ code }) => code === draft.matter)?.name,
  ]
    .filter(Boolean)
    .join(' · ')
  const { hallId, matter, day } = draft
  const next = matter === undefined ? routes.matters({ hallId }) : routes.slots({ hallId, matter, day })
  return what === '' ? null : (
    <Card>
      <Row gap={12} stack>
        <Words as="s">{t('mine.resumeLead', { what })}</Words>
        <Button id="resume" kind="ghost" onPress={() => void go(next)}>
          {t('mine.resume')}
        </Button>
      </Row>
    </Card>
  )
}

const None = ({ view }: { readonly view: Part }) => {
  const t = useText(texts)
  return view === 'upcoming' ? (
    <Empty
      icon="calendar"
      title={t('mine.empty')}
      action={t('mine.book')}
      onAction={() => void go(routes.halls())}
    >
      {t('mine.emptyWay')}
    </Empty>
  ) : (
    <Empty icon="clock" title={t('mine.emptyPast')}>
      {t('mine.emptyPastWay')}
    </Empty>
  )
}

export default function MinePage() {
  const t = useText(texts)
  const { params } = useRouter()
  const [view, setView] = useState<Part>(params['view'] === 'past' ? 'past' : 'upcoming')
  const signedIn = useSignedIn()
  const now = useNow()
  const pages = useMinePages(view)
  useShareAppMessage(() => ({ title: t('share'), path: routes.halls() }))

  if (!signedIn) {
    return (
      <Screen title={t('mine.title')}>
        <SignedOut title={t('mine.signIn')} />
      </Screen>
    )
  }
  return (
    <Screen title={t('mine.title')}>
      <Segmented
        id="mine-view"
        label={t('mine.title')}
        value={view}
        onChange={setView}
        choices={[
          { value: 'upcoming', text: t('mine.upcoming') },
          { value: 'past', text: t('mine.past') },
        ]}
      />
      <MyNumbers past={view === 'past'} />
      {view === 'upcoming' && <WaitsDoor />}
      {view === 'upcoming' && <Resume />}
      <PagedList
        key={view}
        id="appointments"
        label={t(`mine.${view}`)}
        pages={pages}
        idOf={({ id }) => id}
        arrange={(items) => ordered(items, view)}
        empty={<None view={view} />}
      >
        {(it, place) => <Item it={it} now={now} first={view === 'upcoming' && place === 0} />}
      </PagedList>
      <List>
        <ListItem
          id="credit"
          lead={<Badge icon="shield" tone="quiet" />}
          title={t('mine.credit')}
          note={t('mine.creditNote')}
          onPress={() => void go(routes.credit)}
        />
      </List>
      {view === 'upcoming' && pages.items.length > 0 && (
        <Button id="book-new" kind="ghost" icon="plus" onPress={() => void go(routes.halls())}>
          {t('mine.book')}
        </Button>
      )}
    </Screen>
  )
}
