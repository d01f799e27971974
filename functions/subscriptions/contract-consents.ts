/** WeChat’s messages: what was allowed, and how much of it is left. */
import * as z from 'zod/mini'
import { CONSENT_ANSWERS } from '../core/io/delivery/consent'
import { procedure } from '../core/io/procedure'
import { count, text, token } from '../core/io/schema'
import { TEMPLATE_NAMES, type TemplateName } from '../core/pure/delivery/templates'
import './data/errors'

const template = z.enum(TEMPLATE_NAMES as readonly [TemplateName, ...TemplateName[]])

/** `wx.requestSubscribeMessage` takes five at most. */
const MOST_ASKED = 5

export const consentsContract = {
  consents: procedure({
    summary: 'How many WeChat messages of each template I still allow',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
  })
    .input(z.object({}))
    .output(
      z.object({
        templates: z.array(
          z.object({
            template,
            title: text,
            remaining: count,
            /** What `wx.requestSubscribeMessage` is asked with; null where the deployment does not have it. */
            templateId: z.nullable(z.string()),
          }),
        ),
      }),
    ),
  grant: procedure({
    summary: 'What I answered when WeChat asked whether a message may be sent',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_IN_WECHAT'],
  })
    .input(
      z.object({
        answers: z.array(z.object({ template, answer: z.enum(CONSENT_ANSWERS) })).check(
          z.minLength(1),
          z.maxLength(MOST_ASKED),
          z.refine((list) => new Set(list.map((one) => one.template)).size === list.length, 'duplicate'),
        ),
        /** `wx.login`'s, where the platform does not vouch for its user by itself. */
        code: z.optional(token(200, 1)),
      }),
    )
    .output(z.object({ templates: z.array(z.object({ template, remaining: count })) })),
}
