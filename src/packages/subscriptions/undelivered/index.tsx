/** Of operators: messages that did not arrive, or of which nobody knows; an administrator sends one anew. */
import { useState } from 'react'
import { isChannel } from '../../../../functions/core/pure/delivery/channels'
import { api, type Output } from '../../../client/api'
import { go, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useMe } from '../../../client/use-me'
import { usePages } from '../../../client/use-pages'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { texts as delivery } from '../../../messages/delivery'
import {
  Await,
  Button,
  Card,
  Column,
  ConfirmSheet,
  Empty,
  Fact,
  Note,
  PagedList,
  Row,
  Screen,
  SignedOut,
  Tag,
  Toast,
  Words,
} from '../../../ui'
import { texts } from '../messages'

type Undelivered = Output<'subscriptions', 'undelivered'>['items'][number]

const useUndelivered = () =>
  usePages('my:undelivered', {
    fetch: (after) => api.subscriptions.undelivered({ limit: 20, ...(after === undefined ? {} : { after }) }),
    idOf: ({ id }: Undelivered) => id,
  })

const One = ({
  it,
  mayReplay,
  busy,
  onReplay,
}: {
  readonly it: Undelivered
  readonly mayReplay: boolean
  readonly busy: boolean
  readonly onReplay: () => void
}) => {
  const t = useText(texts)
  const words = useText(delivery)
  const language = useLanguage()
  const channel = isChannel(it.channel) ? words(`channel.${it.channel}`) : it.channel
  const isOver = it.state === 'failed' || it.state === 'unknown'
  return (
    <Card id={`undelivered-${it.id}`}>
      <Column gap={8}>
        <Row top gap={8}>
          <Words as="h">{channel}</Words>
          <Tag tone={it.state === 'failed' ? 'danger' : 'warn'}>{t(`state.${it.state}`)}</Tag>
        </Row>
        <Fact label={t('kind')}>{it.kind}</Fact>
        <Fact label={t('why')}>{it.why}</Fact>
        <Fact label={t('since')}>{momentText(it.since, language)}</Fact>
        <Fact label={t('tries')}>{t('triesOf', { n: it.attempts, m: it.replays })}</Fact>
        <Fact label={t('class')}>{t(`class.${it.delivery}`)}</Fact>
        {mayReplay && isOver && (
          <Button
            id={`replay-${it.id}`}
            kind="ghost"
            block
            loading={busy}
            label={t('replayOf', { kind: it.kind, channel })}
            onPress={onReplay}
          >
            {t('replay')}
          </Button>
        )}
      </Column>
    </Card>
  )
}

const Rows = ({ mayReplay }: { readonly mayReplay: boolean }) => {
  const t = useText(texts)
  const pages = useUndelivered()
  const [asking, setAsking] = useState<Undelivered>()
  const [toast, setToast] = useState<string>()
  const { run, busy, error } = useAction((id: string, key) => api.subscriptions.replay({ id }, { key }))
  const replay = async (it: Undelivered): Promise<void> => {
    const done = await run(it.id)
    setAsking(undefined)
    if (!done) return
    setToast(t('replayed'))
    void pages.first.refetch()
  }
  return (
    <>
      <Words as="s">{t('undeliveredLead')}</Words>
      {error && (
        <Note tone="danger" icon="warn">
          {error.message}
        </Note>
      )}
      <PagedList
        id="undelivered"
        label={t('list')}
        pages={pages}
        idOf={({ id }) => id}
        empty={
          <Empty icon="check" title={t('none')}>
            {t('noneNote')}
          </Empty>
        }
      >
        {(it) => (
          <One
            it={it}
            mayReplay={mayReplay}
            busy={busy}
            // What may have arrived could come twice: that is asked first.
            onReplay={() => (it.state === 'unknown' ? setAsking(it) : void replay(it))}
          />
        )}
      </PagedList>
      {asking && (
        <ConfirmSheet
          id="replay-sheet"
          open
          title={t('replayTitle')}
          confirm={t('replay')}
          busy={busy}
          onClose={() => setAsking(undefined)}
          onConfirm={() => void replay(asking)}
        >
          <Words>{t('replayWords')}</Words>
        </ConfirmSheet>
      )}
      <Toast text={toast} onDone={() => setToast(undefined)} />
    </>
  )
}

export default function UndeliveredPage() {
  const t = useText(texts)
  const me = useMe()
  return (
    <Screen id="undelivered-page" title={t('undelivered')}>
      {me.signedOut ? (
        <SignedOut title={t('undeliveredSignIn')} />
      ) : (
        <Await query={me}>
          {({ grants }) => {
            const has = (name: string): boolean => grants.some(({ role }) => role === name)
            if (has('admin') || has('auditor')) return <Rows mayReplay={has('admin')} />
            return (
              <Empty
                icon="lock"
                title={t('forbidden')}
                action={t('toMe')}
                onAction={() => void go(routes.me)}
              />
            )
          }}
        </Await>
      )}
    </Screen>
  )
}
