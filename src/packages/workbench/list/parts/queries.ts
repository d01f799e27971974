/** What the list reads: work by its date, and the counts beside it. */
import { api, type Output } from '../../../../client/api'
import { usePages } from '../../../../client/use-pages'
import { useQuery } from '../../../../client/use-query'
import type { Item } from '../../model/items'
import { wishInput, type Wish } from '../../model/wish'

const nameOf = (hallId: string, { view, duty, feature, kind }: Wish): string =>
  ['my:workbench', hallId, view, duty, feature, kind].join(':')

export const useWork = (hallId: string, wish: Wish) =>
  usePages(nameOf(hallId, wish), {
    fetch: (after) => api.workbench.list(wishInput(hallId, wish, after)),
    idOf: ({ id }: Item) => id,
  })

export type Ageing = Output<'refunds', 'ageing'>

export const useAgeing = (hallId: string) =>
  useQuery(`my:workbench:ageing:${hallId}`, () => api.refunds.ageing({ hallId }))
