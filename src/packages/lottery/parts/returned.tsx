/** Why the bank sent the money back, and what to do about it. */
import { View } from '@tarojs/components'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Note, role, Words } from '../../../ui'
import { texts } from '../messages'
import type { Prize } from '../model/answers'

export const Returned = ({ it }: { readonly it: Prize }) => {
  const t = useText(texts)
  const language = useLanguage()
  const { returned } = it
  if (returned === null) return null
  return (
    <Note tone="warn" icon="warn">
      <View id="returned" {...role('status')}>
        <Words as="b">{t('returned.why', { reason: returned.reason })}</Words>
        <Words>{t('returned.next', { next: returned.next })}</Words>
        <Words as="s num">{t('returned.at', { at: momentText(returned.at, language) })}</Words>
      </View>
    </Note>
  )
}
