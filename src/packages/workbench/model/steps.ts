/** Which steps an officer may take on a case now, the likely one first. Pure. */
import type { Output } from '../../../client/api'

export type Review = Output<'refunds', 'review'>
export type RefundCase = Review['case']

export type Step =
  'accept' | 'startReview' | 'propose' | 'agree' | 'sendBack' | 'order' | 'askCorrection' | 'notAccept'

/** In the order in which they are offered, each with the move of the table that it is. */
const OF_REVIEW = [
  ['accept', 'accept'],
  ['startReview', 'review'],
  ['propose', 'propose'],
  ['askCorrection', 'askCorrection'],
  ['notAccept', 'notAccept'],
] as const satisfies readonly (readonly [Step, string])[]

/** Money is to move, and nobody has said where to. */
export const lacksAccount = ({ account, money }: RefundCase): boolean =>
  account === null && (money?.payable ?? 0) > 0

export const stepsNow = ({ case: one, work, proposal }: Review): readonly Step[] => {
  if (!work.mayAct) return []
  switch (work.duty) {
    case 'review':
      return OF_REVIEW.filter(([, move]) => one.moves.includes(move)).map(([step]) => step)
    case 'approve':
      return proposal === null ? [] : ['agree', 'sendBack']
    case 'pay':
      return one.moves.includes('order') && !lacksAccount(one) ? ['order'] : []
    default:
      return []
  }
}

/** What is to come, in words of `next.<this>`. */
export type Coming =
  | 'submitted'
  | 'accepted'
  | 'correctionAsked'
  | 'reviewing'
  | 'proposed'
  | 'approved'
  | 'noAccount'
  | 'ordered'
  | 'bankRejected'

export const comingOf = ({ case: one, proposal }: Review): Coming | undefined => {
  switch (one.state) {
    case 'submitted':
    case 'accepted':
    case 'correctionAsked':
    case 'ordered':
    case 'bankRejected':
      return one.state
    case 'reviewing':
      return proposal ? 'proposed' : 'reviewing'
    case 'approved':
      return lacksAccount(one) ? 'noAccount' : 'approved'
    default:
      return undefined
  }
}

/** Corrections were asked for before: it can be done once. */
export const wasCorrected = ({ history }: RefundCase): boolean =>
  history.some(({ move }) => move === 'askCorrection')
