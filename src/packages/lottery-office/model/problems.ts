/** What is wrong with a draft, each at an item of the editor: first what is typed, then what does not hold together. Pure. */
import { formProblems, problemText, type Form } from '../../../../functions/core/pure/forms'
import { text, type Text } from '../../../../functions/core/pure/text'
import type { Day } from '../../../../functions/core/pure/time'
import { tidyText } from '../../../../functions/core/pure/typed-text'
import type { Campaign } from '../../../../functions/lottery/rules/campaign'
import { campaignProblems } from '../../../../functions/lottery/rules/campaign-problems'
import { both } from './both'
import {
  flat,
  type CodesItem,
  type FieldItem,
  type Item,
  type ListItem,
  type Part,
  type TimeItem,
} from './items'
import { listAt, valueAt, type Draft, type Json } from './tree'

export interface Problem {
  /** Of the item that it is told at. */
  readonly path: string
  readonly message: Text
}

const formOf = ({ field }: FieldItem): Form => ({
  version: 1,
  sections: [{ key: 'one', title: text('', ''), fields: [field] }],
})

const scalar = (value: Json): string | number | boolean | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined

const fieldProblem = (item: FieldItem, value: Json, today: Day): Text | undefined => {
  const { path, min = 0, shape, shapeSaid } = item
  const typed = scalar(value)
  const form = formOf(item)
  const [fault] = formProblems(form, typed === undefined ? {} : { [path]: typed }, { today })
  if (fault) return problemText(form, fault)
  if (typeof typed !== 'string' || item.field.type === 'day') return undefined
  if ([...tidyText(typed)].length < min) return both('edit.short', { n: min })
  return shape && !shape.test(typed) ? shapeSaid : undefined
}

const LAST = 1440

const timeProblem = ({ least }: TimeItem, value: Json): Text | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= LAST
    ? undefined
    : both('edit.timeShape')

const codesProblem = ({ shape, shapeSaid, least }: CodesItem, value: Json): Text | undefined => {
  const codes = Array.isArray(value) ? (value as readonly Json[]) : []
  if (codes.length < least) return both('edit.required')
  return codes.every((code) => typeof code === 'string' && shape.test(code)) ? undefined : shapeSaid
}

const listProblem = ({ rows, least }: ListItem): Text | undefined =>
  rows.length < least ? both('edit.listEmpty') : undefined

const itemProblem = (draft: Draft, item: Item, today: Day): Text | undefined => {
  const value = valueAt(draft, item.path)
  switch (item.kind) {
    case 'field':
      return item.empty === null && value === null ? undefined : fieldProblem(item, value, today)
    case 'time':
      return timeProblem(item, value)
    case 'codes':
      return codesProblem(item, value)
    case 'many':
      return listAt(draft, item.path).length === 0 ? both('edit.required') : undefined
    case 'pick':
      return item.choices.some(({ key }) => key === item.chosen) ? undefined : both('edit.choose')
    case 'list':
      return listProblem(item)
    default:
      return undefined
  }
}

/** The item that a path of the rules is told at: itself, the first within it, or the nearest around it. */
export const placeOf = (path: string, items: readonly Item[]): string => {
  const same = items.find((item) => item.path === path)
  const inside = items.find((item) => item.path.startsWith(`${path}.`))
  const around = [...items]
    .filter((item) => path.startsWith(`${item.path}.`))
    .sort((a, b) => b.path.length - a.path.length)[0]
  return (same ?? inside ?? around ?? items[0])?.path ?? path
}

const allItems = (parts: readonly Part[]): readonly Item[] => parts.flatMap(({ items }) => flat(items))

/** Of a draft whose fields are right the rules decide; what they cannot read is the server’s to tell. */
const together = (draft: Draft): readonly Problem[] => {
  try {
    return campaignProblems(draft as unknown as Campaign)
  } catch {
    return []
  }
}

/** Every problem at once, in the order of the editor. */
export const problemsOf = (draft: Draft, parts: readonly Part[], today: Day): readonly Problem[] => {
  const items = allItems(parts)
  const typed = items.flatMap((item): readonly Problem[] => {
    const message = itemProblem(draft, item, today)
    return message ? [{ path: item.path, message }] : []
  })
  if (typed.length > 0) return typed
  return placed(together(draft), parts)
}

/** Problems of the rules, here’s or the server’s, at the items of the editor. */
export const placed = (problems: readonly Problem[], parts: readonly Part[]): readonly Problem[] => {
  const items = allItems(parts)
  return problems.map(({ path, message }) => ({ path: placeOf(path, items), message }))
}

export const partOf = (path: string, parts: readonly Part[]): Part | undefined =>
  parts.find(({ items }) => flat(items).some((item) => item.path === path))

export const itemAt = (path: string, parts: readonly Part[]): Item | undefined =>
  allItems(parts).find((item) => item.path === path)
