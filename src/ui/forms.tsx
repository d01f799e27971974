/** Fields that check as one types, choices, and the search box. */
import type { PropsWithChildren } from 'react'
import { Input, View } from '@tarojs/components'
import { useText } from '../messages'
import { common } from '../messages/common'
import { Icon } from './basics'
import { classes, inputName, named, press, role } from './press'

/** A labelled input. `error` blocks; `warning` only warns. */
export const Field = ({
  id,
  label,
  value,
  onInput,
  hint,
  error,
  warning,
  type = 'text',
  placeholder,
  maxlength = 200,
  onBlur,
}: {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly warning?: string | undefined
  readonly type?: 'text' | 'number' | 'idcard'
  readonly placeholder?: string
  readonly maxlength?: number
  readonly onBlur?: () => void
}) => {
  const problem = error ?? warning
  return (
    <View className="sb-field">
      <View className="sb-b">{label}</View>
      <View
        className={classes(
          'sb-field-box',
          error !== undefined && 'bad',
          error === undefined && warning !== undefined && 'warn',
        )}
      >
        <Input
          {...named(id)}
          className="sb-input"
          value={value}
          type={type}
          maxlength={maxlength}
          placeholder={placeholder}
          placeholderClass="sb-hint-text"
          {...inputName(label, error !== undefined)}
          onInput={(event) => onInput(event.detail.value)}
          onBlur={() => onBlur?.()}
        />
      </View>
      {problem === undefined ? (
        hint && <View className="sb-s">{hint}</View>
      ) : (
        <View
          id={`${id}-problem`}
          className={error === undefined ? 'sb-s sb-warn' : 'sb-s sb-danger'}
          {...role('alert')}
        >
          {problem}
        </View>
      )}
    </View>
  )
}

export interface Choice<V extends string> {
  readonly value: V
  readonly text: string
}

/** One of a few, side by side. */
export function Segmented<V extends string>({
  id,
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
    <View {...named(id)} className="sb-segments" {...role('radiogroup')} aria-label={label}>
      {choices.map((choice) => (
        <View
          key={choice.value}
          {...named(id && `${id}-${choice.value}`)}
          className={classes('sb-segment', choice.value === value && 'on')}
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

/** On or off. */
export const Toggle = ({
  id,
  label,
  on,
  onChange,
}: {
  readonly id?: string
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}) => (
  <View
    {...named(id)}
    className={classes('sb-switch', on && 'on')}
    {...press({ role: 'switch', chosen: on, label, onPress: () => onChange(!on) })}
  >
    <View className="sb-switch-knob" />
  </View>
)

/** Searches as one types. */
export const SearchBox = ({
  id,
  value,
  placeholder,
  onInput,
  onConfirm,
  focus,
}: {
  readonly id: string
  readonly value: string
  readonly placeholder: string
  readonly onInput: (value: string) => void
  readonly onConfirm?: (value: string) => void
  readonly focus?: boolean
}) => {
  const t = useText(common)
  return (
    <View className="sb-search">
      <Icon name="search" />
      <Input
        {...named(id)}
        className="sb-input"
        value={value}
        placeholder={placeholder}
        placeholderClass="sb-hint-text"
        confirmType="search"
        focus={focus}
        maxlength={60}
        {...inputName(placeholder)}
        onInput={(event) => onInput(event.detail.value)}
        onConfirm={(event) => onConfirm?.(event.detail.value)}
      />
      {value !== '' && (
        <View {...press({ label: t('clear'), onPress: () => onInput('') })}>
          <Icon name="close" size="small" />
        </View>
      )}
    </View>
  )
}

/** Looks like a search box, opens the search. */
export const SearchDoor = ({
  id,
  text,
  onPress,
}: {
  readonly id: string
  readonly text: string
  readonly onPress: () => void
}) => (
  <View {...named(id)} className="sb-search" {...press({ role: 'link', label: text, onPress })}>
    <Icon name="search" />
    <View>{text}</View>
  </View>
)

/** A form: nothing but its spacing. */
export const Fields = ({ children }: PropsWithChildren) => (
  <View className="sb-card sb-col g16">{children}</View>
)
