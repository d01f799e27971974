/** What a departure page may be opened with; anything malformed is dropped, never trusted. */
type Raw = Readonly<Record<string, string | undefined>>

const fitting = (raw: string | undefined, shape: RegExp): string | undefined =>
  raw !== undefined && shape.test(raw) ? raw : undefined

export const readFormId = ({ id }: Raw): string | undefined => fitting(id, /^df_[0-9a-z]{26}$/)

export const readHallId = ({ hallId }: Raw): string | undefined => fitting(hallId, /^[A-Za-z0-9_.-]{1,80}$/)
