/** What `queue` offers: numbers for who comes to a hall, windows that call them, and what everybody may see of it. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import {
  basis,
  count,
  instant,
  pageAnswer,
  pageOf,
  personText,
  position,
  scanned,
  text,
} from '../core/io/schema'
import { hallId, matterCode } from '../halls/public'
import './data/errors'
import { atWindow, matterLine, reasons, stars, ticket, ticketId, windowNumber, windowRow } from './schemas'

export { errors } from './data/errors'

const self = { allow: ['account'], scope: 'self' } as const
const staff = { allow: ['officer', 'supervisor'], scope: 'hall' } as const
const anyone = { allow: ['anyone'], scope: 'public', effect: 'read' } as const

const oneTicket = z.object({ ticket })
const noTicketYet = ['NUMBERS_ENDED', 'TICKETED'] as const
const arriving = [
  'NOT_FOUND',
  'WRONG_HALL',
  'WRONG_DAY',
  'TOO_EARLY',
  'TOO_LATE',
  'NOT_STANDING',
  ...noTicketYet,
] as const
/** The number that it has. */
const arrivingData = {
  TOO_EARLY: z.object({ from: instant }),
  WRONG_HALL: z.object({ hall: text }),
  TICKETED: z.object({ number: text }),
}
const atOwnWindow = ['NOT_FOUND', 'WINDOW_UNKNOWN', 'WINDOW_TAKEN', 'WINDOW_CLOSED'] as const
const window = z.object({ hallId, window: windowNumber })
const withTicket = z.extend(window, { ticketId })

export const contract = {
  board: procedure({
    summary: 'What a hall’s display shows: who is called where, and how many wait',
    ...anyone,
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ hallId, since: z.optional(count) }))
    .output(
      z.object({
        /** Grows with each change of the hall’s day. */
        turn: count,
        /** Nothing has changed since the turn that was asked about: the rest is absent. */
        same: z.boolean(),
        hallName: z.optional(text),
        state: z.optional(z.enum(['open', 'stopped', 'over'])),
        windows: z.optional(
          z.array(
            z.extend(z.object({ window: text, state: z.enum(['open', 'paused']) }), {
              at: z.nullable(atWindow),
            }),
          ),
        ),
        waiting: z.optional(count),
        asOf: instant,
      }),
    ),
  hall: procedure({
    summary: 'How long one waits at a hall now, by matter; and how numbers are given there',
    ...anyone,
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ hallId }))
    .output(
      z.object({
        hallName: text,
        /** `closed`: nobody has come today, or it is not open. */
        state: z.enum(['closed', 'open', 'stopped', 'over']),
        /** Windows that are open. */
        windows: count,
        /** Numbers by one’s own phone, when one is there. */
        byPosition: z.boolean(),
        matters: z.array(matterLine),
        rules: z.array(basis),
        asOf: instant,
      }),
    ),
  arrive: procedure({
    summary: 'I am at the hall: give me the number of my booking, by my position',
    ...self,
    effect: 'mutate',
    raises: [...arriving, 'NOT_NEAR', 'NO_POSITION'],
    data: arrivingData,
  })
    .input(
      z.object({
        appointmentId: z.string().check(z.regex(/^ap_[0-9a-z]{26}$/)),
        position,
        priority: z._default(z.boolean(), false),
      }),
    )
    .output(oneTicket),
  take: procedure({
    summary: 'I am at the hall without a booking: give me a number, by my position',
    ...self,
    effect: 'mutate',
    raises: [
      'NOT_FOUND',
      'NO_TAXPAYER',
      'MATTER_NOT_HERE',
      'NUMBERS_ENDED',
      'NOT_NEAR',
      'NO_POSITION',
      'IN_LINE',
      'NUMBERS_LIMIT',
    ],
  })
    .input(z.object({ hallId, matter: matterCode, position, priority: z._default(z.boolean(), false) }))
    .output(oneTicket),
  mine: procedure({ summary: 'My numbers, the newest first, with who goes before', ...self, effect: 'read' })
    .input(z.object(pageOf(20, 10)))
    .output(pageAnswer(ticket)),
  get: procedure({
    summary: 'One number of mine, with who goes before',
    ...self,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: ticketId }))
    .output(oneTicket),
  leave: procedure({
    summary: 'I do not wait any more',
    ...self,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'TICKET_STATE'],
  })
    .input(z.object({ id: ticketId }))
    .output(oneTicket),
  rate: procedure({
    summary: 'Rate a visit, whatever came of it',
    ...self,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'NOT_SERVED', 'RATED_BEFORE'],
  })
    .input(z.object({ id: ticketId, stars, reasons: z._default(reasons, []) }))
    .output(oneTicket),
  admit: procedure({
    summary: 'At the door: the number of a booking, by its code, scanned or typed',
    ...staff,
    effect: 'mutate',
    raises: [...arriving, 'CODE_UNKNOWN'],
    data: arrivingData,
  })
    .input(z.object({ hallId, code: scanned(120), priority: z._default(z.boolean(), false) }))
    .output(oneTicket),
  issue: procedure({
    summary: 'At the door: a number for who has no booking',
    ...staff,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'MATTER_NOT_HERE', 'NUMBERS_ENDED'],
  })
    .input(z.object({ hallId, matter: matterCode, priority: z._default(z.boolean(), false) }))
    .output(oneTicket),
  desk: procedure({
    summary: 'A hall’s day at a glance, for its officers: windows, who waits, figures',
    ...staff,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ hallId }))
    .output(
      z.object({
        turn: count,
        state: z.enum(['open', 'stopped', 'over']),
        windows: z.array(windowRow),
        matters: z.array(matterLine),
        waiting: count,
        served: count,
        missed: count,
        /** Minutes on average; absent before anybody was served. */
        waited: z.optional(count),
        serving: z.optional(count),
        asOf: instant,
      }),
    ),
  setWindow: procedure({
    summary: 'Open, pause or close a window, with the matters it serves',
    ...staff,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'WINDOW_UNKNOWN', 'WINDOW_TAKEN', 'WINDOW_BUSY', 'MATTER_NOT_HERE'],
  })
    .input(
      z.extend(window, {
        state: z.enum(['open', 'paused', 'closed']),
        matters: z.optional(z.array(matterCode).check(z.minLength(1), z.maxLength(200))),
      }),
    )
    .output(z.object({ window: windowRow })),
  callNext: procedure({
    summary: 'Call the next number to this window: once, in order, whoever presses at the same time',
    ...staff,
    effect: 'mutate',
    raises: [...atOwnWindow, 'WINDOW_BUSY', 'NUMBERS_ENDED'],
  })
    .input(window)
    .output(z.object({ ticket: z.nullable(ticket) })),
  recall: procedure({
    summary: 'Call the window’s number once more',
    ...staff,
    effect: 'mutate',
    raises: [...atOwnWindow, 'TICKET_STATE'],
  })
    .input(withTicket)
    .output(oneTicket),
  serve: procedure({
    summary: 'The number is at the window',
    ...staff,
    effect: 'mutate',
    raises: [...atOwnWindow, 'TICKET_STATE'],
  })
    .input(withTicket)
    .output(oneTicket),
  pass: procedure({
    summary: 'The number did not come: back in line after three others, once; the second time it is over',
    ...staff,
    effect: 'mutate',
    raises: [...atOwnWindow, 'TICKET_STATE'],
  })
    .input(withTicket)
    .output(oneTicket),
  finish: procedure({
    summary: 'The number is served',
    ...staff,
    effect: 'mutate',
    raises: [...atOwnWindow, 'TICKET_STATE'],
  })
    .input(withTicket)
    .output(oneTicket),
  transfer: procedure({
    summary: 'On to another matter: the same number, a new place',
    ...staff,
    effect: 'mutate',
    raises: [...atOwnWindow, 'TICKET_STATE', 'SAME_MATTER', 'MATTER_NOT_HERE', 'NUMBERS_ENDED'],
  })
    .input(z.extend(withTicket, { matter: matterCode }))
    .output(oneTicket),
  stop: procedure({
    summary: 'Stop a hall’s queue in an emergency: whoever waits is told, and nothing counts against them',
    ...staff,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'NUMBERS_ENDED'],
  })
    .input(z.object({ hallId, reason: personText({ min: 2, max: 200, says: true }) }))
    .output(z.object({ hallId, waiting: count })),
  reopen: procedure({
    summary: 'Go on after a stop',
    ...staff,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'NUMBERS_ENDED'],
  })
    .input(z.object({ hallId }))
    .output(z.object({ hallId })),
  ratings: procedure({
    summary: 'What visitors of a hall said, the newest first',
    ...staff,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ hallId, ...pageOf(50, 20) }))
    .output(
      pageAnswer(
        z.object({ number: text, matterName: text, window: z.optional(text), stars, reasons, at: instant }),
      ),
    ),
  settle: procedure({
    summary: 'Finish what a crash left of a call; close days that are over',
    allow: ['timer'],
    scope: 'region',
    effect: 'job',
  })
    .input(z.object({}))
    .output(z.object({ settled: count })),
}
