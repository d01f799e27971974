/** `npm run simulate -- <what> [how many]`: longer than a test may take, on demand. Ends with 1 when what must hold does not. */
import { parseArgs } from 'node:util'
import { simulateHallDay } from './hall-day'
import { simulateLottery } from './lottery'
import { checkWaiting } from '../functions/waitlist/model'
import { defects } from '../functions/waitlist/world'
import { simulateRefunds } from './refunds'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, people: { type: 'string' }, seeds: { type: 'string' } },
})
const [what, count] = positionals
const seed = Number(values.seed ?? process.env.SEED ?? 20_261_127)

const say = (told: object): void => void process.stdout.write(`${JSON.stringify(told, null, 2)}\n`)

const refunds = async (): Promise<boolean> => {
  const told = await simulateRefunds({ cases: Number(count ?? 5_000), seed })
  say(told)
  return told.faults.length === 0 && told.differences === 0 && told.unescalated === 0
}

const lottery = async (): Promise<boolean> => {
  const told = await simulateLottery({ weeks: Number(count ?? 5), seed })
  say(told)
  return told.faults.length === 0
}

const waitlist = async (): Promise<boolean> => {
  say(await checkWaiting({ runs: Number(count ?? 10_000), seed }))
  return defects.length === 0
}

/** One seed, or so many from it on. */
const hallDay = async (): Promise<boolean> => {
  let sound = true
  for (let i = 0; i < Number(values.seeds ?? 1); i += 1) {
    const told = await simulateHallDay({ people: Number(values.people ?? count ?? 2_000), seed: seed + i })
    say(told)
    sound = sound && told.faults.length === 0
  }
  return sound
}

const SIMULATIONS: Readonly<Record<string, () => Promise<boolean>>> = {
  refunds,
  lottery,
  waitlist,
  'hall-day': hallDay,
}

const main = async (): Promise<void> => {
  const simulate = SIMULATIONS[what ?? '']
  if (!simulate)
    throw new Error(
      'usage: npm run simulate -- refunds [cases] | lottery [weeks] | waitlist [runs] | hall-day [--people N] [--seed N] [--seeds N]',
    )
  if (!(await simulate())) process.exitCode = 1
}

void main()
