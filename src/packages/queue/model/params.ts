/** What these pages may be opened with; anything malformed is dropped, never trusted. */
import { isHallId, isMatterCode } from '../../../../functions/halls/rules/fields'
import { TICKET_ID } from '../../../../functions/queue/rules/fields'

type Raw = Readonly<Record<string, string | undefined>>

const fitting = (raw: string | undefined, fits: (value: string) => boolean): string | undefined =>
  raw !== undefined && fits(raw) ? raw : undefined

export const readTicketId = ({ id }: Raw): string | undefined => fitting(id, (text) => TICKET_ID.test(text))
export const readHallId = ({ hallId }: Raw): string | undefined => fitting(hallId, isHallId)
export const readMatter = ({ matter }: Raw): string | undefined => fitting(matter, isMatterCode)
