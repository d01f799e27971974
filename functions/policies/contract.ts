/** What `policies` offers: what offices publish, for anybody; and why somebody was told of it. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { pageAnswer, pageOf, text } from '../core/io/schema'
import { INTERESTS, type Interest } from '../core/pure/tags'
import { officeContract } from './contract-office'
import { policyId, policyRow, policyText, versionRow, policyState } from './schemas'

export { errors } from './data/errors'

const open = { allow: ['anyone'], scope: 'public', effect: 'read' } as const

export const contract = {
  ...officeContract,
  list: procedure({ summary: 'Policies that are published, the newest first', ...open })
    .input(
      z.object({
        category: z.optional(z.enum(Object.keys(INTERESTS) as [Interest, ...Interest[]])),
        ...pageOf(50, 20),
      }),
    )
    .output(pageAnswer(policyRow)),
  policy: procedure({
    summary: 'A policy as it stands, or one of its versions; withdrawn ones too',
    ...open,
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: policyId, version: z.optional(z.int().check(z.minimum(1))) }))
    .output(
      z.object({
        policy: policyRow,
        text: policyText,
        /** The newest first. */
        versions: z.array(versionRow),
        state: policyState,
      }),
    ),
  reasons: procedure({
    summary: 'Why I am told of a policy: what I said that it asks for; and whether I follow it',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: policyId }))
    .output(
      z.object({
        /** It is for everybody. */
        everybody: z.boolean(),
        /** In words: 餐饮业, 厦门市. */
        reasons: z.array(text),
        following: z.boolean(),
      }),
    ),
  follow: procedure({
    summary: 'Be told of what changes in a policy, or no more',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: policyId, on: z.boolean() }))
    .output(z.object({ following: z.boolean() })),
}
