/** An industry or a region: what is chosen, the way to the groups, and the way back to nothing. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { texts as ofTraits } from '../../../messages/traits'
import { Button, Icon, press } from '../../../ui'
import type { TreeGroup } from '../../../ui/trait-groups'
import { TreeChoice } from '../../../ui/tree-choice'
import { texts } from '../messages'

export const TreeField = ({
  id,
  of,
  groups,
  code,
  name,
  onChange,
}: {
  readonly id: string
  readonly of: 'industry' | 'region'
  readonly groups: readonly TreeGroup[]
  /** In the groups' own codes; null: not said. */
  readonly code: string | null
  /** Of what is chosen. */
  readonly name: string | undefined
  readonly onChange: (code: string | null) => void
}) => {
  const t = useText(texts)
  const traits = useText(ofTraits)
  const [choosing, setChoosing] = useState(false)
  const label = t(`card.${of}`)
  const shown = name ?? t('card.choose')
  return (
    <View className="sb-field">
      <View className="sb-b">{label}</View>
      <View className="sb-field-box sb-field-row">
        <View
          id={id}
          className="sb-date"
          {...press({
            label: traits('chosen', { label, value: name ?? traits('unsaid') }),
            onPress: () => setChoosing(true),
          })}
        >
          <View className={name === undefined ? 'sb-hint-text' : ''}>{shown}</View>
          <Icon name="down" size="small" />
        </View>
        {code !== null && (
          <Button
            id={`${id}-clear`}
            kind="text"
            icon="close"
            label={t('card.clear', { label })}
            onPress={() => onChange(null)}
          />
        )}
      </View>
      {choosing && (
        <TreeChoice
          id={id}
          of={of}
          groups={groups}
          chosen={code === null ? [] : [code]}
          whole={of === 'region'}
          onChoose={(picked) => {
            onChange(picked)
            setChoosing(false)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </View>
  )
}
