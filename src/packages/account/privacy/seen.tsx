/** Who saw my data: newest first, more by a tap. */
import { useState } from 'react'
import { api, type Output } from '../../../client/api'
import { useQuery } from '../../../client/use-query'
import { useAction } from '../../../client/use-action'
import { useLanguage, useText } from '../../../messages'
import { accountTexts } from '../../../messages/account'
import { common } from '../../../messages/common'
import { momentText } from '../../../messages/dates'
import { Await, Badge, Button, Card, Column, List, ListItem, Note, Words } from '../../../ui'

type Page = Output<'accounts', 'accessLog'>
type Field = 'name' | 'number' | 'phone'

const isField = (text: string): text is Field => text === 'name' || text === 'number' || text === 'phone'

const Rows = ({ first }: { readonly first: Page }) => {
  const t = useText(accountTexts)
  const words = useText(common)
  const language = useLanguage()
  const [later, setLater] = useState<readonly Page[]>([])
  const more = useAction((after: string) => api.accounts.accessLog({ after, limit: 20 }))
  const pages = [first, ...later]
  const next = pages[pages.length - 1]?.next
  const items = pages.flatMap((page) => page.items)
  if (items.length === 0)
    return (
      <Card>
        <Words as="s">{t('seenNone')}</Words>
      </Card>
    )
  return (
    <Column gap={8}>
      <List id="seen">
        {items.map((item, index) => (
          <ListItem
            key={`${item.at}-${index}`}
            lead={<Badge icon="eye" tone="quiet" />}
            title={`${item.who} ${t('seenRow', { field: isField(item.field) ? t(`field_${item.field}`) : item.field })}`}
            note={`${momentText(item.at, language)} · ${t('purpose', { text: item.purpose })}`}
          />
        ))}
      </List>
      {more.error && (
        <Note tone="danger" icon="warn">
          {more.error.message}
        </Note>
      )}
      {next !== undefined && (
        <Button
          kind="text"
          loading={more.busy}
          onPress={() => void more.run(next).then((page) => page && setLater((before) => [...before, page]))}
        >
          {words('more')}
        </Button>
      )}
    </Column>
  )
}

export const AccessLog = () => {
  const log = useQuery('my:accessLog', () => api.accounts.accessLog({ limit: 20 }))
  return <Await query={log}>{(first) => <Rows key={log.at} first={first} />}</Await>
}
