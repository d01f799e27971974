/**
 * A form drawn from its data: each field by its type, faults at the field as one types and leaves it, and all at once in a list
 * on top that leads to each. For sub-packages alone.
 */
import { View } from '@tarojs/components'
import { problemText, type Field, type FormProblem } from '../../functions/core/pure/forms'
import { say } from '../../functions/core/pure/text'
import { tidyText } from '../../functions/core/pure/typed-text'
import { useLanguage, useText } from '../messages'
import { texts } from '../messages/forms'
import { Icon, Words } from './basics'
import { FieldInput } from './form-inputs'
import { isNumberField } from './form'
import { goToField } from './go-to-field'
import { isLong } from './long-choice'
import { classes, named, press, role } from './press'
import type { FormState } from './use-form'
import './form-fields.css'

export { useForm, type FormState } from './use-form'

const controlId = (id: string, key: string): string => `${id}-${key}`

/** Its label in words, and its name to a screen reader: with its unit, and whether it may be left empty. */
const useNames = () => {
  const t = useText(texts)
  const language = useLanguage()
  return (field: Field) => {
    const ofType = field.type === 'money' || field.type === 'rate' ? t(`unit.${field.type}`) : undefined
    const unit = isNumberField(field) && field.unit ? say(field.unit, language) : ofType
    const more = [unit, field.optional && t('optional')].filter((part) => typeof part === 'string')
    const [first, second] = more
    const label = say(field.label, language)
    const said = first !== undefined && second !== undefined ? t('both', { first, second }) : first
    return { label, unit, name: said === undefined ? label : t('labelled', { label, more: said }) }
  }
}

/** What stands in a box of its own; choices of a few bring theirs. */
const boxed = (field: Field): boolean => isLong(field) || (field.type !== 'yesNo' && field.type !== 'choice')

const Counter = ({ field, value }: { readonly field: Field; readonly value: unknown }) => {
  const t = useText(texts)
  if (field.type !== 'text' || (field.lines ?? 1) < 2) return null
  const left = field.max - [...tidyText(typeof value === 'string' ? value : '')].length
  return left < 0 ? null : <Words as="s num">{t('left', { n: left })}</Words>
}

const One = ({
  id,
  field,
  state,
}: {
  readonly id: string
  readonly field: Field
  readonly state: FormState
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const { label, unit, name } = useNames()(field)
  const { key, hint } = field
  const fault = state.told(key)
  const agreed = field.type === 'yesNo' && field.agreed === true
  const input = (
    <FieldInput
      id={controlId(id, key)}
      field={field}
      name={name}
      value={state.values[key]}
      today={state.today}
      bad={fault !== undefined}
      onChange={(value) => state.set(key, value)}
      onLeave={() => state.leave(key)}
    />
  )
  return (
    <View className="sb-field">
      <View className={classes('sb-field-label', agreed && 'agreed')}>
        <View className={agreed ? 'grow' : 'sb-b grow'}>{label}</View>
        {field.optional && <Words as="s">{t('optional')}</Words>}
        {agreed && input}
      </View>
      {!agreed && boxed(field) && (
        <View className={classes('sb-field-box', 'sb-field-row', fault && 'bad')}>
          {input}
          {unit !== undefined && (
            <View className="sb-field-unit" aria-hidden="true">
              {unit}
            </View>
          )}
        </View>
      )}
      {!agreed && !boxed(field) && input}
      {fault && (
        <View {...named(`${controlId(id, key)}-problem`)} className="sb-s sb-danger" {...role('alert')}>
          {say(problemText(state.form, fault), language)}
        </View>
      )}
      {hint && <Words as="s">{say(hint, language)}</Words>}
      <Counter field={field} value={state.values[key]} />
    </View>
  )
}

/** What is wrong, all of it, each a way to its field. `onGo` before, where fields of other steps are among them. */
export const FormFaults = ({
  id,
  state,
  section,
  onGo,
}: {
  readonly id: string
  readonly state: FormState
  readonly section?: string
  readonly onGo?: (problem: FormProblem) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const faults = state.listed(section)
  const fields = state.sections.flatMap(({ fields: some }) => some)
  if (faults.length === 0) return null
  return (
    <View {...named(`${id}-faults`)} className="sb-note danger sb-faults" {...role('alert')}>
      <Words as="b">{t('faultsTitle', { n: faults.length })}</Words>
      {faults.map((fault) => {
        const field = fields.find(({ key }) => key === fault.key)
        const label = field ? say(field.label, language) : fault.key
        return (
          <View
            key={fault.key}
            {...named(`${id}-fault-${fault.key}`)}
            className="sb-fault"
            {...press({
              role: 'link',
              onPress: () => {
                onGo?.(fault)
                // A step that is shown only now is drawn first.
                setTimeout(() => goToField(controlId(id, fault.key)), 0)
              },
            })}
          >
            <View className="grow">
              {t('fault', { label, problem: say(problemText(state.form, fault), language) })}
            </View>
            <Icon name="next" size="small" />
          </View>
        )
      })}
    </View>
  )
}

/**
 * One section of the form, or all of them.
 * @example
 * const form = useForm({ form: kind.form, values, onChange, today })
 * <FormFields id="claim" state={form} section="amount" /> … onNext={() => form.check('amount') && next()}
 */
export const FormFields = ({
  id,
  state,
  section,
  onGo,
}: {
  /** Ids of the inputs are `<id>-<key>`. */
  readonly id: string
  readonly state: FormState
  readonly section?: string
  readonly onGo?: (problem: FormProblem) => void
}) => {
  const language = useLanguage()
  const sections = state.sections.filter(({ key }) => section === undefined || key === section)
  return (
    <View {...named(id)} className="sb-col g12">
      <FormFaults id={id} state={state} section={section} onGo={onGo} />
      {sections.map(({ key, title, fields }) => (
        <View key={key} className="sb-card sb-col g16" {...role('group')} aria-label={say(title, language)}>
          <Words as="h" level={2}>
            {say(title, language)}
          </Words>
          {fields.map((field) => (
            <One key={field.key} id={id} field={field} state={state} />
          ))}
        </View>
      ))}
    </View>
  )
}
