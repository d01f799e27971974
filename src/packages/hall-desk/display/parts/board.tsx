/** The board itself: the call on top, the windows with their numbers, how many wait. Numbers alone, nobody's name. */
import { View } from '@tarojs/components'
import { useText } from '../../../../messages'
import { classes, role } from '../../../../ui'
import { texts } from '../../messages'
import type { WholeBoard } from '../../model/board-feed'
import type { Announced } from './use-calls'

type WindowOf = WholeBoard['windows'][number]

/** All windows are on the screen at once: nobody turns pages on a wall. */
const crowdOf = (windows: number): 'some' | 'many' | 'crowd' => {
  if (windows <= 6) return 'some'
  return windows <= 12 ? 'many' : 'crowd'
}

const Top = ({ board, top, fresh }: Announced & { readonly board: WholeBoard }) => {
  const t = useText(texts)
  if (board.state !== 'open' && !top)
    return (
      <View id="wall-state" className="hd-top state" {...role('status')} aria-live="polite">
        <View className="hd-top-words">{t(`wall.${board.state}`)}</View>
        <View className="hd-top-note">{t(`wall.${board.state}Note`)}</View>
      </View>
    )
  if (!top)
    return (
      <View id="wall-idle" className="hd-top state">
        <View className="hd-top-words">{t('wall.idle')}</View>
      </View>
    )
  return (
    <View
      key={top.key}
      id="wall-call"
      className={classes('hd-top', fresh && 'fresh', crowdOf(board.windows.length))}
      {...role('status')}
      aria-live="polite"
      aria-label={t('wall.call', { number: top.number, window: top.window })}
    >
      <View className="hd-top-number sb-num">{top.number}</View>
      <View className="hd-top-to">{t('wall.to', { window: top.window })}</View>
    </View>
  )
}

const useDoing = () => {
  const t = useText(texts)
  return ({ at, state }: WindowOf): string => {
    if (at) return t(at.serving ? 'wall.serving' : 'wall.called')
    return t(state === 'open' ? 'wall.free' : 'wall.paused')
  }
}

const Line = ({ one, on }: { readonly one: WindowOf; readonly on: boolean }) => {
  const t = useText(texts)
  const doing = useDoing()
  return (
    <View
      id={`wall-window-${one.window}`}
      className={classes('hd-line', on && 'on', one.at?.serving && 'serving', !one.at && 'none', one.state)}
      {...role('listitem')}
    >
      <View className="hd-line-window">{t('wall.window', { window: one.window })}</View>
      <View className="hd-line-number sb-num">{one.at?.number ?? '—'}</View>
      <View className="hd-line-doing">{doing(one)}</View>
    </View>
  )
}

export const Board = ({
  board,
  announced,
}: {
  readonly board: WholeBoard
  readonly announced: Announced
}) => {
  const t = useText(texts)
  return (
    <View className="hd-board">
      <Top board={board} {...announced} />
      {board.windows.length === 0 ? (
        <View id="wall-none" className="hd-none">
          {t('wall.noWindows')}
        </View>
      ) : (
        <View
          className={classes('hd-lines', crowdOf(board.windows.length))}
          {...role('list')}
          aria-label={t('wall.windows')}
        >
          {board.windows.map((one) => (
            <Line key={one.window} one={one} on={one.window === announced.top?.window} />
          ))}
        </View>
      )}
    </View>
  )
}
