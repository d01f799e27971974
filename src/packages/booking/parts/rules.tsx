/** Rules with their legal basis, and the word that they await confirmation. */
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { Column, named, Words } from '../../../ui'
import type { Basis } from '../model/answers'

export const Rule = ({ rule }: { readonly rule: Basis }) => {
  const t = useText(texts)
  return (
    <View className="bk-rule">
      <View>{rule.rule}</View>
      <View className="sb-s">
        {t(rule.unconfirmed ? 'basis.unconfirmed' : 'basis.settled', { basis: rule.basis })}
      </View>
    </View>
  )
}

export const Rules = ({
  id,
  title,
  rules,
}: {
  readonly id?: string
  readonly title: string
  readonly rules: readonly Basis[]
}) =>
  rules.length === 0 ? null : (
    <View {...named(id)} className="sb-card">
      <Column gap={12}>
        <Words as="b" level={2}>
          {title}
        </Words>
        <View className="sb-col g12" role="list">
          {rules.map((rule) => (
            <View key={`${rule.rule}|${rule.basis}`} role="listitem">
              <Rule rule={rule} />
            </View>
          ))}
        </View>
      </Column>
    </View>
  )
