/** Whose hall is it? An officer's by name, a supervisor's by region; any other answers as an unknown one. */
import type { Context } from '../core/io/context'
import { AppError } from '../core/pure/errors'
import { mayAct, type Duty } from '../core/pure/duties'
import { grantServes } from '../core/pure/serving'
import type { Caller } from '../core/io/identity/roles'
import { catalogueOf, hallOf, type Catalogue, type Hall } from './catalogue'

const ON_DUTY: readonly string[] = ['officer', 'supervisor']

/** For a duty, whoever holds it there, whatever the role; otherwise the hall's staff. */
const serves = (caller: Caller, { id, region }: Hall, duty?: Duty): boolean => {
  if (caller.kind !== 'account') return false
  const place = { hallId: id, region }
  if (duty !== undefined) return mayAct({ grants: caller.grants, duty, place })
  return caller.grants.some((grant) => ON_DUTY.includes(grant.role) && grantServes(grant, place))
}

/**
 * @param duty what the grant that serves the hall must carry, where the procedure asks for one
 * @throws AppError NOT_FOUND for an unknown hall and for another officer's alike
 */
export const hallOnDuty = async (
  context: Context,
  hallId: string,
  duty?: Duty,
): Promise<{ readonly catalogue: Catalogue; readonly hall: Hall }> => {
  const catalogue = await catalogueOf(context)
  const hall = hallOf(catalogue, hallId)
  if (!serves(context.caller, hall, duty)) throw new AppError('NOT_FOUND')
  return { catalogue, hall }
}

/** Those of the caller's grants, in the catalogue's order; a grant for the whole deployment serves all. */
export const hallsOnDuty = async (context: Context): Promise<readonly Hall[]> =>
  [...(await catalogueOf(context)).halls.values()].filter((hall) => serves(context.caller, hall))
