/** What can be done at the door about each refusal of a booking. */
import type { ClientErrorCode } from '../../../client/errors'

/** `again`: the same once more; `retype`: the digits were wrong; `walkIn`: a number without the booking; `leave`: nothing here, the next person. */
export type DoorWay = 'again' | 'retype' | 'walkIn' | 'wait' | 'leave'

const WAYS = {
  CODE_UNKNOWN: 'retype',
  INVALID_INPUT: 'retype',
  WRONG_HALL: 'walkIn',
  WRONG_DAY: 'walkIn',
  TOO_LATE: 'walkIn',
  NOT_STANDING: 'walkIn',
  TOO_EARLY: 'wait',
  TICKETED: 'leave',
  NUMBERS_ENDED: 'leave',
} as const satisfies Partial<Record<ClientErrorCode, DoorWay>>

type Known = keyof typeof WAYS
const isKnown = (code: string): code is Known => Object.prototype.hasOwnProperty.call(WAYS, code)

export const wayOf = (code: ClientErrorCode, retry: boolean): DoorWay => {
  if (isKnown(code)) return WAYS[code]
  return retry ? 'again' : 'leave'
}
