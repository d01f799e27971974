/** Who may take the next step of a departure form: who verifies does not pay, and nobody acts on a refund of their own. */
import { fourEyes, type Duty } from '../../core/pure/duties'
import { AppError } from '../../core/pure/errors'
import type { DepartureFormDoc } from './collections'

type Handled = Pick<DepartureFormDoc, 'state' | 'steps' | 'owner'>

const BEFORE_CUSTOMS: readonly DepartureFormDoc['state'][] = [
  'invoiced',
  'formIssued',
  'instantPrepaid',
  'preauthCharged',
]

export const dutyOf = ({ state }: Pick<Handled, 'state'>): Duty =>
  BEFORE_CUSTOMS.includes(state) ? 'customs' : 'pay'

/** One person may audit and pay: they are two steps of one duty. */
const barredFor = ({ steps, owner }: Handled, duty: Duty): readonly string[] =>
  fourEyes({ duty, actors: steps.filter((step) => step.duty !== duty), concerned: [owner] }).barred

export const barredFrom = (doc: Handled): readonly string[] => barredFor(doc, dutyOf(doc))

/** @throws AppError FOUR_EYES for whoever may not take a step of this duty */
export const insistOther = (doc: Handled, accountId: string, duty: Duty): void => {
  if (barredFor(doc, duty).includes(accountId)) throw new AppError('FOUR_EYES')
}
