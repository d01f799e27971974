/** What schedules call: sending what was ordered, and comparing what was paid. */
import { workCalls } from '../../core/io/outside/work'
import { openPayout } from '../../core/io/payout/open'
import { addDays, dayOf } from '../../core/pure/time'
import { reconcileDay } from '../work/reconcile'
import { os } from './os'

export const payOut = os.payOut.handler(async ({ context }) => ({
  looked: await workCalls(context, openPayout(context.settings.payout, context)),
}))

export const reconcile = os.reconcile.handler(async ({ context }) => ({
  differences: await reconcileDay(context, addDays(dayOf(context.now), -1)),
}))
