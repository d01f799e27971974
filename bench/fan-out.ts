/**
 * One policy to many: found by its tags, put into each inbox, and sent by a channel that sends nothing; each size in a fresh process
 * on an empty database. What it costs to find them is shown beside as many others as there are people, and ten times as many.
 * `--entries N` for other sizes: a million take some minutes.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { peers } from './fan-out/peers'
import { bundle } from './servers'

interface Figures {
  readonly people: number
  readonly others: number
  /** `inbox`: the notice alone. `email`: a message of a channel that sends nothing, too. */
  readonly by: string
  /** How many it was said to reach, and in how many milliseconds. */
  readonly reach: { readonly reached: number; readonly exact: boolean }
  readonly matchMs: number
  /** From the publication's commit to the last that was sent. */
  readonly seconds: number
  readonly deliveredPerSecond: number
  readonly duplicates: number
  readonly missing: number
  readonly strangers: number
  /** A notice to one person meanwhile: from its commit to the inbox. */
  readonly besideMs: { readonly median: number; readonly worst: number }
  readonly peakMB: number
}

const one = (child: string, words: readonly string[]): Figures => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fan-out-'))
  try {
    const ran = spawnSync(process.execPath, ['--expose-gc', child, folder, ...words], { encoding: 'utf8' })
    if (ran.status !== 0) throw new Error(`${ran.stdout}${ran.stderr}`)
    return JSON.parse(ran.stdout) as Figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param options.entries numbers of people instead of the usual ones */
export const fanOutBench = async (options: {
  readonly quick: boolean
  readonly entries?: readonly number[] | undefined
}) => {
  const sizes = options.entries ?? (options.quick ? [10_000] : [100_000])
  const child = await bundle('bench/fan-out/child.ts', 'fan-out')
  const runs = sizes.flatMap((people) =>
    ['inbox', 'email'].map((by) => one(child, [String(people), '0', by])),
  )
  const few = options.quick ? 1_000 : 5_000
  const amongOthers = [0, 1, 10].map((times) => one(child, [String(few), String(few * times), 'inbox']))
  const [largest] = [...runs].sort((a, b) => b.people - a.people)
  return {
    bench: 'fan-out',
    node: process.version,
    ...largest,
    peers: await peers(Math.min(...sizes)),
    runs,
    /** The same people among none, as many, ten times as many others. */
    amongOthers,
  }
}
