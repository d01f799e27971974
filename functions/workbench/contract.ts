/** What `workbench` offers: what officers are to do, over all functions, by its legal date. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { day, id, instant, pageAnswer, pageOf, personText, text } from '../core/io/schema'
import { DUTY_NAMES } from '../core/pure/duties'
import { hallId } from '../halls/public'

const caseId = z.string().check(z.regex(/^[a-z]{2}_[0-9a-z]{26}$/))
const party = z.enum(['claimant', 'officer', 'bank', 'clock'])

const item = z.object({
  id: caseId,
  /** The function whose case it is; what sort of case, within it. */
  feature: z.string(),
  kind: z.string(),
  state: z.string(),
  waits: party,
  duty: z.string(),
  due: day,
  outer: z.nullable(day),
  escalated: z.boolean(),
  assignee: z.enum(['me', 'other', 'nobody']),
  /** The mark of who has it; empty: nobody. */
  holder: text,
  /** The caller may take its next step: holds the duty there, and is not kept apart from it. */
  mayAct: z.boolean(),
  taxpayerName: text,
  fen: z.nullable(z.int()),
  openedAt: instant,
})

const staff = { allow: ['officer', 'supervisor'], scope: 'hall' } as const
const one = z.object({ id: caseId })
/** Who has it now. */
const taken = z.object({ id: caseId, assignee: z.enum(['me', 'other', 'nobody']) })

export const contract = {
  list: procedure({
    summary: 'Open work of a hall, the most urgent first',
    ...staff,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(
      z.object({
        hallId,
        /** `mine`: taken up by the caller; `escalated`: raised to whoever supervises; `waiting`: somebody else's move. */
        view: z.enum(['open', 'mine', 'escalated', 'waiting']),
        duty: z.optional(z.enum(DUTY_NAMES)),
        feature: z.optional(z.string().check(z.regex(/^[a-z]{2,30}$/))),
        kind: z.optional(z.string().check(z.regex(/^[A-Za-z]{2,30}$/))),
        ...pageOf(50, 20),
      }),
    )
    .output(pageAnswer(item)),
  claim: procedure({
    summary: 'Take up a case, so that nobody else does',
    ...staff,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CASE_TAKEN', 'FOUR_EYES'],
  })
    .input(one)
    .output(taken),
  release: procedure({
    summary: 'Let go of a case that one had taken up; a supervisor may free anybody’s',
    ...staff,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CASE_TAKEN'],
  })
    .input(one)
    .output(taken),
  handOver: procedure({
    summary: 'Hand a case over to a colleague of the hall',
    ...staff,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CASE_TAKEN', 'FOUR_EYES', 'DUTY_MISSING'],
  })
    .input(z.object({ id: caseId, to: id, reason: personText({ min: 2, max: 200, says: true }) }))
    .output(taken),
  colleagues: procedure({
    summary: 'Who else works at a hall: those who have taken up cases there in the last 90 days',
    ...staff,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ hallId }))
    .output(z.object({ items: z.array(z.object({ id, name: text, lastAt: instant })) })),
}
