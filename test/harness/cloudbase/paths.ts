/** Dotted paths as MongoDB walks them: into documents, into each element of an array, and by an array's position. */
import { isDocument, type Document } from './values'

const POSITION = /^(0|[1-9]\d*)$/

const step = (value: unknown, keys: readonly string[], inArray: boolean, found: unknown[]): void => {
  const [key, ...rest] = keys
  if (key === undefined) {
    found.push(value)
    return
  }
  if (isDocument(value)) {
    step(Object.hasOwn(value, key) ? value[key] : undefined, rest, false, found)
  } else if (Array.isArray(value)) {
    if (POSITION.test(key) && Number(key) < value.length) step(value[Number(key)], rest, false, found)
    for (const item of value) if (isDocument(item)) step(item, keys, true, found)
  } else if (!inArray) found.push(undefined)
}

/** Every value a path leads to; `undefined` where a document has no such field. Empty when it leads through an array of others. */
export const valuesAt = (document: Document, path: string): readonly unknown[] => {
  if (!path.includes('.')) return [document[path]]
  const found: unknown[] = []
  step(document, path.split('.'), false, found)
  return found
}

/** What a condition looks at: each value, and each element of a value that is an array. */
export const candidatesAt = (document: Document, path: string): readonly unknown[] =>
  valuesAt(document, path).flatMap((value) =>
    Array.isArray(value) ? [value, ...(value as unknown[])] : [value],
  )
