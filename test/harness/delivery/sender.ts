/** How the counting provider is spoken to: what an adapter of a channel looks like. */
import { outsideHttp } from '../../../functions/core/io/outside/http'
import type { Message, Sender, SendOutcome } from '../../../functions/core/io/delivery/contract'
import type { Say } from '../../../functions/core/io/delivery/prepare'

export const countingSender = (url: string, over: Partial<Sender> = {}): Sender => {
  const http = outsideHttp({ baseUrl: url })
  const one = async ({ id, title }: Message, signal: AbortSignal): Promise<SendOutcome> => {
    const body = { id, text: title }
    const { status } = await http({ method: 'POST', path: ['messages'], body, signal })
    return status === 200 ? { outcome: 'sent' } : { outcome: 'again', why: `Status${status}` }
  }
  return {
    channel: 'email',
    patience: 5_000,
    together: 1,
    atOnce: 4,
    needsAddress: false,
    send: (messages, signal) => Promise.all(messages.map((message) => one(message, signal))),
    ...over,
  }
}

/** The kind and what it is about: two messages never say the same. */
export const sayKind: Say = async (tellings) =>
  tellings.map(({ kind, about, count }) => ({ title: `${kind} ${about ?? ''} ${count ?? 1}`, body: '' }))
