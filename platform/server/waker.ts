/**
 * Dispatching without a wait: a commit that holds a delivery wakes its subscriber's lane, at once or when it is due. The minute's
 * timer stays as a net. A lane runs once at a time; a lease that another instance holds is asked for again a moment later.
 */
import type { Instant } from '../../functions/core/pure/time'

export interface WakerOptions {
  /** Runs one subscriber's lane. */
  readonly dispatch: (subscriber: string) => Promise<unknown>
  /** When the next delivery of a subscriber is due; undefined when none waits. */
  readonly nextDue: (subscriber: string) => Promise<Instant | undefined>
  readonly clock: () => Instant
}

export interface Waker {
  wake(subscriber: string, due: Instant): void
  /** Looks once at what is due already: what a process before this one left. */
  begin(subscribers: readonly string[]): void
  /** Starts nothing more, and waits for what is under way. */
  stop(): Promise<void>
}

/** Commits that follow each other closely share a run. */
const GATHER_MS = 20
/** What is due still after a run is held by another instance, or by a store that was busy. */
const AGAIN_MS = 500
/** Node's longest timer; the net is there long before. */
const LONGEST_MS = 60_000

interface Lane {
  timer?: NodeJS.Timeout
  /** When the timer goes off. */
  at: Instant
  running?: Promise<void>
}

export const createWaker = ({ dispatch, nextDue, clock }: WakerOptions): Waker => {
  const lanes = new Map<string, Lane>()
  let stopped = false

  const laneOf = (subscriber: string): Lane => {
    const lane = lanes.get(subscriber) ?? { at: Infinity }
    lanes.set(subscriber, lane)
    return lane
  }

  const setTimer = (subscriber: string, at: Instant): void => {
    const lane = laneOf(subscriber)
    if (stopped || at >= lane.at) return
    clearTimeout(lane.timer)
    lane.at = at
    const delay = Math.min(Math.max(at - clock(), 0), LONGEST_MS)
    lane.timer = setTimeout(() => begin(subscriber), delay).unref()
  }

  const begin = (subscriber: string): void => {
    const lane = laneOf(subscriber)
    lane.at = Infinity
    if (lane.running) return setTimer(subscriber, clock() + GATHER_MS)
    lane.running = run(subscriber).finally(() => {
      delete lane.running
    })
  }

  const run = async (subscriber: string): Promise<void> => {
    try {
      await dispatch(subscriber)
      const next = await nextDue(subscriber)
      if (next !== undefined) setTimer(subscriber, next <= clock() ? clock() + AGAIN_MS : next)
    } catch {
      // The entry has logged it; a store that fails is asked again by the minute's timer.
    }
  }

  return {
    wake: (subscriber, due) => setTimer(subscriber, Math.max(due, clock() + GATHER_MS)),
    begin: (subscribers) => subscribers.forEach((subscriber) => setTimer(subscriber, clock() + GATHER_MS)),
    stop: async () => {
      stopped = true
      for (const { timer } of lanes.values()) clearTimeout(timer)
      await Promise.all([...lanes.values()].flatMap(({ running }) => (running ? [running] : [])))
    },
  }
}
