/** `npm run simulate -- <what> [how many]`: longer than a test may take, on demand. Ends with 1 when what must hold does not. */
import { simulateLottery } from './lottery'
import { simulateRefunds } from './refunds'

const [what, count] = process.argv.slice(2)
const seed = Number(process.env.SEED ?? 20_261_127)

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

const main = async (): Promise<void> => {
  if (what !== 'refunds' && what !== 'lottery')
    throw new Error('usage: npm run simulate -- refunds [cases] | lottery [weeks]')
  if (!(await (what === 'refunds' ? refunds() : lottery()))) process.exitCode = 1
}

void main()
