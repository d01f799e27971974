/** Data keys: one a subject, wrapped by the keyring. */
import type { Instant } from '../../pure/time'
import { ERASURE_KEPT } from '../../pure/kept'
import { defineCollection } from '../store/collection'

export type DataKeyDoc = {
  readonly v: 1
  /** The data key's own id, named by every text sealed under it. */
  readonly kid: string
  /** The keyring's key that wraps it; `null` once the data key is destroyed. */
  readonly ring: string | null
  /** The data key, sealed; `null` once destroyed, and then for ever. */
  readonly wrapped: string | null
  readonly createdAt: Instant
  readonly destroyedAt?: Instant
}

export const dataKeys = defineCollection<DataKeyDoc>({
  name: 'keys',
  v: 1,
  indexes: { ring: ['ring'] },
  retention: {
    kind: 'forever',
    why: 'a key lives as long as what is sealed under it; of a destroyed one only that fact remains',
  },
  personal: {
    by: [
      { index: 'id', names: 'account' },
      { index: 'id', names: 'taxpayer' },
    ],
    export: { nothing: 'a key is shown to nobody' },
    // Destroyed before anything else.
    erase: { keep: ERASURE_KEPT, event: true },
  },
})
