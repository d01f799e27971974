/** Deadlines as the screens list them: by their day, whoever reckoned them. */
import { addMonths } from '../../../../functions/core/pure/periods'
import { addDays, daysBetween, type Day } from '../../../../functions/core/pure/time'
import { deadlinesOf, type Range } from '../../../../functions/deadlines/rules/deadlines'
import type { Profile } from '../../../../functions/deadlines/rules/profile'
import { shownDeadline } from '../../../../functions/deadlines/rules/shown'
import { dayOfDue } from '../../../../functions/deadlines/rules/tracks'
import type { Output } from '../../../client/api'
import type { Language } from '../../../messages'

export type Taxpayer = Output<'deadlines', 'mine'>['taxpayers'][number]
export type Row = Output<'deadlines', 'mine'>['items'][number]

/** The day that it stands at: its last day, or the plain one while that is not known. */
export const dayIn = ({ due, base }: Pick<Row, 'due' | 'base'>): Day => due ?? base

export interface DayGroup {
  readonly day: Day
  readonly rows: readonly Row[]
}

/** By day, the soonest first. */
export const groupsOf = (rows: readonly Row[]): readonly DayGroup[] => {
  const days = [...new Set(rows.map(dayIn))].sort()
  return days.map((day) => ({ day, rows: rows.filter((row) => dayIn(row) === day) }))
}

export type Mark = 'none' | 'open' | 'filed' | 'unsure'

export const markOf = (rows: readonly Row[]): Mark => {
  if (rows.length === 0) return 'none'
  if (rows.every(({ filedAt }) => filedAt !== null)) return 'filed'
  return rows.some(({ due }) => due === null) ? 'unsure' : 'open'
}

/** How much time there is: negative when it is over. */
export const daysLeft = (row: Pick<Row, 'due' | 'base'>, today: Day): number => daysBetween(today, dayIn(row))

/** What a taxpayer of that profile files, for who is not signed in: reckoned here. */
export const guestRows = (profile: Profile, range: Range, language: Language): readonly Row[] =>
  deadlinesOf(profile, range).map((one) => ({ taxpayerId: null, ...shownDeadline(one, { language }) }))

const AHEAD = 400

/** The next day after a month on which any of these files something. */
export const nextDay = (profiles: readonly Profile[], month: string): Day | undefined => {
  const from = `${addMonths(month, 1)}-01`
  const days = profiles.flatMap((profile) =>
    deadlinesOf(profile, { from, to: addDays(from, AHEAD) }).map(dayOfDue),
  )
  return days.sort()[0]
}
