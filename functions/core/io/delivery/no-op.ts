/** A channel that sends nothing and tells whoever counts: for benchmarks and tests. */
import type { Channel } from '../../pure/delivery/channels'
import type { Sender } from './contract'
import type { Say } from './prepare'

/** @param seen each message's id, as often as it is sent */
export const noOpSender = (channel: Channel, seen: (id: string) => void): Sender => ({
  channel,
  patience: 10_000,
  together: 40,
  atOnce: 1,
  needsAddress: false,
  send: async (messages) =>
    messages.map(({ id }) => {
      seen(id)
      return { outcome: 'sent' }
    }),
})

/** No words: what counts needs none. */
export const sayNothing: Say = async (tellings) => tellings.map(({ kind }) => ({ title: kind, body: '' }))
