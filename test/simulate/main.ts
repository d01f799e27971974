/** `npm run simulate -- <what> [how many]`: longer than a test may take, on demand. Ends with 1 when what must hold does not. */
import { simulateRefunds } from './refunds'

const [what, count] = process.argv.slice(2)

const main = async (): Promise<void> => {
  if (what !== 'refunds') throw new Error('usage: npm run simulate -- refunds [cases]')
  const told = await simulateRefunds({
    cases: Number(count ?? 5_000),
    seed: Number(process.env.SEED ?? 20_261_127),
  })
  process.stdout.write(`${JSON.stringify(told, null, 2)}\n`)
  if (told.faults.length > 0 || told.differences > 0 || told.unescalated > 0) process.exitCode = 1
}

void main()
