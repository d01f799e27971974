/** What schedules call: opening the days to come, settling claims. */
import { openComingDays } from '../work/open-days'
import { settleClaims } from '../work/settle'
import { os } from './os'

export const openDays = os.openDays.handler(async ({ context }) => ({
  opened: await openComingDays(context),
}))

export const settle = os.settle.handler(({ context }) => settleClaims(context))
