/** Everything that is wrong with a form's answers, at once; never throws, whatever the answers are. */
import { answersOf, askedFields, fieldsOf, isEmpty, tidyValue } from './form-values'
import { MOST, type Field, type Form, type Value } from './forms'
import { isDay, monthOf, type Day } from './time'
import { fieldProblem, type FieldProblem } from './typed-text'

/**
 * `kind`: no answer to what is asked, such as a text for a number. `least`, `most`: out of bounds. `future`: later than today.
 * `agreed`: a declaration that was not made. `unknown`: the form has no such field.
 */
export type ProblemCode =
  | FieldProblem
  | 'kind'
  | 'least'
  | 'most'
  | 'day'
  | 'month'
  | 'future'
  | 'code'
  | 'choice'
  | 'agreed'
  | 'unknown'

export interface FormProblem {
  readonly key: string
  readonly problem: ProblemCode
}

/** Days and months of a form lie in these years; beyond them days are no longer ordered as texts. */
const YEARS = /^(19|20|21)\d\d-/

const CODE = /^[A-Za-z0-9/-]+$/

type FieldOfType<T extends Field['type']> = Extract<Field, { readonly type: T }>

const numberProblem = (
  field: FieldOfType<'money' | 'count' | 'rate'>,
  value: Value,
): ProblemCode | undefined => {
  const { min = 0, max = MOST[field.type] } = field
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'kind'
  if (value < min) return 'least'
  return value > max ? 'most' : undefined
}

const dateProblem = (
  field: FieldOfType<'day' | 'month'>,
  value: Value,
  today: Day,
): ProblemCode | undefined => {
  if (typeof value !== 'string') return 'kind'
  const isMonth = field.type === 'month'
  if (!YEARS.test(value) || !isDay(isMonth ? `${value}-01` : value)) return field.type
  return field.until === 'today' && value > (isMonth ? monthOf(today) : today) ? 'future' : undefined
}

const codeProblem = ({ max }: FieldOfType<'code'>, value: Value): ProblemCode | undefined => {
  if (typeof value !== 'string') return 'kind'
  if (!CODE.test(value)) return 'code'
  return value.length > max ? 'long' : undefined
}

const textProblem = (field: FieldOfType<'text'>, value: Value): ProblemCode | undefined =>
  typeof value === 'string'
    ? fieldProblem(value, {
        max: field.max,
        multiline: (field.lines ?? 1) > 1,
        says: field.says ?? false,
      })
    : 'kind'

const yesNoProblem = ({ agreed }: FieldOfType<'yesNo'>, value: Value): ProblemCode | undefined => {
  if (typeof value !== 'boolean') return 'kind'
  return agreed && !value ? 'agreed' : undefined
}

const valueProblem = (field: Field, value: Value, today: Day): ProblemCode | undefined => {
  switch (field.type) {
    case 'money':
    case 'count':
    case 'rate':
      return numberProblem(field, value)
    case 'day':
    case 'month':
      return dateProblem(field, value, today)
    case 'text':
      return textProblem(field, value)
    case 'code':
      return codeProblem(field, value)
    case 'yesNo':
      return yesNoProblem(field, value)
    case 'choice':
      return field.choices.some((choice) => choice.value === value) ? undefined : 'choice'
  }
}

const problemOf = (field: Field, answer: unknown, today: Day): ProblemCode | undefined => {
  if (isEmpty(answer)) return field.optional ? undefined : 'required'
  if (typeof answer !== 'string' && typeof answer !== 'number' && typeof answer !== 'boolean') return 'kind'
  return valueProblem(field, field.type === 'text' ? answer : tidyValue(field, answer), today)
}

/**
 * Every fault of the answers, in the order of the form, then what the form does not know. What is not asked is passed over.
 * @param values off a screen or off the wire: anything at all
 * @example formProblems(form, { claimed: -1 }, { today }) // [{ key: 'claimed', problem: 'least' }, …]
 */
export const formProblems = (
  form: Form,
  values: unknown,
  { today }: { readonly today: Day },
): readonly FormProblem[] => {
  const answers = answersOf(values)
  const known = new Set(fieldsOf(form).map(({ key }) => key))
  const faults = askedFields(form, values).flatMap((field): readonly FormProblem[] => {
    const problem = problemOf(field, answers.get(field.key), today)
    return problem ? [{ key: field.key, problem }] : []
  })
  const strangers = [...answers.keys()].filter((key) => !known.has(key))
  return [...faults, ...strangers.map((key): FormProblem => ({ key, problem: 'unknown' }))]
}
