/** One control for each kind of single value of the editor. */
import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import { clockText } from '../../../../../functions/core/pure/time'
import type { Value } from '../../../../../functions/core/pure/forms'
import { say, type Text } from '../../../../../functions/core/pure/text'
import { useLanguage, useText } from '../../../../messages'
import { classes, inputName, named, press, role, Toggle } from '../../../../ui'
import { CheckRow } from '../../../../ui/check'
import { FieldInput } from '../../../../ui/form-inputs'
import { texts } from '../../messages'
import type { CodesItem, FieldItem, ManyItem, PickItem, TimeItem, ToggleItem } from '../../model/items'
import { listAt, valueAt, type Json } from '../../model/tree'
import { idOf, useEditing } from './editing'
import { Told, useIsWrong } from './told'

/** `bare`: the rule around it has said its name already. */
interface Of<I> {
  readonly item: I
  readonly bare?: boolean
}

const Label = ({ of, bare }: { readonly of: Text; readonly bare: boolean | undefined }) => {
  const language = useLanguage()
  return bare ? null : <View className="sb-b">{say(of, language)}</View>
}

const scalar = (value: Json): Value | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined

export const FieldControl = ({ item, bare }: Of<FieldItem>) => {
  const t = useText(texts)
  const language = useLanguage()
  const { draft, today, set } = useEditing()
  const bad = useIsWrong(item.path)
  const { path, field, label, hint, empty } = item
  const unit = field.type === 'money' ? t('edit.yuan') : undefined
  return (
    <View className="sb-field">
      <Label of={label} bare={bare} />
      <View className={classes('sb-field-box', 'sb-field-row', bad && 'bad')}>
        <FieldInput
          id={idOf(path)}
          field={field}
          name={say(label, language)}
          value={scalar(valueAt(draft, path))}
          today={today}
          bad={bad}
          onChange={(value) => set(path, value === '' && empty === null ? null : value)}
          onLeave={() => undefined}
        />
        {unit !== undefined && (
          <View className="sb-field-unit" aria-hidden="true">
            {unit}
          </View>
        )}
      </View>
      <Told path={path} hint={hint} />
    </View>
  )
}

/** What is typed stands as typed; what it means goes into the draft. */
const TypedControl = ({
  item,
  bare,
  shown,
  read,
}: Of<TimeItem | CodesItem> & {
  readonly shown: string
  readonly read: (typed: string) => Json
}) => {
  const language = useLanguage()
  const { set } = useEditing()
  const [typed, setTyped] = useState<string>()
  const bad = useIsWrong(item.path)
  return (
    <View className="sb-field">
      <Label of={item.label} bare={bare} />
      <View className={classes('sb-field-box', bad && 'bad')}>
        <Input
          {...named(idOf(item.path))}
          className="sb-input"
          value={typed ?? shown}
          maxlength={400}
          {...inputName(say(item.label, language), bad)}
          onInput={(event) => {
            setTyped(event.detail.value)
            set(item.path, read(event.detail.value))
          }}
          onBlur={() => setTyped(undefined)}
        />
      </View>
      <Told path={item.path} hint={item.hint} />
    </View>
  )
}

const CLOCK = /^(\d{1,2})[:：](\d{2})$/

/** Minutes; what is no time stays as it was typed. */
export const readClock = (typed: string): Json => {
  const [, hours, minutes] = CLOCK.exec(typed.trim()) ?? []
  if (hours === undefined || minutes === undefined || Number(minutes) > 59) return typed
  return Number(hours) * 60 + Number(minutes)
}

export const TimeControl = ({ item, bare }: Of<TimeItem>) => {
  const value = valueAt(useEditing().draft, item.path)
  const shown = typeof value === 'number' ? clockText(value) : String(scalar(value) ?? '')
  return <TypedControl item={item} bare={bare ?? false} shown={shown} read={readClock} />
}

export const readCodes = (typed: string): Json => typed.split(/[\s,，、;；]+/).filter((code) => code !== '')

export const CodesControl = ({ item, bare }: Of<CodesItem>) => {
  const language = useLanguage()
  const codes = listAt(useEditing().draft, item.path)
  const shown = codes.map(String).join(language === 'en' ? ', ' : '、')
  return <TypedControl item={item} bare={bare ?? false} shown={shown} read={readCodes} />
}

export const PickControl = ({ item, bare }: Of<PickItem>) => {
  const language = useLanguage()
  const { set } = useEditing()
  const label = say(item.label, language)
  return (
    <View className="sb-field">
      <Label of={item.label} bare={bare} />
      <View {...named(idOf(item.path))} className="sb-choices" {...role('radiogroup')} aria-label={label}>
        {item.choices.map((choice) => (
          <View
            key={choice.key}
            {...named(`${idOf(item.path)}-${choice.key}`)}
            className={classes('sb-choice', choice.key === item.chosen && 'on')}
            {...press({
              role: 'radio',
              chosen: choice.key === item.chosen,
              label: say(choice.label, language),
              onPress: () => set(item.path, choice.value),
            })}
          >
            <View className="sb-choice-mark" aria-hidden="true" />
            <View className="grow">{say(choice.label, language)}</View>
          </View>
        ))}
      </View>
      <Told path={item.path} hint={item.hint} />
    </View>
  )
}

export const ManyControl = ({ item, bare }: Of<ManyItem>) => {
  const language = useLanguage()
  const { draft, set } = useEditing()
  const chosen = listAt(draft, item.path)
  return (
    <View className="sb-field">
      <Label of={item.label} bare={bare} />
      <View
        {...named(idOf(item.path))}
        className="sb-choices"
        {...role('group')}
        aria-label={say(item.label, language)}
      >
        {item.choices.map(({ value, label }) => (
          <CheckRow
            key={value}
            id={`${idOf(item.path)}-${value}`}
            label={say(label, language)}
            on={chosen.includes(value)}
            onChange={(on) => set(item.path, on ? [...chosen, value] : chosen.filter((one) => one !== value))}
          >
            {say(label, language)}
          </CheckRow>
        ))}
      </View>
      <Told path={item.path} hint={item.hint} />
    </View>
  )
}

export const ToggleControl = ({ item }: Of<ToggleItem>) => {
  const language = useLanguage()
  const { draft, set } = useEditing()
  return (
    <View className="sb-field">
      <View className="sb-field-label agreed">
        <View className="grow">{say(item.label, language)}</View>
        <Toggle
          id={idOf(item.path)}
          label={say(item.label, language)}
          on={valueAt(draft, item.path) === true}
          onChange={(on) => set(item.path, on)}
        />
      </View>
      <Told path={item.path} hint={item.hint} />
    </View>
  )
}
