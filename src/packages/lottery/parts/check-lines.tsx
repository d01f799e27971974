/** What was recomputed, line by line: holds, does not hold, or must be known. */
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { classes, Column, Icon, named, role, Words, type IconName } from '../../../ui'
import { texts } from '../messages'

export interface CheckLine {
  readonly key: string
  readonly state: 'holds' | 'fails' | 'note'
  readonly words: string
}

const ICONS: Readonly<Record<CheckLine['state'], IconName>> = { holds: 'check', fails: 'close', note: 'info' }

export const CheckLines = ({ id, lines }: { readonly id: string; readonly lines: readonly CheckLine[] }) => {
  const t = useText(texts)
  return (
    <View {...named(id)} {...role('list')} aria-label={t('checks.list')}>
      {lines.map(({ key, state, words }) => (
        <View
          key={key}
          {...named(`${id}-${key}`)}
          className={classes('lt-check', state)}
          {...role('listitem')}
        >
          <View className="lt-check-mark">
            <Icon name={ICONS[state]} size="small" label={t(`checks.${state}`)} />
          </View>
          <Column grow>
            <View className="lt-check-words">{words}</View>
            {state !== 'holds' && (
              <Words as={state === 'fails' ? 's danger' : 's warn'}>{t(`checks.${state}`)}</Words>
            )}
          </Column>
        </View>
      ))}
    </View>
  )
}
