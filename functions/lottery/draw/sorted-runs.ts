/**
 * Sorts a chunk of entries by id in memory. Native sorting of numbers does it: each key is the id's first bits with the entry's
 * place below them, and ids that begin alike are put right afterwards.
 */
import { compareIds, ENTRY_BYTES, firstBitsOfId } from '../rules/draw/entry'
import { copyEntry, wordsOf } from './words'

/** 8 MB of entries. */
export const RUN_ENTRIES = 2 ** 17
/** 53 bits of a number: 17 for the place, 36 of the id. */
const PLACES = RUN_ENTRIES
const DROPPED = RUN_ENTRIES

const placeOf = (key: number): number => key % PLACES

export const isInOrder = (entries: Uint8Array): boolean => {
  for (let at = ENTRY_BYTES; at < entries.length; at += ENTRY_BYTES)
    if (compareIds(entries, at - ENTRY_BYTES, entries, at) > 0) return false
  return true
}

/** Places whose keys have the same bits of the id, sorted by the whole id. */
const settleTies = (keys: Float64Array, entries: Uint8Array): void => {
  let from = 0
  while (from < keys.length) {
    const bits = Math.floor((keys[from] ?? 0) / PLACES)
    let to = from + 1
    while (to < keys.length && Math.floor((keys[to] ?? 0) / PLACES) === bits) to += 1
    if (to - from > 1)
      keys
        .subarray(from, to)
        .sort((a, b) => compareIds(entries, placeOf(a) * ENTRY_BYTES, entries, placeOf(b) * ENTRY_BYTES))
    from = to
  }
}

/** @param entries up to `RUN_ENTRIES` @param into as long; gets them in the order of their ids */
export type SortRun = (entries: Uint8Array, into: Uint8Array) => void

/** Its keys are used again for each run: they would be left to the garbage collector a megabyte at a time. */
export const runSorter = (): SortRun => {
  const keys = new Float64Array(RUN_ENTRIES)
  return (entries, into) => sortBy(keys.subarray(0, entries.length / ENTRY_BYTES), entries, into)
}

const sortBy = (keys: Float64Array, entries: Uint8Array, into: Uint8Array): void => {
  for (let place = 0; place < keys.length; place += 1)
    keys[place] = Math.floor(firstBitsOfId(entries, place * ENTRY_BYTES) / DROPPED) * PLACES + place
  keys.sort()
  settleTies(keys, entries)
  const [from, to] = [wordsOf(entries), wordsOf(into)]
  for (let at = 0; at < keys.length; at += 1)
    copyEntry(from, placeOf(keys[at] ?? 0) * ENTRY_BYTES, to, at * ENTRY_BYTES)
}
