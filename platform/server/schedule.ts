/** The schedules of the functions, where no cloud keeps them: croner calls the entry as a timer. */
import { Cron } from 'croner'
import type { Entry } from '../../functions/core/io/entry/entry'
import type { Timer } from '../../functions/core/manifest'

export interface Schedule {
  /** Starts no more runs, and waits for those under way. */
  stop(): Promise<void>
}

/** Runs of one timer never overlap here; across instances their leases see to it. A failed run is in the log, by the entry. */
export const startSchedule = (entry: Entry, timers: Readonly<Record<string, readonly Timer[]>>): Schedule => {
  const running = new Set<Promise<unknown>>()
  const run = async (procedure: string, timer: string): Promise<void> => {
    const call = entry.handle({ procedure, input: {}, headers: {}, source: { timer } })
    running.add(call)
    await call
    running.delete(call)
  }
  const options = { timezone: 'Asia/Shanghai', protect: true, unref: true }
  const jobs = Object.entries(timers).flatMap(([name, list]) =>
    list.map(({ procedure, cron }) => new Cron(cron, options, () => run(`${name}/${procedure}`, procedure))),
  )
  return {
    stop: async () => {
      jobs.forEach((job) => job.stop())
      await Promise.all(running)
    },
  }
}
