/** What schedules call: sending what was ordered, and comparing what was paid. */
import { openPayout } from '../../core/io/payout/open'
import { workCalls } from '../../core/io/outside/work'
import { addDays, dayOf } from '../../core/pure/time'
import { os } from './os'

export const payOut = os.payOut.handler(async ({ context }) => ({
  looked: await workCalls(context, openPayout(context.settings.payout, context)),
}))

export const reconcile = os.reconcile.handler(async ({ context }) => {
  const { reconcileDays } = await import('../work/reconcile')
  return { differences: await reconcileDays(context, addDays(dayOf(context.now), -1)) }
})
