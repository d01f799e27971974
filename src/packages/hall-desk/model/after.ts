/** The desk as it stands once a move was answered, until it is asked again: the next press must not wait for that. */
import type { Desk, DeskWindow, Ticket } from './answers'

const atOf = (ticket: Ticket, before: DeskWindow['at'], now: number): DeskWindow['at'] => {
  if (ticket.state !== 'called' && ticket.state !== 'serving') return null
  const same = before?.ticketId === ticket.id ? before : undefined
  return {
    ticketId: ticket.id,
    number: ticket.number,
    serving: ticket.state === 'serving',
    calls: same?.calls ?? 1,
    calledAt: ticket.calledAt ?? same?.calledAt ?? now,
  }
}

const withTicket = ({ ticket: _before, ...one }: DeskWindow, ticket: Ticket, now: number): DeskWindow => {
  const at = atOf(ticket, one.at, now)
  return at ? { ...one, at, ticket } : { ...one, at }
}

/** @param ticket what the move answered: the number that the window has, or had until now */
export const afterMove = (
  desk: Desk,
  { window, ticket, now }: { readonly window: string; readonly ticket: Ticket; readonly now: number },
): Desk => ({
  ...desk,
  windows: desk.windows.map((one) => (one.window === window ? withTicket(one, ticket, now) : one)),
})

export const afterWindow = (desk: Desk, window: DeskWindow): Desk => ({
  ...desk,
  windows: desk.windows.map((one) =>
    // The answer does not tell the ticket: it is the one that stands there.
    one.window === window.window
      ? { ...window, at: window.at && one.at, ...(window.at && one.ticket ? { ticket: one.ticket } : {}) }
      : one,
  ),
})
