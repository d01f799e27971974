/** Weeks of a campaign, each with people of its own: see `harness/lottery/week`. */
import { liveWeek } from '../harness/lottery/week'

export interface Simulated {
  readonly weeks: number
  readonly seconds: number
  readonly entries: number
  readonly wonAtOnce: number
  readonly paid: number
  readonly deaths: number
  readonly refused: Readonly<Record<string, number>>
  readonly faults: readonly string[]
}

/** @param wanted.seed of the first week; each later one has the next */
export const simulateLottery = async ({
  weeks,
  seed,
}: {
  readonly weeks: number
  readonly seed: number
}): Promise<Simulated> => {
  const begun = performance.now()
  let told: Omit<Simulated, 'weeks' | 'seconds'> = {
    entries: 0,
    wonAtOnce: 0,
    paid: 0,
    deaths: 0,
    refused: {},
    faults: [],
  }
  for (let week = 0; week < weeks; week += 1) {
    const one = await liveWeek({ seed: seed + week, days: 7, people: 30, perDay: 60 })
    const refused: Record<string, number> = { ...told.refused }
    for (const [code, n] of Object.entries(one.refused)) refused[code] = (refused[code] ?? 0) + n
    told = {
      entries: told.entries + one.entries,
      wonAtOnce: told.wonAtOnce + one.wonAtOnce,
      paid: told.paid + one.paid,
      deaths: told.deaths + one.deaths,
      refused,
      faults: [...told.faults, ...one.faults.map((fault) => `week ${seed + week}: ${fault}`)],
    }
  }
  return { weeks, seconds: Math.round((performance.now() - begun) / 100) / 10, ...told }
}
