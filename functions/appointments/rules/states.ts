/** The life of an appointment: one table, and nothing outside it. */

export const APPOINTMENT_STATES = ['held', 'booked', 'cancelled', 'cancelledLate', 'cancelledByHall', 'lapsed'] as const
export type AppointmentState = (typeof APPOINTMENT_STATES)[number]

/** `lapsed` is a hold whose ten minutes ran out; `cancelledByHall` never counts against anyone. */
export const transitions: Readonly<Record<AppointmentState, readonly AppointmentState[]>> = {
  held: ['booked', 'cancelled', 'lapsed', 'cancelledByHall'],
  booked: ['cancelled', 'cancelledLate', 'cancelledByHall'],
  cancelled: [],
  cancelledLate: [],
  cancelledByHall: [],
  lapsed: [],
}

export const canMove = (from: AppointmentState, to: AppointmentState): boolean => transitions[from].includes(to)

/** Does it take a seat, and count towards the taxpayer's limits? */
export const isActive = (state: AppointmentState): boolean => state === 'held' || state === 'booked'
