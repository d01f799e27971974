/** Merges sorted runs that lie one after the other in a file, reading a piece of each at a time. */
import type { FileHandle } from 'node:fs/promises'
import { compareIds, entryAt, ENTRY_BYTES } from '../rules/draw/entry'
import { readExactly, writeAll } from './folder'
import { DrawRefused } from './refused'
import { copyEntry, wordsOf } from './words'

export interface Run {
  /** In bytes. */
  readonly from: number
  readonly to: number
}

/** 1 MB of entries are written at once. */
const WRITTEN_AT_ONCE = 2 ** 14 * ENTRY_BYTES
/** What all runs together hold in memory. */
const READ_AHEAD = 16 * 2 ** 20

/** Where a run stands: the entries read, and the next of them. */
interface Reader {
  readonly buffer: Uint8Array
  readonly words: Int32Array
  at: number
  end: number
  next: number
  readonly to: number
}

const refill = async (handle: FileHandle, reader: Reader): Promise<boolean> => {
  const length = Math.min(reader.buffer.length, reader.to - reader.next)
  if (length === 0) return false
  await readExactly(handle, reader.buffer, { offset: reader.next, length })
  reader.next += length
  reader.at = 0
  reader.end = length
  return true
}

const isBefore = (a: Reader, b: Reader): boolean => compareIds(a.buffer, a.at, b.buffer, b.at) < 0

/** Moves the reader at the root of a binary heap down to its place. */
const sink = (heap: Reader[]): void => {
  let at = 0
  for (;;) {
    const [left, right] = [2 * at + 1, 2 * at + 2]
    let least = at
    for (const child of [left, right]) {
      const [candidate, best] = [heap[child], heap[least]]
      if (candidate && best && isBefore(candidate, best)) least = child
    }
    const [moved, risen] = [heap[at], heap[least]]
    if (least === at || !moved || !risen) return
    heap[at] = risen
    heap[least] = moved
    at = least
  }
}

const repeated = (entries: Uint8Array, at: number): DrawRefused =>
  new DrawRefused('repeatedEntry', `the entry ${entryAt(entries, at).id} is there twice`)

/**
 * Writes all entries of the runs to `to`, in the order of their ids.
 * @throws DrawRefused when an id is there twice
 */
export const mergeRuns = async (from: FileHandle, runs: readonly Run[], to: FileHandle): Promise<void> => {
  const piece = Math.max(64, Math.floor(READ_AHEAD / ENTRY_BYTES / runs.length)) * ENTRY_BYTES
  const heap: Reader[] = []
  for (const run of runs) {
    const buffer = new Uint8Array(Math.min(piece, run.to - run.from))
    const reader: Reader = { buffer, words: wordsOf(buffer), at: 0, end: 0, next: run.from, to: run.to }
    if (await refill(from, reader)) heap.push(reader)
  }
  heap.sort((a, b) => compareIds(a.buffer, a.at, b.buffer, b.at))
  const out = new Uint8Array(WRITTEN_AT_ONCE)
  let filled = 0
  const before = new Uint8Array(ENTRY_BYTES)
  const [outWords, beforeWords] = [wordsOf(out), wordsOf(before)]
  let first = true
  for (let least = heap[0]; least; least = heap[0]) {
    if (!first && compareIds(before, 0, least.buffer, least.at) === 0) throw repeated(least.buffer, least.at)
    first = false
    copyEntry(least.words, least.at, outWords, filled)
    copyEntry(least.words, least.at, beforeWords, 0)
    filled += ENTRY_BYTES
    if (filled === out.length) {
      await writeAll(to, out)
      filled = 0
    }
    least.at += ENTRY_BYTES
    if (least.at === least.end && !(await refill(from, least))) {
      const last = heap.pop()
      if (last && last !== least) heap[0] = last
    }
    sink(heap)
  }
  if (filled > 0) await writeAll(to, out.subarray(0, filled))
}
