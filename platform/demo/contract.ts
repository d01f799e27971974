/** What the demonstration platform adds to `accounts`. No deployment of a tax authority has it. */
import * as z from 'zod/mini'
import { procedure } from '../../functions/core/io/procedure'
import { ROLES } from '../../functions/core/io/identity/roles'

export const person = z.object({
  name: z.string(),
  /** What they are, in the caller's language. */
  title: z.string(),
  roles: z.array(z.enum(ROLES)),
  /** Whom they act for, by name; everyone here is invented. */
  taxpayers: z.array(
    z.object({
      kind: z.enum(['person', 'enterprise']),
      name: z.string(),
      standing: z.enum(['claimed', 'verified']),
    }),
  ),
  halls: z.array(z.string()),
})

export const contract = {
  people: procedure({
    summary: 'Demonstration: the people one can be',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
  })
    .input(z.object({}))
    .output(z.object({ people: z.array(person), demonstration: z.literal(true) })),
  signInAs: procedure({
    summary: 'Demonstration: be one of the people; an unknown name becomes a fresh taxpayer',
    allow: ['anyone'],
    scope: 'public',
    effect: 'mutate',
  })
    .input(z.object({ person: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)) }))
    .output(z.object({ token: z.string(), expiresAt: z.int(), accountId: z.string() })),
}
