/** The fields of an invoice as its kind asks for them. */
import { View } from '@tarojs/components'
import type { Field as FormField } from '../../../../../functions/core/pure/forms'
import { text } from '../../../../../functions/core/pure/text'
import type { EntryField, InvoiceEntry } from '../../../../../functions/invoices/rules/invoice'
import { useText } from '../../../../messages'
import { classes, Field, role, Words } from '../../../../ui'
import { FieldInput } from '../../../../ui/form-inputs'
import { texts } from '../../messages'
import { amountAsked } from '../../model/entry'
import { useInvoiceWords, useToday } from '../words'
import { KindChoice } from './kind-choice'

const weapp = process.env.TARO_ENV === 'weapp'
/** WeChat's keyboards of digits have no minus, which the amount of a red-letter invoice begins with. */
const DIGITS = weapp ? 'number' : 'text'

const DAY: FormField = { key: 'issuedOn', label: text('', ''), type: 'day', until: 'today' }

export interface EntryFieldsProps {
  readonly entry: InvoiceEntry
  readonly asked: readonly EntryField[]
  /** What is told of a field now. */
  readonly errorOf: (field: EntryField) => string | undefined
  readonly warningOf: (field: EntryField) => string | undefined
  readonly onChange: (field: EntryField, value: string) => void
  readonly onLeave: (field: EntryField) => void
}

/** Of the field's own box, which is no `Field`. */
const Below = ({ field, error, warning }: { field: EntryField; error?: string; warning?: string }) => {
  const problem = error ?? warning
  if (problem === undefined) return null
  return (
    <View
      id={`entry-${field}-problem`}
      className={error === undefined ? 'sb-s sb-warn' : 'sb-s sb-danger'}
      {...role('alert')}
    >
      {problem}
    </View>
  )
}

const told = (words: string | undefined, as: 'error' | 'warning') =>
  words === undefined ? {} : { [as]: words }

/** What a form calls its fields; the amount by what it is of. */
export const useFieldNames = (kind: string) => {
  const t = useText(texts)
  const words = useInvoiceWords()
  return (field: EntryField): string => {
    if (field === 'amount') return t('field.amount', { of: words.amountOf(amountAsked(kind)) })
    return t(field === 'checkCode' ? 'field.checkTail' : `field.${field}`)
  }
}

const KindAndDay = ({ field, ...props }: EntryFieldsProps & { readonly field: 'kind' | 'issuedOn' }) => {
  const today = useToday()
  const name = useFieldNames(props.entry.kind)(field)
  const { entry, errorOf, warningOf, onChange, onLeave } = props
  const [error, warning] = [errorOf(field), warningOf(field)]
  return (
    <View className="sb-field">
      <View className="sb-b">{name}</View>
      {field === 'kind' ? (
        <KindChoice
          value={entry.kind}
          bad={error !== undefined}
          onChange={(kind) => {
            onChange('kind', kind)
            onLeave('kind')
          }}
        />
      ) : (
        <View className={classes('sb-field-box', 'sb-field-row', error !== undefined && 'bad')}>
          <FieldInput
            id="entry-issuedOn"
            field={DAY}
            name={name}
            value={entry.issuedOn === '' ? undefined : entry.issuedOn}
            today={today}
            bad={error !== undefined}
            onChange={(day) => onChange('issuedOn', String(day))}
            onLeave={() => onLeave('issuedOn')}
          />
        </View>
      )}
      <Below field={field} {...told(error, 'error')} {...told(warning, 'warning')} />
    </View>
  )
}

const HINTS = {
  code: 'hint.code',
  number: 'hint.number',
  amount: 'hint.amount',
  checkCode: 'hint.checkCode',
} as const

export const EntryFields = (props: EntryFieldsProps) => {
  const t = useText(texts)
  const nameOf = useFieldNames(props.entry.kind)
  const { entry, asked, errorOf, warningOf, onChange, onLeave } = props
  return (
    <View className="sb-card sb-col g16">
      {asked.map((field) =>
        field === 'kind' || field === 'issuedOn' ? (
          <KindAndDay key={field} field={field} {...props} />
        ) : (
          <Field
            key={field}
            id={`entry-${field}`}
            label={nameOf(field)}
            value={entry[field]}
            type={field === 'amount' ? 'text' : DIGITS}
            hint={t(HINTS[field])}
            error={errorOf(field)}
            warning={warningOf(field)}
            maxlength={40}
            onInput={(value) => onChange(field, value)}
            onBlur={() => onLeave(field)}
          />
        ),
      )}
      <Words as="s">{t('type.why')}</Words>
    </View>
  )
}
