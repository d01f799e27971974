/** The rules of calling, each with its basis, and the word that it awaits confirmation. */
import { View } from '@tarojs/components'
import type { HallNow } from '../../../client/hall-now'
import { useText } from '../../../messages'
import { Card, Column, role, Words } from '../../../ui'
import { texts } from '../messages'

export const Rules = ({ rules }: { readonly rules: HallNow['rules'] }) => {
  const t = useText(texts)
  if (rules.length === 0) return null
  return (
    <Card id="rules">
      <Column gap={12}>
        <Words as="b" level={2}>
          {t('hall.rules')}
        </Words>
        <View className="sb-col g12" {...role('list')} aria-label={t('hall.rules')}>
          {rules.map(({ rule, basis, unconfirmed }) => (
            <View key={rule} className="q-rule" {...role('listitem')}>
              <Words>{rule}</Words>
              <Words as="s">{t(unconfirmed ? 'rule.unconfirmed' : 'rule.settled', { basis })}</Words>
            </View>
          ))}
        </View>
      </Column>
    </Card>
  )
}
