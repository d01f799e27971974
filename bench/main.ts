/** `npm run bench -- <name> [--quick]`: each benchmark ends with one line of JSON holding all its figures. */
import { bookingRush } from './booking-rush'
import { coldStart } from './cold-start'
import { papersBench } from './papers'
import { settlementBench } from './settlement'

const benches: Readonly<Record<string, (options: { readonly quick: boolean }) => Promise<unknown>>> = {
  'booking-rush': bookingRush,
  'cold-start': coldStart,
  papers: papersBench,
  settlement: settlementBench,
}

const [name = '', ...flags] = process.argv.slice(2)
const bench = benches[name]
if (!bench) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(benches).join(' | ')} [--quick]\n`)
  process.exitCode = 2
} else {
  process.stdout.write(`${JSON.stringify(await bench({ quick: flags.includes('--quick') }))}\n`)
}
