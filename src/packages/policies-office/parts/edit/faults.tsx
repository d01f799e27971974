/** Everything that is wrong with a draft, at once, each a way to its field. */
import { View } from '@tarojs/components'
import { useText } from '../../../../messages'
import { Icon, named, press, role, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { Problem } from '../../model/problems'
import { idOf, useFieldName, useProblemWords } from './words'

export const Faults = ({
  problems,
  onGo,
}: {
  readonly problems: readonly Problem[]
  readonly onGo: (path: string) => void
}) => {
  const t = useText(texts)
  const fieldName = useFieldName()
  const problemWords = useProblemWords()
  if (problems.length === 0) return null
  return (
    <View {...named('faults')} className="sb-note danger sb-faults">
      <View {...role('status')} aria-live="polite">
        <Words as="b">{t('edit.faults', { n: problems.length })}</Words>
      </View>
      {problems.map((problem) => (
        <View
          key={`${problem.path}${problem.kind}`}
          {...named(`fault-${idOf(problem.path)}`)}
          className="sb-fault"
          {...press({ role: 'link', onPress: () => onGo(problem.path) })}
        >
          <View className="grow">
            {t('edit.fault', { label: fieldName(problem.path), problem: problemWords(problem) })}
          </View>
          <Icon name="next" size="small" />
        </View>
      ))}
    </View>
  )
}
