/** Where else: the wallet, what is handed in, the title book, the lottery. */
import { go, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Badge, List, ListItem, type IconName, type Tone } from '../../../ui'
import { texts } from '../messages'

interface Door {
  readonly name: 'wallet' | 'lists' | 'titles' | 'lottery'
  readonly icon: IconName
  readonly tone?: Tone
  readonly to: string
}

const DOORS: readonly Door[] = [
  { name: 'wallet', icon: 'invoice', to: routes.wallet() },
  { name: 'lists', icon: 'out', tone: 'ok', to: routes.reimbursements },
  { name: 'titles', icon: 'company', to: routes.invoiceTitles },
  { name: 'lottery', icon: 'idea', tone: 'gold', to: routes.lottery },
]

export const Doors = () => {
  const t = useText(texts)
  return (
    <List id="doors">
      {DOORS.map(({ name, icon, tone, to }) => (
        <ListItem
          key={name}
          id={`door-${name}`}
          lead={<Badge icon={icon} tone={tone} />}
          title={t(`door.${name}`)}
          note={t(`door.${name}.note`)}
          onPress={() => void go(to)}
        />
      ))}
    </List>
  )
}
