/** The schedules of the functions, where no cloud keeps them: croner calls the entry as a timer. */
import { Cron } from 'croner'
import type { Entry } from '../../functions/core/io/entry/entry'
import type { Timer } from '../../functions/core/manifest'

export interface Schedule {
  /** Starts no more runs, and waits for those under way. */
  stop(): Promise<void>
}

/** Calls `run` whenever a cron comes due. Tests tick by hand. */
export type Ticking = (cron: string, run: () => Promise<void>) => { stop(): void }

/** By the clock, in the time that crons are written in. */
export const byClock: Ticking = (cron, run) => new Cron(cron, { timezone: 'Asia/Shanghai', unref: true }, run)

/** Runs of one timer never overlap here; across instances their leases see to it. A failed run is in the log, by the entry. */
export const startSchedule = (
  entry: Entry,
  timers: Readonly<Record<string, readonly Timer[]>>,
  ticking: Ticking = byClock,
): Schedule => {
  const running = new Map<string, Promise<unknown>>()
  let stopping = false
  const run = async (procedure: string, timer: string): Promise<void> => {
    if (stopping || running.has(procedure)) return
    const call = entry.handle({ procedure, input: {}, headers: {}, source: { timer } })
    running.set(procedure, call)
    try {
      await call
    } finally {
      running.delete(procedure)
    }
  }
  const jobs = Object.entries(timers).flatMap(([name, list]) =>
    list.map(({ procedure, cron }) => ticking(cron, () => run(`${name}/${procedure}`, procedure))),
  )
  return {
    stop: async () => {
      stopping = true
      jobs.forEach((job) => job.stop())
      await Promise.allSettled(running.values())
    },
  }
}
