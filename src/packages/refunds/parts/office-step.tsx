/** Which tax office is to handle it. */
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { Await, classes, Column, Empty, Note, press, role, Words } from '../../../ui'
import { texts } from '../messages'
import { useOffices } from './queries'

export const OfficeStep = ({
  chosen,
  tried,
  onChoose,
}: {
  readonly chosen: string | undefined
  readonly tried: boolean
  readonly onChoose: (hallId: string) => void
}) => {
  const t = useText(texts)
  const offices = useOffices()
  return (
    <>
      <Words>{t('office.lead')}</Words>
      {tried && chosen === undefined && (
        <Note tone="danger" icon="warn">
          <View id="office-missing" {...role('alert')}>
            {t('office.missing')}
          </View>
        </Note>
      )}
      <Await query={offices}>
        {({ halls }) =>
          halls.length === 0 ? (
            <Empty icon="place" title={t('office.none')} />
          ) : (
            <View id="offices" className="sb-col g12" {...role('radiogroup')} aria-label={t('office.list')}>
              {halls.map((hall) => (
                <View
                  key={hall.id}
                  id={`office-${hall.id}`}
                  className={classes('sb-card', 'rf-voucher', hall.id === chosen && 'on')}
                  {...press({ role: 'radio', chosen: hall.id === chosen, onPress: () => onChoose(hall.id) })}
                >
                  <View className="sb-row g8 start top">
                    <View className="rf-mark" aria-hidden="true" />
                    <Column gap={4} grow>
                      <Words as="b">{hall.name}</Words>
                      <Words as="s">{hall.address}</Words>
                      <Words as="s num">{t('office.phone', { phone: hall.phone })}</Words>
                    </Column>
                  </View>
                </View>
              ))}
            </View>
          )
        }
      </Await>
    </>
  )
}
