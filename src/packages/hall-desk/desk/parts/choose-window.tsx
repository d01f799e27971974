/** At which window one works today; each with how it stands. */
import { View } from '@tarojs/components'
import { useText } from '../../../../messages'
import { Card, classes, Column, press, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { DeskWindow } from '../../model/answers'
import { isOthers } from '../../model/windows'

export const ChooseWindow = ({
  windows,
  onChoose,
}: {
  readonly windows: readonly DeskWindow[]
  readonly onChoose: (window: string) => void
}) => {
  const t = useText(texts)
  const stateOf = (one: DeskWindow): string => {
    if (one.mine) return t('window.mine')
    return t(isOthers(one) ? 'window.others' : 'window.closedState')
  }
  return (
    <Card id="choose-window" next>
      <Column gap={12}>
        <Column gap={4}>
          <Words as="h" level={2}>
            {t('choose.title')}
          </Words>
          <Words as="s">{t('choose.lead')}</Words>
        </Column>
        <View className="hd-windows">
          {windows.map((one) => (
            <View
              key={one.window}
              id={`window-${one.window}`}
              className={classes('hd-window', one.mine && 'mine')}
              {...press({
                label: t('choose.one', { window: one.window, state: stateOf(one) }),
                onPress: () => onChoose(one.window),
              })}
            >
              <Words as="h num">{t('window.short', { window: one.window })}</Words>
              <Words as="s">{stateOf(one)}</Words>
            </View>
          ))}
        </View>
      </Column>
    </Card>
  )
}
