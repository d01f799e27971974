/** One of a great many, such as a country: by the platform's own picker, which one can type into or turn. */
import { Picker, View } from '@tarojs/components'
import type { Field, Value } from '../../functions/core/pure/forms'
import { say } from '../../functions/core/pure/text'
import { useLanguage, useText } from '../messages'
import { texts } from '../messages/forms'
import { Icon } from './basics'
import { press } from './press'

type ChoiceField = Extract<Field, { readonly type: 'choice' }>

/** More than this many do not stand on lines of their own. */
const MOST_LINES = 12

export const isLong = (field: Field): boolean => field.type === 'choice' && field.choices.length > MOST_LINES

const web = process.env.TARO_ENV === 'h5'

/** Of the browser's own select, whose types this code does not know. */
const valueOf = (event: { readonly target: unknown }): string =>
  (event.target as { readonly value: string }).value

export const LongChoice = ({
  id,
  field,
  name,
  value,
  bad,
  onChange,
  onLeave,
}: {
  readonly id: string
  readonly field: ChoiceField
  readonly name: string
  readonly value: Value | undefined
  readonly bad: boolean
  readonly onChange: (value: Value) => void
  readonly onLeave: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const { choices } = field
  const chosen = choices.findIndex((one) => one.value === value)
  const words = choices.map(({ label }) => say(label, language))
  const choose = (picked: string): void => {
    onChange(picked)
    onLeave()
  }
  if (web)
    return (
      <select
        id={id}
        className="sb-date native"
        value={chosen < 0 ? '' : String(value)}
        aria-label={name}
        aria-invalid={bad}
        onChange={(event) => onChange(valueOf(event))}
        onBlur={onLeave}
      >
        <option value="">{t('choose')}</option>
        {choices.map((one, at) => (
          <option key={one.value} value={one.value}>
            {words[at]}
          </option>
        ))}
      </select>
    )
  const shown = words[chosen] ?? t('choose')
  return (
    <Picker
      mode="selector"
      range={words}
      value={Math.max(0, chosen)}
      onChange={(event) => choose(choices[Number(event.detail.value)]?.value ?? '')}
    >
      <View id={id} className="sb-date" {...press({ label: t('chosen', { label: name, value: shown }) })}>
        <View className={chosen < 0 ? 'sb-hint-text' : ''}>{shown}</View>
        <Icon name="down" size="small" />
      </View>
    </Picker>
  )
}
