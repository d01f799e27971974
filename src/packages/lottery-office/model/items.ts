/** What the editor is made of: items as data, each with the path of what it changes. One component draws each kind. */
import type { Field } from '../../../../functions/core/pure/forms'
import type { Text } from '../../../../functions/core/pure/text'
import { partName } from '../../../../functions/lottery/data/campaign-fields'
import type { Json } from './tree'

interface ItemOf {
  readonly path: string
  readonly label: Text
  readonly hint?: Text
}

/** A single value. `empty`: what stands where nothing is typed. */
export type FieldItem = ItemOf & {
  readonly kind: 'field'
  readonly field: Field
  readonly empty?: null
  /** What it means that nothing is typed, to be read: 不限. */
  readonly nothing?: Text
  /** Fewest characters. */
  readonly min?: number
  readonly shape?: RegExp
  /** What its shape is, where it is not that. */
  readonly shapeSaid?: Text
}
/** Minutes of a day, typed as 23:00; 24:00 is the midnight after. */
export type TimeItem = ItemOf & { readonly kind: 'time'; readonly least: number }
/** Several codes in one line. */
export type CodesItem = ItemOf & {
  readonly kind: 'codes'
  readonly shape: RegExp
  readonly shapeSaid: Text
  readonly least: number
}
/** One of a few values of any kind. */
export type PickItem = ItemOf & {
  readonly kind: 'pick'
  readonly chosen: string | undefined
  readonly choices: readonly { readonly key: string; readonly label: Text; readonly value: Json }[]
}
/** Several of a few. */
export type ManyItem = ItemOf & {
  readonly kind: 'many'
  readonly choices: readonly { readonly value: string; readonly label: Text }[]
}
export type ToggleItem = ItemOf & { readonly kind: 'toggle' }
/** A rule with what it stands on. `start`: what it begins with where it is switched on; without it the rule always holds. */
export type RuleItem = ItemOf & {
  readonly kind: 'rule'
  readonly on: boolean
  readonly start?: Json
  readonly items: readonly Item[]
  readonly source: readonly Item[]
}
export interface ListRow {
  readonly path: string
  readonly title: Text
  readonly items: readonly Item[]
}
/** Rows, each with its items; `starts` are what a further one may begin with. */
export type ListItem = ItemOf & {
  readonly kind: 'list'
  readonly rows: readonly ListRow[]
  readonly least: number
  readonly starts: readonly { readonly key: string; readonly label: Text; readonly row: Json }[]
}
/** Where something stands that is of the whole. */
export type NoteItem = ItemOf & { readonly kind: 'note' }

export type Item =
  FieldItem | TimeItem | CodesItem | PickItem | ManyItem | ToggleItem | RuleItem | ListItem | NoteItem

/** What is open at a time. */
export interface Part {
  readonly key: string
  readonly title: Text
  readonly items: readonly Item[]
  /** A row that may be removed whole: `draws.1`. */
  readonly removable?: string
}

/** Items within items, each before what it holds. */
export const flat = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item): readonly Item[] => {
    if (item.kind === 'rule') return [item, ...(item.on ? flat([...item.items, ...item.source]) : [])]
    if (item.kind === 'list') return [item, ...item.rows.flatMap(({ items: inside }) => flat(inside))]
    return [item]
  })

const last = (path: string): string => path.slice(path.lastIndexOf('.') + 1)
export const labelOf = (path: string): Text => partName(last(path))

type Make = { readonly label?: Text; readonly hint?: Text }

export const numberItem = (
  path: string,
  type: 'money' | 'count',
  bounds: { readonly min: number; readonly max: number },
  { label = labelOf(path), hint, optional }: Make & { readonly optional?: Text } = {},
): FieldItem => ({
  kind: 'field',
  path,
  label,
  ...(hint ? { hint } : {}),
  ...(optional ? { empty: null, nothing: optional } : {}),
  field: { key: path, label, type, ...bounds, ...(optional ? { optional: true } : {}) },
})

export const dayItem = (
  path: string,
  { label = labelOf(path), hint, optional }: Make & { readonly optional?: Text } = {},
): FieldItem => ({
  kind: 'field',
  path,
  label,
  ...(hint ? { hint } : {}),
  ...(optional ? { empty: null, nothing: optional } : {}),
  field: { key: path, label, type: 'day', ...(optional ? { optional: true } : {}) },
})

export const textItem = (
  path: string,
  { min, max }: { readonly min: number; readonly max: number },
  { label = labelOf(path), hint }: Make = {},
): FieldItem => ({
  kind: 'field',
  path,
  label,
  min,
  ...(hint ? { hint } : {}),
  field: { key: path, label, type: 'text', max },
})
