/** Whose hall is it? An officer's by name, a supervisor's by region; any other answers as an unknown one. */
import type { Context } from '../../core/io/context'
import { AppError } from '../../core/pure/errors'
import { grantServes } from '../../core/pure/serving'
import type { Caller } from '../../core/io/identity/roles'
import { catalogueOf, hallOf, type Catalogue, type Hall } from './catalogue'

const ON_DUTY: readonly string[] = ['officer', 'supervisor']

const serves = (caller: Caller, hall: Hall): boolean =>
  caller.kind === 'account' &&
  caller.grants.some(
    (grant) => ON_DUTY.includes(grant.role) && grantServes(grant, { hallId: hall.id, region: hall.region }),
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
