/** Which port one means to leave by. */
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { Await, Card, classes, Column, Empty, press, role, Words } from '../../../ui'
import { texts } from '../messages'
import type { Port } from '../model/answers'
import { usePorts } from './queries'

export const PortChoice = ({
  chosen,
  tried,
  onChoose,
}: {
  readonly chosen: string | undefined
  /** One tried to go on: that none is chosen is a fault now. */
  readonly tried: boolean
  readonly onChoose: (port: Port) => void
}) => {
  const t = useText(texts)
  const ports = usePorts()
  return (
    <Card id="ports">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('port.title')}
        </Words>
        <Words as="s">{t('port.lead')}</Words>
        {tried && chosen === undefined && (
          <View id="port-missing" className="sb-s sb-danger" {...role('alert')}>
            {t('port.missing')}
          </View>
        )}
        <Await query={ports}>
          {({ halls }) =>
            halls.length === 0 ? (
              <Empty icon="place" title={t('port.none')} />
            ) : (
              <View className="sb-choices" {...role('radiogroup')} aria-label={t('port.list')}>
                {halls.map((port) => (
                  <View
                    key={port.id}
                    id={`port-${port.id}`}
                    className={classes('sb-choice', port.id === chosen && 'on')}
                    {...press({
                      role: 'radio',
                      label: port.name,
                      chosen: port.id === chosen,
                      onPress: () => onChoose(port),
                    })}
                  >
                    <View className="sb-choice-mark" aria-hidden="true" />
                    <Column grow>
                      <Words>{port.name}</Words>
                      <Words as="s">{port.address}</Words>
                    </Column>
                  </View>
                ))}
              </View>
            )
          }
        </Await>
      </Column>
    </Card>
  )
}
