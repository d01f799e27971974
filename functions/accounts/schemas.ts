/** What the procedures of `accounts` take and give. */
import * as z from 'zod/mini'
import { id, instant, personText, scanned, token } from '../core/io/schema'
import { DUTY_NAMES } from '../core/pure/duties'
import { ROLES } from '../core/pure/roles'
import { SCOPE_NAMES } from './data/scopes'
import { DIVISION, PURPOSE } from './rules/fields'
import { dutiesAstray } from './rules/grants'

export const role = z.enum(ROLES)
export const duties = z.array(z.enum(DUTY_NAMES))
const places = {
  halls: z.optional(z.array(id)),
  regions: z.optional(z.array(z.string().check(z.regex(DIVISION)))),
}
/** Duties of a later version are told as they are called. */
export const grant = z.object({ role, ...places, duties: z.optional(z.array(z.string())) })
/** `duties`: what it allows beside what the role does anyway, at the same places. */
export const wantedGrant = z.object({ role, ...places, duties: z.optional(duties) }).check(
  z.superRefine((given, context) => {
    if (dutiesAstray(given).length > 0)
      context.addIssue({ code: 'custom', path: ['duties'], message: 'duty' })
  }),
)
export const session = z.object({ token: z.string(), expiresAt: instant, accountId: id })
export const purpose = personText(PURPOSE)
export const ticket = scanned(80)
export const scope = z.array(z.enum(SCOPE_NAMES))

/** Longer than other cursors: it carries the store's own. */
export const exportCursor = token(1500)

export const taxpayerKind = z.enum(['person', 'enterprise'])
export const taxpayer = z.object({
  id,
  kind: taxpayerKind,
  standing: z.enum(['claimed', 'verified']),
  /** Masked: 王*明, 城东**有限公司. */
  name: z.string(),
  /** Masked: 3201**********1234. */
  number: z.string(),
  isDefault: z.boolean(),
  /** `own`, or through an agent's authorisation. */
  through: z.enum(['own', 'authorisation']),
  expiresAt: z.optional(instant),
})
export const authorisation = z.object({
  id,
  taxpayerId: id,
  agent: id,
  scope,
  expiresAt: instant,
  /** Whether the agent may act; what waits, by `acceptBy`, counts only from the agent's word on. */
  state: z.enum(['waiting', 'accepted', 'declined', 'lapsed', 'ended']),
  acceptBy: z.optional(instant),
  /** What goes on while more was asked for. */
  inForce: z.optional(z.object({ scope, expiresAt: instant })),
  revokedAt: z.optional(instant),
})
export const authorisationId = z.object({ authorisationId: id })
