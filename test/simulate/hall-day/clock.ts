/** Virtual time: what is due together is done together. */
type Work = () => Promise<void>

export interface Agenda {
  at(time: number, work: Work): void
  /** Runs to the end; `tick` each minute that passes. */
  run(set: (time: number) => void, tick: (time: number) => Promise<void>): Promise<void>
}

const MINUTE = 60_000
/** Everybody who moves within so many milliseconds does so at once. */
const TOGETHER = 2_000

export const createAgenda = (from: number): Agenda => {
  const due = new Map<number, Work[]>()
  const times: number[] = []
  const push = (time: number): void => {
    let at = times.length
    while (at > 0 && (times[at - 1] ?? 0) > time) at -= 1
    times.splice(at, 0, time)
  }
  let now = from
  return {
    at: (time, work) => {
      const slot = Math.ceil(Math.max(time, now + 1) / TOGETHER) * TOGETHER
      const list = due.get(slot)
      if (list) list.push(work)
      else {
        due.set(slot, [work])
        push(slot)
      }
    },
    run: async (set, tick) => {
      let minute = Math.ceil(from / MINUTE) * MINUTE
      for (let time = times.shift(); time !== undefined; time = times.shift()) {
        while (minute <= time) {
          set(minute)
          await tick(minute)
          minute += MINUTE
        }
        now = time
        set(time)
        const works = due.get(time) ?? []
        due.delete(time)
        await Promise.all(works.map((work) => work()))
      }
    },
  }
}
