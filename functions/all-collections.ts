/** Every collection of the deployment. Generated from the registry by `npm run docs`: do not edit. */
import { collections as accounts } from './accounts/collections'
import { collections as appointments } from './appointments/collections'
import { collections as credit } from './credit/collections'
import { collections as deadlines } from './deadlines/collections'
import { collections as files } from './files/collections'
import { collections as halls } from './halls/collections'
import { collections as inbox } from './inbox/collections'
import { collections as invoices } from './invoices/collections'
import { collections as lottery } from './lottery/collections'
import { collections as policies } from './policies/collections'
import { collections as profiles } from './profiles/collections'
import { collections as queue } from './queue/collections'
import { collections as refunds } from './refunds/collections'
import { collections as subscriptions } from './subscriptions/collections'
import { collections as waitlist } from './waitlist/collections'
import { collections as workbench } from './workbench/collections'
import { coreCollections } from './core/collections'
import type { CollectionSpec } from './core/io/store/collection'

export const allCollections: readonly CollectionSpec[] = [
  coreCollections,
  accounts,
  appointments,
  credit,
  deadlines,
  files,
  halls,
  inbox,
  invoices,
  lottery,
  policies,
  profiles,
  queue,
  refunds,
  subscriptions,
  waitlist,
  workbench,
].flat()
