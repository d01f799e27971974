/** What `accounts` offers: sign-in, taxpayers I act for, roles, who saw my data, export and erasure. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { basis, id, instant, pageAnswer, pageOf, personText, scanned, text, token } from '../core/io/schema'
import { isPlainNumber } from '../core/pure/check-digits'
import { NAME, NUMBER, PHONE } from './rules/fields'
import {
  authorisation,
  authorisationId,
  duties,
  exportCursor,
  grant,
  purpose,
  role,
  scope,
  session,
  taxpayer,
  taxpayerKind,
  ticket,
  wantedGrant,
} from './schemas'

export { errors } from './data/errors'

export const contract = {
  signIn: procedure({
    summary: 'Sign in with a WeChat login code',
    allow: ['anyone'],
    scope: 'public',
    effect: 'mutate',
    provenBy: ['code'],
    raises: ['SIGN_IN_FAILED'],
  })
    .input(z.object({ code: token(200, 1) }))
    .output(session),
  qrStart: procedure({
    summary: 'A QR code to sign a desktop browser in: 2 minutes, one use',
    allow: ['anyone'],
    scope: 'public',
    effect: 'mutate',
  })
    .input(z.object({}))
    .output(z.object({ ticket: z.string(), secret: z.string(), qr: z.string(), expiresAt: instant })),
  qrLook: procedure({
    summary: 'What a scanned sign-in code would let in: its place and device',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
    raises: ['QR_EXPIRED'],
  })
    .input(z.object({ ticket }))
    .output(z.object({ device: z.string(), address: z.string(), startedAt: instant, expiresAt: instant })),
  qrConfirm: procedure({
    summary: 'Let that browser in as me, or refuse it',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['QR_EXPIRED'],
  })
    .input(z.object({ ticket, accept: z.boolean() }))
    .output(z.object({ done: z.literal(true) })),
  qrFinish: procedure({
    summary: 'The browser asks whether it was let in',
    allow: ['anyone'],
    scope: 'public',
    effect: 'mutate',
    provenBy: ['ticket', 'secret'],
    raises: ['QR_EXPIRED'],
  })
    .input(z.object({ ticket, secret: scanned(80) }))
    .output(
      z.discriminatedUnion('state', [
        z.object({ state: z.literal('waiting') }),
        z.object({ state: z.literal('refused') }),
        z.object({ state: z.literal('in'), session }),
      ]),
    ),
  signOutEverywhere: procedure({
    summary: 'End every session of mine',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
  })
    .input(z.object({}))
    .output(z.object({ since: instant })),
  me: procedure({
    summary: 'Who I am, my roles and the taxpayers I act for',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
  })
    .input(z.object({}))
    .output(
      z.object({
        accountId: id,
        grants: z.array(grant),
        taxpayers: z.array(taxpayer),
        createdAt: instant,
        demonstration: z.boolean(),
      }),
    ),
  bind: procedure({
    summary: 'Add a taxpayer I act for (claimed)',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['ALREADY_BOUND', 'ALREADY_VERIFIED', 'LIMIT_BINDINGS'],
    data: { LIMIT_BINDINGS: z.extend(basis, { limit: z.int(), used: z.int() }) },
  })
    .input(
      z.object({
        kind: taxpayerKind,
        name: personText(NAME),
        number: personText(NUMBER).check(z.refine(isPlainNumber, 'format')),
        phone: z.optional(z.string().check(z.regex(PHONE))),
      }),
    )
    .output(
      z.object({
        taxpayer,
        /** The check digit does not fit: kept all the same, since it only warns. */ warning: z.optional(
          z.enum(['CHECK_DIGIT']),
        ),
      }),
    ),
  setDefault: procedure({
    summary: 'The taxpayer to act for unless another is named',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ taxpayerId: id }))
    .output(z.object({ taxpayer })),
  unbind: procedure({
    summary: 'Stop acting for a taxpayer',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ taxpayerId: id }))
    .output(z.object({ removed: z.literal(true) })),
  verify: procedure({
    summary: 'A window officer has checked the identity of a claimed taxpayer',
    allow: ['officer', 'supervisor'],
    scope: 'region',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'ALREADY_VERIFIED'],
  })
    .input(z.object({ taxpayerId: id, evidence: purpose }))
    .output(z.object({ taxpayerId: id, standing: z.literal('verified') })),
  authorise: procedure({
    summary: 'Let an agent act for my verified taxpayer, once that account accepts (7 days)',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'NOT_VERIFIED'],
  })
    .input(
      z.object({
        taxpayerId: id,
        agent: id,
        scope: scope.check(z.minLength(1)),
        days: z.int().check(z.minimum(1), z.maximum(366)),
      }),
    )
    .output(z.object({ authorisation })),
  revoke: procedure({
    summary: 'Take an authorisation back',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ authorisationId: id }))
    .output(z.object({ authorisation })),
  authorisations: procedure({
    summary: 'Authorisations that I gave, those that wait for their agent included',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
  })
    .input(z.object(pageOf(50, 50)))
    .output(pageAnswer(authorisation)),
  pendingAuthorisations: procedure({
    summary: 'Who wants me to act for them: authorisations that wait for my word',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
  })
    .input(z.object(pageOf(50, 50)))
    .output(
      pageAnswer(
        z.object({
          id,
          kind: taxpayerKind,
          /** Masked, as is the number. */
          name: z.string(),
          number: z.string(),
          scope,
          expiresAt: instant,
          acceptBy: instant,
        }),
      ),
    ),
  acceptAuthorisation: procedure({
    summary: 'Act for the taxpayer of an authorisation that waits for me',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(authorisationId)
    .output(z.object({ authorisation })),
  declineAuthorisation: procedure({
    summary: 'Not act for the taxpayer of an authorisation that waits for me',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(authorisationId)
    .output(z.object({ authorisation })),
  grantRole: procedure({
    summary:
      'Grant a role, with its duties; higher roles and duties of two people wait for a second administrator',
    allow: ['admin'],
    scope: 'region',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'TWO_PEOPLE'],
  })
    .input(z.object({ accountId: id, grant: wantedGrant, reason: purpose }))
    .output(z.object({ accountId: id, grants: z.array(grant), pending: z.boolean() })),
  withdrawRole: procedure({
    summary: 'Withdraw a role, or some of its duties',
    allow: ['admin'],
    scope: 'region',
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ accountId: id, role, duties: z.optional(duties), reason: purpose }))
    .output(z.object({ accountId: id, grants: z.array(grant) })),
  reveal: procedure({
    summary: 'Show one masked field, for a stated purpose; its owner sees who did',
    allow: ['officer', 'supervisor', 'auditor'],
    scope: 'region',
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ taxpayerId: id, field: z.enum(['name', 'number', 'phone']), purpose }))
    .output(z.object({ value: z.string() })),
  accessLog: procedure({
    summary: 'Who saw my data, when and why',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
  })
    .input(z.object({ ...pageOf(50, 20) }))
    .output(
      pageAnswer(z.object({ id, at: instant, who: z.string(), field: z.string(), purpose: z.string() })),
    ),
  export: procedure({
    summary: 'Everything kept about me, readable, page by page',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
  })
    .input(z.object({ after: z.optional(exportCursor) }))
    .output(
      z.object({
        madeAt: instant,
        /** Parts of one section may stand on several pages. The first page names every section. */
        sections: z.array(
          z.object({
            name: z.string(),
            what: text,
            documents: z.array(z.record(z.string(), z.unknown())),
          }),
        ),
        kept: z.array(z.object({ what: z.string(), basis: z.string() })),
        /** False as long as there is a next page. */
        complete: z.boolean(),
        next: z.optional(exportCursor),
      }),
    ),
  erase: procedure({
    summary: 'Erase me: my data key is destroyed; what law obliges to keep stays sealed',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
  })
    .input(z.object({ confirm: z.literal('ERASE') }))
    .output(
      z.object({ erasedAt: instant, kept: z.array(z.object({ what: z.string(), basis: z.string() })) }),
    ),
}
