/** A patch as one conditional update: the query matches exactly where the update may be applied unseen. */
import { LIMITS, type Guard, type Json, type Path, type Version } from '../contract'
import { holdersIn, keep, keptPath, listAt } from './row'
import type { PatchBody } from '../apply-patch'
import type { Raw } from './sdk'

export interface PatchQuery {
  readonly query: Raw
  readonly change: Raw
  /** The row's bounds allow it: what the query demands of `b` and `h`. */
  readonly fits: (row: { readonly b: number; readonly h: number }) => boolean
}

const MAX = Number.MAX_SAFE_INTEGER

const present = (path: Path): Raw => ({ [keptPath(path)]: { $exists: true } })
const absent = (path: Path): Raw => ({ [keptPath(path)]: { $exists: false } })
const isNumber = (path: Path, least: number, most: number): Raw => ({
  [keptPath(path)]: { $gte: Math.max(-MAX, least), $lte: Math.min(MAX, most) },
})

/** A bound looks at the number after `add`; the query at the number before. */
const guardConditions = (guard: Guard, added: number): Raw[] => {
  if ('absent' in guard) return [absent(guard.path)]
  if ('is' in guard)
    return [
      { [keptPath(guard.path)]: { $eq: guard.is } },
      ...(guard.is === null ? [present(guard.path)] : []),
    ]
  return 'min' in guard
    ? [isNumber(guard.path, guard.min - added, MAX)]
    : [isNumber(guard.path, -MAX, guard.max - added)]
}

/** Every part of the way, without its end. */
const prefixes = (path: Path): Path[] => {
  const keys = path.split('.')
  return keys.slice(1).map((_, i) => keys.slice(0, i + 1).join('.'))
}

/** Bytes that `set` may add: every key of the way, and the value. */
const setGrowth = (path: Path, value: Json): number =>
  path.split('.').reduce((sum, key) => sum + key.length + '"":{},'.length, 0) +
  Buffer.byteLength(JSON.stringify(value))

const growthOf = ({ add = {}, set = {} }: PatchBody): number =>
  Object.values(add).reduce((sum, amount) => sum + String(Math.abs(amount)).length, 0) +
  Object.entries(set).reduce((sum, [path, value]) => sum + setGrowth(path, value), 0)

/** What becomes of `h`: more holders at most, or exactly so many. */
const holdersChange = (
  set: NonNullable<PatchBody['set']>,
): { readonly more: number; readonly exactly?: number } => {
  const whole = set.holders
  if (whole !== undefined) return { more: 0, exactly: holdersIn(whole) }
  return { more: Object.keys(set).filter((path) => path.startsWith('holders.')).length }
}

export const patchQuery = (id: string, patch: PatchBody, version: Version): PatchQuery => {
  const { add = {}, set = {}, unset = [], when = [], marker } = patch
  const growth = growthOf(patch)
  const holders = holdersChange(set)
  const most = { b: LIMITS.docBytes - growth, h: LIMITS.holders - holders.more }
  const tooMany = (holders.exactly ?? 0) > LIMITS.holders
  const conditions: Raw[] = [
    ...(marker === undefined ? [] : [absent(marker)]),
    ...when.flatMap((guard) => guardConditions(guard, add[guard.path] ?? 0)),
    ...Object.entries(add).map(([path, amount]) => isNumber(path, -MAX - amount, MAX - amount)),
    ...[...new Set(Object.keys(set).flatMap(prefixes))].map((path) => ({
      [listAt(path)]: { $exists: false },
    })),
    { b: { $lte: tooMany ? -1 : most.b } },
    { h: { $lte: most.h } },
    // a second delivery of this very update finds its own version
    { v: { $ne: version } },
  ]
  const $set = {
    v: version,
    ...(holders.exactly === undefined ? {} : { h: holders.exactly }),
    ...Object.fromEntries(Object.entries(set).map(([path, value]) => [keptPath(path), keep(value)])),
  }
  const $inc = {
    b: growth,
    ...(holders.more > 0 ? { h: holders.more } : {}),
    ...Object.fromEntries(Object.entries(add).map(([path, amount]) => [keptPath(path), amount])),
  }
  const $unset = Object.fromEntries(unset.map((path) => [keptPath(path), '']))
  return {
    query: { _id: id, $and: conditions },
    // an operator without fields is an error
    change: unset.length > 0 ? { $set, $inc, $unset } : { $set, $inc },
    fits: ({ b, h }) => !tooMany && b <= most.b && h <= most.h,
  }
}
