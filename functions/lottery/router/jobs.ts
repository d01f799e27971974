/** What schedules do: draws, prizes, counts. */
import { os } from './os'

export const runDraws = os.runDraws.handler(async ({ context }) => {
  const { runDraws: run } = await import('../work/run')
  return { moved: await run(context) }
})

export const runPrizes = os.runPrizes.handler(async ({ context }) => {
  const { payPrizes, runPrizes: run } = await import('../work/prize-time')
  return { looked: await run(context), paid: await payPrizes(context) }
})

export const countEntries = os.countEntries.handler(async ({ context }) => {
  const { countEntries: run } = await import('../work/office-count')
  return { counted: await run(context) }
})
