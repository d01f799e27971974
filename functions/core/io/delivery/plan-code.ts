/** A security code that somebody asked for at this moment: at once, once at most, to the very address that is being confirmed. */
import type { Channel } from '../../pure/delivery/channels'
import type { Instant } from '../../pure/time'
import type { DataKey } from '../security/contract'
import type { Tx } from '../store/transaction'
import { deliveries } from './collections'
import { deliveryIdOf, laneOf } from './plan'

export const CODE_KIND = 'delivery.code'

export interface NewCode {
  readonly accountId: string
  readonly key: DataKey
  readonly channel: Channel
  /** Of `deliveryAddresses`: one that is not confirmed yet. */
  readonly addressId: string
  readonly code: string
  readonly until: Instant
}

/** No notice stands beside it: the code is in the message alone, sealed until it is sent. @returns the delivery's id */
export const planCode = (tx: Tx, { accountId, key, channel, addressId, code, until }: NewCode): string => {
  const id = deliveryIdOf(tx.id('code'), channel)
  tx.insert(deliveries, id, {
    v: 1,
    accountId,
    channel,
    noticeId: id,
    kind: CODE_KIND,
    topic: 'account',
    delivery: 'atMostOnce',
    urgent: true,
    template: null,
    facts: {},
    about: null,
    secret: key.seal(`${deliveries.name}|${id}|secret`, code),
    addressId,
    state: 'waiting',
    lane: laneOf(channel, false),
    next: tx.now,
    turn: 0,
    attempts: 0,
    replays: 0,
    at: tx.now,
    until,
  })
  return id
}
