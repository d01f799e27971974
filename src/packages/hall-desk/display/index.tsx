/** The display over a hall's windows: public, dark by design, readable from eight metres; it speaks each call once, after one tap. */
import { useEffect, useState } from 'react'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { minuteOf } from '../../../../functions/core/pure/time'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { timeText } from '../../../messages/dates'
import { classes, Empty, ErrorState, role } from '../../../ui'
import { texts } from '../messages'
import { readHallId } from '../model/params'
import { wallScreen } from '../parts/wall-screen'
import { Board } from './parts/board'
import { Foot, Stale } from './parts/foot'
import { useBoard } from './parts/use-board'
import { useCalls } from './parts/use-calls'
import '../hall-desk.css'

const web = process.env.TARO_ENV !== 'weapp'

/** The bar keeps its own colours here, whatever the theme. */
const nameScreen = (title: string): void => {
  Taro.setNavigationBarTitle({ title }).catch(() => undefined)
}

const OfHall = ({ hallId }: { readonly hallId: string }) => {
  const t = useText(texts)
  const seen = useBoard(hallId)
  const [sound, setSound] = useState(false)
  const announced = useCalls(seen.board, { sound })
  const { board, error, stale, now } = seen
  useEffect(() => wallScreen.keepAwake(), [])
  if (!board && error)
    return error.code === 'NOT_FOUND' ? <NoHall /> : <ErrorState error={error} onRetry={seen.look} />
  if (!board)
    return (
      <View className="hd-wall-loading" {...role('status')}>
        {t('wall.loading')}
      </View>
    )
  return (
    <>
      <View className="hd-wall-head">
        <View className="hd-wall-hall" {...role('heading')} aria-level={1}>
          {board.hallName}
        </View>
        {board.state === 'open' && (
          <View id="wall-waiting" className="hd-wall-fact">
            {t('wall.waiting', { n: board.waiting })}
          </View>
        )}
        <View className="hd-wall-fact sb-num">{timeText(minuteOf(now))}</View>
      </View>
      {stale !== undefined && <Stale since={stale} now={now} />}
      {board.state === 'stopped' && announced.top && (
        <View id="wall-stopped" className="hd-stale" {...role('alert')}>
          {t('wall.stopped')}
        </View>
      )}
      <Board board={board} announced={announced} />
      <Foot sound={sound} onSound={setSound} />
    </>
  )
}

const NoHall = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="desk"
      title={t('wall.noHall')}
      action={t('wall.toHalls')}
      onAction={() => void go(routes.halls())}
    >
      {t('wall.noHallWay')}
    </Empty>
  )
}

export default function HallDisplayPage() {
  const t = useText(texts)
  const hallId = readHallId(useRouter().params)
  const language = useLanguage()
  const title = t('page.wall')
  useEffect(() => nameScreen(title), [title])
  useDidShow(() => nameScreen(title))
  return (
    <View
      id="hall-display"
      className={classes('sb', 'dark', 'hd-wall', language === 'en' && 'en')}
      {...(web ? { lang: language, ...role('main') } : {})}
    >
      {hallId === undefined ? <NoHall /> : <OfHall key={hallId} hallId={hallId} />}
    </View>
  )
}
