/** What `credit` offers: what counts against a person and until when, appeals of no-shows, and their decision. */
import * as z from 'zod/mini'
import { appointmentId } from '../appointments/public'
import { workSight } from '../core/io/cases/sight'
import { procedure } from '../core/io/procedure'
import {
  basis,
  count,
  day,
  id,
  instant,
  minute,
  pageAnswer,
  pageOf,
  personText,
  text,
} from '../core/io/schema'
import './data/errors'
import { SAID } from './rules/fields'
import { APPEAL_STATES, REVIEW_STATES } from './rules/states'

export { errors } from './data/errors'

const appealId = z.string().check(z.regex(/^cr_[0-9a-z]{26}$/))
const state = z.enum(APPEAL_STATES)
const one = z.object({ id: appealId })
const moved = z.object({ id: appealId, state })
const limit = z.extend(basis, { limit: count, used: count })
const said = personText(SAID)

/** Never checked in; or checked in, and called in vain. */
const why = z.enum(['absent', 'notAtWindow'])

const appeal = z.object({
  id: appealId,
  appointmentId,
  hallId: text,
  hallName: text,
  matter: text,
  matterName: text,
  day,
  start: minute,
  why,
  state,
  /** Day by which it is to be decided. */
  due: day,
  createdAt: instant,
  endedAt: z.nullable(instant),
  /** As whoever appealed put it. */
  reason: text,
  /** Why it was decided so; empty until it is. */
  decision: text,
})
const reviewId = z.string().check(z.regex(/^pv_[0-9a-z]{26}$/))
const reviewState = z.enum(REVIEW_STATES)
const online = z.nullable(z.object({ way: text, url: z.string() }))
const staff = { allow: ['officer', 'supervisor'], scope: 'hall', duty: 'review' } as const
const self = { allow: ['account'], scope: 'self' } as const

export const contract = {
  appeals: procedure({ summary: 'My appeals, the newest first', ...self, effect: 'read' })
    .input(z.object(pageOf(50, 20)))
    .output(pageAnswer(z.object({ id: appealId, appointmentId, day, state, due: day, createdAt: instant }))),
  mine: procedure({
    summary: 'What counts against a taxpayer of mine, when it was, and until when booking is suspended',
    ...self,
    effect: 'read',
    raises: ['NO_TAXPAYER', 'NOT_FOUND'],
  })
    .input(z.object({ taxpayerId: z.optional(id) }))
    .output(
      z.object({
        taxpayer: z.object({ id, name: text }),
        noShows: z.array(
          z.object({
            appointmentId,
            day,
            hallId: z.nullable(text),
            /** As they are called now; null, as hall and start, once the appointment is not kept any more. */
            hallName: z.nullable(text),
            matterName: z.nullable(text),
            start: z.nullable(minute),
            why,
            appeal: z.nullable(z.object({ id: appealId, state })),
            /** Until when it can be appealed, where the caller still can. */
            appealUntil: z.nullable(instant),
          }),
        ),
        cancellations: z.array(z.object({ appointmentId, at: instant, late: z.boolean() })),
        /** Of this month. */
        limits: z.object({ noShows: limit, cancellations: limit, banDays: count }),
        /** At every hall of the city, to the minute. */
        suspended: z.nullable(z.extend(basis, { by: z.enum(['noShows', 'cancellations']), until: instant })),
      }),
    ),
  appeal: procedure({
    summary: 'Appeal a no-show, with a reason',
    ...self,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'NOT_MISSED', 'APPEALED_BEFORE', 'APPEAL_LATE'],
  })
    .input(z.object({ appointmentId, reason: said }))
    .output(moved),
  get: procedure({ summary: 'One appeal of mine', ...self, effect: 'read', raises: ['NOT_FOUND'] })
    .input(one)
    .output(z.object({ appeal })),
  review: procedure({
    summary: 'One appeal at this hall, for the officer who decides',
    ...staff,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(one)
    .output(
      z.object({
        appeal,
        /** Masked. */
        taxpayerName: text,
        /** Of the taxpayer, in the month of the visit: this one too, while it counts. */
        noShows: count,
        work: workSight,
      }),
    ),
  decide: procedure({
    summary: 'Decide an appeal: the no-show stands, or counts no more',
    ...staff,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CASE_STATE', 'CASE_TAKEN', 'FOUR_EYES'],
  })
    .input(z.object({ id: appealId, outcome: z.enum(['uphold', 'revoke']), reason: said }))
    .output(moved),
  preReview: procedure({
    summary: 'How the hall looks at a booking of mine before it stands: by when, and why not',
    ...self,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ appointmentId }))
    .output(
      z.object({
        review: z.object({
          id: reviewId,
          state: reviewState,
          /** When it stands without an answer. */
          until: instant,
          endedAt: z.nullable(instant),
          /** Why it was refused; empty where it was not. */
          reason: text,
          /** Where to do it instead, when it was refused for that. */
          online,
        }),
      }),
    ),
  reviewVisit: procedure({
    summary: 'One booking that this hall is to look at, for the officer who does',
    ...staff,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: reviewId }))
    .output(
      z.object({
        visit: z.object({
          id: reviewId,
          appointmentId,
          hallId: text,
          hallName: text,
          matter: text,
          matterName: text,
          day,
          start: minute,
          state: reviewState,
          until: instant,
          createdAt: instant,
          endedAt: z.nullable(instant),
          /** Why it was refused; empty where it was not. */
          decision: text,
          /** Where it can be done without a visit. */
          online,
        }),
        /** Masked. */
        taxpayerName: text,
        standing: z.enum(['claimed', 'verified']),
        work: workSight,
      }),
    ),
  decideVisit: procedure({
    summary: 'Agree to a booking that this hall looks at first, or refuse it with a reason',
    ...staff,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CASE_STATE', 'CASE_TAKEN', 'FOUR_EYES', 'NO_ONLINE_WAY'],
  })
    .input(
      z.union([
        z.object({ id: reviewId, outcome: z.literal('approve') }),
        z.object({ id: reviewId, outcome: z.enum(['refuse', 'refuseOnline']), reason: said }),
      ]),
    )
    .output(z.object({ id: reviewId, state: reviewState })),
}
