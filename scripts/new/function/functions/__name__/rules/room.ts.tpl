/** How much one account may keep. Pure: screens call it too. */

/** Characters of a line. */
export const LINE_LENGTH = { min: 1, max: 200 } as const
/** Lines of an account. */
export const MOST_LINES = 20

/** How many more there is room for. */
export const roomLeft = (kept: number): number => Math.max(0, MOST_LINES - kept)
