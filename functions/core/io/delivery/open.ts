/** The senders of a deployment, by its settings. Adapters are loaded when their channel is there. */
import { CHANNELS, type Channel } from '../../pure/delivery/channels'
import type { Services } from '../context'
import type { Sender } from './contract'

type Needs = Pick<Services, 'settings' | 'clock'>

/** A channel that was given up: what waits for it ends, so that it is not sent a year later. */
const none = (channel: Channel): Sender => ({
  channel,
  patience: 1_000,
  together: 40,
  atOnce: 1,
  needsAddress: false,
  send: async (messages) => messages.map(() => ({ outcome: 'refused', why: 'NoChannel' })),
})

const opened = async (channel: Channel, needs: Needs): Promise<Sender> => {
  const { wechat, sms, email } = needs.settings.delivery
  switch (channel) {
    case 'wechat':
      return wechat ? (await import('./wechat/sender')).wechatSender(wechat, needs) : none(channel)
    case 'sms':
      return sms ? (await import('./sms/sender')).smsSender(sms, needs) : none(channel)
    case 'email':
      return email ? (await import('./email/sender')).emailSender(email, needs) : none(channel)
  }
}

/** Does the deployment have it? */
export const hasChannel = ({ settings }: Pick<Services, 'settings'>, channel: Channel): boolean =>
  settings.delivery[channel] !== null

const kept = new WeakMap<Services['settings'], Map<Channel, Promise<Sender>>>()

/** One for each instance, so that tokens are kept. */
export const senderOf = (channel: Channel, needs: Needs): Promise<Sender> => {
  const known = kept.get(needs.settings) ?? new Map<Channel, Promise<Sender>>()
  kept.set(needs.settings, known)
  const found = known.get(channel) ?? opened(channel, needs)
  known.set(channel, found)
  return found
}

export const channelsOf = (services: Pick<Services, 'settings'>): readonly Channel[] =>
  CHANNELS.filter((channel) => hasChannel(services, channel))
