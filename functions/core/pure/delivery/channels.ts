/** What messages are sent by beside the inbox, what they are about, and how often one may go out. Words that are stored. */

/** WeChat's subscribe message, a text to the phone, e-mail. The inbox is no channel: it has everything, always. */
export const CHANNELS = ['wechat', 'sms', 'email'] as const
export type Channel = (typeof CHANNELS)[number]

/** What a person may stop hearing about. */
export const TOPICS = [
  'appointments',
  'refunds',
  'lottery',
  'deadlines',
  'policies',
  'community',
  'account',
] as const
export type Topic = (typeof TOPICS)[number]

/**
 * `atMostOnce`: money and security codes; where nobody knows whether it went out, it is not sent again. `atLeastOnce`: reminders
 * and the rest; it is sent again under the same id, by which a provider can drop the repeat.
 */
export const DELIVERY_CLASSES = ['atMostOnce', 'atLeastOnce'] as const
export type DeliveryClass = (typeof DELIVERY_CLASSES)[number]

/** What stands in a store may be of another version. */
export const isChannel = (name: string): name is Channel => CHANNELS.some((one) => one === name)
