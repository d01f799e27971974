/** The form that sets seats: every problem at once, on its field, before anything is sent. */
import { reasonProblem, SEATS, type Quota } from '../../../../../functions/appointments/rules/fields'
import type { FieldProblem } from '../../../../../functions/core/pure/typed-text'
import type { DayList } from '../../../booking/model/answers'

export interface CapacityForm {
  readonly online: string
  readonly walkIn: string
  readonly priority: string
  readonly reason: string
}

export type CapacityProblem = 'number' | 'tooMany' | 'taken'
export type CapacityProblems = Partial<Record<keyof Quota, CapacityProblem>> & { reason?: FieldProblem }
export const formOf = (capacity: Quota): CapacityForm => ({
  online: String(capacity.online),
  walkIn: String(capacity.walkIn),
  priority: String(capacity.priority),
  reason: '',
})

/** Seats already taken of each quota: capacity less what is left. For a whole day the fullest slot decides. */
export const takenOf = (slots: readonly Pick<DayList['slots'][number], 'capacity' | 'left'>[]): Quota => {
  const most = (quota: keyof Quota): number =>
    slots.reduce((taken, slot) => Math.max(taken, slot.capacity[quota] - slot.left[quota]), 0)
  return { online: most('online'), walkIn: most('walkIn'), priority: most('priority') }
}

const problemOf = (text: string, quota: keyof Quota, taken: Quota): CapacityProblem | undefined => {
  if (!/^\d{1,3}$/.test(text.trim())) return 'number'
  const seats = Number(text)
  if (seats > SEATS[quota]) return 'tooMany'
  return seats < taken[quota] ? 'taken' : undefined
}

/** Problems by field; an empty object means that it can be sent. */
export const checkCapacity = (form: CapacityForm, taken: Quota): CapacityProblems => {
  const problems: CapacityProblems = {}
  for (const quota of ['online', 'walkIn', 'priority'] as const) {
    const problem = problemOf(form[quota], quota, taken)
    if (problem) problems[quota] = problem
  }
  const reason = reasonProblem(form.reason)
  if (reason) problems.reason = reason
  return problems
}

export const capacityOf = (form: CapacityForm): Quota => ({
  online: Number(form.online),
  walkIn: Number(form.walkIn),
  priority: Number(form.priority),
})
