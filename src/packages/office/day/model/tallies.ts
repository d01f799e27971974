/** The parts that a counted day is made of. */

interface DayCounts {
  readonly booked: number
  readonly cancelled: number
  readonly cancelledByHall: number
}

interface Parts {
  /** Booked, and not cancelled. */
  readonly kept: number
  readonly cancelled: number
  readonly cancelledByHall: number
}

/** A cancellation may be counted a moment before its booking. */
export const partsOf = ({ booked, cancelled, cancelledByHall }: DayCounts): Parts => ({
  kept: Math.max(0, booked - cancelled - cancelledByHall),
  cancelled,
  cancelledByHall,
})
