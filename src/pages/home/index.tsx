/** Home: search, the next thing to do, four doors, the deadlines. */
import Taro, { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { numbersChanged } from '../../client/own-numbers'
import { invalidate } from '../../client/queries'
import { go, routes } from '../../client/routes'
import { UNREAD } from '../../client/use-unread'
import { WAITS } from '../../client/waits'
import { useText } from '../../messages'
import { texts } from './messages'
import { Badge, Card, press, Screen, SearchDoor, Words, type IconName, type Tone } from '../../ui'
import { openSearch } from '../services/search'
import { DEADLINES, DeadlineStrip } from './deadline-strip'
import { NextCard } from './next-card'
import { NumberFirst } from './number-first'
import { PRIZES, PrizeFirst } from './prize-first'
import { RefundFirst, WAITING } from './refund-first'
import { SeatFirst } from './seat-first'
import { UnreadLine } from './unread-line'
import './index.css'

interface Door {
  readonly text: 'entryBook' | 'entryRefund' | 'entryInvoice' | 'entryHelp'
  readonly icon: IconName
  readonly tone?: Tone
  readonly to: string
}

const DOORS: readonly Door[] = [
  { text: 'entryBook', icon: 'calendar', to: routes.halls() },
  { text: 'entryRefund', icon: 'refund', tone: 'ok', to: routes.refunds },
  { text: 'entryInvoice', icon: 'invoice', tone: 'gold', to: routes.invoices },
  { text: 'entryHelp', icon: 'help', to: routes.help },
]

const Doors = () => {
  const t = useText(texts)
  return (
    <Card>
      <View className="home-grid">
        {DOORS.map(({ text, icon, tone, to }) => (
          <View
            key={text}
            id={`door-${text}`}
            className="home-door"
            {...press({ role: 'link', label: t(text), onPress: () => void go(to) })}
          >
            <Badge icon={icon} tone={tone} />
            <Words>{t(text)}</Words>
          </View>
        ))}
      </View>
    </Card>
  )
}

export default function Home() {
  const t = useText(texts)
  useShareAppMessage(() => ({ title: t('share'), path: routes.home }))
  usePullDownRefresh(() => {
    invalidate('my:mine')
    invalidate(WAITS)
    invalidate(UNREAD)
    invalidate(WAITING)
    invalidate(PRIZES)
    invalidate(DEADLINES)
    numbersChanged()
    Taro.stopPullDownRefresh()
  })
  return (
    <Screen id="home" title={t('title')} tab>
      <SearchDoor id="home-search" text={t('search')} onPress={() => void openSearch()} />
      <NumberFirst />
      <SeatFirst />
      <RefundFirst />
      <PrizeFirst />
      <NextCard />
      <UnreadLine />
      <Doors />
      <DeadlineStrip />
    </Screen>
  )
}
