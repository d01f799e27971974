/** What these pages ask for: each under a name of its own, so that a change here makes them be read again. */
import type { Day } from '../../../../functions/core/pure/time'
import { api } from '../../../client/api'
import { invalidate } from '../../../client/queries'
import { useQuery } from '../../../client/use-query'

/** Of everything about deadlines: Home's card reads under it too. */
const MINE = 'my:deadlines'

export const useMonth = (range: { readonly from: Day; readonly to: Day }) =>
  useQuery(`${MINE}:month:${range.from}`, () => api.deadlines.mine(range))

export const useOne = (id: string, taxpayerId: string | undefined) =>
  useQuery(`${MINE}:one:${id}:${taxpayerId ?? ''}`, () =>
    api.deadlines.one({ id, ...(taxpayerId === undefined ? {} : { taxpayerId }) }),
  )

export const useFeed = () => useQuery(`${MINE}:feed`, () => api.deadlines.feed({}))

/** Something was set or marked. */
export const changed = (): void => invalidate(MINE)
