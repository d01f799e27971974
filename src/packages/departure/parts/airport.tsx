/** What to do at the airport, step by step; read without network too. */
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { Card, Column, role, Words } from '../../../ui'
import { texts } from '../messages'
import '../departure.css'

const STEPS = ['1', '2', '3', '4'] as const

export const Airport = () => {
  const t = useText(texts)
  return (
    <Card id="airport">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('airport.title')}
        </Words>
        <View className="sb-col g12" {...role('list')} aria-label={t('airport.title')}>
          {STEPS.map((step) => (
            <View key={step} className="dp-step" {...role('listitem')}>
              <View className="dp-step-n sb-num" aria-hidden="true">
                {step}
              </View>
              <View className="grow">{t(`airport.${step}`)}</View>
            </View>
          ))}
        </View>
        <Words>{t('airport.other')}</Words>
        <Words as="s">{t('airport.note')}</Words>
      </Column>
    </Card>
  )
}
