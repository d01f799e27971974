/** What a notice opens: the address of its page; one of a later version opens nothing here. */
import type { NoticePage } from '../../../../functions/core/pure/notices'
import { routes } from '../../../client/routes'

const ADDRESSES: Readonly<Record<NoticePage, (id: string | null) => string | undefined>> = {
  ticket: (id) => (id === null ? undefined : routes.ticket(id)),
  queue: (id) => (id === null ? routes.visits : routes.queueTicket(id)),
  waitlist: (id) => (id === null ? routes.waits : routes.wait(id)),
  credit: () => routes.credit,
  appeal: (id) => (id === null ? routes.credit : routes.appeal(id)),
  departure: (id) => (id === null ? routes.departures : routes.departureForm(id)),
  policy: (id) => (id === null ? undefined : routes.policy(id)),
  prize: (id) => (id === null ? routes.prizes : routes.prize(id)),
  deadlines: (day) => routes.deadlines(day === null ? {} : { day }),
  refund: (id) => (id === null ? routes.refunds : routes.refundCase(id)),
}

const isKnown = (page: string): page is NoticePage => Object.keys(ADDRESSES).includes(page)

export interface Link {
  readonly page: string
  readonly id: string | null
}

export const addressOf = (link: Link | null): string | undefined =>
  link && isKnown(link.page) ? ADDRESSES[link.page](link.id) : undefined
