/** Chips: one of a few, or several of many. For sub-packages alone. */
import { View } from '@tarojs/components'
import { Icon } from './basics'
import type { Choice } from './forms'
import { classes, named, press, role } from './press'
import './chips.css'

interface ChipsProps<V extends string> {
  readonly id: string
  readonly label: string
  readonly choices: readonly Choice<V>[]
}

/** One of them; `onChange` says which. */
export function Chips<V extends string>({
  id,
  label,
  choices,
  value,
  onChange,
}: ChipsProps<V> & { readonly value: V; readonly onChange: (value: V) => void }) {
  return (
    <View {...named(id)} className="sb-chips" {...role('radiogroup')} aria-label={label}>
      {choices.map((choice) => (
        <View
          key={choice.value}
          {...named(`${id}-${choice.value}`)}
          className={classes('sb-chip', choice.value === value && 'on')}
          {...press({
            role: 'radio',
            chosen: choice.value === value,
            label: choice.text,
            onPress: () => onChange(choice.value),
          })}
        >
          {choice.text}
        </View>
      ))}
    </View>
  )
}

/** Several of them, at most `most`: the rest are closed then. They stay in the order in which they are shown. */
export function CheckChips<V extends string>({
  id,
  label,
  choices,
  values,
  most = choices.length,
  onChange,
}: ChipsProps<V> & {
  readonly values: readonly V[]
  readonly most?: number
  readonly onChange: (values: readonly V[]) => void
}) {
  const full = values.length >= most
  const turn = (tapped: V): void => {
    const isOn = (one: V): boolean => (one === tapped) !== values.includes(one)
    const shown = choices.map(({ value }) => value)
    onChange([...values.filter((one) => !shown.includes(one)), ...shown.filter(isOn)])
  }
  return (
    <View {...named(id)} className="sb-chips" {...role('group')} aria-label={label}>
      {choices.map(({ value, text }) => {
        const on = values.includes(value)
        const off = full && !on
        return (
          <View
            key={value}
            {...named(`${id}-${value}`)}
            className={classes('sb-chip', on && 'on', off && 'off')}
            {...press({
              role: 'checkbox',
              chosen: on,
              disabled: off,
              label: text,
              onPress: () => turn(value),
            })}
          >
            {on && <Icon name="check" size="small" />}
            {text}
          </View>
        )
      })}
    </View>
  )
}

/** What was chosen elsewhere, each to be taken away again. */
export const ChosenChips = ({
  id,
  label,
  items,
  removeText,
  onRemove,
}: {
  readonly id: string
  readonly label: string
  readonly items: readonly Choice<string>[]
  /** What the chip does, in words: Remove Catering. */
  readonly removeText: (name: string) => string
  readonly onRemove: (value: string) => void
}) => (
  <View {...named(id)} className="sb-chips" {...role('list')} aria-label={label}>
    {items.map(({ value, text }) => (
      <View key={value} {...role('listitem')}>
        <View
          {...named(`${id}-${value}`)}
          className="sb-chip on"
          {...press({ label: removeText(text), onPress: () => onRemove(value) })}
        >
          {text}
          <Icon name="close" size="small" />
        </View>
      </View>
    ))}
  </View>
)
