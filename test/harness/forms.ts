/** A form as data: everything in it that no screen could draw or no reader could read. */
import type { Field, Form } from '../../functions/core/pure/forms'
import type { Text } from '../../functions/core/pure/text'

const CHINESE = /\p{Script=Han}/u
const LATIN = /[A-Za-z]/

/** Chinese in Chinese, English in English. */
export const saysBoth = ({ zh, en }: Text): boolean =>
  CHINESE.test(zh) && LATIN.test(en) && !CHINESE.test(en) && en.trim() === en && zh.trim() === zh

const wordsOf = (field: Field): readonly Text[] => [
  field.label,
  ...(field.hint ? [field.hint] : []),
  ...('unit' in field && field.unit ? [field.unit] : []),
  ...(field.type === 'choice' ? field.choices.map(({ label }) => label) : []),
]

const twice = (names: readonly string[]): readonly string[] =>
  names.filter((name, at) => names.indexOf(name) !== at)

const defectsOfField = (field: Field, before: readonly Field[]): readonly string[] => {
  const { key, when } = field
  const asked = before.find((one) => one.key === when?.key)
  const values = field.type === 'choice' ? field.choices.map(({ value }) => value) : []
  const askedValues: readonly unknown[] =
    asked?.type === 'choice' ? asked.choices.map(({ value }) => value) : [true, false]
  return [
    ...wordsOf(field).flatMap((words) => (saysBoth(words) ? [] : [`${key}: ${words.zh} · ${words.en}`])),
    ...twice(values).map((value) => `${key}: ${value} twice`),
    ...(field.type === 'choice' && values.length < 2 ? [`${key}: nothing to choose`] : []),
    ...(when && !asked ? [`${key}: asked by what does not stand before it`] : []),
    ...(when && asked?.type !== 'choice' && asked?.type !== 'yesNo' ? [`${key}: asked by no choice`] : []),
    ...(when?.in.some((value) => !askedValues.includes(value)) ? [`${key}: asked by no answer`] : []),
  ]
}

export const formDefects = ({ sections }: Form): readonly string[] => {
  const fields = sections.flatMap((section) => section.fields)
  return [
    ...twice(fields.map(({ key }) => key)).map((key) => `${key} twice`),
    ...twice(sections.map(({ key }) => key)).map((key) => `section ${key} twice`),
    ...sections.flatMap(({ key, title }) => (saysBoth(title) ? [] : [`section ${key}`])),
    ...fields.flatMap((field, at) => defectsOfField(field, fields.slice(0, at))),
  ]
}
