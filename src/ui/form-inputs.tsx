/** One input for each type of a form's field. */
import { useState } from 'react'
import { Input, Picker, Textarea, View } from '@tarojs/components'
import { shownValue, type Field, type Value } from '../../functions/core/pure/forms'
import { say } from '../../functions/core/pure/text'
import type { Day } from '../../functions/core/pure/time'
import { useLanguage, useText } from '../messages'
import { texts } from '../messages/forms'
import { Icon } from './basics'
import { isNumberField, readTyped, restingText, type NumberField } from './form'
import { Segmented, Toggle } from './forms'
import { isLong, LongChoice } from './long-choice'
import { classes, named, press, role } from './press'

const web = process.env.TARO_ENV === 'h5'

export interface InputProps<F extends Field = Field> {
  readonly id: string
  readonly field: F
  /** Its name, with unit and whether it is optional. */
  readonly name: string
  readonly value: Value | undefined
  readonly today: Day
  readonly bad: boolean
  readonly onChange: (value: Value) => void
  readonly onLeave: () => void
}

type Of<T extends Field['type']> = Extract<Field, { readonly type: T }>

/** On the web names belong on the native input inside Taro's box; there the keyboard is asked for in words. */
const inputNames = (name: string, bad: boolean, inputMode?: 'decimal' | 'numeric') => {
  const names = { 'aria-label': name, ...(bad ? { 'aria-invalid': 'true' as const } : {}) }
  return process.env.TARO_ENV === 'weapp'
    ? names
    : { nativeProps: { ...names, ...(inputMode && { inputMode }), autoComplete: 'off' } }
}

/** What is typed stands as typed until the field is left, then with its thousands: nothing moves under the fingers. */
const NumberInput = ({ id, field, name, value, bad, onChange, onLeave }: InputProps<NumberField>) => {
  const [typed, setTyped] = useState<string>()
  const whole = field.type === 'count'
  // WeChat's keyboards of digits have no minus.
  const keyboard = (field.min ?? 0) < 0 || web ? 'text' : whole ? 'number' : 'digit'
  return (
    <Input
      id={id}
      className="sb-input sb-num"
      type={keyboard}
      value={typed ?? restingText(field, value)}
      maxlength={24}
      {...inputNames(name, bad, whole ? 'numeric' : 'decimal')}
      onInput={(event) => {
        setTyped(event.detail.value)
        onChange(readTyped(field, event.detail.value))
      }}
      onBlur={() => {
        setTyped(undefined)
        onLeave()
      }}
    />
  )
}

/** Longer than it may be can be typed, so that nothing is cut off unseen; the fault says how long it may be. */
const ROOM = 2

const TextInput = ({
  id,
  field,
  name,
  value,
  bad,
  onChange,
  onLeave,
}: InputProps<Of<'text'> | Of<'code'>>) => {
  const shared = {
    id,
    value: value === undefined ? '' : String(value),
    maxlength: field.max * ROOM,
    onInput: (event: { readonly detail: { readonly value: string } }) => onChange(event.detail.value),
    onBlur: onLeave,
    ...inputNames(name, bad),
  }
  const lines = field.type === 'text' ? (field.lines ?? 1) : 1
  return lines > 1 ? (
    <Textarea {...shared} className="sb-area" style={{ height: `${lines * 1.5}em` }} />
  ) : (
    <Input {...shared} className="sb-input" />
  )
}

const EARLIEST = '1900-01-01'
const LATEST = '2199-12-31'

/** Of the browser's own input, whose types this code does not know. */
const valueOf = (event: { readonly target: unknown }): string =>
  (event.target as { readonly value: string }).value

/** Days and months by the platform's own picker: WeChat's wheels, a browser's calendar. */
const DateInput = ({
  id,
  field,
  name,
  value,
  today,
  bad,
  onChange,
  onLeave,
}: InputProps<Of<'day'> | Of<'month'>>) => {
  const t = useText(texts)
  const language = useLanguage()
  const isMonth = field.type === 'month'
  const cut = (day: Day): string => (isMonth ? day.slice(0, 7) : day)
  const text = value === undefined ? '' : String(value)
  const end = cut(field.until === 'today' ? today : LATEST)
  const choose = (chosen: string): void => {
    onChange(chosen)
    onLeave()
  }
  if (web)
    return (
      <input
        id={id}
        className="sb-date native"
        type={isMonth ? 'month' : 'date'}
        value={text}
        min={cut(EARLIEST)}
        max={end}
        placeholder={isMonth ? 'YYYY-MM' : 'YYYY-MM-DD'}
        aria-label={name}
        aria-invalid={bad}
        onChange={(event) => onChange(valueOf(event))}
        onBlur={onLeave}
      />
    )
  const shown = value === undefined ? t('choose') : shownValue(field, value, language)
  return (
    <Picker
      mode="date"
      fields={isMonth ? 'month' : 'day'}
      value={text === '' ? cut(today) : text}
      start={cut(EARLIEST)}
      end={end}
      onChange={(event) => choose(event.detail.value)}
    >
      <View id={id} className="sb-date" {...press({ label: t('chosen', { label: name, value: shown }) })}>
        <View className={value === undefined ? 'sb-hint-text' : ''}>{shown}</View>
        <Icon name="calendar" size="small" />
      </View>
    </Picker>
  )
}

const YesNoInput = ({ id, field, name, value, onChange, onLeave }: InputProps<Of<'yesNo'>>) => {
  const t = useText(texts)
  const set = (on: boolean): void => {
    onChange(on)
    onLeave()
  }
  if (field.agreed) return <Toggle id={id} label={name} on={value === true} onChange={set} />
  return (
    <Segmented
      id={id}
      label={name}
      value={value === true ? 'yes' : value === false ? 'no' : ''}
      choices={[
        { value: 'yes', text: t('yes') },
        { value: 'no', text: t('no') },
      ]}
      onChange={(chosen) => set(chosen === 'yes')}
    />
  )
}

/** One of several, each on a line of its own: names of choices are sentences as often as words. */
const ChoiceInput = ({ id, field, name, value, onChange, onLeave }: InputProps<Of<'choice'>>) => {
  const language = useLanguage()
  return (
    <View {...named(id)} className="sb-choices" {...role('radiogroup')} aria-label={name}>
      {field.choices.map((choice) => (
        <View
          key={choice.value}
          {...named(`${id}-${choice.value}`)}
          className={classes('sb-choice', choice.value === value && 'on')}
          {...press({
            role: 'radio',
            chosen: choice.value === value,
            label: say(choice.label, language),
            onPress: () => {
              onChange(choice.value)
              onLeave()
            },
          })}
        >
          <View className="sb-choice-mark" aria-hidden="true" />
          <View className="grow">{say(choice.label, language)}</View>
        </View>
      ))}
    </View>
  )
}

export const FieldInput = (props: InputProps) => {
  const { field } = props
  if (isNumberField(field)) return <NumberInput {...props} field={field} />
  switch (field.type) {
    case 'day':
    case 'month':
      return <DateInput {...props} field={field} />
    case 'text':
    case 'code':
      return <TextInput {...props} field={field} />
    case 'yesNo':
      return <YesNoInput {...props} field={field} />
    case 'choice':
      return isLong(field) ? (
        <LongChoice {...props} field={field} />
      ) : (
        <ChoiceInput {...props} field={field} />
      )
  }
}
