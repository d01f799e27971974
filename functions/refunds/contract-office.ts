/** What `refunds` offers to the office that decides. */
import * as z from 'zod/mini'
import { workSight } from '../core/io/cases/sight'
import { filePart } from '../core/io/files/part'
import { paperPart } from '../core/io/papers/part'
import { procedure } from '../core/io/procedure'
import { count, day, instant, personText, token } from '../core/io/schema'
import { hallId } from '../halls/public'
import './data/errors'
import { REASON_CODES } from './data/reasons'
import { KEY, SAID } from './rules/fields'
import { caseFull, caseId, check, materialId, money, moved, place, voucher, voucherId } from './schemas'

const staff = { allow: ['officer', 'supervisor'], scope: 'hall' } as const
const raises = ['NOT_FOUND', 'CASE_STATE', 'CASE_TAKEN', 'FOUR_EYES'] as const
const reasons = z.array(z.enum(REASON_CODES)).check(z.maxLength(5))
const one = z.object({ id: caseId })
const said = z.optional(personText(SAID))
/** Among the events of the case. */
const proposalPlace = z.int().check(z.minimum(1), z.maximum(9_999))

/** What a reviewer sees on one screen. */
const review = z.object({
  case: caseFull,
  /** The rules, looked at again today. */
  check,
  /** Other lines of the same taxpayer, the newest first. */
  vouchers: z.array(voucher),
  arrears: money,
  work: workSight,
  proposal: z.nullable(
    z.object({ outcome: z.enum(['approve', 'reject']), approved: money, place: proposalPlace }),
  ),
  /** Different people whose approval is still missing. */
  approvalsLeft: count,
})

export const officeContract = {
  review: procedure({
    summary: 'A case of this hall on one screen: vouchers, materials, rules, history',
    ...staff,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(one)
    .output(review),
  caseMaterial: procedure({
    summary: 'A material of a case of this hall, in parts',
    ...staff,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: caseId, materialId, place: z._default(place, 0) }))
    .output(filePart),
  lookVouchers: procedure({
    summary: 'Lines of a voucher by its number: for what the office finds to be overpaid',
    ...staff,
    effect: 'read',
    duty: 'review',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ hallId, number: token(40, 6) }))
    .output(z.object({ items: z.array(voucher) })),
  openFound: procedure({
    summary: 'Open a refund that the office found itself: its taxpayer is told, and names an account',
    ...staff,
    effect: 'mutate',
    duty: 'review',
    raises: ['NOT_FOUND', 'VOUCHER_SPENT', 'FOUR_EYES'],
    data: { VOUCHER_SPENT: z.object({ left: z.int() }) },
  })
    .input(z.object({ hallId, voucherId, amount: money.check(z.minimum(1)), said: personText(SAID) }))
    .output(moved),
  accept: procedure({ summary: 'Accept an application', ...staff, effect: 'mutate', duty: 'review', raises })
    .input(one)
    .output(moved),
  notAccept: procedure({
    summary: 'Do not accept an application, with reasons',
    ...staff,
    effect: 'mutate',
    duty: 'review',
    raises: [...raises, 'REASON_MISSING'],
  })
    .input(z.object({ id: caseId, reasons, said }))
    .output(moved),
  askCorrection: procedure({
    summary: 'Ask, once and for all, for what is missing',
    ...staff,
    effect: 'mutate',
    duty: 'review',
    raises,
  })
    .input(
      z.object({
        id: caseId,
        list: z
          .array(z.object({ code: z.string().check(z.regex(KEY)), said: personText(SAID) }))
          .check(z.minLength(1), z.maxLength(20)),
      }),
    )
    .output(moved),
  startReview: procedure({
    summary: 'Begin to review an accepted application',
    ...staff,
    effect: 'mutate',
    duty: 'review',
    raises,
  })
    .input(one)
    .output(moved),
  propose: procedure({
    summary: 'Propose a decision to whoever approves',
    ...staff,
    effect: 'mutate',
    duty: 'review',
    raises: [...raises, 'REASON_MISSING', 'AMOUNT'],
    data: { AMOUNT: z.object({ most: money }) },
  })
    .input(
      z.object({
        id: caseId,
        outcome: z.enum(['approve', 'reject']),
        /** Fen; of a rejection 0. */
        approved: money,
        reasons,
        said,
      }),
    )
    .output(moved),
  decide: procedure({
    summary: 'Approve the proposal at that place, or send it back: another person than who reviewed',
    allow: ['supervisor'],
    scope: 'hall',
    effect: 'mutate',
    duty: 'approve',
    raises,
  })
    .input(z.object({ id: caseId, place: proposalPlace, agree: z.boolean(), said }))
    .output(moved),
  order: procedure({
    summary: 'Order the payment of approved cases: a third person',
    ...staff,
    effect: 'mutate',
    duty: 'pay',
    raises,
    data: { CASE_STATE: one, CASE_TAKEN: one, FOUR_EYES: one },
  })
    .input(z.object({ ids: z.array(caseId).check(z.minLength(1), z.maxLength(4)) }))
    .output(z.object({ ordered: z.array(z.object({ id: caseId, payable: money })) })),
  ageing: procedure({
    summary: 'Open cases of a hall by how long they have still',
    ...staff,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ hallId }))
    .output(
      z.object({
        asOf: instant,
        buckets: z.array(
          z.object({
            key: z.enum(['overOuter', 'overTarget', 'week', 'fortnight', 'later', 'waiting']),
            cases: count,
            fen: money,
          }),
        ),
        counted: z.enum(['all', 'most']),
      }),
    ),
  sheet: procedure({
    summary: 'Cases of a hall received in a range of days, as a spreadsheet, in parts',
    ...staff,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ hallId, from: day, to: day, place: z._default(place, 0) }))
    .output(paperPart),
  differences: procedure({
    summary: 'What a day’s payments and the other side’s statement do not agree about',
    ...staff,
    effect: 'read',
    duty: 'pay',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ hallId, day }))
    .output(
      z.object({
        day,
        /** Null: that day has not been compared yet. */
        comparedAt: z.nullable(instant),
        /** Differences of that day beyond those that are listed. */
        more: count,
        differences: z.array(
          z.object({
            orderId: z.string(),
            kind: z.string(),
            /** Ordered, and paid by each row of their statement. */
            ours: z.nullable(money),
            theirs: z.array(z.int()),
            caseId: z.nullable(caseId),
          }),
        ),
      }),
    ),
}
