/** Hold, book, cancel; and what is mine. */
import { taxpayerNames } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import type { Page } from '../../core/io/store/contract'
import { instantOf, type Instant } from '../../core/pure/time'
import { catalogueOf } from '../../halls/public'
import { appointments, type AppointmentDoc, type HallDayDoc } from '../collections'
import { isActive } from '../rules/states'
import { takeSeat } from '../work/claim'
import { hallDaysOf } from '../work/closed-days'
import { ownAppointment } from '../work/own'
import { present, stateNow, type Sight } from '../work/present'
import { os } from './os'

export const hold = os.hold.handler(({ input, context }) => takeSeat(context, input, 'held'))

export const book = os.book.handler(async ({ input, context }) => {
  if (!('holdId' in input)) return takeSeat(context, input, 'booked')
  const { confirmHold } = await import('../work/own-seat')
  return confirmHold(context, input.holdId)
})

export const cancel = os.cancel.handler(async ({ input, context }) => {
  const { cancelOwn } = await import('../work/own-seat')
  return cancelOwn(context, input.id)
})

export const rebook = os.rebook.handler(async ({ input, context }) => {
  const { rebookOwn } = await import('../work/own-seat')
  return rebookOwn(context, input)
})

interface Row {
  readonly id: string
  readonly doc: AppointmentDoc
  readonly hallDay: HallDayDoc | undefined
}

/** With their halls' days, which may have been closed. */
const rowsOf = async (context: Context, found: readonly Omit<Row, 'hallDay'>[]): Promise<Row[]> => {
  const hallDayOf = await hallDaysOf(
    context,
    found.map(({ doc }) => doc),
  )
  return found.map(({ id, doc }) => ({ id, doc, hallDay: hallDayOf(doc) }))
}

/** As their owner sees them, with masked names. */
const shown = async (context: Context, rows: readonly Row[]): Promise<Sight[]> => {
  const [catalogue, names] = await Promise.all([
    catalogueOf(context),
    taxpayerNames(context, [...new Set(rows.map(({ doc }) => doc.taxpayerId))]),
  ])
  return rows.map((row) =>
    present(context, catalogue, { ...row, name: names.get(row.doc.taxpayerId)?.name ?? '' }),
  )
}

const isUpcoming = ({ doc, hallDay }: Row, now: Instant): boolean =>
  isActive(stateNow(doc, { now, hallDay })) && instantOf(doc.day, doc.end) > now

/** Pages looked at for one answer: what is left goes on with `next`. */
const PAGES = 5

/** One page that holds at most `limit` of the view, newest first; a page may hold fewer, and still have a next. */
const pageOf = async (
  context: Context,
  {
    view,
    after,
    limit,
  }: { readonly view: 'upcoming' | 'past'; readonly after?: string | undefined; readonly limit: number },
) => {
  const found: Row[] = []
  let next = after
  for (let i = 0; i < PAGES && found.length < limit; i += 1) {
    const page: Page<AppointmentDoc> = await reader(context.store).query(appointments, {
      index: 'account',
      where: { accountId: callerId(context) },
      order: 'desc',
      limit: limit - found.length,
      ...(next === undefined ? {} : { after: next }),
    })
    const rows = await rowsOf(context, page.items)
    found.push(...rows.filter((row) => isUpcoming(row, context.now) === (view === 'upcoming')))
    next = page.next
    if (next === undefined) break
  }
  return { items: found, next }
}

export const mine = os.mine.handler(async ({ input, context }) => {
  const { items, next } = await pageOf(context, input)
  return pageAnswer({ items: await shown(context, items), next }, (item) => item)
})

export const get = os.get.handler(async ({ input, context }) => {
  const doc = ownAppointment(context, await reader(context.store).get(appointments, input.id))
  const [appointment] = await shown(context, await rowsOf(context, [{ id: input.id, doc }]))
  if (!appointment) throw new Error('an appointment that was read is shown')
  return { appointment }
})
