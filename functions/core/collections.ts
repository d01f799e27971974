/** What every function keeps, whatever it is for: it opens these beside its own. */
import { auditBlocks, auditEntries, auditHeads } from './io/audit/collections'
import { caseEvents, workItems } from './io/cases/collections'
import { events, leases } from './io/events/collections'
import { files } from './io/files/collections'
import { accounts, identities } from './io/identity/collections'
import { dataKeys } from './io/security/collections'
import { materials } from './io/materials/collections'
import { outsideCalls } from './io/outside/collections'
import { payoutLedger, payoutOrders } from './io/payout/collections'
import { treasuryBatches, treasuryOrders } from './io/payout/treasury/collections'
import { wechatConfirmations } from './io/payout/wechat/collections'
import { tallies, tallyMarks } from './io/tallies/collections'
import { verifications } from './io/verification/collections'
import type { CollectionSpec } from './io/store/collection'
import { receipts } from './io/store/receipts'

export const coreCollections: readonly CollectionSpec[] = [
  receipts,
  dataKeys,
  accounts,
  identities,
  events,
  leases,
  auditEntries,
  auditBlocks,
  auditHeads,
  files,
  verifications,
  tallies,
  tallyMarks,
  outsideCalls,
  payoutOrders,
  payoutLedger,
  caseEvents,
  workItems,
  materials,
  treasuryOrders,
  treasuryBatches,
  wechatConfirmations,
]
