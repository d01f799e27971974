/** A campaign to be read: every item of the editor with its value in words. Pure. */
import { shownValue } from '../../../../functions/core/pure/forms'
import { say } from '../../../../functions/core/pure/text'
import { clockText } from '../../../../functions/core/pure/time'
import type { Language } from '../../../messages'
import { both } from './both'
import type { Item } from './items'
import { listAt, valueAt, type Draft, type Json } from './tree'

export interface Fact {
  readonly key: string
  /** 0 of the part itself; deeper within rows. */
  readonly depth: number
  readonly label: string
  /** Absent: a heading. */
  readonly value?: string
}

const NOTHING = '—'

const scalar = (value: Json): string | number | boolean | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined

const valueOf = (draft: Draft, item: Item, language: Language): string | undefined => {
  const value = valueAt(draft, item.path)
  const join = (parts: readonly string[]): string => parts.join(language === 'en' ? ', ' : '、') || NOTHING
  switch (item.kind) {
    case 'field':
      return value === null
        ? say(item.nothing ?? { zh: NOTHING, en: NOTHING }, language)
        : shownValue(item.field, scalar(value), language)
    case 'time':
      return typeof value === 'number' ? clockText(value) : NOTHING
    case 'codes':
      return join(listAt(draft, item.path).map(String))
    case 'pick':
      return say(
        item.choices.find(({ key }) => key === item.chosen)?.label ?? { zh: NOTHING, en: NOTHING },
        language,
      )
    case 'many':
      return join(
        item.choices
          .filter(({ value: one }) => listAt(draft, item.path).includes(one))
          .map(({ label }) => say(label, language)),
      )
    case 'toggle':
      return say(both(value === true ? 'edit.yes' : 'edit.no'), language)
    default:
      return undefined
  }
}

const isSource = ({ path }: Item): boolean => /(^|\.)(basis\.(zh|en)|unconfirmed)$/.test(path)
/** Names are read in one language; the other stands beside it in the published rules. */
const isOther = ({ path }: Item, language: Language): boolean =>
  path.endsWith(language === 'en' ? '.zh' : '.en')

const factsIn = (draft: Draft, item: Item, language: Language, depth: number): readonly Fact[] => {
  if (isOther(item, language) || item.kind === 'note') return []
  const label = say(item.label, language)
  const inside = (items: readonly Item[], deeper: number): readonly Fact[] =>
    items
      .filter((one) => depth === 0 || !isSource(one))
      .flatMap((one) => factsIn(draft, one, language, deeper))
  if (item.kind === 'rule') {
    if (!item.on) return [{ key: item.path, depth, label, value: say(both('edit.off'), language) }]
    if (item.items.length === 0)
      return [{ key: item.path, depth, label, value: say(both('edit.yes'), language) }]
    const facts = inside(item.items, depth)
    return item.items.length === 1 && facts.length === 1
      ? facts
      : [{ key: item.path, depth, label }, ...inside(item.items, depth + 1)]
  }
  if (item.kind === 'list')
    return [
      { key: item.path, depth, label },
      ...item.rows.flatMap(({ path, title, items }) => [
        { key: path, depth: depth + 1, label: say(title, language) },
        ...items.filter((one) => !isSource(one)).flatMap((one) => factsIn(draft, one, language, depth + 2)),
      ]),
    ]
  const value = valueOf(draft, item, language)
  return [{ key: item.path, depth, label, ...(value === undefined ? {} : { value }) }]
}

export const factsOf = (draft: Draft, items: readonly Item[], language: Language): readonly Fact[] =>
  items.flatMap((item) => factsIn(draft, item, language, 0))
