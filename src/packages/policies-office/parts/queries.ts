/** What the office’s pages read, each under one name, so that pages share what is already known. */
import { api, type Output } from '../../../client/api'
import { ApiError } from '../../../client/errors'
import { usePages } from '../../../client/use-pages'
import { useQuery } from '../../../client/use-query'
import type { OfficeRow } from '../model/answers'

const MINE = 'my:policiesOffice:'

/** Whose role is another’s publishes nothing: that is no failure. */
const office = async (): Promise<Output<'policies', 'office'>> => {
  try {
    return await api.policies.office({})
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'FORBIDDEN') return { halls: [] }
    throw thrown
  }
}

export const useOffice = () => useQuery(`${MINE}office`, office)

export const usePolicies = (hallId: string) =>
  usePages(`${MINE}list:${hallId}`, {
    fetch: (after) =>
      api.policies.officeList({ hallId, limit: 20, ...(after === undefined ? {} : { after }) }),
    idOf: ({ id }: OfficeRow) => id,
  })

export const usePolicy = (id: string | undefined) =>
  useQuery(id === undefined ? undefined : `${MINE}policy:${id}`, async () => {
    const { policy } = await api.policies.officePolicy({ id: id ?? '' })
    return policy
  })

export const useProgress = (id: string) =>
  useQuery(`${MINE}progress:${id}`, () => api.policies.progress({ id }))
