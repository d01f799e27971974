/** At the door: the number of a booking, by its code or by where its owner is. Whatever stands against it has its own answer. */
import { checkInOf, visitByCode, visitByTicket, visitIn } from '../../appointments/public'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import { dayOf } from '../../core/pure/time'
import { catalogueOf, hallOf, hallOnDuty, metresBetween, type Catalogue, type Hall } from '../../halls/public'
import { tickets } from '../collections'
import { checkIn, NEAR_METRES, type CheckIn } from '../rules/check-in'
import { BOOKING_CODE, TICKET_TEXT } from '../rules/fields'
import { placeKey } from '../rules/lines'
import { givePlace, letterOf } from './give'
import { ticketIdOf } from './ids'
import { showTicket, type TicketSight } from './show'
import { beginTicket } from './ticket'
import type { Tx } from '../../core/io/store/transaction'

export interface Position {
  readonly latitude: number
  readonly longitude: number
}

/** Metres from the hall; null where it does not go by that. */
export const metresFrom = (hall: Hall, position: Position): number | null =>
  hall.byPosition === true ? metresBetween(hall, position) : null

/** @throws AppError NO_POSITION, NOT_NEAR */
export const insistNear = (metres: number | null): void => {
  if (metres === null) throw new AppError('NO_POSITION')
  if (!(metres <= NEAR_METRES)) throw new AppError('NOT_NEAR')
}

const refuse = (context: Context, catalogue: Catalogue, found: CheckIn, number: string): void => {
  switch (found.kind) {
    case 'admitted':
      return
    case 'wrongHall': {
      const hall = catalogue.halls.get(found.hallId)
      throw new AppError('WRONG_HALL', { hall: hall ? say(hall.name, context.language) : found.hallId })
    }
    case 'twice':
      throw new AppError('TICKETED', { number })
    case 'wrongDay':
      throw new AppError('WRONG_DAY')
    case 'early':
      throw new AppError('TOO_EARLY', { from: found.from })
    case 'late':
      throw new AppError('TOO_LATE')
    case 'noPosition':
      throw new AppError('NO_POSITION')
    case 'far':
      throw new AppError('NOT_NEAR')
  }
}

interface Arriving {
  readonly catalogue: Catalogue
  /** Where whoever comes is. */
  readonly hall: Hall
  readonly appointmentId: string
  readonly priority: boolean
  /** By one's own phone: metres from the hall. */
  readonly metres?: number | null
  /** Whose it must be; absent at the door. */
  readonly owner?: string
}

/** @throws AppError each refusal of a check-in; NOT_FOUND for an unknown booking and a stranger's alike */
const insistAdmitted = async (
  context: Context,
  tx: Pick<Tx, 'get' | 'now'>,
  { catalogue, hall, appointmentId, metres, owner }: Arriving,
) => {
  const visit = await visitIn(tx, appointmentId)
  if (!visit || visit.hallId === '') throw new AppError(owner === undefined ? 'CODE_UNKNOWN' : 'NOT_FOUND')
  if (owner !== undefined && visit.accountId !== owner) throw new AppError('NOT_FOUND')
  const standing = await tx.get(tickets, ticketIdOf(appointmentId))
  const ticketed = standing !== undefined
  const { from, stands } = await checkInOf(tx, visit, hall)
  const { hallId, day, end } = visit
  const arrival = { hallId: hall.id, at: tx.now, ticketed, ...(metres === undefined ? {} : { metres }) }
  if (!stands && !ticketed) throw new AppError('NOT_STANDING')
  refuse(context, catalogue, checkIn({ hallId, day, end, from }, arrival), standing?.number ?? '')
  return visit
}

const arriveAt = async (context: Context, arriving: Arriving): Promise<{ readonly ticket: TicketSight }> => {
  const told = await context.answered<{ ticket: TicketSight }>()
  if (told) return told.output
  const { catalogue, hall, appointmentId, priority } = arriving
  const visit = await insistAdmitted(context, { ...readingAt(context), now: context.now }, arriving)
  const matter = catalogue.matters.get(visit.matter)
  const kind = priority ? 'first' : 'plain'
  const line = { matter: visit.matter, kind, band: visit.start, came: 'booked' } as const
  const letter = letterOf(groupsOf(catalogue, hall), { group: matter?.group.zh ?? '', priority })
  const { place, printed } = await givePlace(context, { hallId: hall.id, day: visit.day }, { line, letter })
  const id = ticketIdOf(appointmentId)
  return context.transact(async (tx) => {
    const { accountId, taxpayerId, day } = await insistAdmitted(context, tx, arriving)
    const doc = beginTicket(tx, {
      id,
      hallId: hall.id,
      day,
      ...line,
      place: placeKey(place),
      number: printed,
      accountId,
      taxpayerId,
      appointmentId,
    })
    return { ticket: await showTicket(context, id, doc) }
  })
}

const readingAt = ({ store }: Context): Pick<Tx, 'get'> => ({
  get: (collection, id) => reader(store).get(collection, id),
})

/** The groups of a hall's matters, in its order. */
export const groupsOf = ({ matters }: Catalogue, hall: Hall): readonly string[] =>
  hall.matters.flatMap((code) => matters.get(code)?.group.zh ?? [])

/** By one's own position. */
export const arrive = async (
  context: Context,
  wish: { readonly appointmentId: string; readonly position: Position; readonly priority: boolean },
): Promise<{ readonly ticket: TicketSight }> => {
  const catalogue = await catalogueOf(context)
  const owner = callerId(context)
  const visit = await visitIn(readingAt(context), wish.appointmentId)
  if (visit?.accountId !== owner) throw new AppError('NOT_FOUND')
  const hall = hallOf(catalogue, visit.hallId)
  const { appointmentId, priority } = wish
  return arriveAt(context, {
    catalogue,
    hall,
    appointmentId,
    priority,
    owner,
    metres: metresFrom(hall, wish.position),
  })
}

const ofCode = async (context: Context, hall: Hall, code: string): Promise<string | undefined> => {
  const [, id = '', six = ''] = TICKET_TEXT.exec(code) ?? []
  if (id !== '') return visitByTicket(context, { id, code: six, text: code })
  const day = dayOf(context.now)
  return BOOKING_CODE.test(code) ? visitByCode(context, { hallId: hall.id, day, code }) : undefined
}

/** By an officer who scans or types the code. */
export const admit = async (
  context: Context,
  { hallId, code, priority }: { readonly hallId: string; readonly code: string; readonly priority: boolean },
): Promise<{ readonly ticket: TicketSight }> => {
  const { catalogue, hall } = await hallOnDuty(context, hallId)
  const appointmentId = await ofCode(context, hall, code)
  if (appointmentId === undefined) throw new AppError('CODE_UNKNOWN')
  return arriveAt(context, { catalogue, hall, appointmentId, priority })
}
