/** What `policies` offers to offices: writing, looking at whom it reaches, publishing by two people, correcting, withdrawing. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { count, instant, pageAnswer, pageOf, text } from '../core/io/schema'
import { hallId } from '../halls/public'
import './data/errors'
import {
  audience,
  officePolicy,
  officePolicyFull,
  policyId,
  channelTotals,
  progress,
  why,
  written,
} from './schemas'

const office = { allow: ['officer', 'supervisor'], scope: 'hall', duty: 'publish' } as const
const read = { ...office, effect: 'read' } as const
const write = { ...office, effect: 'mutate' } as const

const saved = z.object({ id: policyId, changedAt: instant })

export const officeContract = {
  office: procedure({ summary: 'Offices in whose name I may publish', ...read })
    .input(z.object({}))
    .output(z.object({ halls: z.array(z.object({ id: hallId, name: text, region: z.string() })) })),
  officeList: procedure({
    summary: 'Policies of an office, drafts too, the last changed first',
    ...read,
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ hallId, ...pageOf(50, 20) }))
    .output(pageAnswer(officePolicy)),
  officePolicy: procedure({
    summary: 'A policy of an office with what is being written of it',
    ...read,
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: policyId }))
    .output(z.object({ policy: officePolicyFull })),
  save: procedure({
    summary: 'Save a draft: a new policy, or the correction of one that is published',
    ...write,
    raises: ['NOT_FOUND', 'POLICY_CHANGED', 'POLICY_STATE'],
  })
    .input(
      z.object({
        hallId,
        /** Null: a new one. */
        id: z.nullable(policyId),
        /** What stood when it was opened; null: a new one. */
        from: z.nullable(instant),
        text: written,
        /** What is corrected, for the public; for a correction alone. */
        why: z.nullable(why),
      }),
    )
    .output(saved),
  reach: procedure({
    summary: 'How many an audience has now: exactly while they are few, else about',
    ...read,
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ hallId, audience }))
    .output(z.object({ reached: count, exact: z.boolean() })),
  test: procedure({
    summary: 'Send what is written to me alone, as its people would get it',
    ...write,
    raises: ['NOT_FOUND', 'POLICY_STATE'],
  })
    .input(z.object({ id: policyId }))
    .output(z.object({ sent: z.boolean() })),
  publish: procedure({
    summary: 'Publish what a colleague has saved: its people are told',
    ...write,
    raises: ['NOT_FOUND', 'POLICY_CHANGED', 'POLICY_STATE', 'FOUR_EYES'],
  })
    .input(z.object({ id: policyId, from: instant }))
    .output(z.object({ id: policyId, version: count })),
  withdraw: procedure({
    summary: 'Withdraw a policy at once, with the reason: whoever was told of it is told',
    ...write,
    raises: ['NOT_FOUND', 'POLICY_STATE'],
  })
    .input(z.object({ id: policyId, why }))
    .output(z.object({ id: policyId, version: count })),
  progress: procedure({
    summary:
      'How far the people of each version are told, by which channels, how many opened it, and how many stopped',
    ...read,
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: policyId }))
    .output(
      z.object({
        versions: z.array(progress),
        /** Who opened what they were told, of any version; `more`: there are more than were counted. */
        readers: z.object({ read: count, more: z.boolean() }),
        channels: z.array(channelTotals),
        /** People who stopped the topic, or this policy, from its notice. */
        stopped: z.object({ topic: count, policy: count }),
      }),
    ),
}
