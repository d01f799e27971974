/** What schedules call: sending what was ordered, and comparing what was paid; loaded when a schedule does. */
import { addDays, dayOf } from '../../core/pure/time'
import { os } from './os'

export const payOut = os.payOut.handler(async ({ context }) => {
  const { payOut: sendAll } = await import('../work/pay-out')
  return { looked: await sendAll(context) }
})

export const reconcile = os.reconcile.handler(async ({ context }) => {
  const { reconcileDays } = await import('../work/reconcile')
  return { differences: await reconcileDays(context, addDays(dayOf(context.now), -1)) }
})
