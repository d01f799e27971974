/** The rule of a kind. */
import type { KindRule, RefundKind } from './kind'
import { kindRules } from './kinds'

export const ruleOf = (kind: RefundKind): KindRule => {
  const rule = kindRules[kind]
  if (!rule) throw new RangeError(`no rule for ${kind}`)
  return rule
}
