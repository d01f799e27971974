/** The hall that is meant, and the others that do the same, once one asks for them. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Hall } from '../../../client/api'
import { useText } from '../../../messages'
import { Card, classes, press, Words } from '../../../ui'
import { texts } from '../messages'
import { Chosen } from './chosen'

export const WhichHall = ({
  halls,
  hall,
  onHall,
}: {
  readonly halls: readonly Hall[]
  readonly hall: Hall | undefined
  readonly onHall: (id: string) => void
}) => {
  const t = useText(texts)
  const [choosing, setChoosing] = useState(false)
  if (!hall) return null
  if (!choosing)
    return halls.length === 1 ? (
      <Words as="h" level={2}>
        {hall.name}
      </Words>
    ) : (
      <Chosen
        id="change-hall"
        title={hall.name}
        note={hall.address}
        change={t('change.hall')}
        onChange={() => setChoosing(true)}
      />
    )
  return (
    <Card>
      <View className="sb-col g8" role="radiogroup" aria-label={t('rebook.halls')}>
        {halls.map(({ id, name, address }) => (
          <View
            key={id}
            id={`hall-${id}`}
            className={classes('bk-who', id === hall.id && 'on')}
            {...press({
              role: 'radio',
              chosen: id === hall.id,
              label: `${name} ${address}`,
              onPress: () => {
                setChoosing(false)
                if (id !== hall.id) onHall(id)
              },
            })}
          >
            <View className="bk-dot" aria-hidden="true" />
            <View className="sb-col g4 grow">
              <Words>{name}</Words>
              <Words as="s">{address}</Words>
            </View>
          </View>
        ))}
      </View>
    </Card>
  )
}
