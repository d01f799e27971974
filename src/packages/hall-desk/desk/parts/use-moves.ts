/** What an officer does at a window: one press, one key; busy while it runs, and asked again whatever came of it. */
import { useState } from 'react'
import { api } from '../../../../client/api'
import type { ApiError } from '../../../../client/errors'
import { serverNow } from '../../../../client/server-time'
import { useAction } from '../../../../client/use-action'
import type { Fetched } from '../../../../client/use-query'
import { useText } from '../../../../messages'
import { texts } from '../../messages'
import { afterMove, afterWindow } from '../../model/after'
import type { Desk, DeskWindow, Ticket } from '../../model/answers'

type AtTicket = 'recall' | 'serve' | 'pass' | 'finish'
export type Order =
  | { readonly move: 'next' }
  | { readonly move: AtTicket; readonly ticketId: string }
  | { readonly move: 'transfer'; readonly ticketId: string; readonly matter: string }

interface Place {
  readonly hallId: string
  readonly window: string
}
export type WindowWish = Pick<DeskWindow, 'state'> & { readonly matters: string[] }

const send = (
  { hallId, window, ...order }: Place & Order,
  key: string,
): Promise<{ readonly ticket: Ticket | null }> => {
  const at = { hallId, window }
  if (order.move === 'next') return api.queue.callNext(at, { key })
  const { ticketId } = order
  if (order.move === 'transfer') return api.queue.transfer({ ...at, ticketId, matter: order.matter }, { key })
  return api.queue[order.move]({ ...at, ticketId }, { key })
}

export interface Moves {
  readonly run: (order: Order) => Promise<void>
  /** Finishes the number, and then calls the next: two presses in one. */
  readonly finishNext: (ticketId: string) => Promise<void>
  readonly set: (wish: WindowWish) => Promise<boolean>
  readonly busy: boolean
  readonly error: ApiError | undefined
  /** What was done last, in words. */
  readonly said: string | undefined
}

const useSaid = () => {
  const t = useText(texts)
  return (order: Order, ticket: Ticket | null): string => {
    if (!ticket) return t('said.nobody')
    const { number } = ticket
    switch (order.move) {
      case 'next':
        return t('said.next', { number })
      case 'recall':
        return t('said.recall', { number })
      case 'serve':
        return t('said.serve', { number })
      case 'pass':
        return t(ticket.state === 'noShow' ? 'said.missed' : 'said.pass', { number })
      case 'finish':
        return t('said.finish', { number })
      case 'transfer':
        return t('said.transfer', { number, matter: ticket.matterName })
    }
  }
}

export const useMoves = (desk: Fetched<Desk>, place: Place): Moves => {
  const t = useText(texts)
  const words = useSaid()
  const [said, setSaid] = useState<string>()
  const act = useAction(send)
  const setting = useAction((wish: Place & WindowWish, key) => api.queue.setWindow(wish, { key }))
  const { hallId, window } = place
  const begin = (): void => {
    setSaid(undefined)
    act.clear()
    setting.clear()
  }
  /** The desk of before with what was answered: undefined when it was refused. */
  const one = async (known: Desk | undefined, order: Order): Promise<Desk | undefined> => {
    const done = await act.run({ hallId, window, ...order })
    if (!done) return undefined
    setSaid(words(order, done.ticket))
    if (!known || !done.ticket) return known
    const after = afterMove(known, { window, ticket: done.ticket, now: serverNow() })
    desk.set(after)
    return after
  }
  const run = async (order: Order): Promise<void> => {
    begin()
    await one(desk.data, order)
    void desk.refetch()
  }
  return {
    run,
    finishNext: async (ticketId) => {
      begin()
      const finished = await one(desk.data, { move: 'finish', ticketId })
      if (finished) await one(finished, { move: 'next' })
      void desk.refetch()
    },
    set: async (wish) => {
      begin()
      const done = await setting.run({ hallId, window, ...wish })
      if (done && desk.data) desk.set(afterWindow(desk.data, done.window))
      if (done) setSaid(t(`said.${wish.state}`, { window }))
      void desk.refetch()
      return done !== undefined
    },
    busy: act.busy || setting.busy,
    error: act.error ?? setting.error,
    said,
  }
}
