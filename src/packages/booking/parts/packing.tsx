/** What to bring, ticked off as it is packed. */
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { classes, Column, Icon, press, Row, Tag, Words } from '../../../ui'
import type { Matter } from '../model/answers'
import { checklist } from '../model/matters'

export const Packing = ({
  matter,
  packed,
  onChange,
}: {
  readonly matter: Pick<Matter, 'bring'>
  readonly packed: readonly string[]
  readonly onChange: (packed: readonly string[]) => void
}) => {
  const t = useText(texts)
  const things = checklist(matter)
  const done = things.filter(({ name }) => packed.includes(name)).length
  if (things.length === 0) return <Words>{t('matter.bringNothing')}</Words>
  return (
    <Column gap={4}>
      <Row>
        <Words as="s">{t('confirm.bringLead')}</Words>
        <View className="sb-s sb-nowrap" role="status" aria-live="polite">
          {t('confirm.packed', { n: done, all: things.length })}
        </View>
      </Row>
      {things.map(({ name, copies, required }, index) => {
        const on = packed.includes(name)
        return (
          <View
            key={name}
            id={`bring-${index}`}
            className={classes('bk-check', on && 'on')}
            {...press({
              role: 'switch',
              chosen: on,
              label: [name, copies, t(required ? 'confirm.required' : 'confirm.optional')]
                .filter(Boolean)
                .join(t('pause')),
              onPress: () => onChange(on ? packed.filter((other) => other !== name) : [...packed, name]),
            })}
          >
            <View className="bk-box" aria-hidden="true">
              <Icon name="check" size="small" />
            </View>
            <View className="grow bk-name">
              {name}
              {copies && <View className="sb-s">{copies}</View>}
            </View>
            {!required && <Tag tone="quiet">{t('confirm.optional')}</Tag>}
          </View>
        )
      })}
    </Column>
  )
}
