/** Documents of `files` itself: how many uploads an account began in a day. Files themselves are core's. */
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import type { Instant } from '../core/pure/time'

/** Id: `ud_` and a pseudonym of the account and the day, so that counting reads nothing first. */
export type UploadDayDoc = {
  readonly v: 1
  readonly accountId: string
  readonly count: number
  readonly expiresAt: Instant
}
export const uploadDays = defineCollection<UploadDayDoc>({
  name: 'uploadDays',
  v: 1,
  indexes: { account: ['accountId'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [{ index: 'account', names: 'account' }],
    export: { nothing: 'a count of a day, kept for two' },
    erase: 'remove',
  },
})

/** What `files` keeps itself. */
export const collections: readonly CollectionSpec[] = [uploadDays]
