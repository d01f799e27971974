/** My appointments in the order in which they matter, page by page. */
import type { Appointment } from './answers'

const when = (it: Appointment): string => `${it.day} ${String(it.start).padStart(4, '0')}`

/** Upcoming: the soonest first. Past: the latest first. A page that came twice counts once. */
export const ordered = (items: readonly Appointment[], view: 'upcoming' | 'past'): readonly Appointment[] => {
  const once = [...new Map(items.map((it) => [it.id, it])).values()]
  return once.sort((a, b) => (view === 'upcoming' ? 1 : -1) * when(a).localeCompare(when(b)))
}
