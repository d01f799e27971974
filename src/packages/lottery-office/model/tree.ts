/** A draft while it is typed: JSON in which anything may still be missing or wrong, read and changed by dotted paths. Pure. */

export type Json =
  null | boolean | number | string | undefined | readonly Json[] | { readonly [key: string]: Json }
export type Draft = { readonly [key: string]: Json }

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
export const isTree = (value: Json): value is Draft =>
  typeof value === 'object' && value !== null && !isList(value)

const step = (value: Json, key: string): Json => {
  if (isList(value)) return value[Number(key)]
  return isTree(value) ? value[key] : undefined
}

export const valueAt = (draft: Json, path: string): Json =>
  path.split('.').reduce<Json>((value, key) => step(value, key), draft)

export const listAt = (draft: Json, path: string): readonly Json[] => {
  const value = valueAt(draft, path)
  return isList(value) ? value : []
}

export const textAt = (draft: Json, path: string): string => {
  const value = valueAt(draft, path)
  return typeof value === 'string' ? value : ''
}

const changed = (value: Json, [key, ...rest]: readonly string[], next: (before: Json) => Json): Json => {
  if (key === undefined) return next(value)
  const inside = changed(step(value, key), rest, next)
  if (isList(value)) return value.map((item, at) => (at === Number(key) ? inside : item))
  return { ...(isTree(value) ? value : {}), [key]: inside }
}

export const withValue = (draft: Draft, path: string, value: Json): Draft =>
  changed(draft, path.split('.'), () => value) as Draft

export const withRow = (draft: Draft, path: string, row: Json): Draft =>
  withValue(draft, path, [...listAt(draft, path), row])

/** `path` is a row’s own: `pools.1`. */
export const withoutRow = (draft: Draft, path: string): Draft => {
  const cut = path.lastIndexOf('.')
  const [list, place] = [path.slice(0, cut), Number(path.slice(cut + 1))]
  return withValue(
    draft,
    list,
    listAt(draft, list).filter((_, at) => at !== place),
  )
}

/** Every text in it, changed; everything else as it is. */
export const mapTexts = (value: Json, change: (text: string) => string): Json => {
  if (typeof value === 'string') return change(value)
  if (isList(value)) return value.map((item) => mapTexts(item, change))
  if (!isTree(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]))
}
