/** The calendar by a secret address: made, copied, revoked. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { dayOf } from '../../../../functions/core/pure/time'
import { api, type Output } from '../../../client/api'
import { copyText } from '../../../client/save'
import { useAction } from '../../../client/use-action'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Await, Button, Card, Column, ConfirmSheet, Note, Section, Words } from '../../../ui'
import { texts } from '../messages'
import { useFeed } from './queries'

type FeedState = Output<'deadlines', 'feed'>
type Made = NonNullable<FeedState['feed']>

/** On the web, where the page came from; inside WeChat there is no address of ours to subscribe to. */
const originHere = (): string | undefined => {
  if (process.env.TARO_ENV === 'weapp') return undefined
  const place: unknown = Reflect.get(globalThis, 'location')
  const origin: unknown =
    typeof place === 'object' && place !== null ? Reflect.get(place, 'origin') : undefined
  return typeof origin === 'string' ? origin : undefined
}

const Address = ({ feed, origin, say, onClose }: MadeProps) => {
  const t = useText(texts)
  const language = useLanguage()
  const [asking, setAsking] = useState(false)
  const close = useAction((_: Record<string, never>, key) => api.deadlines.closeFeed({}, { key }))
  const url = `${origin}${feed.path}`
  const copy = async (): Promise<void> => say(t((await copyText(url)) ? 'set.copied' : 'set.notCopied'))
  const revoke = async (): Promise<void> => {
    const done = await close.run({})
    if (!done) return
    setAsking(false)
    onClose(done)
    say(t('set.revoked'))
  }
  return (
    <Column gap={12}>
      <View id="feed-address" className="dl-address">
        {url}
      </View>
      <Words as="s">{t('set.madeOn', { day: datedText(dayOf(feed.createdAt), language) })}</Words>
      <View className="sb-pair">
        <Button id="copy-feed" onPress={() => void copy()}>
          {t('set.copy')}
        </Button>
        <Button id="revoke-feed" kind="danger" onPress={() => setAsking(true)}>
          {t('set.revoke')}
        </Button>
      </View>
      <ConfirmSheet
        id="revoke-sheet"
        open={asking}
        title={t('set.revokeAsk')}
        confirm={t('set.revoke')}
        keep={t('set.keep')}
        busy={close.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void revoke()}
      >
        <Words>{t('set.revokeWords')}</Words>
        {close.error && (
          <Note tone="danger" icon="warn">
            {close.error.message}
          </Note>
        )}
      </ConfirmSheet>
    </Column>
  )
}

interface MadeProps {
  readonly feed: Made
  readonly origin: string
  readonly say: (words: string) => void
  readonly onClose: (state: FeedState) => void
}

const Make = ({ onMade }: { readonly onMade: (state: FeedState) => void }) => {
  const t = useText(texts)
  const { run, busy, error } = useAction((_: Record<string, never>, key) =>
    api.deadlines.openFeed({}, { key }),
  )
  const make = async (): Promise<void> => {
    const done = await run({})
    if (done) onMade(done)
  }
  return (
    <Column gap={8}>
      {error && <Note tone="warn">{error.message}</Note>}
      <Button id="make-feed" kind="ghost" icon="calendar" block loading={busy} onPress={() => void make()}>
        {t('set.make')}
      </Button>
    </Column>
  )
}

export const Feed = ({ say }: { readonly say: (words: string) => void }) => {
  const t = useText(texts)
  const query = useFeed()
  const origin = originHere()
  return (
    <>
      <Section>{t('set.calendar')}</Section>
      <Card id="feed">
        <Column gap={12}>
          <Words as="s">{t(origin === undefined ? 'set.calendarCloud' : 'set.calendarNote')}</Words>
          {origin !== undefined && (
            <Await query={query}>
              {({ feed }) =>
                feed ? (
                  <Address feed={feed} origin={origin} say={say} onClose={query.set} />
                ) : (
                  <Make onMade={query.set} />
                )
              }
            </Await>
          )}
        </Column>
      </Card>
    </>
  )
}
