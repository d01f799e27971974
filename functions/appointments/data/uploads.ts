/** Photos for the counter: what screens say before anything is chosen, and what the server takes. */

export const COUNTER_PHOTOS = { types: ['image/jpeg', 'image/png'], most: 3_000_000 } as const
/** Photos of one appointment. */
export const MOST_PHOTOS = 3
/** Characters of the note. */
export const NOTE_LENGTH = { min: 0, max: 200 } as const
