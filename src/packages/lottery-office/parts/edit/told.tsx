/** What is wrong with an item, below it, and what helps to fill it in. */
import { View } from '@tarojs/components'
import { say, type Text } from '../../../../../functions/core/pure/text'
import { useLanguage } from '../../../../messages'
import { named, role, Words } from '../../../../ui'
import { idOf, useEditing } from './editing'

export const Told = ({ path, hint }: { readonly path: string; readonly hint?: Text | undefined }) => {
  const language = useLanguage()
  const { problems } = useEditing()
  const here = problems.filter((problem) => problem.path === path)
  return (
    <>
      {here.map(({ message }) => (
        <View
          key={message.en}
          {...named(`${idOf(path)}-problem`)}
          className="sb-s sb-danger"
          {...role('alert')}
        >
          {say(message, language)}
        </View>
      ))}
      {hint && <Words as="s">{say(hint, language)}</Words>}
    </>
  )
}

export const useIsWrong = (path: string): boolean =>
  useEditing().problems.some((problem) => problem.path === path)
