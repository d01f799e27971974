/** A traveller's refund goes another way, and asks for no taxpayer: its door. */
import { go, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Badge, List, ListItem } from '../../../ui'
import { texts } from '../messages'

export const DepartureDoor = () => {
  const t = useText(texts)
  return (
    <List>
      <ListItem
        id="departure"
        lead={<Badge icon="globe" tone="gold" />}
        title={t('departure.title')}
        note={t('departure.note')}
        onPress={() => void go(routes.departures)}
      />
    </List>
  )
}
