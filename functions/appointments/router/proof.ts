/** A proof of booking, loaded when somebody asks for one. */
import { os } from './os'

export const proof = os.proof.handler(async ({ input: { id }, context }) => {
  const { proveBooking } = await import('../work/own-seat')
  return proveBooking(context, id)
})
