/** Items that several parts of the editor have: names in two languages, days, what a rule stands on. */
import type { Text } from '../../../../functions/core/pure/text'
import { BASIS, NAME, PART_KEY } from '../../../../functions/lottery/rules/campaign-limits'
import { both } from './both'
import { dayItem, labelOf, textItem, type FieldItem, type Item, type RuleItem } from './items'
import { isTree, valueAt, type Draft, type Json } from './tree'

const inLanguage = (label: Text, language: 'zh' | 'en'): Text => ({
  zh: both(`edit.in.${language}`, { label: label.zh }).zh,
  en: both(`edit.in.${language}`, { label: label.en }).en,
})

const pair = (path: string, limits: { readonly min: number; readonly max: number }): readonly Item[] =>
  (['zh', 'en'] as const).map((language) =>
    textItem(`${path}.${language}`, limits, { label: inLanguage(labelOf(path), language) }),
  )

export const nameItems = (path: string): readonly Item[] => pair(path, NAME)

/** What something stands on, and whether it is still to be confirmed. @param path the campaign’s own where it is empty */
export const sourceItems = (path: string): readonly Item[] => {
  const at = path === '' ? '' : `${path}.`
  return [
    ...pair(`${at}basis`, BASIS),
    { kind: 'toggle', path: `${at}unconfirmed`, label: labelOf('unconfirmed') },
  ]
}

export const periodItems = (path: string): readonly Item[] => [
  dayItem(`${path}.effectiveFrom`),
  dayItem(`${path}.effectiveTo`, { optional: both('nothing.untilEnd'), hint: both('edit.untilEnd') }),
]

export const keyItem = (path: string): FieldItem => ({
  ...textItem(path, { min: 1, max: 20 }, { hint: both('edit.keyHint') }),
  shape: PART_KEY,
  shapeSaid: both('edit.keyShape'),
})

/** Of rows that are new, and of rules that are switched on: what the campaign itself stands on. */
export const sourceOf = (draft: Draft): { readonly basis: Json; readonly unconfirmed: Json } => ({
  basis: valueAt(draft, 'basis') ?? { zh: '', en: '' },
  unconfirmed: valueAt(draft, 'unconfirmed') ?? true,
})

/** A rule that may be there or not. `start`: its first value. */
export const optionalRule = (
  draft: Draft,
  path: string,
  start: Json,
  items: readonly Item[],
  hint?: Text,
): RuleItem => ({
  kind: 'rule',
  path,
  label: labelOf(path),
  ...(hint ? { hint } : {}),
  on: isTree(valueAt(draft, path)),
  start: { value: start, ...sourceOf(draft) },
  items,
  source: sourceItems(path),
})

/** A rule that always holds. */
export const rule = (path: string, items: readonly Item[], hint?: Text): RuleItem => ({
  kind: 'rule',
  path,
  label: labelOf(path),
  ...(hint ? { hint } : {}),
  on: true,
  items,
  source: sourceItems(path),
})
