/** Looking into values of unknown shape. */

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** What stands at `path`; undefined where the way ends. Own properties only. */
export const read = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      isRecord(at) && Object.prototype.hasOwnProperty.call(at, key) ? at[String(key)] : undefined,
    value,
  )
