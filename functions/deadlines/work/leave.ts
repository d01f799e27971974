/** A taxpayer was let go: what it files is nobody's business here any more. */
import type { Services } from '../../core/io/context'
import { transact } from '../../core/io/store/transact'
import { standsForOrSelf } from '../../accounts/public'
import { profiles } from '../collections'
import { SCOPE } from './subjects'

/** Let go and bound again at once: what was said since then stays. */
export const leaveTaxpayer = (services: Services, taxpayerId: string): Promise<void> =>
  transact(services, async (tx) => {
    const doc = await tx.get(profiles, taxpayerId)
    if (!doc) return
    if (await standsForOrSelf(tx, { accountId: doc.accountId, taxpayerId, scope: SCOPE })) return
    tx.remove(profiles, taxpayerId)
  })
