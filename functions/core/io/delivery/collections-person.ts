/** What each account allows, how many messages it was planned, and where it is reached. */
import type { Channel } from '../../pure/delivery/channels'
import type { Choices } from '../../pure/delivery/choices'
import { text } from '../../pure/text'
import type { Day, Instant } from '../../pure/time'
import { defineCollection } from '../store/collection'

export type DeliveryChoicesDoc = Choices & { readonly v: 1; readonly changedAt: Instant }

/** Id: the account. Who has chosen nothing has none: `DEFAULT_CHOICES`. */
export const deliveryChoices = defineCollection<DeliveryChoicesDoc>({
  name: 'deliveryChoices',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'what a person allows holds until the person says otherwise' },
  personal: {
    by: [{ index: 'id', names: 'account' }],
    export: {
      what: text('您的消息设置', 'What you want to hear about'),
      show: ({ doc: { v: _v, ...choices } }) => choices,
    },
    erase: 'remove',
  },
})

export type DayCount = { readonly day: Day } & Readonly<Record<Channel, number>>
export type DeliveryCountsDoc = {
  readonly v: 1
  /** Single messages planned for a day, of today and later. */
  readonly days: readonly DayCount[]
  readonly expiresAt: Instant
}

/** Id: the account. Kept only of who set a cap. */
export const deliveryCounts = defineCollection<DeliveryCountsDoc>({
  name: 'deliveryCounts',
  v: 1,
  indexes: { expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [{ index: 'id', names: 'account' }],
    export: {
      what: text('每日消息数量', 'How many messages a day'),
      show: ({ doc: { days } }) => ({ days }),
    },
    erase: 'remove',
  },
})

export type AddressDoc = {
  readonly v: 1
  readonly accountId: string
  readonly channel: Channel
  /** OPENID, phone number or e-mail address, sealed under the account’s key at `deliveryAddresses|<id>|address`. */
  readonly address: string
  /** As its owner is shown it, sealed at `deliveryAddresses|<id>|masked`. */
  readonly masked: string
  /** Null: it is being confirmed. */
  readonly confirmedAt: Instant | null
  readonly at: Instant
  /** While it is being confirmed: an HMAC of the code, how often it was tried, until when it holds. */
  readonly code?: string
  readonly tries?: number
  readonly codeUntil?: Instant
  /** Of one that is not confirmed yet. */
  readonly expiresAt?: Instant
}

/** Id: `<account>.<channel>`, and `<account>.<channel>.new` of one that is being confirmed beside it. */
export const deliveryAddresses = defineCollection<AddressDoc>({
  name: 'deliveryAddresses',
  v: 1,
  indexes: { account: ['accountId', 'channel'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [{ index: 'account', names: 'account' }],
    beside: { id: 'begins with the account’s id, which stands in `accountId` too' },
    export: {
      what: text('您的联系方式', 'Where you are reached'),
      show: ({ doc: { channel, address, confirmedAt } }, { open }) => ({
        channel,
        address: open('address', address),
        confirmedAt,
      }),
    },
    erase: 'remove',
  },
})

export const addressIdOf = (accountId: string, channel: Channel): string => `${accountId}.${channel}`
