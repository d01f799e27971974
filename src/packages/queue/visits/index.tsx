/** Every number that I took, the newest first: what came of it, and whether it is rated yet. */
import { View } from '@tarojs/components'
import { isLive } from '../../../../functions/queue/rules/states'
import { minuteOf } from '../../../../functions/core/pure/time'
import type { QueueTicket } from '../../../client/own-numbers'
import { go, routes } from '../../../client/routes'
import { useSignedIn } from '../../../client/use-signed-in'
import { useLanguage, useText } from '../../../messages'
import { longDateText, timeText } from '../../../messages/dates'
import { texts as queue } from '../../../messages/queue'
import { Card, Column, Empty, PagedList, Row, Screen, SignedOut, Tag, Words, type Tone } from '../../../ui'
import { NumberCard } from '../../../ui/number-card'
import { texts } from '../messages'
import { useVisits } from '../parts/queries'
import '../queue.css'

const tones: Readonly<Partial<Record<QueueTicket['state'], Tone>>> = { done: 'ok', noShow: 'danger' }

/** Rated with how many, or still to be rated. */
const Rating = ({ it }: { readonly it: QueueTicket }) => {
  const t = useText(texts)
  if (it.stars !== undefined) return <Words as="s num">{`★ ${t('visits.rated', { n: it.stars })}`}</Words>
  return it.canRate ? <Tag>{t('visits.rate')}</Tag> : null
}

const Visit = ({ it }: { readonly it: QueueTicket }) => {
  const t = useText(texts)
  const words = useText(queue)
  const language = useLanguage()
  const { id, number, day, arrivedAt, state, matterName, hallName, window } = it
  const when = `${longDateText(day, language)} ${timeText(minuteOf(arrivedAt))}`
  return (
    <Card id={`visit-${id}`} onPress={() => void go(routes.queueTicket(id))}>
      <Column gap={8}>
        <Row top gap={8}>
          <Words as="h num">{number}</Words>
          <Tag tone={tones[state] ?? 'quiet'}>{words(`state.${state}`)}</Tag>
        </Row>
        <Words as="num">{when}</Words>
        <Words as="s">{`${matterName} · ${hallName}`}</Words>
        <View className="q-visit">
          {window !== undefined && state === 'done' && <Words as="s">{t('visits.window', { window })}</Words>}
          <Rating it={it} />
        </View>
      </Column>
    </Card>
  )
}

const None = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="clock"
      title={t('visits.empty')}
      action={t('hall.choose')}
      onAction={() => void go(routes.halls())}
    >
      {t('visits.emptyWay')}
    </Empty>
  )
}

export default function VisitsPage() {
  const t = useText(texts)
  const signedIn = useSignedIn()
  const pages = useVisits()
  return (
    <Screen id="visits-page" title={t('visits.title')}>
      {signedIn ? (
        <>
          <Words as="s">{t('visits.lead')}</Words>
          <PagedList
            id="visits"
            label={t('visits.list')}
            pages={pages}
            idOf={({ id }) => id}
            empty={<None />}
          >
            {(it) => (isLive(it.state) ? <NumberCard it={it} /> : <Visit it={it} />)}
          </PagedList>
        </>
      ) : (
        <SignedOut title={t('visits.signIn')} />
      )}
    </Screen>
  )
}
