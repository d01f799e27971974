/** What an officer looked at last: kept while the application is open, so that the next case is of the same list. */
import { createStore } from 'zustand/vanilla'
import type { Duty } from '../../../../functions/core/pure/duties'
import type { Input } from '../../../client/api'
import { onPersonChange } from '../../../client/session'

export const VIEWS = ['open', 'mine', 'escalated', 'waiting'] as const
export type View = (typeof VIEWS)[number]

export interface Wish {
  readonly view: View
  readonly duty?: Duty
  readonly feature?: string
  readonly kind?: string
}

const FIRST: Wish = { view: 'open' }

export const wishStore = createStore<{ readonly hallId: string | undefined; readonly wish: Wish }>()(() => ({
  hallId: undefined,
  wish: FIRST,
}))
onPersonChange(() => wishStore.setState({ hallId: undefined, wish: FIRST }))

const PAGE = 20

/** As the contract takes it. */
export const wishInput = (hallId: string, wish: Wish, after?: string): Input<'workbench', 'list'> => ({
  hallId,
  ...wish,
  limit: PAGE,
  ...(after === undefined ? {} : { after }),
})
