/** How long the office has for a case. */
import { foundByAuthority } from '../data/terms'
import type { KindLaw, Term } from './kind'

/** By who found that too much was paid: ten days when the authority did, else as the law of the kind says (细则 §78). */
export const termOf = (law: Pick<KindLaw, 'term'>, foundBy: 'taxpayer' | 'authority' = 'taxpayer'): Term =>
  foundBy === 'authority' ? foundByAuthority : law.term
