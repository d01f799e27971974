/** How much work of a hall the caller can go on with: for the doors to the workbench. Only the count is kept on the device. */
import { api } from './api'
import { useQuery, type Fetched } from './use-query'

/** Looked at for the count. */
const LOOKED_AT = 20

interface OpenWork {
  readonly count: number
  /** There is more than was looked at. */
  readonly more: boolean
}

const openWork = async (hallId: string): Promise<OpenWork> => {
  const { items, next } = await api.workbench.list({ hallId, view: 'open', limit: LOOKED_AT })
  const mine = items.filter(({ mayAct, assignee }) => mayAct && assignee !== 'other')
  return { count: mine.length, more: next !== undefined }
}

/** @param hallId undefined: nothing is asked */
export const useOpenWork = (hallId: string | undefined): Fetched<OpenWork> =>
  useQuery(hallId === undefined ? undefined : `my:openWork:${hallId}`, () => openWork(hallId ?? ''))

/** `7`, or `7+` when there is more; undefined when there is nothing to tell. */
export const openWorkText = (work: OpenWork | undefined): string | undefined =>
  work && (work.count > 0 || work.more) ? `${work.count}${work.more ? '+' : ''}` : undefined
