/** How figures of an invoice are shown, so that an eye can compare them with the paper. Pure. */

/** The last eight digits: enough to tell two invoices of one seller apart. */
export const tailOf = (number: string): string => number.slice(-8)

export const yearOf = (dayOrMonth: string): string => dayOrMonth.slice(0, 4)
export const monthOf = (day: string): string => day.slice(0, 7)
