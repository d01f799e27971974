/** What `refunds` offers to claimants. Officers' part: contract-office.ts; travellers': contract-departure.ts. */
import * as z from 'zod/mini'
import { filePart } from '../core/io/files/part'
import { procedure } from '../core/io/procedure'
import { paperPart } from '../core/io/papers/part'
import { id, instant, pageAnswer, pageOf, personText } from '../core/io/schema'
import { hallId } from '../halls/public'
import { departureContract } from './contract-departure'
import { jobsContract } from './contract-jobs'
import { officeContract } from './contract-office'
import { SAID } from './rules/fields'
import {
  attached,
  bankAccount,
  caseFull,
  caseId,
  caseRow,
  check,
  draft,
  draftId,
  draftRow,
  finding,
  kind,
  materialId,
  moved,
  place,
  values,
  voucher,
  voucherId,
} from './schemas'

export { errors } from './data/errors'

const taxpayerId = z.optional(id)
const findings = z.object({ findings: z.array(finding) })
/** A form's faults, each at its field. */
const faults = z.object({
  faults: z.array(z.object({ key: z.string(), problem: z.string(), words: z.string() })),
})

const own = { allow: ['account'], scope: 'self' } as const

export const contract = {
  drafts: procedure({ summary: 'Applications of mine that are not handed in', ...own, effect: 'read' })
    .input(z.object({}))
    .output(z.object({ items: z.array(draftRow) })),
  vouchers: procedure({
    summary: 'Tax that a verified taxpayer of mine has paid, by voucher, with what is left to be refunded',
    ...own,
    effect: 'read',
    raises: ['NO_TAXPAYER', 'NOT_FOUND', 'NOT_VERIFIED'],
  })
    .input(z.object({ taxpayerId, ...pageOf(50, 20) }))
    .output(pageAnswer(voucher)),
  check: procedure({
    summary: 'Whether a refund can be claimed: every condition at once, and how much',
    ...own,
    effect: 'read',
    raises: ['NO_TAXPAYER', 'NOT_FOUND', 'NOT_VERIFIED', 'FORM_FAULTS'],
    data: { FORM_FAULTS: faults },
  })
    .input(
      z.object({
        kind,
        taxpayerId,
        voucherId: z.optional(voucherId),
        values,
        /** The form is still being filled in: what is missing is no fault, and what needs it is not judged. */
        unfinished: z.optional(z.boolean()),
      }),
    )
    .output(z.object({ check })),
  saveDraft: procedure({
    summary: 'Keep an application that is not finished, for a fortnight',
    ...own,
    effect: 'mutate',
    raises: ['NO_TAXPAYER', 'NOT_FOUND', 'NOT_VERIFIED', 'TOO_MANY_DRAFTS'],
  })
    .input(
      z.object({
        draftId: z.optional(draftId),
        kind,
        taxpayerId,
        hallId: z.optional(hallId),
        voucherId: z.optional(voucherId),
        values,
        account: z.optional(bankAccount),
        materials: attached,
        step: z.string().check(z.regex(/^[A-Za-z0-9]{1,40}$/)),
      }),
    )
    .output(z.object({ id: draftId, changedAt: instant, expiresAt: instant })),
  draft: procedure({
    summary: 'One of them',
    ...own,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ draftId }))
    .output(z.object({ draft })),
  dropDraft: procedure({
    summary: 'Throw one of them away',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ draftId }))
    .output(z.object({ dropped: z.literal(true) })),
  submit: procedure({
    summary: 'Hand an application in: from here on the legal clock runs',
    ...own,
    effect: 'mutate',
    raises: [
      'NOT_FOUND',
      'NOT_VERIFIED',
      'FORM_FAULTS',
      'NOT_ELIGIBLE',
      'VOUCHER_SPENT',
      'CLAIMED_BEFORE',
      'MATERIALS_MISSING',
      'ACCOUNT_MISSING',
      'EXPLANATION_MISSING',
      'OFFICE_MISSING',
    ],
    data: {
      FORM_FAULTS: faults,
      NOT_ELIGIBLE: findings,
      MATERIALS_MISSING: z.object({ codes: z.array(z.string()) }),
      VOUCHER_SPENT: z.object({ left: z.int() }),
      CLAIMED_BEFORE: z.object({ caseId: z.optional(caseId) }),
    },
  })
    .input(z.object({ draftId }))
    .output(moved),
  mine: procedure({
    summary: 'Refund cases of a taxpayer of mine, newest first',
    ...own,
    effect: 'read',
    raises: ['NO_TAXPAYER', 'NOT_FOUND'],
  })
    .input(z.object({ taxpayerId, ...pageOf(50, 20) }))
    .output(pageAnswer(caseRow)),
  waiting: procedure({
    summary:
      'Cases of all my taxpayers that wait for me: what is to be supplied, or an account to be put right',
    ...own,
    effect: 'read',
  })
    .input(z.object({}))
    .output(z.object({ items: z.array(caseRow) })),
  get: procedure({
    summary: 'One refund case: its state, whose move it is, the legal date, and all that happened',
    ...own,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: caseId }))
    .output(z.object({ case: caseFull })),
  supply: procedure({
    summary: 'Supply what the office asked for',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CASE_STATE'],
  })
    .input(z.object({ id: caseId, materials: attached, said: personText(SAID) }))
    .output(moved),
  fixAccount: procedure({
    summary: 'Name the account of what the office found, or another after the bank sent the money back',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CASE_STATE', 'EXPLANATION_MISSING'],
  })
    .input(z.object({ id: caseId, account: bankAccount }))
    .output(moved),
  withdraw: procedure({
    summary: 'Withdraw a case before it is decided',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CASE_STATE'],
  })
    .input(z.object({ id: caseId }))
    .output(moved),
  material: procedure({
    summary: 'A material of a case of mine, in parts',
    ...own,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: caseId, materialId, place: z._default(place, 0) }))
    .output(filePart),
  paper: procedure({
    summary: 'The application or the decision as a PDF, in parts',
    ...own,
    effect: 'read',
    raises: ['NOT_FOUND', 'NO_PAPER'],
  })
    .input(z.object({ id: caseId, what: z.enum(['application', 'decision']), place: z._default(place, 0) }))
    .output(paperPart),
  ...officeContract,
  ...departureContract,
  ...jobsContract,
}
