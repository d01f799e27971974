/** What I was told, newest first: each opens the thing itself and is read by that; or all are marked as read. */
import { useState } from 'react'
import { api, type Output } from '../../../client/api'
import { drawKey } from '../../../client/intention'
import { go, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { usePages } from '../../../client/use-pages'
import { knowUnread, useUnread } from '../../../client/use-unread'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Button, Card, Column, Empty, Note, PagedList, Row, Screen, Tag, Toast, Words } from '../../../ui'
import { texts } from '../messages'
import { addressOf } from '../model/opens'

type Notice = Output<'inbox', 'mine'>['items'][number]

const useNotices = () =>
  usePages('my:notices', {
    fetch: (after) => api.inbox.mine({ limit: 20, ...(after === undefined ? {} : { after }) }),
    idOf: ({ id }: Notice) => id,
  })

/** Read as soon as they are opened; a mark that does not get through is unread again, and made at the next opening. */
const useOpened = () => {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set())
  const open = (id: string): void => {
    setIds((before) => new Set([...before, id]))
    void api.inbox
      .read({ id }, { key: drawKey() })
      .then(knowUnread, () => setIds((before) => new Set([...before].filter((one) => one !== id))))
  }
  return { ids, open }
}

const Item = ({
  notice,
  unread,
  onOpen,
}: {
  readonly notice: Notice
  readonly unread: boolean
  readonly onOpen: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <Card id={`notice-${notice.id}`} next={unread} onPress={onOpen}>
      <Column gap={8}>
        <Row top gap={8}>
          <Words as={unread ? 'h' : ''}>{notice.title}</Words>
          {unread && <Tag>{t('unread')}</Tag>}
        </Row>
        {notice.body !== '' && <Words>{notice.body}</Words>}
        <Words as="s num">{momentText(notice.at, language)}</Words>
      </Column>
    </Card>
  )
}

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

export default function InboxPage() {
  const t = useText(texts)
  const notices = useNotices()
  const unread = useUnread()
  const [toast, setToast] = useState<string>()
  const newest = notices.first.data?.items[0]
  const refetch = (): void => {
    void notices.first.refetch()
  }
  const opened = useOpened()
  const open = (notice: Notice): void => {
    if (notice.readAt === null) opened.open(notice.id)
    const address = addressOf(notice.link)
    if (address !== undefined) void go(address)
  }
  return (
    <Screen id="inbox-page" title={t('title')}>
      {newest && (unread.data?.unread ?? 0) > 0 && (
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
        empty={
          <Empty icon="bell" title={t('empty')} action={t('book')} onAction={() => void go(routes.halls())}>
            {t('emptyHint')}
          </Empty>
        }
      >
        {(notice) => (
          <Item
            notice={notice}
            unread={notice.readAt === null && !opened.ids.has(notice.id)}
            onOpen={() => open(notice)}
          />
        )}
      </PagedList>
      {newest && <Words as="s center">{t('kept')}</Words>}
      <Toast text={toast} onDone={() => setToast(undefined)} />
    </Screen>
  )
}
