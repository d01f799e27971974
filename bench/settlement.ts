/**
 * Annual income-tax settlements a second, one thread: 10 000 distinct years, validated, reckoned and explained line by line in
 * both languages. Every text that has figures in it is read, so that none is left unbuilt; all figures are compared with a slow oracle's.
 */
import { settle, type Settlement } from '../functions/refunds/rules/income-tax/settle'
import { digestOf, EMPTY_DIGEST, slowDigestOf } from '../test/harness/income-tax/digest'
import { distinctYears } from '../test/harness/income-tax/inputs'
import { settleSlowly } from '../test/harness/income-tax/oracle'
import type { YearItems } from '../functions/refunds/rules/income-tax/items'

const INPUTS = 10_000
const SEED = 20_260_301
const AIM = 200_000

/** V8 joins texts when they are first read: reading one character builds the whole. */
const lastCharacter = (text: string): number => text.charCodeAt(text.length - 1)

const readTexts = ({ lines, findings }: Settlement): number => {
  let read = 0
  for (const { how } of lines) if (how) read += lastCharacter(how.zh) + lastCharacter(how.en)
  for (const { found } of findings) if (found) read += lastCharacter(found.zh) + lastCharacter(found.en)
  return read
}

interface Round {
  readonly perSecond: number
  /** By the processor time of this process alone, whatever else the machine does. */
  readonly perCpuSecond: number
  readonly digest: number
  /** What was read of the texts: the same in every round. */
  readonly read: number
}

const round = (years: readonly YearItems[]): Round => {
  let digest = EMPTY_DIGEST
  let read = 0
  const cpu = process.cpuUsage()
  const begun = process.hrtime.bigint()
  for (const items of years) {
    const settlement = settle(items)
    digest = digestOf(digest, settlement)
    read += readTexts(settlement)
  }
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9
  const { user, system } = process.cpuUsage(cpu)
  return {
    perSecond: years.length / seconds,
    perCpuSecond: (years.length * 1e6) / (user + system),
    digest,
    read,
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const hex = (digest: number): string => (digest >>> 0).toString(16).padStart(8, '0')

export const settlementBench = async ({ quick }: { readonly quick: boolean }): Promise<unknown> => {
  const years = distinctYears(INPUTS, SEED)
  const warmUp = quick ? 10 : 40
  for (let at = 0; at < warmUp; at += 1) round(years)
  const rounds = Array.from({ length: quick ? 10 : 50 }, () => round(years))
  const digests = new Set(rounds.map(({ digest }) => hex(digest)))
  const begun = process.hrtime.bigint()
  const oracle = years.reduce((digest, items) => slowDigestOf(digest, settleSlowly(items)), EMPTY_DIGEST)
  const oracleSeconds = Number(process.hrtime.bigint() - begun) / 1e9
  const perSecond = Math.round(median(rounds.map((one) => one.perSecond)))
  return {
    perSecond,
    perCpuSecond: Math.round(median(rounds.map((one) => one.perCpuSecond))),
    best: Math.round(Math.max(...rounds.map((one) => one.perSecond))),
    worst: Math.round(Math.min(...rounds.map((one) => one.perSecond))),
    aim: AIM,
    met: perSecond > AIM,
    inputs: years.length,
    distinct: new Set(years.map((items) => JSON.stringify(items))).size,
    rounds: rounds.length,
    linesEach: years.reduce((sum, items) => sum + settle(items).lines.length, 0) / years.length,
    checksum: [...digests].join(' '),
    oracleChecksum: hex(oracle),
    sameTexts: new Set(rounds.map(({ read }) => read)).size === 1,
    equal: digests.size === 1 && digests.has(hex(oracle)),
    oraclePerSecond: Math.round(years.length / oracleSeconds),
    node: process.version,
  }
}
