/** A number for who has no booking: at the door by an officer, or by one's own phone where one is. */
import { actingFor } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { dayOf, type Day } from '../../core/pure/time'
import { catalogueOf, hallOnDuty, matterAt, type Catalogue, type Hall, type Matter } from '../../halls/public'
import { tickets } from '../collections'
import { termsOn } from '../data/terms'
import { placeKey } from '../rules/lines'
import { isLive } from '../rules/states'
import { bandAt } from './coming'
import { groupsOf, insistNear, metresFrom, type Position } from './door'
import { givePlace, insistHours, letterOf } from './give'
import { showTicket, type TicketSight } from './show'
import { beginTicket, type NewTicket } from './ticket'

interface WalkIn {
  readonly catalogue: Catalogue
  readonly hall: Hall
  readonly matter: Matter
  readonly priority: boolean
}

const begin = async (
  context: Context,
  { catalogue, hall, matter, priority }: WalkIn,
  whose: Pick<NewTicket, 'accountId' | 'taxpayerId'> & { readonly id?: string },
): Promise<{ readonly ticket: TicketSight }> => {
  const day = dayOf(context.now)
  const told = await context.answered<{ ticket: TicketSight }>()
  if (told) return told.output
  insistHours(hall, context.now)
  const kind = priority ? 'first' : 'plain'
  const band = await bandAt(context, hall.id, context.now)
  const line = { matter: matter.code, kind, band, came: 'walkIn' } as const
  const letter = letterOf(groupsOf(catalogue, hall), { group: matter.group.zh, priority })
  const { place, printed } = await givePlace(context, { hallId: hall.id, day }, { line, letter })
  return context.transact(async (tx) => {
    const { accountId, taxpayerId } = whose
    const id = whose.id ?? tx.id('tk')
    if (whose.id !== undefined && (await tx.get(tickets, id))) throw new AppError('IN_LINE')
    const doc = beginTicket(tx, {
      id,
      hallId: hall.id,
      day,
      ...line,
      place: placeKey(place),
      number: printed,
      accountId,
      taxpayerId,
      appointmentId: null,
    })
    return { ticket: await showTicket(context, id, doc) }
  })
}

/** One after the other: the next is made when the last is over. @throws AppError IN_LINE, NUMBERS_LIMIT */
const nextOwnId = async (context: Context, hallId: string, day: Day): Promise<string> => {
  const { numbersOfOne } = termsOn(day)
  const account = callerId(context)
  const ids = Array.from(
    { length: numbersOfOne },
    (_, count) => `tk_${context.vault.pseudonym('walkIn', `${hallId}|${day}|${account}|${count}`)}`,
  )
  const found = await reader(context.store).getMany(tickets, ids)
  if (found.some((doc) => doc && isLive(doc.state))) throw new AppError('IN_LINE')
  const id = ids.find((_, at) => found[at] === undefined)
  if (id === undefined) throw new AppError('NUMBERS_LIMIT')
  return id
}

/** @throws AppError NOT_FOUND, MATTER_NOT_HERE, NUMBERS_ENDED, NOT_NEAR, NO_POSITION, IN_LINE, NUMBERS_LIMIT, NO_TAXPAYER */
export const take = async (
  context: Context,
  wish: {
    readonly hallId: string
    readonly matter: string
    readonly position: Position
    readonly priority: boolean
  },
): Promise<{ readonly ticket: TicketSight }> => {
  const told = await context.answered<{ ticket: TicketSight }>()
  if (told) return told.output
  const catalogue = await catalogueOf(context)
  const { hall, matter } = matterAt(catalogue, wish.hallId, wish.matter)
  insistNear(metresFrom(hall, wish.position))
  const { taxpayerId } = await actingFor(context, { scope: 'appointments' })
  const id = await nextOwnId(context, hall.id, dayOf(context.now))
  const { priority } = wish
  return begin(
    context,
    { catalogue, hall, matter, priority },
    { id, accountId: callerId(context), taxpayerId },
  )
}

/** @throws AppError NOT_FOUND, MATTER_NOT_HERE, NUMBERS_ENDED */
export const issue = async (
  context: Context,
  {
    hallId,
    matter: code,
    priority,
  }: { readonly hallId: string; readonly matter: string; readonly priority: boolean },
): Promise<{ readonly ticket: TicketSight }> => {
  const { catalogue } = await hallOnDuty(context, hallId)
  const { hall, matter } = matterAt(catalogue, hallId, code)
  return begin(context, { catalogue, hall, matter, priority }, { accountId: null, taxpayerId: null })
}
