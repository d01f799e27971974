/** Where an officer may act. Pure. */
import { mayAct, type Duty } from '../../../../functions/core/pure/duties'
import type { Me } from '../../../client/api'
import type { OfficeHall } from '../../../client/halls-on-duty'

/** Halls where this account holds the duty, in the order of the list. */
export const hallsWith = (
  me: Pick<Me, 'grants'>,
  duty: Duty,
  halls: readonly OfficeHall[],
): readonly OfficeHall[] =>
  halls.filter(({ id, region }) => mayAct({ grants: me.grants, duty, place: { hallId: id, region } }))
