/** A form being filled in: which faults are told when, and the check before one goes on. Answers live with whoever keeps the draft. */
import { useState } from 'react'
import {
  askedFields,
  formProblems,
  shownSections,
  type Form,
  type FormProblem,
  type Section,
  type Value,
  type Values,
} from '../../functions/core/pure/forms'
import type { Day } from '../../functions/core/pure/time'
import { toldNow, withAnswer } from './form'

export interface FormState {
  readonly form: Form
  readonly values: Values
  readonly today: Day
  /** What is asked now, by section. */
  readonly sections: readonly Section[]
  /** Every fault, told or not. */
  readonly problems: readonly FormProblem[]
  /** Of a field, when it is to be told. */
  readonly told: (key: string) => FormProblem | undefined
  readonly set: (key: string, value: Value) => void
  /** The field was left: its faults are told from now on. */
  readonly leave: (key: string) => void
  /** Faults of a section, or of all, as listed on top since one tried to go on. */
  readonly listed: (section?: string) => readonly FormProblem[]
  /** May one go on? Tells every fault of the section, or of all, at once. */
  readonly check: (section?: string) => boolean
}

/** A declaration that nobody has touched yet is one that was not made. */
const asDeclared = (form: Form, fault: FormProblem): FormProblem => {
  const field = form.sections.flatMap(({ fields }) => fields).find(({ key }) => key === fault.key)
  return fault.problem === 'required' && field?.type === 'yesNo' && field.agreed
    ? { key: fault.key, problem: 'agreed' }
    : fault
}

/** @example const state = useForm({ form: kind.form, values: draft, onChange: setDraft, today }) */
export const useForm = ({
  form,
  values,
  onChange,
  today,
}: {
  readonly form: Form
  readonly values: Values
  readonly onChange: (values: Values) => void
  readonly today: Day
}): FormState => {
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set())
  const [tried, setTried] = useState<ReadonlySet<string>>(() => new Set())
  const sections = shownSections(form, values)
  const problems = formProblems(form, values, { today }).map((fault) => asDeclared(form, fault))
  const keysOf = (section: string | undefined): ReadonlySet<string> =>
    new Set(
      section === undefined
        ? askedFields(form, values).map(({ key }) => key)
        : (sections.find(({ key }) => key === section)?.fields ?? []).map(({ key }) => key),
    )
  const of = (section: string | undefined): readonly FormProblem[] => {
    const keys = keysOf(section)
    return problems.filter(({ key }) => keys.has(key))
  }
  return {
    form,
    values,
    today,
    sections,
    problems,
    told: (key) => problems.find((one) => one.key === key && toldNow(one, left.has(key) || tried.has(key))),
    set: (key, value) => onChange(withAnswer(values, key, value)),
    leave: (key) => setLeft((before) => (before.has(key) ? before : new Set([...before, key]))),
    listed: (section) => of(section).filter(({ key }) => tried.has(key)),
    check: (section) => {
      const keys = keysOf(section)
      setTried((before) => new Set([...before, ...keys]))
      return of(section).length === 0
    },
  }
}
