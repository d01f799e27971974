/** Reads: safe to repeat, so a lost or refused one is asked again. */
import { AppError } from '../../../pure/errors'
import { explained, failureOf } from './failure'
import { openPatience } from './patience'
import type { Row } from './row'
import type { Rows } from './rows'

/** Ids a call. */
const BATCH = 100

/** @throws AppError BUSY when the service stays busy or out of reach; the service's own error when it refuses */
export const reading = async <R>(read: () => Promise<R>): Promise<R> => {
  const wait = openPatience({ tries: 30, ms: 3000 })
  for (;;) {
    try {
      return await read()
    } catch (error) {
      if (failureOf(error) === 'rejected') throw explained(error)
      if (!(await wait())) throw new AppError('BUSY', undefined, { cause: error })
    }
  }
}

export const readOne = (rows: Rows, collection: string, id: string): Promise<Row | undefined> =>
  reading(async () => (await rows.find(collection, { query: { _id: id }, limit: 1 }))[0])

/** One call for every hundred ids. */
export const readMany = async (
  rows: Rows,
  collection: string,
  ids: readonly string[],
): Promise<(Row | undefined)[]> => {
  const wanted = [...new Set(ids)]
  const found = new Map<string, Row>()
  for (let from = 0; from < wanted.length; from += BATCH) {
    const some = wanted.slice(from, from + BATCH)
    const batch = await reading(() =>
      rows.find(collection, { query: { _id: { $in: some } }, limit: some.length }),
    )
    for (const row of batch) found.set(row._id, row)
  }
  return ids.map((id) => found.get(id))
}
