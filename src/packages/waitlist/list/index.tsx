/** What I wait for and waited for: offers first, each with its place and what comes next. */
import { go, routes } from '../../../client/routes'
import { useNow } from '../../../client/use-now'
import { useSignedIn } from '../../../client/use-signed-in'
import type { Wait } from '../../../client/waits'
import { minuteOf, type Instant } from '../../../../functions/core/pure/time'
import { useText } from '../../../messages'
import { timeText } from '../../../messages/dates'
import { Card, Column, Empty, PagedList, Row, Screen, SignedOut, Tag, Words } from '../../../ui'
import { Until } from '../../../ui/until'
import { texts } from '../messages'
import { ordered, outlookOf } from '../model/outlook'
import { useWaitPages } from '../parts/queries'
import { toneOf, useNextText, useWhen } from '../parts/words'
import '../waitlist.css'

const Item = ({ it, now }: { readonly it: Wait; readonly now: Instant }) => {
  const t = useText(texts)
  const when = useWhen()
  const next = useNextText()
  const outlook = outlookOf(it, now)
  return (
    <Card id={`wait-${it.id}`} next={outlook === 'offered'} onPress={() => void go(routes.wait(it.id))}>
      <Column gap={8}>
        <Row top gap={8}>
          <Words as="h">{when(it)}</Words>
          <Tag tone={toneOf(outlook)}>{t(`state.${outlook}`)}</Tag>
        </Row>
        <Words as="s">{`${it.hallName} · ${it.matterName} · ${it.taxpayer.name}`}</Words>
        {outlook === 'offered' && it.offerUntil !== undefined && (
          <Until
            id={`left-${it.id}`}
            until={it.offerUntil}
            say={(left) => t('one.left', { left, time: timeText(minuteOf(it.offerUntil ?? 0)) })}
            over={t('one.leftOver')}
          />
        )}
        <Words>{next(it, outlook)}</Words>
      </Column>
    </Card>
  )
}

const Waits = () => {
  const t = useText(texts)
  const now = useNow()
  const pages = useWaitPages()
  return (
    <PagedList
      id="waits"
      label={t('list.title')}
      pages={pages}
      idOf={({ id }) => id}
      arrange={(items) => ordered(items, now)}
      empty={
        <Empty
          icon="clock"
          title={t('list.empty')}
          action={t('list.book')}
          onAction={() => void go(routes.halls())}
        >
          {t('list.emptyWay')}
        </Empty>
      }
    >
      {(it) => <Item it={it} now={now} />}
    </PagedList>
  )
}

export default function WaitsPage() {
  const t = useText(texts)
  const signedIn = useSignedIn()
  return (
    <Screen id="waits-page" title={t('list.title')}>
      {signedIn ? <Waits /> : <SignedOut title={t('list.signIn')} />}
    </Screen>
  )
}
