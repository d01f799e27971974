/** The legal clock of a case: when it began, when it stood still, and the dates that follow. */
import { NO_DAY } from '../../core/io/cases/collections'
import {
  legalDates,
  standing,
  type Clock,
  type LegalDates,
  type Standing,
  type Term,
} from '../../core/pure/legal-clock'
import type { Day } from '../../core/pure/time'
import type { RefundCaseDoc } from '../collections'

type Clocked = Pick<RefundCaseDoc, 'term' | 'receivedOn' | 'acceptedOn' | 'pauses'>

/** The term of a case, as its document keeps it. */
export const keptTerm = ({ count, unit, firstDayCounts, from }: Term): RefundCaseDoc['term'] => ({
  count,
  unit,
  from,
  ...(firstDayCounts ? { firstDayCounts } : {}),
})

/** Until it is accepted, a term from acceptance is counted from receipt. */
export const clockOf = ({ term, receivedOn, acceptedOn, pauses }: Clocked): Clock => {
  return {
    term,
    begunOn: term.from === 'acceptance' ? (acceptedOn ?? receivedOn) : receivedOn,
    pauses: pauses.map(({ from, to }) => (to === null ? { from } : { from, until: to })),
  }
}

/** As documents keep them: a target that is not known stands last. */
export const keptDates = (doc: Clocked, today: Day): { readonly target: Day; readonly outer: Day | null } => {
  const { target, outer } = legalDates(clockOf(doc), today)
  return { target: target.known ? target.value : NO_DAY, outer: outer.known ? outer.value : null }
}

export const datesNow = (doc: Clocked, today: Day): LegalDates => legalDates(clockOf(doc), today)

export const standingNow = (doc: Clocked, today: Day): Standing => standing(clockOf(doc), today)

/** It begins to stand still, or goes on. */
export const paused = (pauses: RefundCaseDoc['pauses'], from: Day): RefundCaseDoc['pauses'] => [
  ...pauses,
  { from, to: null },
]
export const resumed = (pauses: RefundCaseDoc['pauses'], to: Day): RefundCaseDoc['pauses'] =>
  pauses.map((pause) => (pause.to === null ? { ...pause, to } : pause))
