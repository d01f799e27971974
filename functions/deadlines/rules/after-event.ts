/** What is filed because something happened: until when, from the day on which it did. */
import { deferredTerm } from '../../core/pure/deferral'
import { addDays, type Day } from '../../core/pure/time'
import type { Known } from '../../core/pure/calendar'
import { inForce } from '../../core/pure/law'
import type { Obligation } from '../data/obligation'
import { obligationsOfEvents } from '../data/obligations-events'

export interface EventDeadline {
  readonly obligation: Obligation
  readonly base: Day
  readonly due: Known<Day>
}

const termOf = ({ schedule }: Obligation, on: Day): { after: Day; base: Day } | undefined => {
  switch (schedule.kind) {
    // The day itself is not counted (民法典 §201).
    case 'afterEvent':
      return { after: on, base: addDays(on, schedule.days) }
    case 'yearAfterEvent': {
      const base = `${Number(on.slice(0, 4)) + 1}-${schedule.closes}`
      return { after: addDays(base, -1), base }
    }
    case 'afterPeriod':
    case 'yearly':
      return undefined
  }
}

/** Each of those in force on that day. */
export const eventDeadlines = (on: Day): readonly EventDeadline[] =>
  obligationsOfEvents.flatMap((obligation) => {
    const term = termOf(obligation, on)
    if (!term || !inForce(obligation, on)) return []
    return [{ obligation, base: term.base, due: deferredTerm(term) }]
  })
