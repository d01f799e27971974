/** How long the office has for a case. */
import type { Values } from '../../core/pure/forms'
import { foundByAuthority } from '../data/terms'
import type { KindLaw, Term } from './kind'

/**
 * By who found that too much was paid: ten days when the authority did, else as the law of the kind says (细则 §78).
 * @param values of the form, where the kind has other terms for some answers: exports by the exporter's class
 */
export const termOf = (
  { term, terms = [] }: Pick<KindLaw, 'term' | 'terms'>,
  foundBy: 'taxpayer' | 'authority' = 'taxpayer',
  values: Values = {},
): Term => {
  if (foundBy === 'authority') return foundByAuthority
  const other = terms.find(({ when }) => when.in.some((one) => one === values[when.key]))
  return other?.term ?? term
}
