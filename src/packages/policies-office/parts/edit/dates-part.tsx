/** Number, issuer, basis, category, and from when until when it holds. */
import { View } from '@tarojs/components'
import type { Field } from '../../../../../functions/core/pure/forms'
import { INTERESTS, type Interest } from '../../../../../functions/core/pure/tags'
import { say, text } from '../../../../../functions/core/pure/text'
import { dayOf } from '../../../../../functions/core/pure/time'
import { MOST } from '../../../../../functions/policies/data/limits'
import { useNow } from '../../../../client/use-now'
import { useLanguage, useText } from '../../../../messages'
import { Card, classes, Column, Words } from '../../../../ui'
import { Chips } from '../../../../ui/chips'
import { FieldInput } from '../../../../ui/form-inputs'
import { texts } from '../../messages'
import { useEditing } from './editing'
import { TextField, Told } from './text-field'
import { idOf, useFieldName } from './words'

const DAY: Field = { key: 'day', label: text('', ''), type: 'day' }
const CATEGORIES = Object.keys(INTERESTS) as readonly Interest[]

const DayField = ({
  path,
  value,
  hint,
  onChange,
}: {
  readonly path: 'effectiveFrom' | 'effectiveTo'
  readonly value: string | null
  readonly hint?: string
  readonly onChange: (day: string) => void
}) => {
  const { problems, isTold, leave } = useEditing()
  const name = useFieldName()(path)
  const today = dayOf(useNow())
  const bad = isTold(path) && problems.some((one) => one.path === path)
  return (
    <View className="sb-field">
      <View className="sb-b">{name}</View>
      <View className={classes('sb-field-box', 'sb-field-row', bad && 'bad')}>
        <FieldInput
          id={idOf(path)}
          field={DAY}
          name={name}
          value={value === null || value === '' ? undefined : value}
          today={today}
          bad={bad}
          onChange={(day) => onChange(String(day))}
          onLeave={() => leave(path)}
        />
      </View>
      <Told path={path} hint={hint} />
    </View>
  )
}

export const DatesPart = () => {
  const t = useText(texts)
  const language = useLanguage()
  const { draft, set } = useEditing()
  return (
    <Card id="part-dates">
      <Column gap={16}>
        <Words as="h" level={2}>
          {t('edit.part.dates')}
        </Words>
        <View className="sb-field">
          <View className="sb-b">{t('edit.category')}</View>
          <Chips
            id="category"
            label={t('edit.category')}
            choices={CATEGORIES.map((value) => ({ value, text: say(INTERESTS[value], language) }))}
            value={draft.category}
            onChange={(category) => set({ category })}
          />
        </View>
        <View className="po-pair">
          <DayField
            path="effectiveFrom"
            value={draft.effectiveFrom}
            onChange={(day) => set({ effectiveFrom: day })}
          />
          <DayField
            path="effectiveTo"
            value={draft.effectiveTo}
            hint={t('edit.effectiveToHint')}
            onChange={(day) => set({ effectiveTo: day === '' ? null : day })}
          />
        </View>
        <TextField
          path="number"
          most={MOST.number}
          hint={t('edit.numberHint')}
          value={draft.number}
          onChange={(number) => set({ number })}
        />
        <TextField
          path="issuer"
          most={MOST.issuer}
          value={draft.issuer}
          onChange={(issuer) => set({ issuer })}
        />
        <TextField
          path="basis"
          most={MOST.basis}
          lines={2}
          hint={t('edit.basisHint')}
          value={draft.basis}
          onChange={(basis) => set({ basis })}
        />
      </Column>
    </Card>
  )
}
