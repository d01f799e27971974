/** For whom: one of the taxpayers I act for, or a new one. */
import { View } from '@tarojs/components'
import type { Taxpayer } from '../../../client/api'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { Button, classes, Column, Icon, press, Row, Tag, Words } from '../../../ui'

export const TaxpayerChoice = ({
  taxpayers,
  value,
  onChange,
  onAdd,
}: {
  readonly taxpayers: readonly Taxpayer[]
  readonly value: string | undefined
  readonly onChange: (id: string) => void
  readonly onAdd: () => void
}) => {
  const t = useText(texts)
  if (taxpayers.length === 0) {
    return (
      <Column gap={12}>
        <Words as="s">{t('confirm.noOne')}</Words>
        <Button id="add-taxpayer" icon="plus" onPress={onAdd}>
          {t('confirm.add')}
        </Button>
      </Column>
    )
  }
  return (
    <Column gap={8}>
      <View className="sb-col g8" role="radiogroup" aria-label={t('confirm.who')}>
        {taxpayers.map((taxpayer) => (
          <View
            key={taxpayer.id}
            id={`for-${taxpayer.id}`}
            className={classes('bk-who', taxpayer.id === value && 'on')}
            {...press({
              role: 'radio',
              chosen: taxpayer.id === value,
              label: `${taxpayer.name} ${taxpayer.number} ${t(`confirm.${taxpayer.standing}`)}`,
              onPress: () => onChange(taxpayer.id),
            })}
          >
            <View className="bk-dot" aria-hidden="true" />
            <View className="sb-s">
              <Icon name={taxpayer.kind === 'person' ? 'me' : 'company'} />
            </View>
            <Column gap={4} grow>
              <Row start wrap gap={8}>
                <Words>{taxpayer.name}</Words>
                <Tag tone={taxpayer.standing === 'verified' ? 'ok' : 'quiet'}>
                  {t(`confirm.${taxpayer.standing}`)}
                </Tag>
              </Row>
              <View className="sb-s sb-num bk-number">{taxpayer.number}</View>
            </Column>
          </View>
        ))}
      </View>
      <Button id="add-taxpayer" kind="text" icon="plus" onPress={onAdd}>
        {t('confirm.addAnother')}
      </Button>
    </Column>
  )
}
