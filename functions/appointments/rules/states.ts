/** The life of an appointment: one table, and nothing outside it. */

export const APPOINTMENT_STATES = [
  'held',
  'booked',
  'cancelled',
  'cancelledLate',
  'cancelledByHall',
  'lapsed',
] as const
export type AppointmentState = (typeof APPOINTMENT_STATES)[number]
/** `void` stands where a claim was never confirmed: nothing can be booked under that id any more. Nobody is shown one. */
export type StoredState = AppointmentState | 'void'

/** `lapsed` is a hold whose ten minutes ran out; `cancelledByHall` never counts against anyone. */
export const transitions: Readonly<Record<StoredState, readonly AppointmentState[]>> = {
  held: ['booked', 'cancelled', 'lapsed', 'cancelledByHall'],
  booked: ['cancelled', 'cancelledLate', 'cancelledByHall'],
  cancelled: [],
  cancelledLate: [],
  cancelledByHall: [],
  lapsed: [],
  void: [],
}

export const canMove = (from: StoredState, to: AppointmentState): boolean => transitions[from].includes(to)

/** Does it take a seat, and count towards the taxpayer's limits? */
export const isActive = (state: StoredState): boolean => state === 'held' || state === 'booked'
