/** Papers and sheets: the first of a process with what it loads, those after it, their bytes and the process's memory; medians. */
import { spawnSync } from 'node:child_process'
import { bundle, median } from './servers'

const KINDS = ['page', 'ten pages', 'sheet of 5 000 rows']

interface Report {
  readonly bytes: number
  readonly ms: readonly number[]
  /** Of all its threads: what a busy neighbour does not change much. */
  readonly processorMs: readonly number[]
  readonly memory: number
}
const tenths = (value: number): number => Math.round(value * 10) / 10

const runOnce = (file: string, kind: string, times: number): Report => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, kind, String(times)], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Report
}

/** `firstMs` has the library and the font in it, `nextMs` is the median of what comes after. */
export const papersBench = async ({ quick }: { readonly quick: boolean }) => {
  const file = await bundle('bench/papers/child.ts', 'papers')
  const [rounds, times] = quick ? [2, 5] : [9, 30]
  const reports = new Map<string, Report[]>(KINDS.map((kind) => [kind, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const kind of KINDS) reports.get(kind)?.push(runOnce(file, kind, times))
  return {
    bench: 'papers',
    node: process.version,
    rounds,
    kinds: [...reports].map(([kind, of]) => ({
      kind,
      kB: tenths((of[0]?.bytes ?? 0) / 1000),
      firstMs: tenths(median(of.map(({ ms }) => ms[0] ?? 0))),
      nextMs: tenths(median(of.flatMap(({ ms }) => ms.slice(1)))),
      firstProcessorMs: tenths(median(of.map(({ processorMs }) => processorMs[0] ?? 0))),
      nextProcessorMs: tenths(median(of.flatMap(({ processorMs }) => processorMs.slice(1)))),
      memoryMB: tenths(median(of.map(({ memory }) => memory)) / 1e6),
    })),
  }
}
