/** Documents of `workbench`. */
import type { Instant } from '../core/pure/time'
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'

/** Who takes up cases at a hall, so that colleagues can hand over to them. Id: `<hall>.<account>`. */
export type ColleagueDoc = {
  readonly v: 1
  readonly hallId: string
  readonly accountId: string
  readonly lastAt: Instant
  readonly expiresAt: Instant
}

export const colleagues = defineCollection<ColleagueDoc>({
  name: 'colleagues',
  v: 1,
  indexes: { hall: ['hallId', 'lastAt'], account: ['accountId'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [{ index: 'account', names: 'account' }],
    beside: { id: 'the hall and the same account' },
    export: { nothing: 'at which hall an officer works; the grant that says so is shown with the account' },
    erase: 'remove',
  },
})

/** What `workbench` keeps itself. */
export const collections: readonly CollectionSpec[] = [colleagues]
