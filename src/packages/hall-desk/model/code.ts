/** A booking's code as it was typed, scanned, or sent by a hand scanner that types. */
import { BOOKING_CODE, TICKET_TEXT } from '../../../../functions/queue/rules/fields'

/** People read and type digits in groups. */
export const cleanCode = (typed: string): string => typed.replace(/\s+/g, '')

export const isCode = (typed: string): boolean => {
  const code = cleanCode(typed)
  return BOOKING_CODE.test(code) || TICKET_TEXT.test(code)
}

/** The longest that a ticket's code may be; a scanner that reads something else is cut off there. */
export const MOST_SCANNED = 120
