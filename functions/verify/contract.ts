/** What `verify` offers: whether a paper that somebody holds in hand is ours and still stands. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { instant, text } from '../core/io/schema'
import { isVerificationCode } from '../core/pure/verification-code'

/** As people type it: in groups, with spaces, in small letters. */
const TYPED = /^[0-9A-Za-z\s-]{1,40}$/

export const contract = {
  look: procedure({
    summary: 'Verify a paper by its code: public facts, and whether it still stands',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ code: z.string().check(z.regex(TYPED), z.refine(isVerificationCode, 'code')) }))
    .output(
      z.object({
        code: z.string(),
        kind: text,
        state: z.enum(['valid', 'withdrawn', 'over']),
        facts: z.array(z.object({ label: text, value: text })),
        issuedAt: instant,
        validUntil: instant,
        withdrawnAt: z.nullable(instant),
        demonstration: z.boolean(),
      }),
    ),
}
