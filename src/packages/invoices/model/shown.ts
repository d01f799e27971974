/** How figures of an invoice are shown, so that an eye can compare them with the paper. Pure. */

const GROUP = 4

/** `26427000000375586818` → `2642 7000 0003 7558 6818` */
export const grouped = (digits: string): string =>
  digits.replace(new RegExp(`(.{${GROUP}})(?=.)`, 'g'), '$1 ')

/** The last eight digits: enough to tell two invoices of one seller apart. */
export const tailOf = (number: string): string => number.slice(-8)

export const yearOf = (dayOrMonth: string): string => dayOrMonth.slice(0, 4)
export const monthOf = (day: string): string => day.slice(0, 7)
