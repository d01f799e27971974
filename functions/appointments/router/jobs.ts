/** What schedules call: opening the days to come, settling claims, recounting the day that is over. Loaded when they do. */
import { addDays, dayOf } from '../../core/pure/time'
import { os } from './os'

export const openDays = os.openDays.handler(async ({ context }) => {
  const { openComingDays } = await import('../work/open-days')
  return { opened: await openComingDays(context) }
})

export const settle = os.settle.handler(async ({ context }) => {
  const { settleClaims } = await import('../work/settle')
  return settleClaims(context)
})

export const recount = os.recount.handler(async ({ context }) => {
  const { recountDay } = await import('../work/tallies')
  return { differences: await recountDay(context, addDays(dayOf(context.now), -1)) }
})
