/** One draw of so many entries in a folder; ends with one line of JSON. */
import { open } from 'node:fs/promises'
import path from 'node:path'
import { draw } from '../../functions/lottery/draw/draw'
import { publishedIn } from '../../functions/lottery/draw/folder'
import { freeze } from '../../functions/lottery/draw/freeze'
import { bestHashing } from '../../functions/lottery/draw/hashing'
import { notaryOf } from '../../functions/lottery/draw/notary'
import { hashList } from '../../functions/lottery/draw/tree-file'
import { checkBeacon } from '../../functions/lottery/rules/draw/beacon'
import { instantOfRound, roundFrom } from '../../functions/lottery/rules/draw/chain'
import { verifyBls } from '../../functions/lottery/rules/draw/curves'
import type { DrawRules } from '../../functions/lottery/rules/draw/documents'
import { ENTRY_BYTES } from '../../functions/lottery/rules/draw/entry'
import { isIncluded, proofOf } from '../../functions/lottery/rules/draw/proof'
import { FILES } from '../../functions/lottery/rules/draw/published'
import { BLOCK_BYTES, type HashBlocks } from '../../functions/core/pure/sha256'
import { streamOf } from '../../functions/lottery/rules/draw/stream'
import { CHUNK_ENTRIES, treeBuilder } from '../../functions/lottery/rules/draw/tree'
import { LEAST_WAIT } from '../../functions/lottery/rules/draw/verify/freeze'
import { testChain } from '../../test/harness/draw/chain'
import { entryPieces } from '../../test/harness/draw/entries'
import type { DrawFigures } from '../draw'

const NOW = Date.UTC(2026, 11, 1)
const PROOFS = 200
const rehearsal = testChain('bench')
const { chain } = rehearsal
const notary = notaryOf(new Uint8Array(32).fill(9))

/** One of Yantai's eleven draws: a million entries and more have all of its prizes, fewer have as large a share. */
const tiersFor = (entries: number) => {
  const share = Math.min(1, entries / 1_000_000)
  return [
    { tier: '800', places: Math.ceil(2318 * share), prize: 80_000 },
    { tier: '300', places: Math.ceil(9273 * share), prize: 30_000 },
    { tier: '50', places: Math.ceil(216_364 * share), prize: 5000 },
  ]
}

const secondsOf = async <T>(work: () => Promise<T> | T): Promise<[T, number]> => {
  const began = performance.now()
  const done = await work()
  return [done, (performance.now() - began) / 1000]
}
/** Seconds of the processor that this process had: what a busy neighbour does not change much. */
const processorSecondsOf = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

/** What the tree takes over the list in memory: what is read from the file is not counted. */
const treeSeconds = async (folder: string, hash: HashBlocks): Promise<number> => {
  const handle = await open(path.join(folder, FILES.entries))
  try {
    const tree = treeBuilder(hash)
    const chunk = new Uint8Array(CHUNK_ENTRIES * ENTRY_BYTES)
    let seconds = 0
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, chunk.length)
      if (bytesRead === 0) break
      seconds += await processorSecondsOf(() => tree.add(chunk.subarray(0, bytesRead)))
    }
    return seconds + (await processorSecondsOf(() => tree.finish()))
  } finally {
    await handle.close()
  }
}

/** Sizes of what hashtree is given at once, in blocks: the best of them is its rate. */
const AT_ONCE = [2 ** 10, 2 ** 12, 2 ** 15]

/** What hashtree alone takes for so many blocks. */
const rawSeconds = (hash: HashBlocks, blocks: number, atOnce: number): Promise<number> => {
  const input = new Uint8Array(atOnce * BLOCK_BYTES).fill(7)
  const output = new Uint8Array(input.length / 2)
  const last = (blocks % atOnce) * BLOCK_BYTES
  return processorSecondsOf(() => {
    for (let left = blocks; left >= atOnce; left -= atOnce) hash(input, output)
    hash(input.subarray(0, last), output.subarray(0, last / 2))
  })
}

/**
 * Hashes a second of the processor: of the tree in memory, of the tree with its files, and of hashtree alone over as many
 * blocks; in turn.
 */
const hashRates = async (folder: string, entries: number, hash: HashBlocks) => {
  const blocks = 2 * entries
  const rounds: { tree: number; file: number; raw: number }[] = []
  for (let time = 0; time < Math.max(3, Math.min(99, 9_000_000 / entries)); time += 1) {
    const tree = await treeSeconds(folder, hash)
    const file = await processorSecondsOf(() => hashList(folder, hash))
    const raws: number[] = []
    for (const atOnce of AT_ONCE) raws.push(await rawSeconds(hash, blocks, atOnce))
    rounds.push({ tree: blocks / tree, file: blocks / file, raw: blocks / Math.min(...raws) })
  }
  return {
    hashRatio: rounded(median(rounds.map(({ tree, raw }) => tree / raw)), 3),
    fileRatio: rounded(median(rounds.map(({ file, raw }) => file / raw)), 3),
    treeHashesPerSecond: Math.round(median(rounds.map(({ tree }) => tree))),
    rawHashesPerSecond: Math.round(median(rounds.map(({ raw }) => raw))),
  }
}

const run = async (folder: string, entries: number): Promise<DrawFigures> => {
  const hashing = await bestHashing()
  const round = roundFrom(chain, NOW + LEAST_WAIT)
  const rules: DrawRules = {
    campaign: 'bench',
    period: '2026-11',
    campaignRules: '00'.repeat(32),
    tiers: tiersFor(entries),
    replacements: Math.ceil(entries / 1000),
    chain,
    round,
    fallback: null,
  }
  const [frozen, freezeSeconds] = await secondsOf(() =>
    freeze({
      folder,
      entries: () => entryPieces(entries, 'bench'),
      exclusions: [],
      rules,
      now: NOW,
      notary,
      hashing,
    }),
  )
  const beacon = rehearsal.sign(round)
  const [result, drawSeconds] = await secondsOf(() =>
    draw({ folder, beacon, now: instantOfRound(chain, round), notary }),
  )
  const peakMB = process.resourceUsage().maxRSS / 1024

  const rates = await hashRates(folder, entries, hashing.hash)

  const files = publishedIn(folder)
  const random = streamOf(new Uint8Array(32))
  const [proving, verifying]: [number[], number[]] = [[], []]
  let proofBytes = 0
  for (let time = 0; time < PROOFS; time += 1) {
    const [proof, proved] = await secondsOf(() => proofOf(files, random.below(entries)))
    const [holds, checked] = await secondsOf(() => isIncluded(proof, frozen.commitment))
    if (!holds) throw new Error('a proof does not hold')
    proving.push(proved * 1000)
    verifying.push(checked * 1000)
    proofBytes = Math.max(proofBytes, JSON.stringify(proof).length)
  }
  const [verdict, beaconSeconds] = await secondsOf(() => checkBeacon(beacon, { chain, round }, verifyBls))
  if (!verdict.ok) throw new Error(verdict.fault)
  return {
    entries,
    freezeSeconds: rounded(freezeSeconds, 3),
    drawSeconds: rounded(drawSeconds, 3),
    ...rates,
    engine: hashing.engine,
    winners: result.tiers.reduce((sum, { winners }) => sum + winners.length, 0),
    proofBytes,
    verifyMs: rounded(median(verifying), 3),
    proveMs: rounded(median(proving), 3),
    beaconMs: rounded(beaconSeconds * 1000, 1),
    peakMB: rounded(peakMB, 1),
  }
}

void run(process.argv[2] ?? '', Number(process.argv[3])).then((figures) => {
  process.stdout.write(JSON.stringify(figures))
})
