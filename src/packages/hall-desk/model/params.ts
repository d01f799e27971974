/** What these pages may be opened with; anything malformed is dropped, never trusted. */
import { isHallId } from '../../../../functions/halls/rules/fields'

export const readHallId = ({ hallId }: Readonly<Partial<Record<string, string>>>): string | undefined =>
  hallId !== undefined && isHallId(hallId) ? hallId : undefined
