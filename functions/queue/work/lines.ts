/**
 * A hall's lines of one day: read, begun, and changed by one patch that is guarded by their turn. What a change writes is computed from what was
 * read; whoever was slower reads again.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Services } from '../../core/io/context'
import type { Json, PatchSpec, Store } from '../../core/io/store/contract'
import { allOf } from '../../core/io/store/pages'
import { reader, upcast } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { instantOf, type Day } from '../../core/pure/time'
import { hallLines, steps, type HallLinesDoc } from '../collections'
import { DAY_KEPT } from '../data/kept'
import { foldLines } from '../rules/fold'
import type { HallLines, Times } from '../rules/lines'
import { hallDayOf } from './ids'

type Needs = Pick<Services, 'store'>
export interface HallDay {
  readonly hallId: string
  readonly day: Day
}

export const readLines = ({ store }: Needs, { hallId, day }: HallDay): Promise<HallLinesDoc | undefined> =>
  reader(store).get(hallLines, hallDayOf(hallId, day))

/** How long matters took on the hall's last day. */
const timesBefore = async ({ store }: Needs, { hallId, day }: HallDay): Promise<Times> => {
  const { items } = await reader(store).query(hallLines, {
    index: 'hall',
    where: { hallId },
    range: { lt: day },
    order: 'desc',
    limit: 1,
  })
  return items[0]?.doc.times ?? {}
}

/** Begun by whoever is first; of a day that has steps already (a document that was lost), made of these. */
export const openLines = async (services: Needs, at: HallDay): Promise<HallLinesDoc> => {
  const standing = await readLines(services, at)
  if (standing) return standing
  const { hallId, day } = at
  const [before, times] = await Promise.all([
    allOf(services.store, steps, { index: 'hall', where: { hallId, day } }),
    timesBefore(services, at),
  ])
  const doc: HallLinesDoc = {
    ...foldLines(
      before.map(({ doc: step }) => step),
      times,
    ),
    v: 1,
    hallId,
    day,
    state: 'open',
    orderedAt: 0,
    expiresAt: instantOf(day) + DAY_KEPT,
  }
  await services.store.commit([{ op: 'insert', collection: hallLines.name, id: hallDayOf(hallId, day), doc }])
  const begun = await readLines(services, at)
  if (!begun) throw new AppError('BUSY')
  return begun
}

type Parts = { readonly [key: string]: Json | undefined }
const PARTED = ['waiting', 'given', 'calls', 'printed', 'windows', 'times'] as const
const WHOLE = ['turn', 'again', 'totals', 'workedAt', 'state', 'orderedAt'] as const

/** What differs, path by path: the rest of the document is not written. */
const changesOf = (before: HallLinesDoc, after: HallLinesDoc): Record<string, Json> => {
  const set: Record<string, Json> = {}
  for (const name of WHOLE) if (after[name] !== before[name]) set[name] = after[name]
  for (const name of PARTED) {
    const [was, is]: readonly Parts[] = [before[name], after[name]]
    if (was === is) continue
    for (const [key, value] of Object.entries(is ?? {}))
      if (value !== undefined && value !== was?.[key]) set[`${name}.${key}`] = value
  }
  return set
}

/** Changes of one hall's day that this process has under way: one after the other they do not race. */
const underWay = new WeakMap<Store, Map<string, Promise<unknown>>>()

const inTurn = async <T>(store: Store, id: string, work: () => Promise<T>): Promise<T> => {
  const days = underWay.get(store) ?? new Map<string, Promise<unknown>>()
  underWay.set(store, days)
  const mine = (days.get(id) ?? Promise.resolve()).then(work)
  const over = mine.catch(() => undefined)
  days.set(id, over)
  try {
    return await mine
  } finally {
    if (days.get(id) === over) days.delete(id)
  }
}

/** As long as a transaction tries; other processes change the same day, and there may be many of them. */
const PATIENCE_MS = 6_000
const pause = (tries: number): Promise<void> => sleep(Math.min(40, 1 + tries * 2) * (0.5 + Math.random() / 2))

/**
 * @param change given the lines as they stand, what they become; the same, and nothing is written. It may throw a refusal
 * @returns the lines afterwards
 * @throws AppError BUSY; whatever `change` throws
 */
export const changeLines = (
  services: Needs,
  at: HallDay,
  change: (lines: HallLinesDoc) => HallLines,
): Promise<HallLinesDoc> =>
  inTurn(services.store, hallDayOf(at.hallId, at.day), () => changeNow(services, at, change))

const changeNow = async (
  services: Needs,
  at: HallDay,
  change: (lines: HallLinesDoc) => HallLines,
): Promise<HallLinesDoc> => {
  const until = performance.now() + PATIENCE_MS
  for (let tries = 0; ; tries += 1) {
    const before = await openLines(services, at)
    const after: HallLinesDoc = { ...before, ...change(before) }
    const set = changesOf(before, after)
    if (Object.keys(set).length === 0) return before
    const spec: PatchSpec = {
      collection: hallLines.name,
      id: hallDayOf(at.hallId, at.day),
      set,
      when: [{ path: 'turn', is: before.turn }],
    }
    const outcome = await services.store.patch(spec)
    if (outcome.outcome === 'patched') return upcast<HallLinesDoc>(hallLines, outcome.stored.doc)
    // Refused: somebody was faster. Busy or unknown: what was read next tells whether it landed.
    if (performance.now() > until) throw new AppError('BUSY')
    await pause(tries)
  }
}
