/** Who may take the next step of a case: reviewing, approving and paying are different people. */
import { actsFor } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { fourEyes, type DoneStep, type Duty, type FourEyes } from '../../core/pure/duties'
import { AppError } from '../../core/pure/errors'
import { rowOn } from '../../core/pure/law'
import type { RefundCaseDoc } from '../collections'
import { THIRD_PERSON } from '../data/figures'

type Handled = Pick<RefundCaseDoc, 'state' | 'proposal' | 'steps' | 'claimants' | 'receivedOn'>

export const dutyOf = ({ state, proposal }: Pick<Handled, 'state' | 'proposal'>): Duty => {
  if (state === 'approved' || state === 'ordered' || state === 'bankRejected') return 'pay'
  return state === 'reviewing' && proposal ? 'approve' : 'review'
}

/** Two approvals above a figure: with the reviewer, three people. A rejection moves no money, and takes one. */
const personsFor = (duty: Duty, { proposal, receivedOn }: Handled): number => {
  if (duty !== 'approve' || proposal?.outcome !== 'approve') return 1
  return proposal.approved > rowOn(THIRD_PERSON, receivedOn, 'limit of one approval').value ? 2 : 1
}

/** A reviewer goes on reviewing; whoever approved or paid does so once. */
const eyes = (doc: Handled): FourEyes => {
  const duty = dutyOf(doc)
  const actors = duty === 'review' ? doc.steps.filter((step) => step.duty !== 'review') : doc.steps
  return fourEyes({ duty, actors, concerned: doc.claimants, persons: personsFor(duty, doc) })
}

export const barredFrom = (doc: Handled): readonly string[] => eyes(doc).barred

/** Different people whose approval is still missing. */
export const approvalsLeft = (doc: Handled): number => (dutyOf(doc) === 'approve' ? eyes(doc).left : 0)

/** @throws AppError FOUR_EYES for whoever acts for the taxpayer, on whatever business: it is for others to decide */
export const insistUnconcerned = async (
  context: Context,
  { taxpayerId }: Pick<RefundCaseDoc, 'taxpayerId'>,
  data?: unknown,
): Promise<void> => {
  if (await actsFor(context, taxpayerId)) throw new AppError('FOUR_EYES', data)
}

/** @throws AppError FOUR_EYES for whoever may not take this step on this case */
export const insistOtherPerson = (doc: Handled, accountId: string, data?: unknown): void => {
  if (barredFrom(doc).includes(accountId)) throw new AppError('FOUR_EYES', data)
}

/** What was done, with one step more; the same person's review counts once. */
export const stepsAfter = (steps: readonly DoneStep[], step: DoneStep): readonly DoneStep[] =>
  steps.some(({ accountId, duty }) => accountId === step.accountId && duty === step.duty)
    ? steps
    : [...steps, step]
