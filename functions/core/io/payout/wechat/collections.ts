/** What a payee’s WeChat needs to confirm a transfer: kept for the day that it is good for. */
import type { Instant } from '../../../pure/time'
import { defineCollection } from '../../store/collection'

/** Id: the order’s. */
export type WechatConfirmationDoc = {
  readonly v: 1
  /** Sealed under the deployment’s own key at `wechatConfirmations|<order>|package`. */
  readonly package: string
  readonly expiresAt: Instant
}

export const wechatConfirmations = defineCollection<WechatConfirmationDoc>({
  name: 'wechatConfirmations',
  v: 1,
  indexes: { expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'sealed tokens by the ids of orders' },
})
