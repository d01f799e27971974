/** Recounting: what the documents themselves say, compared with what was counted as it happened. */
import type { Store } from '../store/contract'
import { readTallies, type Counted, type Counts, type KeyRange, type TallySpec } from './tallies'

export interface Difference {
  readonly key: string
  readonly counted: Counts
  readonly truth: Counts
}

const add = (sums: Map<string, Record<string, number>>, spec: TallySpec, counted: Counted): void => {
  const sum = sums.get(counted.key) ?? Object.fromEntries(spec.counts.map((what) => [what, 0]))
  for (const [what, many] of Object.entries(counted.add)) sum[what] = (sum[what] ?? 0) + many
  sums.set(counted.key, sum)
}

const equal = (spec: TallySpec, one: Counts, other: Counts): boolean =>
  spec.counts.every((what) => one[what] === other[what])

/**
 * Compares and changes nothing. A difference that stands while no delivery waits is a fault; while some wait, it is what
 * they will count.
 * @param truth what each document would have counted; keys outside the range are not looked at
 */
export const recount = async (
  store: Store,
  spec: TallySpec,
  range: KeyRange,
  truth: AsyncIterable<Counted>,
): Promise<readonly Difference[]> => {
  const nothing: Counts = Object.fromEntries(spec.counts.map((what) => [what, 0]))
  const sums = new Map<string, Record<string, number>>()
  for await (const counted of truth)
    if (counted.key >= range.from && counted.key <= range.to) add(sums, spec, counted)
  const counted = await readTallies(store, spec, range)
  return [...new Set([...sums.keys(), ...counted.keys()])]
    .sort()
    .map((key) => ({ key, counted: counted.get(key) ?? nothing, truth: sums.get(key) ?? nothing }))
    .filter((row) => !equal(spec, row.counted, row.truth))
}
