/** Below the board: the voice, the whole screen, and what the board is: of now, or of an earlier time. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { dayOf, minuteOf, type Instant } from '../../../../../functions/core/pure/time'
import { useLanguage, useText } from '../../../../messages'
import { common } from '../../../../messages/common'
import { momentText, timeText } from '../../../../messages/dates'
import { Icon, press, role } from '../../../../ui'
import { texts } from '../../messages'
import { voice } from '../../parts/voice'
import { wallScreen } from '../../parts/wall-screen'

/** "No connection since": with the day, when it is not today's. */
export const Stale = ({ since, now }: { readonly since: Instant; readonly now: Instant }) => {
  const t = useText(texts)
  const language = useLanguage()
  const time = dayOf(since) === dayOf(now) ? timeText(minuteOf(since)) : momentText(since, language)
  return (
    <View id="wall-stale" className="hd-stale" {...role('alert')}>
      <Icon name="offline" />
      <View>{t('wall.stale', { time })}</View>
    </View>
  )
}

export const Foot = ({
  sound,
  onSound,
}: {
  readonly sound: boolean
  readonly onSound: (on: boolean) => void
}) => {
  const t = useText(texts)
  const words = useText(common)
  const language = useLanguage()
  const can = voice.can(language)
  const [fills, setFills] = useState(() => wallScreen.canFill())
  const toggle = (): void => {
    if (sound) voice.hush()
    else voice.enable()
    onSound(!sound)
  }
  return (
    <View className="hd-foot">
      {can !== 'none' && (
        <View
          id="sound"
          className="hd-foot-button"
          {...press({ label: t(sound ? 'wall.soundOff' : 'wall.soundOn'), onPress: toggle })}
        >
          <Icon name="sound" />
          <View>{t(sound ? 'wall.soundOff' : 'wall.soundOn')}</View>
        </View>
      )}
      {fills && (
        <View
          id="fill"
          className="hd-foot-button"
          {...press({
            label: t('wall.fill'),
            onPress: () => {
              wallScreen.fill()
              setFills(false)
            },
          })}
        >
          <Icon name="out" />
          <View>{t('wall.fill')}</View>
        </View>
      )}
      {can === 'none' && <View id="no-voice">{t('wall.noVoice')}</View>}
      {can === 'lacks' && <View id="lacks-voice">{t('wall.lacksVoice')}</View>}
      <View className="hd-foot-note">{words('demonstration')}</View>
    </View>
  )
}
