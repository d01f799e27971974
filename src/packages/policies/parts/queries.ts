/** What the pages of policies read, each under one name. */
import type { Interest } from '../../../../functions/core/pure/tags'
import { api } from '../../../client/api'
import { usePages } from '../../../client/use-pages'
import { useQuery } from '../../../client/use-query'
import type { PolicyRow } from '../model/answers'

export const usePolicies = (category: Interest | undefined) =>
  usePages(`policies:${category ?? 'all'}`, {
    fetch: (after) =>
      api.policies.list({
        limit: 20,
        ...(category === undefined ? {} : { category }),
        ...(after === undefined ? {} : { after }),
      }),
    idOf: ({ id }: PolicyRow) => id,
  })

export const usePolicy = (id: string | undefined, version: number | undefined) =>
  useQuery(id === undefined ? undefined : `policy:${id}:${version ?? 'now'}`, () =>
    api.policies.policy({ id: id ?? '', ...(version === undefined ? {} : { version }) }),
  )

export const useReasons = (id: string) =>
  useQuery(`my:policyReasons:${id}`, () => api.policies.reasons({ id }))
