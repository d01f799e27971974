/** Under the next thing to do: that something was told and is not read yet. Nothing while there is nothing. */
import { go, routes } from '../../client/routes'
import { unreadText, useUnread } from '../../client/use-unread'
import { useText } from '../../messages'
import { Badge, List, ListItem } from '../../ui'
import { texts } from './messages'

export const UnreadLine = () => {
  const t = useText(texts)
  const unread = useUnread().data?.unread ?? 0
  if (unread === 0) return null
  return (
    <List>
      <ListItem
        id="home-inbox"
        lead={<Badge icon="bell" tone="gold" />}
        title={t('unread', { n: unreadText(unread) })}
        onPress={() => void go(routes.inbox)}
      />
    </List>
  )
}
