/** Above my appointments: today's numbers, live; above the past ones, the way to every number that I took. */
import { usePullDownRefresh } from '@tarojs/taro'
import { liveOn, numbersChanged, useNumbers } from '../../../client/own-numbers'
import { go, routes } from '../../../client/routes'
import { useLive } from '../../../client/use-live'
import { useNow } from '../../../client/use-now'
import { useText } from '../../../messages'
import { Badge, List, ListItem } from '../../../ui'
import { NumberCard } from '../../../ui/number-card'
import { texts } from '../messages'

const Today = () => {
  const numbers = useNumbers()
  const live = liveOn(numbers.data?.items ?? [], useNow())
  usePullDownRefresh(numbersChanged)
  useLive(numbers.refetch, {
    on: live.length > 0,
    of: live.map(({ state, waiting }) => `${state}${waiting?.ahead ?? ''}`).join(),
  })
  return live.map((it) => <NumberCard key={it.id} it={it} />)
}

export const MyNumbers = ({ past }: { readonly past: boolean }) => {
  const t = useText(texts)
  if (!past) return <Today />
  return (
    <List>
      <ListItem
        id="visits"
        lead={<Badge icon="clock" tone="quiet" />}
        title={t('arrive.visits')}
        note={t('arrive.visitsNote')}
        onPress={() => void go(routes.visits)}
      />
    </List>
  )
}
