/** What `waitlist` offers: waiting for a seat of a full slot, and taking it when it is offered. */
import * as z from 'zod/mini'
import { appointment, bookingData, ruleErrors, wish } from '../appointments/public'
import { hallId } from '../halls/public'
import { procedure } from '../core/io/procedure'
import { basis, count, day, instant, pageAnswer, pageOf } from '../core/io/schema'
import { ballot, line, slotPlace, wait, waitId } from './schemas'

export { errors } from './data/errors'

const { SLOT_FULL, SLOT_CLOSED, LIMIT_HOLDS: _holds, ...ruleData } = bookingData

export const contract = {
  line: procedure({
    summary: 'How long the line of a slot is, and what waiting in it means',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(slotPlace)
    .output(
      z.extend(line, {
        rules: z.array(basis),
        /** The ballot of its day, where one was announced. */
        ballot: z.optional(ballot),
      }),
    ),
  join: procedure({
    summary: 'Wait for a seat of a full slot; of a day that is balloted, enter the ballot',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: [
      ...ruleErrors,
      'SLOT_CLOSED',
      'NOT_FULL',
      'LINE_FULL',
      'WAITS_LIMIT',
      'WAITS_ELSEWHERE',
      'BALLOT_DRAWING',
    ],
    data: ruleData,
  })
    .input(wish)
    .output(z.object({ wait })),
  accept: procedure({
    summary: 'Book the seat that is offered to me',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: [...ruleErrors, 'SLOT_FULL', 'SLOT_CLOSED', 'NO_OFFER', 'OFFER_OVER'],
    data: { ...ruleData, SLOT_FULL, SLOT_CLOSED },
  })
    .input(z.object({ id: waitId }))
    .output(z.object({ appointment })),
  leave: procedure({
    summary: 'Leave a line, or decline the seat that is offered to me',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'NOT_WAITING'],
  })
    .input(z.object({ id: waitId }))
    .output(z.object({ wait })),
  get: procedure({
    summary: 'One wait of mine',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: waitId }))
    .output(z.object({ wait })),
  mine: procedure({
    summary: 'What I wait for and waited for, newest first, with my place in each line',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
  })
    .input(z.object({ ...pageOf(50, 20) }))
    .output(pageAnswer(wait)),
  announce: procedure({
    summary: 'Announce that the seats of a day go to a ballot: commits to the seed of its draw',
    allow: ['officer', 'supervisor'],
    scope: 'hall',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'BALLOT_TIME', 'BALLOT_LATE', 'BALLOT_THERE'],
  })
    .input(z.object({ hallId, day, closesAt: instant }))
    .output(z.object({ ballot })),
  ballots: procedure({
    summary:
      'The ballots of a hall, the latest days first: commitment, digest of the entries, seed once revealed',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
  })
    .input(z.object({ hallId, /** Of this day alone. */ day: z.optional(day), ...pageOf(50, 20) }))
    .output(pageAnswer(ballot)),
  entries: procedure({
    summary: 'The entries of a slot when its ballot closed, for whoever recomputes the draw',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
    raises: ['NOT_DRAWN'],
  })
    .input(z.extend(slotPlace, { page: z._default(count, 0) }))
    .output(
      z.object({
        /** As it is hashed. */
        slot: z.string(),
        entries: z.array(waitId),
        /** Is there another page? */
        more: z.boolean(),
      }),
    ),
  tend: procedure({
    summary: 'Offer the seats that came free, end the offers that are over',
    allow: ['timer'],
    scope: 'region',
    effect: 'job',
  })
    .input(z.object({}))
    .output(z.object({ lines: count })),
}
