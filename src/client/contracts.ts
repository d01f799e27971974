/** The contracts that screens call by, as types. Generated from the registry by `npm run docs`: do not edit. */
import type { contract as accounts } from '../../functions/accounts/contract'
import type { contract as appointments } from '../../functions/appointments/contract'
import type { contract as credit } from '../../functions/credit/contract'
import type { contract as deadlines } from '../../functions/deadlines/contract'
import type { contract as files } from '../../functions/files/contract'
import type { contract as halls } from '../../functions/halls/contract'
import type { contract as inbox } from '../../functions/inbox/contract'
import type { contract as invoices } from '../../functions/invoices/contract'
import type { contract as lottery } from '../../functions/lottery/contract'
import type { contract as materials } from '../../functions/materials/contract'
import type { contract as policies } from '../../functions/policies/contract'
import type { contract as profiles } from '../../functions/profiles/contract'
import type { contract as queue } from '../../functions/queue/contract'
import type { contract as refunds } from '../../functions/refunds/contract'
import type { contract as subscriptions } from '../../functions/subscriptions/contract'
import type { contract as timers } from '../../functions/timers/contract'
import type { contract as verify } from '../../functions/verify/contract'
import type { contract as waitlist } from '../../functions/waitlist/contract'
import type { contract as workbench } from '../../functions/workbench/contract'

export interface Contracts {
  readonly accounts: typeof accounts
  readonly appointments: typeof appointments
  readonly credit: typeof credit
  readonly deadlines: typeof deadlines
  readonly files: typeof files
  readonly halls: typeof halls
  readonly inbox: typeof inbox
  readonly invoices: typeof invoices
  readonly lottery: typeof lottery
  readonly materials: typeof materials
  readonly policies: typeof policies
  readonly profiles: typeof profiles
  readonly queue: typeof queue
  readonly refunds: typeof refunds
  readonly subscriptions: typeof subscriptions
  readonly timers: typeof timers
  readonly verify: typeof verify
  readonly waitlist: typeof waitlist
  readonly workbench: typeof workbench
}
