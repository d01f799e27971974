/** The rule of a kind. */
import type { KindRule, RefundKind } from './kind'
import { kindRules } from './kinds'

export const ruleOf = (kind: RefundKind): KindRule => kindRules[kind]
