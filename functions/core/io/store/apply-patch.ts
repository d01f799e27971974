/** One document's atomic change as a pure function: every engine that patches in JavaScript gives the same answer. */
import { tooManyHolders } from './document'
import { LIMITS, type Doc, type Guard, type Json, type Path, type PatchSpec } from './contract'

export type PatchBody = Pick<PatchSpec, 'add' | 'set' | 'unset' | 'when' | 'marker'>

export type Patched =
  | { readonly outcome: 'patched'; readonly doc: Doc; readonly text: string }
  /** The marker was found holding the same value: an earlier delivery has done it. */
  | { readonly outcome: 'already' }
  | { readonly outcome: 'guard' }

type Node = { [key: string]: Json | undefined }

const isObject = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** The value at a path; undefined when any part of it is missing. Arrays are not walked into. */
export const valueAt = (doc: Doc, path: Path): Json | undefined => {
  let value: Json | undefined = doc
  for (const key of path.split('.')) {
    if (!isObject(value) || !Object.prototype.hasOwnProperty.call(value, key)) return undefined
    value = value[key]
  }
  return value
}

/** A copy of `doc` that shares all it does not change. */
class Draft {
  private readonly own = new Set<object>()
  readonly doc: Node

  constructor(doc: Doc) {
    this.doc = { ...doc }
    this.own.add(this.doc)
  }

  /** The object that holds the path's last key, copied once; false when a part of the way is not an object. */
  private parent(keys: readonly string[], make: boolean): Node | false | undefined {
    let node = this.doc
    for (const key of keys.slice(0, -1)) {
      const next = Object.prototype.hasOwnProperty.call(node, key) ? node[key] : undefined
      if (next === undefined && !make) return undefined
      if (next !== undefined && !isObject(next)) return false
      if (next !== undefined && this.own.has(next)) {
        node = next
        continue
      }
      const copy: Node = { ...next }
      this.own.add(copy)
      node[key] = copy
      node = copy
    }
    return node
  }

  set(path: Path, value: Json): boolean {
    const keys = path.split('.')
    const node = this.parent(keys, true)
    if (!node) return false
    node[keys[keys.length - 1] as string] = value
    return true
  }

  unset(path: Path): void {
    const keys = path.split('.')
    const node = this.parent(keys, false)
    if (node) delete node[keys[keys.length - 1] as string]
  }
}

const same = (a: Json | undefined, b: Json | undefined): boolean => {
  if (a === b) return true
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]))
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a).filter((key) => a[key] !== undefined)
  return (
    keys.length === Object.keys(b).filter((key) => b[key] !== undefined).length &&
    keys.every((key) => same(a[key], b[key]))
  )
}

/** Guards on what stands: `is` wants the field there and equal, `absent` wants it missing. */
const holdsBefore = (doc: Doc, guard: Guard): boolean => {
  if ('is' in guard) return valueAt(doc, guard.path) === guard.is
  if ('absent' in guard) return valueAt(doc, guard.path) === undefined
  return true
}

/** Bounds on a number after `add`; a missing number holds no bound. */
const holdsAfter = (doc: Doc, guard: Guard): boolean => {
  if (!('min' in guard) && !('max' in guard)) return true
  const value = valueAt(doc, guard.path)
  if (typeof value !== 'number') return false
  return 'min' in guard ? value >= guard.min : value <= guard.max
}

const addAll = (draft: Draft, add: PatchBody['add']): boolean =>
  Object.entries(add ?? {}).every(([path, amount]) => {
    const value = valueAt(draft.doc, path)
    return (
      typeof value === 'number' && Number.isSafeInteger(value + amount) && draft.set(path, value + amount)
    )
  })

/**
 * Applies a patch in the contract's order: guards on what stands, `add`, bounds, `set`, `unset`. `doc` is not changed.
 * `guard` also stands for: a missing or unsafe number, a path through something that is no object, more than 500
 * holders, or a document that would be larger than 64 kB.
 */
export const applyPatch = (doc: Doc, patch: PatchBody): Patched => {
  if (patch.marker !== undefined) {
    const found = valueAt(doc, patch.marker)
    if (found !== undefined) return { outcome: same(found, patch.set?.[patch.marker]) ? 'already' : 'guard' }
  }
  const guards = patch.when ?? []
  if (!guards.every((guard) => holdsBefore(doc, guard))) return { outcome: 'guard' }
  const draft = new Draft(doc)
  if (!addAll(draft, patch.add)) return { outcome: 'guard' }
  if (!guards.every((guard) => holdsAfter(draft.doc, guard))) return { outcome: 'guard' }
  for (const [path, value] of Object.entries(patch.set ?? {}))
    if (!draft.set(path, value)) return { outcome: 'guard' }
  for (const path of patch.unset ?? []) draft.unset(path)
  if (tooManyHolders(draft.doc)) return { outcome: 'guard' }
  const text = JSON.stringify(draft.doc)
  if (Buffer.byteLength(text) > LIMITS.docBytes) return { outcome: 'guard' }
  return { outcome: 'patched', doc: draft.doc, text }
}
