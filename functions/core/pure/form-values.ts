/** What is asked of a form given its answers, and the answers as they are kept. */
import type { Field, Form, Section, Value, Values } from './forms'
import { tidyText } from './typed-text'

/** Answers as they came: from a screen, or off the wire as anything at all. */
export const answersOf = (values: unknown): ReadonlyMap<string, unknown> =>
  new Map(
    typeof values === 'object' && values !== null && !Array.isArray(values) ? Object.entries(values) : [],
  )

/** Not answered: what a screen leaves behind in a field that was emptied. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && tidyText(value) === '')

export const fieldsOf = (form: Form): readonly Field[] => form.sections.flatMap(({ fields }) => fields)

/** The fields that are asked, in the order of the form; a field depends only on such as stand before it. */
export const askedFields = (form: Form, values: unknown): readonly Field[] => {
  const answers = answersOf(values)
  const asked = new Set<string>()
  return fieldsOf(form).filter(({ key, when }) => {
    const isAsked = !when || (asked.has(when.key) && when.in.some((one) => one === answers.get(when.key)))
    if (isAsked) asked.add(key)
    return isAsked
  })
}

/** The steps of the form with what is asked in each; a step in which nothing is asked is left out. */
export const shownSections = (form: Form, values: unknown): readonly Section[] => {
  const asked = new Set(askedFields(form, values))
  return form.sections
    .map((section) => ({ ...section, fields: section.fields.filter((field) => asked.has(field)) }))
    .filter(({ fields }) => fields.length > 0)
}

const isValue = (value: unknown): value is Value =>
  typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'

/** Full-width letters, digits and signs as typed on a phone, written plainly; without spaces. */
const tidyCode = (text: string): string =>
  [...tidyText(text)]
    .map((character) => {
      const code = character.charCodeAt(0)
      return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character
    })
    .join('')
    .replace(/\s/g, '')

/** An answer as it is kept. */
export const tidyValue = (field: Field, value: Value): Value => {
  if (typeof value === 'number') return value === 0 ? 0 : value
  if (typeof value === 'boolean') return value
  return field.type === 'code' ? tidyCode(value) : tidyText(value)
}

/** The answers as they are kept: without what is not asked or left empty, texts tidied, in the order of the form. */
export const tidyValues = (form: Form, values: unknown): Values => {
  const answers = answersOf(values)
  return Object.fromEntries(
    askedFields(form, values).flatMap((field) => {
      const value = answers.get(field.key)
      return isValue(value) && !isEmpty(value) ? [[field.key, tidyValue(field, value)]] : []
    }),
  )
}
