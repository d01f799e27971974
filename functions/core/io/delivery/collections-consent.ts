/** The ledger of consent to WeChat’s messages: what is left of each template, and every grant and spending, which are only added. */
import type { TemplateName } from '../../pure/delivery/templates'
import { text } from '../../pure/text'
import type { Instant } from '../../pure/time'
import { defineCollection } from '../store/collection'

export type ConsentDoc = {
  readonly v: 1
  readonly accountId: string
  readonly template: TemplateName
  /** Messages that may be sent still: the sum of its events. Never below zero. */
  readonly remaining: number
  readonly changedAt: Instant
}

/** Id: `<account>.<template>`. */
export const consents = defineCollection<ConsentDoc>({
  name: 'consents',
  v: 1,
  indexes: { account: ['accountId', 'template'] },
  retention: { kind: 'forever', why: 'a grant of WeChat’s does not lapse: it holds until it is used' },
  personal: {
    by: [{ index: 'account', names: 'account' }],
    beside: { id: 'begins with the account’s id, which stands in `accountId` too' },
    export: {
      what: text('微信消息剩余次数', 'WeChat messages that you allowed'),
      show: ({ doc: { template, remaining, changedAt } }) => ({ template, remaining, changedAt }),
    },
    erase: 'remove',
  },
})

/** `synced`: WeChat knew of none. `rejected`, `banned`, `filtered`: what was answered when it was asked for; they change nothing. */
export type ConsentEventKind = 'granted' | 'spent' | 'synced' | 'rejected' | 'banned' | 'filtered'

export type ConsentEventDoc = {
  readonly v: 1
  readonly accountId: string
  readonly template: TemplateName
  readonly kind: ConsentEventKind
  /** +1, −1, or what `synced` took away. A message that WeChat sent where we knew of no grant changes nothing. */
  readonly change: number
  readonly at: Instant
  /** The message that it was spent on, or that WeChat refused. */
  readonly deliveryId?: string
}

/** Id of a spending: made of the delivery, so that one is spent once. */
export const consentEvents = defineCollection<ConsentEventDoc>({
  name: 'consentEvents',
  v: 1,
  indexes: { account: ['accountId', 'at'] },
  retention: { kind: 'forever', why: 'proof that each message was allowed' },
  personal: {
    by: [{ index: 'account', names: 'account' }],
    beside: { deliveryId: 'a message to the same account, shown where it stands' },
    export: {
      what: text('微信消息授权记录', 'When you allowed WeChat messages, and what they were used for'),
      show: ({ doc: { template, kind, change, at } }) => ({ template, kind, change, at }),
    },
    erase: 'remove',
  },
})

export const consentIdOf = (accountId: string, template: TemplateName): string => `${accountId}.${template}`
