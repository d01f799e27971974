/** The canonical list: every entry once, in the order of its id (or, of a day, of its arrival), whatever order they were handed in. */
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises'
import { compareIds, ENTRY_BYTES, isEntry } from '../rules/draw/entry'
import { FILES } from '../rules/draw/published'
import { temporaryOf, writeAll, writeWhole } from './folder'
import { mergeRuns, type Run } from './merge'
import { DrawRefused } from './refused'
import { isInOrder, RUN_ENTRIES, runSorter } from './sorted-runs'

/** Pieces of any number of whole entries (64 bytes each: rules/draw/entry.ts). */
export type EntrySource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** @throws DrawRefused for what is no entry */
const checkForm = (piece: Uint8Array): void => {
  if (piece.length % ENTRY_BYTES !== 0)
    throw new DrawRefused('notEntries', 'entries come whole, 64 bytes each')
  for (let at = 0; at < piece.length; at += ENTRY_BYTES)
    if (!isEntry(piece, at)) throw new DrawRefused('notEntries', 'an entry begins with 0x00')
}

/** Hands on the source in pieces of `RUN_ENTRIES`, the last one shorter; the piece is used again. */
const inRuns = async (source: EntrySource, each: (run: Uint8Array) => Promise<void>): Promise<void> => {
  const buffer = new Uint8Array(RUN_ENTRIES * ENTRY_BYTES)
  let filled = 0
  for await (const piece of source) {
    checkForm(piece)
    let from = 0
    while (from < piece.length) {
      const taken = Math.min(buffer.length - filled, piece.length - from)
      buffer.set(piece.subarray(from, from + taken), filled)
      filled += taken
      from += taken
      if (filled < buffer.length) continue
      await each(buffer)
      filled = 0
    }
  }
  if (filled > 0) await each(buffer.subarray(0, filled))
}

/** Writes sorted runs, one after the other; what comes in order is one run however long it is. */
const writeRuns = async (source: EntrySource, to: FileHandle): Promise<readonly Run[]> => {
  const runs: { from: number; to: number }[] = []
  const sorted = new Uint8Array(RUN_ENTRIES * ENTRY_BYTES)
  const sortRun = runSorter()
  const last = new Uint8Array(ENTRY_BYTES)
  let written = 0
  await inRuns(source, async (run) => {
    const inOrder = isInOrder(run)
    const out = inOrder ? run : sorted.subarray(0, run.length)
    if (!inOrder) sortRun(run, out)
    const current = runs.at(-1)
    const follows = current !== undefined && compareIds(last, 0, out, 0) < 0
    await writeAll(to, out)
    written += out.length
    last.set(out.subarray(out.length - ENTRY_BYTES))
    if (follows) current.to = written
    else runs.push({ from: written - out.length, to: written })
  })
  return runs
}

/**
 * `entries.bin` of a period, sorted outside memory: a few dozen MB, however many entries there are. Begun anew after an interruption.
 * @throws DrawRefused when there are none, when something is no entry, or when an id is there twice
 */
export const writeSortedList = async (folder: string, source: EntrySource): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const spool = temporaryOf(folder, 'runs')
  const handle = await open(spool, 'w+')
  try {
    const runs = await writeRuns(source, handle)
    if (runs.length === 0) throw new DrawRefused('noEntries', 'there is no entry to draw from')
    await writeWhole(folder, FILES.entries, (to) => mergeRuns(handle, runs, to))
  } finally {
    await handle.close()
    await rm(spool, { force: true })
  }
}

/**
 * `entries.bin` of a day, in the order of arrival.
 * @throws DrawRefused when there are none, or when something is no entry
 */
export const writeListAsItComes = async (folder: string, source: EntrySource): Promise<void> => {
  await mkdir(folder, { recursive: true })
  await writeWhole(folder, FILES.entries, async (to) => {
    let entries = 0
    await inRuns(source, async (run) => {
      await writeAll(to, run)
      entries += run.length
    })
    if (entries === 0) throw new DrawRefused('noEntries', 'there is no entry in the day’s list')
  })
}
