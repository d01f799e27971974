/** What schedules call: opening the days to come, settling claims, recounting the day that is over. */
import { addDays, dayOf } from '../../core/pure/time'
import { openComingDays } from '../work/open-days'
import { settleClaims } from '../work/settle'
import { recountDay } from '../work/tallies'
import { os } from './os'

export const openDays = os.openDays.handler(async ({ context }) => ({
  opened: await openComingDays(context),
}))

export const settle = os.settle.handler(({ context }) => settleClaims(context))

export const recount = os.recount.handler(async ({ context }) => ({
  differences: await recountDay(context, addDays(dayOf(context.now), -1)),
}))
