/** One of a few with long names: each in its own row. */
import { View } from '@tarojs/components'
import { classes, Icon, press, role, type Choice } from '../../../ui'

export function Kinds<V extends string>({
  id = 'kind',
  label,
  choices,
  value,
  onChange,
}: {
  readonly id?: string
  readonly label: string
  readonly choices: readonly Choice<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
}) {
  return (
    <View id={id} className="dl-kinds" {...role('radiogroup')} aria-label={label}>
      {choices.map((choice) => {
        const on = choice.value === value
        return (
          <View
            key={choice.value}
            id={`${id}-${choice.value}`}
            className={classes('dl-kind', on && 'on')}
            {...press({
              role: 'radio',
              chosen: on,
              label: choice.text,
              onPress: () => onChange(choice.value),
            })}
          >
            {on && <Icon name="check" size="small" />}
            <View>{choice.text}</View>
          </View>
        )
      })}
    </View>
  )
}
