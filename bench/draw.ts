/**
 * A draw from beginning to end, each size in a fresh process: frozen from entries in no order, hashed, drawn, one entry's proof, and the
 * stand-alone verifier over what was published. `--entries N` for other sizes: ten million take about a minute.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundle } from './servers'

export interface DrawFigures {
  readonly entries: number
  /** From entries in no order to the signed freeze on disk. */
  readonly freezeSeconds: number
  /** From the frozen list and the beacon to the signed result on disk; the beacon's signature is verified in it. */
  readonly drawSeconds: number
  /** Hashes a second of our tree by those of hashtree alone, in the same process. */
  readonly hashRatio: number
  /** The same with its files: the list read, tiles written and on the disk. */
  readonly fileRatio: number
  readonly treeHashesPerSecond: number
  readonly rawHashesPerSecond: number
  readonly engine: string
  readonly winners: number
  readonly proofBytes: number
  /** One inclusion proof checked, in plain JavaScript as the mini-program does: median. */
  readonly verifyMs: number
  /** One proof made from the published files: median. */
  readonly proveMs: number
  readonly beaconMs: number
  /** Of the process that froze and drew. */
  readonly peakMB: number
}

const run = <T>(file: string, words: readonly string[]): T => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
  return JSON.parse(stdout) as T
}

const verified = (verifier: string, folder: string): number => {
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, folder, '--allow-test-chain'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the draw does not verify:\n${stdout}${stderr}`)
  return Math.round(performance.now() - began) / 1000
}

/** @param entries sizes asked for instead of the usual ones */
export const drawBench = async (options: {
  readonly quick: boolean
  readonly entries?: readonly number[]
}) => {
  const sizes = options.entries ?? (options.quick ? [10_000] : [10_000, 1_000_000])
  const child = await bundle('bench/draw/child.ts', 'draw')
  const verifier = await bundle('bench/draw/verifier.ts', 'verify-draw')
  const runs = sizes.map((entries) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'draw-'))
    try {
      const figures = run<DrawFigures>(child, [folder, String(entries)])
      return { ...figures, verifierSeconds: verified(verifier, folder) }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
  const [largest] = [...runs].sort((a, b) => b.entries - a.entries)
  return { bench: 'draw', node: process.version, ...largest, runs }
}
