/**
 * What `accounts` finishes after a commit. It also tells others: `accounts.verified {accountId, taxpayerId, from, to}` with
 * both ledger keys, and `accounts.erased {accountId}`, then
 * `accounts.taxpayerErased {taxpayerId}` for each that it owned; whoever keeps something that must end handles them.
 */
import { DAY_MS } from '../core/pure/time'
import type { Event, EventHandler, EventHandlers } from '../core/io/events/contract'
import { emit } from '../core/io/events/emit'
import { transact } from '../core/io/store/transact'
import { displaceClaims, endAuthorisations, forgetTaxpayer } from './endings'

/** Past appointments of a taxpayer that was let go are swept by then, and need no name. */
const NAME_KEPT = 400 * DAY_MS

const textOf = ({ payload, kind }: Event, field: string): string => {
  const value = payload[field]
  if (typeof value !== 'string') throw new Error(`${kind}: no ${field}`)
  return value
}

// Loaded when somebody is erased: it knows every function's collections, and whoever calls this one need not carry them.
const eraseOn: EventHandler = async (event, services) =>
  (await import('./erase-on')).eraseOn(services, textOf(event, 'accountId'))

export const eventHandlers: EventHandlers = {
  'accounts.claimsDisplaced': async (event, services) =>
    displaceClaims(services, textOf(event, 'taxpayerId')),
  'accounts.bindingEnded': async (event, services) => {
    const taxpayerId = textOf(event, 'taxpayerId')
    await endAuthorisations(services, { by: 'taxpayer', id: taxpayerId })
    await transact(services, async (tx) => {
      emit(tx, {
        kind: 'accounts.nameUnneeded',
        due: event.at + NAME_KEPT,
        payload: { taxpayerId, removedAt: event.at },
      })
    })
  },
  'accounts.nameUnneeded': async (event, services) => {
    const { removedAt } = event.payload
    if (typeof removedAt === 'number') await forgetTaxpayer(services, textOf(event, 'taxpayerId'), removedAt)
  },
  'accounts.erased': eraseOn,
  'accounts.erasureUnderWay': eraseOn,
}
