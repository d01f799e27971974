/** Every collection of the deployment: one import and one line for each function's. */
import {
  accessLog,
  accounts,
  authorisations,
  bootstraps,
  identities,
  roleRequests,
  signInTickets,
  subjects,
  taxpayers,
} from './accounts/collections'
import { appointments, hallDays, halls, ledgers, matters, slots } from './appointments/collections'
import { auditBlocks, auditEntries, auditHeads } from './core/io/audit/collections'
import { events, leases } from './core/io/events/collections'
import { files } from './core/io/files/collections'
import { dataKeys } from './core/io/security/collections'
import type { CollectionSpec } from './core/io/store/collection'
import { receipts } from './core/io/store/receipts'

export const allCollections: readonly CollectionSpec[] = [
  receipts,
  dataKeys,
  accounts,
  identities,
  taxpayers,
  subjects,
  authorisations,
  signInTickets,
  accessLog,
  roleRequests,
  bootstraps,
  halls,
  matters,
  hallDays,
  slots,
  ledgers,
  appointments,
  events,
  leases,
  auditEntries,
  auditBlocks,
  auditHeads,
  files,
]
