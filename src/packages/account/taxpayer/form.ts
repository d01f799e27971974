/** The checks of the form, by field: what blocks, and what only warns. */
import { isPhone, NAME, NUMBER } from '../../../../functions/accounts/rules/fields'
import { isPlainNumber, normaliseNumber, numberWarns } from '../../../../functions/core/pure/check-digits'
import type { Day } from '../../../../functions/core/pure/time'
import { fieldProblem, tidyText, type FieldProblem } from '../../../../functions/core/pure/typed-text'

export interface Draft {
  readonly kind: 'person' | 'enterprise'
  readonly name: string
  readonly number: string
  readonly phone: string
}

export const EMPTY: Draft = { kind: 'person', name: '', number: '', phone: '' }

export interface Problems {
  readonly name?: FieldProblem
  /** `format`: characters that no number has. */
  readonly number?: FieldProblem | 'format'
  readonly phone?: 'wrong'
}

/** Every problem at once; an empty result can be sent. */
export const problemsOf = (draft: Draft): Problems => {
  const name = fieldProblem(draft.name, NAME)
  const number =
    fieldProblem(normaliseNumber(draft.number), NUMBER) ??
    (isPlainNumber(draft.number) ? undefined : 'format')
  const phone = draft.phone.trim() === '' || isPhone(draft.phone.trim())
  return { ...(name && { name }), ...(number && { number }), ...(!phone && { phone: 'wrong' as const }) }
}

/** The check digit does not fit a number that is complete: look again, no more. */
export const warnsOf = (draft: Draft, today: Day): boolean => {
  const number = normaliseNumber(draft.number)
  return number.length >= (draft.kind === 'person' ? 15 : 18) && numberWarns(draft.kind, number, today)
}

/** What is sent. */
export const inputOf = (draft: Draft) => ({
  kind: draft.kind,
  name: tidyText(draft.name),
  number: normaliseNumber(draft.number),
  ...(draft.phone.trim() === '' ? {} : { phone: draft.phone.trim() }),
})
