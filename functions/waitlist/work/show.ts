/** A wait as the one who waits sees it. */
import { taxpayerNames } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import type { Stored } from '../../core/io/store/contract'
import { say } from '../../core/pure/text'
import type { Instant } from '../../core/pure/time'
import { catalogueOf } from '../../halls/public'
import type { WaitDoc } from '../collections'
import type { WaitState } from '../rules/states'
import { placeInLine } from './standing'

export interface WaitSight {
  readonly id: string
  readonly state: WaitState
  readonly hallId: string
  readonly hallName: string
  readonly matter: string
  readonly matterName: string
  readonly day: string
  readonly start: number
  readonly end: number
  readonly taxpayer: { readonly id: string; readonly name: string }
  /** While waiting: which in the line, from 1. */
  readonly place?: number
  /** While a seat is offered. */
  readonly offerUntil?: Instant
  readonly appointmentId?: string
  /** The place that a ballot gave, to be recomputed. */
  readonly drawnPlace?: number
  readonly joinedAt: Instant
}

/** An offer whose time is over has lapsed, whether or not it was swept. */
export const stateAt = ({ state, offerUntil }: WaitDoc, now: Instant): WaitState =>
  state === 'offered' && offerUntil <= now ? 'expired' : state

export const showWaits = async (
  context: Context,
  rows: readonly Pick<Stored<WaitDoc>, 'id' | 'doc'>[],
): Promise<WaitSight[]> => {
  const [catalogue, names, places] = await Promise.all([
    catalogueOf(context),
    taxpayerNames(context, [...new Set(rows.map(({ doc }) => doc.taxpayerId))]),
    Promise.all(
      rows.map(({ doc }) => (doc.state === 'waiting' ? placeInLine(context, doc) : Promise.resolve(1))),
    ),
  ])
  return rows.map(({ id, doc }, at) => {
    const hall = catalogue.halls.get(doc.hallId)
    const matter = catalogue.matters.get(doc.matter)
    const state = stateAt(doc, context.now)
    return {
      id,
      state,
      hallId: doc.hallId,
      hallName: hall ? say(hall.name, context.language) : doc.hallId,
      matter: doc.matter,
      matterName: matter ? say(matter.name, context.language) : doc.matter,
      day: doc.day,
      start: doc.start,
      end: doc.end,
      taxpayer: { id: doc.taxpayerId, name: names.get(doc.taxpayerId)?.name ?? '' },
      ...(state === 'waiting' ? { place: places[at] ?? 1 } : {}),
      ...(state === 'offered' ? { offerUntil: doc.offerUntil } : {}),
      ...(doc.state === 'booked' && doc.appointmentId !== undefined
        ? { appointmentId: doc.appointmentId }
        : {}),
      ...(doc.drawn === undefined ? {} : { drawnPlace: doc.drawn }),
      joinedAt: doc.joinedAt,
    }
  })
}

/** One of them, as an answer. */
export const shown = async (
  context: Context,
  id: string,
  doc: WaitDoc,
): Promise<{ readonly wait: WaitSight }> => {
  const [wait] = await showWaits(context, [{ id, doc }])
  if (!wait) throw new Error('a wait that was read is shown')
  return { wait }
}
