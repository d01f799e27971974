/** `npm run bench -- <name> [--quick] [--entries N]`: each benchmark ends with one line of JSON holding all its figures. */
import { parseArgs } from 'node:util'
import { bookingRush } from './booking-rush'
import { callNext } from './call-next'
import { coldStart } from './cold-start'
import { drawBench } from './draw'
import { fanOutBench } from './fan-out'
import { papersBench } from './papers'
import { settlementBench } from './settlement'

interface Options {
  readonly quick: boolean
  /** Sizes of a draw or a fan-out, instead of the usual ones. */
  readonly entries?: readonly number[]
}

const benches: Readonly<Record<string, (options: Options) => Promise<unknown>>> = {
  'booking-rush': bookingRush,
  'call-next': callNext,
  'cold-start': coldStart,
  draw: drawBench,
  'fan-out': fanOutBench,
  papers: papersBench,
  settlement: settlementBench,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, entries: { type: 'string', multiple: true } },
})
const bench = benches[positionals[0] ?? '']
const entries = values.entries?.map(Number)
if (!bench || entries?.some((many) => !Number.isSafeInteger(many) || many < 1)) {
  process.stderr.write(
    `usage: npm run bench -- ${Object.keys(benches).join(' | ')} [--quick] [--entries N …]\n`,
  )
  process.exitCode = 2
} else {
  process.stdout.write(`${JSON.stringify(await bench({ quick: values.quick, entries }))}\n`)
}
