/** Whose hall is it? An officer's by name, a supervisor's by region; any other answers as an unknown one. */
import type { Context } from '../../core/io/context'
import { AppError } from '../../core/pure/errors'
import type { Caller } from '../../core/io/identity/roles'
import { catalogueOf, hallOf, type Catalogue, type Hall } from './catalogue'

const serves = (caller: Caller, hall: Hall): boolean =>
  caller.kind === 'account' &&
  caller.grants.some(
    ({ role, halls = [], regions = [] }) =>
      (role === 'officer' && halls.includes(hall.id)) ||
      // Without any place a supervisor's grant stands for the whole deployment.
      (role === 'supervisor' &&
        (halls.length + regions.length === 0 ||
          halls.includes(hall.id) ||
          regions.some((region) => hall.region.startsWith(region)))),
  )

/** @throws AppError NOT_FOUND for an unknown hall and for another officer's alike */
export const hallOnDuty = async (
  context: Context,
  hallId: string,
): Promise<{ readonly catalogue: Catalogue; readonly hall: Hall }> => {
  const catalogue = await catalogueOf(context)
  const hall = hallOf(catalogue, hallId)
  if (!serves(context.caller, hall)) throw new AppError('NOT_FOUND')
  return { catalogue, hall }
}
