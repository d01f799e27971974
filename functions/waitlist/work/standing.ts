/** Who stands in a line. Found by query, which is no snapshot: what is decided is read again by id in the commit that decides. */
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import type { Stored } from '../../core/io/store/contract'
import { waits, type WaitDoc } from '../collections'
import type { WaitState } from '../rules/states'

type Kept = Pick<Services, 'store'>

/** In the order of their places. */
export const inLine = async (
  { store }: Kept,
  lineId: string,
  state: WaitState,
  limit = 100,
): Promise<readonly Stored<WaitDoc>[]> =>
  (await reader(store).query(waits, { index: 'line', where: { lineId, state }, limit })).items

const COUNTED = 100

/**
 * Which in the line, from 1; those to whom a seat is offered are not counted. Behind many of a ballot it is the place that was drawn,
 * which it can only be better than.
 */
export const placeInLine = async (
  { store }: Kept,
  { lineId, place, drawn }: Pick<WaitDoc, 'lineId' | 'place' | 'drawn'>,
): Promise<number> => {
  const { items } = await reader(store).query(waits, {
    index: 'line',
    where: { lineId, state: 'waiting' },
    range: { lt: place },
    limit: COUNTED,
  })
  return items.length < COUNTED ? items.length + 1 : (drawn ?? items.length + 1)
}

export const isEmpty = async (services: Kept, lineId: string): Promise<boolean> => {
  const found = await Promise.all(
    (['waiting', 'offered', 'entered'] as const).map((state) => inLine(services, lineId, state, 1)),
  )
  return found.every((rows) => rows.length === 0)
}
