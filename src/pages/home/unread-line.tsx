/** Under the next thing to do: that something was told and is not read yet. Nothing while there is nothing. */
import { go, routes } from '../../client/routes'
import { unreadText, useUnread } from '../../client/use-unread'
import { useText } from '../../messages'
import { common } from '../../messages/common'
import { Badge, List, ListItem } from '../../ui'

export const UnreadLine = () => {
  const words = useText(common)
  const unread = useUnread().data?.unread ?? 0
  if (unread === 0) return null
  return (
    <List>
      <ListItem
        id="home-inbox"
        lead={<Badge icon="bell" tone="gold" />}
        title={words('unread', { n: unreadText(unread) })}
        onPress={() => void go(routes.inbox)}
      />
    </List>
  )
}
