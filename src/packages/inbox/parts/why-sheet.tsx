/** Why a notice came, how it was sent, and the way to have no more of it: one tap, which can be taken back. */
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { go, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { texts as delivery } from '../../../messages/delivery'
import { Await, Button, Column, Fact, Note, role, Section, Sheet, Words } from '../../../ui'
import { texts } from '../messages'
import { addressOf } from '../model/opens'
import { toldKey, type Told } from '../model/told'
import { useWhy, type Notice, type Why } from './queries'

type What = 'topic' | 'this'

const useToldText = () => {
  const t = useText(texts)
  const language = useLanguage()
  const single = (told: Told): string => {
    if (told.state === 'sent' && told.endedAt !== null)
      return t('told.sentAt', { at: momentText(told.endedAt, language) })
    if (told.state === 'waiting' && told.due !== null)
      return t('told.waitingAt', { at: momentText(told.due, language) })
    return t(toldKey(told))
  }
  return (told: Told): string => (told.digest ? t('told.digest', { told: single(told) }) : single(told))
}

const Channels = ({ channels }: Pick<Why, 'channels'>) => {
  const t = useText(texts)
  const words = useText(delivery)
  const toldText = useToldText()
  return (
    <>
      <Section>{t('why.channels')}</Section>
      <Column id="why-channels" gap={8}>
        <Fact label={words('channel.inbox')}>{t('told.inbox')}</Fact>
        {channels.map((told) => (
          <Fact key={told.channel} label={words(`channel.${told.channel}`)}>
            {toldText(told)}
          </Fact>
        ))}
      </Column>
    </>
  )
}

const Facts = ({ why, title }: { readonly why: Why; readonly title: string }) => {
  const t = useText(texts)
  const words = useText(delivery)
  const language = useLanguage()
  const topic = why.topic && words(`topic.${why.topic}`)
  return (
    <Column id="why-facts" gap={8}>
      <Fact label={t('why.kind')}>{title}</Fact>
      {topic !== null && <Fact label={t('why.topic')}>{topic}</Fact>}
      <Fact label={t('why.at')}>{momentText(why.at, language)}</Fact>
      <Fact label={t('why.chosen')}>
        {topic !== null && why.stopped && <Words>{t('why.topicStopped', { topic })}</Words>}
        {why.muted && <Words>{t('why.muted')}</Words>}
        {topic !== null && !why.stopped && !why.muted && <Words>{t('why.wanted')}</Words>}
        <Words as="s">{why.cap === null ? t('why.noCap') : t('why.cap', { n: why.cap })}</Words>
      </Fact>
      {topic === null && <Words as="s">{t('why.unknown')}</Words>}
    </Column>
  )
}

/** What was stopped says so, and is taken back by one tap; what was not is stopped by one. */
const Stop = ({
  what,
  stopped,
  stop,
  said,
  busy,
  onTurn,
}: {
  readonly what: What
  readonly stopped: boolean
  readonly stop: string
  readonly said: string
  readonly busy: boolean
  readonly onTurn: (undo: boolean) => void
}) => {
  const t = useText(texts)
  if (!stopped)
    return (
      <Button id={`stop-${what}`} kind="ghost" block loading={busy} onPress={() => onTurn(false)}>
        {stop}
      </Button>
    )
  return (
    <Note tone="ok" icon="check">
      <View id={`stopped-${what}`} {...role('status')} aria-live="polite">
        {said}
      </View>
      <Button
        id={`undo-${what}`}
        kind="text"
        loading={busy}
        label={`${t('undo')} ${stop}`}
        onPress={() => onTurn(true)}
      >
        {t('undo')}
      </Button>
    </Note>
  )
}

const Stops = ({
  notice,
  why,
  onChange,
}: {
  readonly notice: Notice
  readonly why: Why
  readonly onChange: (change: Partial<Why>) => void
}) => {
  const t = useText(texts)
  const words = useText(delivery)
  const { run, busy, error } = useAction((input: { readonly what: What; readonly undo: boolean }, key) =>
    api.subscriptions.stop({ id: notice.id, ...input }, { key }),
  )
  if (why.topic === null) return null
  const topic = words(`topic.${why.topic}`)
  const turn = (what: What) => (undo: boolean) =>
    void run({ what, undo }).then((done) => {
      if (done) onChange(what === 'topic' ? { stopped: !undo } : { muted: !undo })
    })
  // Of a notice about nothing there is nothing to stop but its topic.
  const isAbout = (notice.link?.id ?? null) !== null
  return (
    <Column gap={8}>
      {error && (
        <Note tone="danger" icon="warn">
          {error.message}
        </Note>
      )}
      {isAbout && (
        <Stop
          what="this"
          stopped={why.muted}
          stop={t('stopThis')}
          said={t('stoppedThis')}
          busy={busy}
          onTurn={turn('this')}
        />
      )}
      <Stop
        what="topic"
        stopped={why.stopped}
        stop={t('stopTopic', { topic })}
        said={t('stoppedTopic', { topic })}
        busy={busy}
        onTurn={turn('topic')}
      />
      <Words as="s">{t('stopNote')}</Words>
    </Column>
  )
}

export const WhySheet = ({ notice, onClose }: { readonly notice: Notice; readonly onClose: () => void }) => {
  const t = useText(texts)
  const asked = useWhy(notice.id)
  const address = addressOf(notice.link)
  const leave = (to: string): void => {
    onClose()
    void go(to)
  }
  return (
    <Sheet id="why-sheet" open title={t('why')} onClose={onClose}>
      {notice.body !== '' && <Words>{notice.body}</Words>}
      {address !== undefined && (
        <Button id="why-go" block onPress={() => leave(address)}>
          {t('goTo')}
        </Button>
      )}
      <Await query={asked}>
        {(why) => (
          <>
            <Facts why={why} title={notice.title} />
            <Channels channels={why.channels} />
            <Stops notice={notice} why={why} onChange={(change) => asked.set({ ...why, ...change })} />
          </>
        )}
      </Await>
      <Button id="why-settings" kind="text" onPress={() => leave(routes.subscriptions)}>
        {t('settings')}
      </Button>
      <Button id="why-close" kind="ghost" block onPress={onClose}>
        {t('close')}
      </Button>
    </Sheet>
  )
}
