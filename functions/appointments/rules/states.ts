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
/** What came of a visit: it checked in, and its ticket tells the rest; it did not come; or it did not, and that counts no more. */
export const OUTCOMES = ['arrived', 'noShow', 'excused'] as const
export type Outcome = (typeof OUTCOMES)[number]
/** Never checked in; or checked in, and did not come to the window when called. */
export type Missed = 'absent' | 'notAtWindow'
/** `void` stands where a claim was never confirmed: nothing can be booked under that id any more. Nobody is shown one. */
export type StoredState = AppointmentState | Review | Outcome | 'void'

/** Of matters that ask for it: its hall looks at it first, while its seat is kept; or did, and did not agree. */
export type Review = 'reviewing' | 'refused'

/** `lapsed` is a hold whose ten minutes ran out; `cancelledByHall` never counts against anyone. */
export const transitions: Readonly<Record<StoredState, readonly StoredState[]>> = {
  held: ['booked', 'reviewing', 'cancelled', 'lapsed', 'cancelledByHall'],
  reviewing: ['booked', 'refused', 'cancelled', 'cancelledLate', 'cancelledByHall'],
  booked: ['cancelled', 'cancelledLate', 'cancelledByHall', 'arrived', 'noShow'],
  arrived: ['cancelledByHall', 'noShow'],
  // Its check-in may be told late.
  noShow: ['excused', 'arrived'],
  excused: [],
  cancelled: [],
  cancelledLate: [],
  cancelledByHall: [],
  lapsed: [],
  refused: [],
  void: [],
}

export const canMove = (from: StoredState, to: StoredState): boolean => transitions[from].includes(to)

const isOutcome = (state: StoredState): state is Outcome => (OUTCOMES as readonly string[]).includes(state)

/** Does it take a seat, and count towards the taxpayer's limits? A visit whose time has come does so whatever came of it. */
export const isActive = (state: StoredState): boolean =>
  state === 'held' || state === 'reviewing' || state === 'booked' || isOutcome(state)

export const outcomeOf = (state: StoredState): Outcome | undefined => (isOutcome(state) ? state : undefined)

/** As mini-programs of before there were outcomes and reviews know it: it was booked, and stays so until its hall ends it. */
export const withoutOutcome = (state: StoredState): Exclude<StoredState, Outcome | Review> => {
  if (state === 'refused') return 'cancelledByHall'
  return isOutcome(state) || state === 'reviewing' ? 'booked' : state
}
