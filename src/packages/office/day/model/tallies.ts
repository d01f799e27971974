/** Bars of counted days: shares of the fullest day, in per cent. */

interface DayCounts {
  readonly day: string
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
const partsOf = ({ booked, cancelled, cancelledByHall }: DayCounts): Parts => ({
  kept: Math.max(0, booked - cancelled - cancelledByHall),
  cancelled,
  cancelledByHall,
})

export interface Bar extends Parts {
  readonly day: string
  readonly heights: Parts
}

export const heightsOf = (days: readonly DayCounts[]): readonly Bar[] => {
  const fullest = Math.max(
    1,
    ...days.map(partsOf).map((day) => day.kept + day.cancelled + day.cancelledByHall),
  )
  const share = (n: number): number => Math.round((n / fullest) * 1000) / 10
  return days.map((counts) => {
    const parts = partsOf(counts)
    return {
      day: counts.day,
      ...parts,
      heights: {
        kept: share(parts.kept),
        cancelled: share(parts.cancelled),
        cancelledByHall: share(parts.cancelledByHall),
      },
    }
  })
}

export const totalOf = (days: readonly DayCounts[]): Parts & { readonly booked: number } => {
  const total = { booked: 0, kept: 0, cancelled: 0, cancelledByHall: 0 }
  for (const day of days) {
    const parts = partsOf(day)
    total.booked += day.booked
    total.kept += parts.kept
    total.cancelled += parts.cancelled
    total.cancelledByHall += parts.cancelledByHall
  }
  return total
}
