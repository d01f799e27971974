/**
 * What I was told, newest first, of one topic or all: each opens the thing itself and is read by that; or all are marked as
 * read. The address may name a notice, as messages do.
 */
import { useEffect, useRef, useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { TOPICS, type Topic } from '../../../../functions/core/pure/delivery/channels'
import { api } from '../../../client/api'
import { go, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import type { PagedView } from '../../../client/use-pages'
import { useSignedIn } from '../../../client/use-signed-in'
import { knowUnread, useLiveUnread } from '../../../client/use-unread'
import { useText } from '../../../messages'
import { texts as delivery } from '../../../messages/delivery'
import { Badge, Button, Empty, List, ListItem, Note, PagedList, Screen, Toast, Words } from '../../../ui'
import { Chips } from '../../../ui/chips'
import { texts } from '../messages'
import { addressOf } from '../model/opens'
import { readNoticeId } from '../model/params'
import { useNotice } from '../parts/find-notice'
import { useNotices, type Notice } from '../parts/queries'
import { Item } from '../parts/item'
import { useMore, useOpened } from '../parts/reading'
import { WhySheet } from '../parts/why-sheet'

/** Only what is on screen is marked: what came meanwhile stays unread. */
const ReadAll = ({ upTo, onDone }: { readonly upTo: number; readonly onDone: () => void }) => {
  const t = useText(texts)
  const { run, busy, error } = useAction((input: { readonly upTo: number }, key: string) =>
    api.inbox.read(input, { key }),
  )
  const readAll = async (): Promise<void> => {
    const count = await run({ upTo })
    if (!count) return
    knowUnread(count)
    onDone()
  }
  return (
    <>
      {error && <Note tone="warn">{error.message}</Note>}
      <Button id="read-all" kind="ghost" block loading={busy} onPress={() => void readAll()}>
        {t('readAll')}
      </Button>
    </>
  )
}

type Filter = Topic | 'all'

const Filters = ({
  value,
  onChange,
}: {
  readonly value: Filter
  readonly onChange: (to: Filter) => void
}) => {
  const t = useText(texts)
  const words = useText(delivery)
  const all: Filter = 'all'
  return (
    <Chips<Filter>
      id="topics"
      label={t('topics')}
      value={value}
      onChange={onChange}
      choices={[
        { value: all, text: t('allTopics') },
        ...TOPICS.map((topic) => ({ value: topic, text: words(`topic.${topic}`) })),
      ]}
    />
  )
}

const Nothing = ({ filter, onAll }: { readonly filter: Filter; readonly onAll: () => void }) => {
  const t = useText(texts)
  const words = useText(delivery)
  if (filter === 'all')
    return (
      <Empty icon="bell" title={t('empty')} action={t('book')} onAction={() => void go(routes.halls())}>
        {t('emptyHint')}
      </Empty>
    )
  return (
    <Empty
      icon="bell"
      title={t('emptyTopic', { topic: words(`topic.${filter}`) })}
      action={t('showAll')}
      onAction={onAll}
    >
      {t('emptyTopicHint')}
    </Empty>
  )
}

const Choices = () => {
  const t = useText(texts)
  return (
    <List>
      <ListItem
        id="choices"
        lead={<Badge icon="settings" tone="quiet" />}
        title={t('choices')}
        note={t('choicesNote')}
        onPress={() => void go(routes.subscriptions)}
      />
    </List>
  )
}

/** Why it came is shown once, as soon as the notice of the address is there; it is read by that. */
const useNamed = (pages: PagedView<Notice>, show: (notice: Notice) => void): boolean => {
  const id = readNoticeId(useRouter().params['notice'])
  const shown = useRef<string>()
  const notice = useNotice(pages, shown.current === id ? undefined : id)
  const latest = useRef(show)
  latest.current = show
  useEffect(() => {
    if (!notice || shown.current === notice.id) return
    shown.current = notice.id
    latest.current(notice)
  }, [notice])
  return notice === null
}

export default function InboxPage() {
  const t = useText(texts)
  const [filter, setFilter] = useState<Filter>('all')
  const notices = useNotices(filter === 'all' ? undefined : filter)
  const signedIn = useSignedIn()
  const unread = useLiveUnread()
  const [toast, setToast] = useState<string>()
  const [asked, setAsked] = useState<Notice>()
  const newest = notices.first.data?.items[0]
  const refetch = (): void => {
    void notices.first.refetch()
  }
  useMore(unread, refetch)
  const opened = useOpened()
  const markRead = (notice: Notice): void => {
    if (notice.readAt === null) opened.open(notice.id)
  }
  const open = (notice: Notice): void => {
    markRead(notice)
    const address = addressOf(notice.link)
    if (address !== undefined) void go(address)
  }
  const lost = useNamed(notices, (notice) => {
    markRead(notice)
    setAsked(notice)
  })
  return (
    <Screen id="inbox-page" title={t('title')}>
      {lost && (
        <Note tone="warn">
          <View id="lost-notice">
            <Words as="b">{t('lost')}</Words>
            <Words as="s">{t('lostHint')}</Words>
          </View>
        </Note>
      )}
      {signedIn && <Filters value={filter} onChange={setFilter} />}
      {filter === 'all' && newest && (unread.data?.unread ?? 0) > 0 && (
        <ReadAll
          upTo={newest.at}
          onDone={() => {
            refetch()
            setToast(t('allRead'))
          }}
        />
      )}
      <PagedList
        id="notices"
        label={t('list')}
        pages={notices}
        idOf={({ id }) => id}
        empty={<Nothing filter={filter} onAll={() => setFilter('all')} />}
      >
        {(notice) => (
          <Item
            notice={notice}
            unread={notice.readAt === null && !opened.ids.has(notice.id)}
            onOpen={() => open(notice)}
            onWhy={() => setAsked(notice)}
          />
        )}
      </PagedList>
      {newest && <Words as="s center">{t('kept')}</Words>}
      {signedIn && <Choices />}
      {asked && <WhySheet notice={asked} onClose={() => setAsked(undefined)} />}
      <Toast text={toast} onDone={() => setToast(undefined)} />
    </Screen>
  )
}
