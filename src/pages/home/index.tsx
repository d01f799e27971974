/** Home: search, the next thing to do, four doors, the deadlines. */
import { useState } from 'react'
import Taro, { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { invalidate } from '../../client/queries'
import { go, routes } from '../../client/routes'
import { UNREAD } from '../../client/use-unread'
import { useText } from '../../messages'
import { common } from '../../messages/common'
import { texts } from './messages'
import { Badge, Card, press, Screen, SearchDoor, Toast, Words, type IconName, type Tone } from '../../ui'
import { openSearch } from '../services/search'
import { DeadlineStrip } from './deadline-strip'
import { NextCard } from './next-card'
import { RefundFirst, WAITING } from './refund-first'
import { UnreadLine } from './unread-line'
import './index.css'

interface Door {
  readonly text: 'entryBook' | 'entryRefund' | 'entryInvoice' | 'entryHelp'
  readonly icon: IconName
  readonly tone?: Tone
  /** None while the feature is not there yet. */
  readonly to?: string
}

const DOORS: readonly Door[] = [
  { text: 'entryBook', icon: 'calendar', to: routes.halls() },
  { text: 'entryRefund', icon: 'refund', tone: 'ok', to: routes.refunds },
  { text: 'entryInvoice', icon: 'invoice', tone: 'gold' },
  { text: 'entryHelp', icon: 'help', to: routes.help },
]

const Doors = ({ onComing }: { readonly onComing: (name: string) => void }) => {
  const t = useText(texts)
  const words = useText(common)
  return (
    <Card>
      <View className="home-grid">
        {DOORS.map(({ text, icon, tone, to }) => (
          <View
            key={text}
            id={`door-${text}`}
            className="home-door"
            {...press({
              role: 'link',
              label: to ? t(text) : `${t(text)} ${words('coming')}`,
              onPress: () => (to ? void go(to) : onComing(t(text))),
            })}
          >
            <Badge icon={icon} tone={tone} />
            <Words>{t(text)}</Words>
            {!to && <View className="home-soon">{words('coming')}</View>}
          </View>
        ))}
      </View>
    </Card>
  )
}

export default function Home() {
  const t = useText(texts)
  const words = useText(common)
  const [toast, setToast] = useState<string>()
  useShareAppMessage(() => ({ title: t('share'), path: routes.home }))
  usePullDownRefresh(() => {
    invalidate('my:mine')
    invalidate(UNREAD)
    invalidate(WAITING)
    Taro.stopPullDownRefresh()
  })
  return (
    <Screen id="home" title={t('title')} tab>
      <SearchDoor id="home-search" text={t('search')} onPress={() => void openSearch()} />
      <RefundFirst />
      <NextCard />
      <UnreadLine />
      <Doors onComing={(name) => setToast(words('comingNamed', { name }))} />
      <DeadlineStrip />
      <Toast text={toast} onDone={() => setToast(undefined)} />
    </Screen>
  )
}
