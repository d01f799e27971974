/** The handlers of `credit`. */
import { implement } from '@orpc/server'
import type { Context } from '../core/io/context'
import { contract } from './contract'
import { appeal, decide } from './work/appeal'
import { mine } from './work/mine'
import { decideVisit } from './work/pre-review'
import { ownReview, reviewVisit } from './work/review-shown'
import { ownAppeal, ownAppeals, reviewAppeal } from './work/shown'

const os = implement(contract).$context<Context>()

export const router = {
  appeals: os.appeals.handler(({ input, context }) => ownAppeals(context, input)),
  mine: os.mine.handler(({ input, context }) => mine(context, input.taxpayerId)),
  appeal: os.appeal.handler(({ input, context }) => appeal(context, input)),
  get: os.get.handler(({ input, context }) => ownAppeal(context, input.id)),
  review: os.review.handler(({ input, context }) => reviewAppeal(context, input.id)),
  preReview: os.preReview.handler(({ input, context }) => ownReview(context, input.appointmentId)),
  reviewVisit: os.reviewVisit.handler(({ input, context }) => reviewVisit(context, input.id)),
  decideVisit: os.decideVisit.handler(({ input, context }) => decideVisit(context, input)),
  decide: os.decide.handler(({ input, context }) => decide(context, input)),
}
