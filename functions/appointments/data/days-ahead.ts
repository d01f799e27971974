/** Days that are opened ahead. Two weeks: wider than any booking window, long holidays left aside. */
export const DAYS_AHEAD = 14
