/** A key result in sentences, to be read out: on screen in large type, where the same figures stand around it otherwise. */
import { View } from '@tarojs/components'
import { useText } from '../messages'
import { texts } from '../messages/cases'
import { Words } from './basics'
import { named } from './press'
import './spoken.css'

export const Spoken = ({ id, children }: { readonly id?: string; readonly children: string }) => {
  const t = useText(texts)
  return (
    <View {...named(id)} className="sb-spoken">
      <Words as="s" level={3}>
        {t('read')}
      </Words>
      <View className="sb-spoken-words">{children}</View>
    </View>
  )
}
