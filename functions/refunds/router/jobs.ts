/** What schedules call: sending what was ordered. */
import { workCalls } from '../../core/io/outside/work'
import { openPayout } from '../../core/io/payout/open'
import { os } from './os'

export const payOut = os.payOut.handler(async ({ context }) => ({
  looked: await workCalls(context, openPayout(context.settings.payout, context)),
}))
