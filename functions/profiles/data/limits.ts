/** How much one profile holds. */

/** Taxes of one taxpayer. */
export const MOST_TAXES = 12
