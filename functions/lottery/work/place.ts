/** Where an entry stands in a published list. */
import { ENTRY_BYTES } from '../rules/draw/entry'
import { toHex } from '../../core/pure/bytes'
import { indexOfEntry } from '../rules/draw/proof'
import { FILES, type Published } from '../rules/draw/published'

/** Entries of one reading. */
const AT_ONCE = 4096

/** A day's list stands in the order of arrival: it is looked through. */
const inArrivals = async (files: Published, id: string): Promise<number | undefined> => {
  const count = ((await files.size(FILES.entries)) ?? 0) / ENTRY_BYTES
  for (let first = 0; first < count; first += AT_ONCE) {
    const many = Math.min(AT_ONCE, count - first)
    const blocks = await files.read(FILES.entries, first * ENTRY_BYTES, many * ENTRY_BYTES)
    for (let at = 0; at < many; at += 1)
      if (toHex(blocks.subarray(at * ENTRY_BYTES + 1, at * ENTRY_BYTES + 17)) === id) return first + at
  }
  return undefined
}

/** @param id 32 hex digits @returns undefined when it is not there */
export const placeOf = async (files: Published, id: string): Promise<number | undefined> =>
  (await files.size(FILES.dayOpening)) === undefined ? indexOfEntry(files, id) : inArrivals(files, id)
