/** Everything that is wrong with a draft, at once, each a way to its field. */
import { View } from '@tarojs/components'
import { say } from '../../../../../functions/core/pure/text'
import { useLanguage, useText } from '../../../../messages'
import { Icon, named, press, role, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { Part } from '../../model/items'
import { itemAt, partOf, type Problem } from '../../model/problems'
import { idOf } from './editing'

export const Faults = ({
  problems,
  parts,
  onGo,
}: {
  readonly problems: readonly Problem[]
  readonly parts: readonly Part[]
  readonly onGo: (path: string) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  if (problems.length === 0) return null
  return (
    <View {...named('faults')} className="sb-note danger sb-faults">
      <View {...role('status')} aria-live="polite">
        <Words as="b">{t('edit.faults', { n: problems.length })}</Words>
      </View>
      {problems.map(({ path, message }, at) => {
        const part = partOf(path, parts)
        const item = itemAt(path, parts)
        const label = item ? say(item.label, language) : path
        return (
          <View
            key={`${path}${message.en}`}
            {...named(`fault-${at}-${idOf(path)}`)}
            className="sb-fault"
            {...press({ role: 'link', onPress: () => onGo(path) })}
          >
            <View className="grow">
              {t('edit.fault', {
                part: part ? say(part.title, language) : '',
                label,
                problem: say(message, language),
              })}
            </View>
            <Icon name="next" size="small" />
          </View>
        )
      })}
    </View>
  )
}
