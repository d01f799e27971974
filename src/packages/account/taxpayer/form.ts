/** The checks of the form, by field: what blocks, and what only warns. */
import { isPhone, NAME_LENGTH, NUMBER_LENGTH } from '../../../../functions/accounts/rules/fields'
import { normaliseNumber, numberWarns } from '../../../../functions/core/pure/check-digits'
import type { Day } from '../../../../functions/core/pure/time'

export interface Draft {
  readonly kind: 'person' | 'enterprise'
  readonly name: string
  readonly number: string
  readonly phone: string
}

export const EMPTY: Draft = { kind: 'person', name: '', number: '', phone: '' }

export type Problem = 'required' | 'nameShort' | 'nameLong' | 'numberShort' | 'numberLong' | 'phoneWrong'
export type Problems = Readonly<Partial<Record<'name' | 'number' | 'phone', Problem>>>

const nameProblem = (name: string): Problem | undefined => {
  if (name === '') return 'required'
  if (name.length < NAME_LENGTH.min) return 'nameShort'
  return name.length > NAME_LENGTH.max ? 'nameLong' : undefined
}

const numberProblem = (number: string): Problem | undefined => {
  if (number === '') return 'required'
  if (number.length < NUMBER_LENGTH.min) return 'numberShort'
  return number.length > NUMBER_LENGTH.max ? 'numberLong' : undefined
}

/** Every problem at once; an empty result can be sent. */
export const problemsOf = (draft: Draft): Problems => {
  const problems = {
    name: nameProblem(draft.name.trim()),
    number: numberProblem(normaliseNumber(draft.number)),
    phone: draft.phone.trim() === '' || isPhone(draft.phone.trim()) ? undefined : ('phoneWrong' as const),
  }
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined))
}

/** The check digit does not fit a number that is complete: look again, no more. */
export const warnsOf = (draft: Draft, today: Day): boolean => {
  const number = normaliseNumber(draft.number)
  return number.length >= (draft.kind === 'person' ? 15 : 18) && numberWarns(draft.kind, number, today)
}

/** What is sent. */
export const inputOf = (draft: Draft) => ({
  kind: draft.kind,
  name: draft.name.trim(),
  number: normaliseNumber(draft.number),
  ...(draft.phone.trim() === '' ? {} : { phone: draft.phone.trim() }),
})
