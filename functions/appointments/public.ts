/** The few things that other functions may call. */
export { appointments, collections } from './collections'
export { errors } from './data/errors'
export { slotId } from './rules/slots'
export { appointment, appointmentId, bookingData, ruleErrors, wish } from './schemas'
export { timers } from './timers'
export { insistBookable, takeSeat, type Offered, type SeatAnswer } from './work/claim'
export {
  bookableUntil,
  keepForLine,
  openForAll,
  reserveSeat,
  returnReserved,
  seatThatCameFree,
  type Reservation,
} from './work/line'
export { checkInOf, visitByCode, visitByTicket } from './work/door'
export { openComingDays } from './work/open-days'
export { approveVisit, refuseVisit } from './work/reviewed'
export { readSlot, startsOf, type SlotPlace } from './work/slot-read'
export { standingOf } from './work/standing'
export { cameIn, excuseVisit, missVisit, unheardOf, visitIn } from './work/visits'
