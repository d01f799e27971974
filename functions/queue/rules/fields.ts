/** Field checks that exist once: contracts are built of the patterns, screens use them too. */
export const TICKET_ID = /^tk_[0-9a-z]{26}$/
/** As it stands over a window. */
export const WINDOW = /^[A-Za-z0-9-]{1,8}$/
/** Six digits as typed, or what a ticket's code holds. */
export const BOOKING_CODE = /^\d{6}$/
export const TICKET_TEXT = /^SB1\.(ap_[0-9a-z]{26})\.(\d{6})\.[A-Za-z0-9_-]{16}$/

/** What a rating may name: 好差评, 国办发〔2019〕51号, asks for a level and lets people say why. */
export const RATING_REASONS = ['attitude', 'speed', 'knowledge', 'guidance', 'place', 'oneVisit'] as const
export type RatingReason = (typeof RATING_REASONS)[number]
export const STARS = { least: 1, most: 5 } as const

/** Keys of documents have no hyphen. */
export const windowKey = (number: string): string => number.replace(/-/g, '_')
export const windowNumber = (key: string): string => key.replace(/_/g, '-')
