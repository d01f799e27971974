/** What was recomputed, line by line: holds, does not hold, or must be known. For sub-packages alone. */
import { View } from '@tarojs/components'
import { useText } from '../messages'
import { texts } from '../messages/cases'
import { Column, Icon, Words } from './basics'
import type { IconName } from './icon-names'
import { classes, named, role } from './press'
import './check-lines.css'

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
          className={classes('sb-checked', state)}
          {...role('listitem')}
        >
          <View className="sb-checked-mark">
            <Icon name={ICONS[state]} size="small" label={t(`checks.${state}`)} />
          </View>
          <Column grow>
            <View className="sb-checked-words">{words}</View>
            {state !== 'holds' && (
              <Words as={state === 'fails' ? 's danger' : 's warn'}>{t(`checks.${state}`)}</Words>
            )}
          </Column>
        </View>
      ))}
    </View>
  )
}
