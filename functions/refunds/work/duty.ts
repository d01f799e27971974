/** Who may take the next step of a case: reviewing, approving and paying are different people. */
import { fourEyes, type DoneStep, type Duty, type FourEyes } from '../../core/pure/duties'
import { AppError } from '../../core/pure/errors'
import { rowOn } from '../../core/pure/law'
import type { RefundCaseDoc } from '../collections'
import { THIRD_PERSON } from '../data/figures'

type Handled = Pick<
  RefundCaseDoc,
  'state' | 'proposal' | 'steps' | 'owner' | 'filedBy' | 'claimed' | 'receivedOn'
>

export const dutyOf = ({ state, proposal }: Pick<Handled, 'state' | 'proposal'>): Duty => {
  if (state === 'approved' || state === 'ordered' || state === 'bankRejected') return 'pay'
  return state === 'reviewing' && proposal ? 'approve' : 'review'
}

/** Two approvals above a figure: with the reviewer, three people. */
const personsFor = (duty: Duty, { proposal, claimed, receivedOn }: Handled): number => {
  if (duty !== 'approve') return 1
  const amount = proposal?.outcome === 'approve' ? proposal.approved : claimed
  return amount > rowOn(THIRD_PERSON, receivedOn, 'limit of one approval').value ? 2 : 1
}

/** A reviewer goes on reviewing; whoever approved or paid does so once. */
const eyes = (doc: Handled): FourEyes => {
  const duty = dutyOf(doc)
  const actors = duty === 'review' ? doc.steps.filter((step) => step.duty !== 'review') : doc.steps
  return fourEyes({ duty, actors, concerned: [doc.owner, doc.filedBy], persons: personsFor(duty, doc) })
}

export const barredFrom = (doc: Handled): readonly string[] => eyes(doc).barred

/** Different people whose approval is still missing. */
export const approvalsLeft = (doc: Handled): number => (dutyOf(doc) === 'approve' ? eyes(doc).left : 0)

/** @throws AppError FOUR_EYES for whoever may not take this step on this case */
export const insistOtherPerson = (doc: Handled, accountId: string, data?: unknown): void => {
  if (barredFrom(doc).includes(accountId)) throw new AppError('FOUR_EYES', data)
}

/** What was done, with one step more; the same person's review counts once. */
export const stepsAfter = (steps: readonly DoneStep[], step: DoneStep): readonly DoneStep[] =>
  steps.some(({ accountId, duty }) => accountId === step.accountId && duty === step.duty)
    ? steps
    : [...steps, step]
