/** The frame of a kind's rule: what is not asked has no say, and the law is that of the day. */
import { tidyValues, type Form, type Values } from '../../../core/pure/forms'
import { rowOn } from '../../../core/pure/law'
import type { Check, KindLaw, KindRule, Known, RefundKind } from '../kind'

/** @param kind.check gets the answers as they are kept, and the law of the kind on the day */
export const kindRule = (kind: {
  readonly kind: RefundKind
  readonly form: Form
  readonly laws: readonly KindLaw[]
  readonly check: (values: Values, known: Known, law: KindLaw) => Check
}): KindRule => ({
  kind: kind.kind,
  form: kind.form,
  check: (values, known) =>
    kind.check(tidyValues(kind.form, values), known, rowOn(kind.laws, known.today, `law of ${kind.kind}`)),
})
