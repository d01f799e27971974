/**
 * A day in a hall, in virtual time, through the real entry on a real database file: people book, come early, late or never, wait, are called,
 * do not hear it; windows pause; requests go out twice, writes die, the server goes down. Then what must hold is read from the documents.
 */
import { tickets } from '../../../functions/queue/collections'
import { seededRandom } from '../../harness/fuzz/random'
import { Died } from '../../harness/mortal'
import { everything } from '../../harness/seats'
import { defects, openWorld } from '../../functions/queue/world'
import { createCaller } from './caller'
import { checkDay } from './checks'
import { liveDay } from './hall'
import { MATTERS, visitorsOf } from './people'

/** Half-hours from nine to twelve and from half past one to five. */
const STARTS = [
  ...[0, 1, 2, 3, 4, 5].map((i) => 540 + i * 30),
  ...[0, 1, 2, 3, 4, 5, 6].map((i) => 810 + i * 30),
]
const CLOSES = 1020
const HOURS = 6.5

export interface HallDay {
  readonly seed: number
  readonly people: number
  readonly windows: number
  readonly seconds: number
  readonly calls: number
  readonly apiCalls: number
  readonly repeated: number
  readonly deaths: number
  readonly restarts: number
  readonly states: Readonly<Record<string, number>>
  readonly refused: Readonly<Record<string, number>>
  /** Minutes from the number to the first call: mean and nine of ten. */
  readonly waits: Readonly<
    Record<
      'booked' | 'walkIn' | 'priority',
      { readonly mean: number; readonly p90: number; readonly count: number }
    >
  >
  /** Of numbers that were told a range: how many waited less than the first figure, in between, and longer than the second. */
  readonly estimates: {
    readonly told: number
    readonly unknown: number
    readonly below: number
    readonly inside: number
    readonly above: number
  }
  readonly overbooked: number
  readonly doubleCalls: number
  readonly faults: readonly string[]
}

const waitsOf = (minutes: readonly number[]) => {
  const sorted = [...minutes].sort((a, b) => a - b)
  const round = (value: number): number => Math.round(value * 10) / 10
  return {
    mean: round(sorted.reduce((sum, one) => sum + one, 0) / Math.max(1, sorted.length)),
    p90: round(sorted[Math.floor(sorted.length * 0.9)] ?? 0),
    count: sorted.length,
  }
}

/** @param people about as many; windows follow, so that the day is busy and not hopeless */
export const simulateHallDay = async ({
  people,
  seed,
}: {
  readonly people: number
  readonly seed: number
}): Promise<HallDay> => {
  const random = seededRandom(seed)
  const world = await openWorld()
  const began = performance.now()
  try {
    const caller = createCaller(world, random)
    const mean = Object.values(MATTERS).reduce((sum, one) => sum + one, 0) / Object.keys(MATTERS).length
    const windows = Math.max(3, Math.ceil((people * 0.95 * (mean + 0.6)) / (HOURS * 60 * 0.9)))
    const visitors = visitorsOf(random, { people, starts: STARTS, closes: CLOSES })
    const restarts = Math.max(2, Math.round(people / 400))
    const kept = await liveDay(world, caller, random, { windows, closes: CLOSES, visitors, restarts })
    const checked = await checkDay(world, kept)
    const all = await everything(world.services.store, tickets)
    const called = new Map(all.map(({ id, doc }) => [id, doc]))
    const waits = (pick: (doc: (typeof all)[number]['doc']) => boolean) =>
      waitsOf(
        all.flatMap(({ doc }) =>
          doc.calledAt !== null && doc.passes === 0 && doc.since === doc.arrivedAt && pick(doc)
            ? [(doc.calledAt - doc.arrivedAt) / 60_000]
            : [],
        ),
      )
    const truths = kept.told.flatMap(({ estimate, at, ticketId }) => {
      const doc = called.get(ticketId)
      if (!doc || doc.calledAt === null || doc.passes > 0 || doc.since !== doc.arrivedAt) return []
      return [{ ...estimate, truth: (doc.calledAt - at) / 60_000 }]
    })
    const defect = defects.splice(0).filter(({ err }) => !(err instanceof Died))
    return {
      seed,
      people,
      windows,
      seconds: Math.round((performance.now() - began) / 100) / 10,
      calls: checked.calls,
      apiCalls: caller.tally.calls,
      repeated: caller.tally.repeated,
      deaths: caller.tally.deaths,
      restarts: caller.tally.restarts,
      states: checked.states,
      refused: Object.fromEntries(kept.refused),
      waits: {
        booked: waits(({ came, kind }) => came === 'booked' && kind === 'plain'),
        walkIn: waits(({ came, kind }) => came === 'walkIn' && kind === 'plain'),
        priority: waits(({ kind }) => kind === 'first'),
      },
      estimates: {
        told: truths.length,
        unknown: kept.unknown.count,
        below: truths.filter(({ truth, from }) => truth < from).length,
        inside: truths.filter(({ truth, from, to }) => truth >= from && truth <= to).length,
        above: truths.filter(({ truth, to }) => truth > to).length,
      },
      overbooked: checked.faults.filter((fault) => /left ≠|holds two seats|: -\d+ left/.test(fault)).length,
      doubleCalls: checked.faults.filter((fault) => /times|second number|twice/.test(fault)).length,
      faults: [
        ...checked.faults,
        ...(caller.tally.different > 0
          ? [`${caller.tally.different} repeats were answered differently`]
          : []),
        ...defect.map((one) => `a defect was logged: ${String(one.err)}`),
      ],
    }
  } finally {
    await world.close()
  }
}
