/** What `refunds` offers for the departure refund: to travellers, to customs at a port, and to the refund agency. */
import * as z from 'zod/mini'
import { paperPart } from '../core/io/papers/part'
import { procedure } from '../core/io/procedure'
import { pageAnswer, pageOf, personText, scanned, token } from '../core/io/schema'
import { hallId } from '../halls/public'
import './data/errors'
import { BANK } from '../core/pure/bank-account'
import { PREAUTH, TRAVELLER_ACCOUNT } from './rules/fields'
import { finding, place } from './schemas'
import {
  departureCheckShown,
  departureDesk,
  departureFull,
  departureRow,
  formId,
  formValues,
  movedForm,
  reasons,
  said,
} from './schemas-departure'

const own = { allow: ['account'], scope: 'self' } as const
const desk = { allow: ['officer', 'supervisor'], scope: 'hall' } as const
const one = z.object({ formId })
const findings = z.object({ findings: z.array(finding) })
const faults = z.object({
  faults: z.array(z.object({ key: z.string(), problem: z.string(), words: z.string() })),
})
const most = z.object({ most: z.int() })
/** From a phone, a paper, or typed. */
const code = scanned(200)

export const departureContract = {
  departureCheck: procedure({
    summary:
      'Whether a traveller may have the departure refund: every condition at once, how much, the days left',
    ...own,
    effect: 'read',
    raises: ['FORM_FAULTS', 'NOT_FOUND'],
    data: { FORM_FAULTS: faults },
  })
    .input(
      z.object({
        values: formValues,
        /** The port by which one means to leave. */
        port: z.optional(hallId),
        /** Still being filled in: what is missing is no fault. */
        unfinished: z.optional(z.boolean()),
      }),
    )
    .output(z.object({ check: departureCheckShown })),
  openDeparture: procedure({
    summary: 'Issue the departure refund form: its invoices are claimed once, whoever claims them',
    ...own,
    effect: 'mutate',
    raises: ['FORM_FAULTS', 'NOT_ELIGIBLE', 'CLAIMED_BEFORE', 'NOT_FOUND'],
    data: {
      FORM_FAULTS: faults,
      NOT_ELIGIBLE: findings,
      /** The form that has it, where it is one's own. */
      CLAIMED_BEFORE: z.object({ formId: z.optional(formId) }),
    },
  })
    .input(z.object({ values: formValues, port: hallId }))
    .output(movedForm),
  myDepartures: procedure({ summary: 'Departure refund forms of mine, newest first', ...own, effect: 'read' })
    .input(z.object({ ...pageOf(50, 20) }))
    .output(pageAnswer(departureRow)),
  departure: procedure({
    summary: 'One of them: its QR code for customs, where it stands, what to do next, and all that happened',
    ...own,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(one)
    .output(z.object({ form: departureFull })),
  departurePaper: procedure({
    summary: 'The departure refund form as a PDF, in parts',
    ...own,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ formId, place: z._default(place, 0) }))
    .output(paperPart),
  cancelDeparture: procedure({
    summary: 'Cancel a form that customs have not seen, and nothing was paid on',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CASE_STATE'],
  })
    .input(one)
    .output(movedForm),
  fixDepartureAccount: procedure({
    summary: 'Name another account of one’s own after the bank sent the refund back',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CASE_STATE'],
  })
    .input(z.object({ formId, bank: personText(BANK), number: token(34).check(z.regex(TRAVELLER_ACCOUNT)) }))
    .output(movedForm),
  customsLook: procedure({
    summary:
      'A form by its QR code or its typed code, at a port of the caller’s: any form, whichever port it was meant for',
    ...desk,
    effect: 'read',
    duty: 'customs',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ hallId, code }))
    .output(z.object({ form: departureDesk })),
  customsConfirm: procedure({
    summary: 'Verify the goods of a form at a port of the caller’s, or refuse it with reasons',
    ...desk,
    effect: 'mutate',
    duty: 'customs',
    raises: ['NOT_FOUND', 'CASE_STATE', 'FOUR_EYES', 'NOT_ELIGIBLE', 'REASON_MISSING'],
    data: { NOT_ELIGIBLE: findings },
  })
    .input(z.object({ formId, hallId, outcome: z.enum(['verified', 'refused']), reasons, said }))
    .output(movedForm),
  agencyLook: procedure({
    summary:
      'A form as the refund agency sees it: any that its traveller shows, or one that waits at the caller’s hall',
    ...desk,
    effect: 'read',
    duty: 'pay',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ hallId, formId: z.optional(formId), code: z.optional(code) }))
    .output(z.object({ form: departureDesk })),
  departurePrepay: procedure({
    summary: 'Refund upon purchase: record the advance that was paid against a card’s pre-authorisation',
    ...desk,
    effect: 'mutate',
    duty: 'pay',
    raises: ['NOT_FOUND', 'CASE_STATE', 'FOUR_EYES', 'DEPARTURE_LATE'],
  })
    .input(z.object({ formId, hallId, preauthNo: token(40).check(z.regex(PREAUTH)) }))
    .output(movedForm),
  departureAudit: procedure({
    summary: 'The agency looks at a form that customs verified here: it passes, or is rejected with reasons',
    ...desk,
    effect: 'mutate',
    duty: 'pay',
    raises: ['NOT_FOUND', 'CASE_STATE', 'FOUR_EYES', 'REASON_MISSING'],
  })
    .input(z.object({ formId, outcome: z.enum(['pass', 'reject']), reasons, said }))
    .output(movedForm),
  departurePay: procedure({
    summary:
      'Pay a form that was audited here: in cash up to the ceiling, by transfer, or by the advance that stands',
    ...desk,
    effect: 'mutate',
    duty: 'pay',
    raises: ['NOT_FOUND', 'CASE_STATE', 'FOUR_EYES', 'CASH_CEILING', 'ACCOUNT_MISSING'],
    data: { CASH_CEILING: most },
  })
    .input(z.object({ formId, how: z.enum(['cash', 'transfer']) }))
    .output(movedForm),
}
