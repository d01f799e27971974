/** Looking at a claim before it is handed in. */
import { actingFor } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { tidyValues } from '../../core/pure/form-values'
import type { Values } from '../../core/pure/forms'
import { dayOf } from '../../core/pure/time'
import type { ClaimKind } from '../rules/kind'
import { kindRules } from '../rules/kinds'
import { insistForm, showCheck, type CheckShown } from './check'
import { knownFor } from './known'
import { verifiedSubject } from './whose'

interface Question {
  readonly kind: ClaimKind
  readonly taxpayerId?: string | undefined
  readonly voucherId?: string | undefined
  readonly values: Values
  /** Looked at while it is still being filled in. */
  readonly unfinished?: boolean | undefined
}

/** @throws AppError NOT_VERIFIED, FORM_FAULTS, NOT_FOUND for a voucher that is not theirs */
export const checkClaim = async (
  context: Context,
  { kind, taxpayerId, voucherId, values: given, unfinished = false }: Question,
): Promise<{ check: CheckShown }> => {
  const acting = await actingFor(context, { scope: 'refunds', taxpayerId })
  const subject = await verifiedSubject(context, acting)
  insistForm(kind, given, { today: dayOf(context.now), language: context.language, unfinished })
  const values = tidyValues(kindRules[kind].form, given)
  const beside = await knownFor(context, { kind, payer: acting.kind, subject, voucherId })
  const known = { ...beside.known, ...(unfinished && { unfinished }) }
  const checked = kindRules[kind].check(values, known)
  return { check: showCheck({ kind, values, known, checked }, context.language) }
}
