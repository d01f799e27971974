/**
 * The one writer: what arrives during a write shares the next transaction. Each commit has its savepoint, nothing is
 * awaited between BEGIN and COMMIT, and every verdict, refusals too, is told only after COMMIT.
 */
import { isBusy, isIoError, isPassing, type Connection } from './connection'
import type { Verdict } from './changes'

export const GROUP = {
  /** Commits a transaction. */
  commits: 256,
  /** Milliseconds after which no further commit joins. */
  ms: 8,
  /** Commits that may wait; more are answered `busy`. */
  waiting: 4096,
  /** Milliseconds that a commit waits for another process's lock before it is answered `busy`. */
  patience: 2000,
} as const

type Lost = { readonly outcome: 'busy' } | { readonly outcome: 'unknown' }

interface Job {
  readonly apply: () => Verdict<unknown>
  readonly settle: (outcome: unknown) => void
  readonly fail: (error: unknown) => void
  readonly since: number
}

export interface Writer {
  /** `apply` runs inside the transaction, perhaps more than once (after a rollback), and awaits nothing. */
  submit<R>(apply: () => Verdict<R>): Promise<R | Lost>
  /** After what is waiting has been written. */
  drain(): Promise<void>
  waiting(): number
}

export interface WriterOptions {
  /** The connection, opened anew when the last was given up. */
  readonly connection: () => Connection
  /** Gives a connection up that could not be brought out of its transaction. */
  readonly abandon: () => void
}

const elapsed = (): number => performance.now()

export const openWriter = ({ connection, abandon }: WriterOptions): Writer => {
  let queue: Job[] = []
  let scheduled = false
  let tries = 0
  let drained: (() => void)[] = []

  const rollback = (db: Connection): void => {
    try {
      if (db.inTransaction) db.exec('ROLLBACK')
    } catch {
      abandon() // whatever state it is in
    }
  }

  /** One commit in its savepoint; throws when the engine does. */
  const applyOne = (db: Connection, job: Job): unknown => {
    db.exec('SAVEPOINT s')
    const verdict = job.apply()
    if (!verdict.keep) db.exec('ROLLBACK TO s')
    db.exec('RELEASE s')
    if (!db.inTransaction) throw new Error('the engine has left the transaction')
    return verdict.outcome
  }

  /** The jobs that fitted into one transaction, with their verdicts; throws, rolled back, when it did not hold. */
  const writeTogether = (jobs: readonly Job[]): unknown[] => {
    const db = connection()
    const outcomes: unknown[] = []
    const start = elapsed()
    db.exec('BEGIN IMMEDIATE')
    try {
      for (const job of jobs) {
        outcomes.push(applyOne(db, job))
        if (elapsed() - start > GROUP.ms) break
      }
      db.exec('COMMIT')
    } catch (error) {
      rollback(db)
      throw error
    }
    return outcomes
  }

  /** A commit by itself. Throws only when another process holds the lock and nothing was done. */
  const writeAlone = (job: Job): void => {
    const db = connection()
    db.exec('BEGIN IMMEDIATE')
    let outcome: unknown
    let committing = false
    try {
      outcome = applyOne(db, job)
      committing = true
      db.exec('COMMIT')
    } catch (error) {
      rollback(db)
      if (committing && isIoError(error)) return job.settle({ outcome: 'unknown' })
      return isPassing(error) ? job.settle({ outcome: 'busy' }) : job.fail(error)
    }
    job.settle(outcome)
  }

  /** Those that waited too long for another process are told so; the rest try again, later each time. */
  const backOff = (): void => {
    const now = elapsed()
    const late = queue.filter((job) => now - job.since > GROUP.patience)
    queue = queue.filter((job) => now - job.since <= GROUP.patience)
    late.forEach((job) => job.settle({ outcome: 'busy' }))
    tries += 1
    schedule(Math.min(20, 2 ** Math.min(tries, 5)) * (0.5 + Math.random() / 2))
  }

  const eachAlone = (jobs: Job[]): void => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      try {
        writeAlone(job)
        tries = 0
      } catch (error) {
        if (isBusy(error)) {
          queue = [job, ...jobs, ...queue]
          return backOff()
        }
        // not even BEGIN: nothing was done
        if (isPassing(error)) job.settle({ outcome: 'busy' })
        else job.fail(error)
      }
    }
    next()
  }

  const writeGroup = (): void => {
    const group = queue.slice(0, GROUP.commits)
    if (group.length === 1) {
      queue = queue.slice(1)
      return eachAlone(group)
    }
    try {
      const outcomes = writeTogether(group)
      queue = queue.slice(outcomes.length)
      tries = 0
      outcomes.forEach((outcome, i) => group[i]?.settle(outcome))
      next()
    } catch (error) {
      if (isBusy(error)) return backOff()
      queue = queue.slice(group.length)
      eachAlone(group)
    }
  }

  const schedule = (delay: number): void => {
    scheduled = true
    const run = (): void => {
      scheduled = false
      if (queue.length > 0) writeGroup()
      else next()
    }
    if (delay > 0) setTimeout(run, delay)
    else setImmediate(run)
  }

  const next = (): void => {
    if (queue.length > 0) return schedule(0)
    const waiters = drained
    drained = []
    waiters.forEach((done) => done())
  }

  return {
    submit: <R>(apply: () => Verdict<R>) =>
      new Promise<R | Lost>((resolve, reject) => {
        if (queue.length >= GROUP.waiting) return resolve({ outcome: 'busy' })
        queue.push({
          apply,
          settle: (outcome) => resolve(outcome as R | Lost),
          fail: reject,
          since: elapsed(),
        })
        if (!scheduled) schedule(0)
      }),
    drain: () => (queue.length === 0 ? Promise.resolve() : new Promise((resolve) => drained.push(resolve))),
    waiting: () => queue.length,
  }
}
