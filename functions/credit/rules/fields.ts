/** Field checks that exist once. */

/** A reason, of either side: it says something. */
export const SAID = { min: 2, max: 500, says: true } as const
