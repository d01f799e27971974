/** Which part of the wallet: a month, a category, or all of it. */
import { View } from '@tarojs/components'
import type { Field as FormField } from '../../../../functions/core/pure/forms'
import { text } from '../../../../functions/core/pure/text'
import { categories, isCategory } from '../../../../functions/invoices/data/categories'
import { useText } from '../../../messages'
import { Button, Card, Column } from '../../../ui'
import { FieldInput } from '../../../ui/form-inputs'
import { LongChoice } from '../../../ui/long-choice'
import '../../../ui/form-fields.css'
import { texts } from '../messages'
import type { Filter } from './queries'
import { useToday } from './words'

const MONTH: FormField = { key: 'month', label: text('', ''), type: 'month', until: 'today' }
const ALL = 'all'
/** @param all what stands for every category, in words */
const categoryField = (all: string): Extract<FormField, { readonly type: 'choice' }> => ({
  key: 'category',
  label: text('', ''),
  type: 'choice',
  choices: [
    { value: ALL, label: text(all, all) },
    ...categories.map(({ code, name }) => ({ value: code, label: name })),
  ],
})

export const Filters = ({
  filter,
  onChange,
}: {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}) => {
  const t = useText(texts)
  const today = useToday()
  const { month, category } = filter
  const filtered = month !== undefined || category !== undefined
  return (
    <Card id="filters">
      <Column gap={12}>
        <View className="sb-pair">
          <View className="sb-field">
            <View className="sb-s">{t('month')}</View>
            <View className="sb-field-box sb-field-row">
              <FieldInput
                id="filter-month"
                field={MONTH}
                name={t('month')}
                value={month}
                today={today}
                bad={false}
                onChange={(value) => onChange({ category, month: value === '' ? undefined : String(value) })}
                onLeave={() => undefined}
              />
            </View>
          </View>
          <View className="sb-field">
            <View className="sb-s">{t('category')}</View>
            <View className="sb-field-box sb-field-row">
              <LongChoice
                id="filter-category"
                field={categoryField(t('category.all'))}
                name={t('category')}
                value={category ?? ALL}
                bad={false}
                onChange={(value) => {
                  const chosen = String(value)
                  onChange({ month, category: isCategory(chosen) ? chosen : undefined })
                }}
                onLeave={() => undefined}
              />
            </View>
          </View>
        </View>
        {filtered && (
          <Button id="filter-none" kind="text" icon="close" onPress={() => onChange({})}>
            {t('filter.none')}
          </Button>
        )}
      </Column>
    </Card>
  )
}
