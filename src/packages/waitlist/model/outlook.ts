/** How a wait stands at a moment: an offer whose time is over has lapsed, whether or not the server has been by. */
import { instantOf, type Instant } from '../../../../functions/core/pure/time'
import type { Wait } from '../../../client/waits'

export type Outlook = Wait['state']

export const outlookOf = ({ state, offerUntil }: Wait, now: Instant): Outlook =>
  state === 'offered' && (offerUntil ?? 0) <= now ? 'expired' : state

export const isStanding = (outlook: Outlook): boolean =>
  outlook === 'entered' || outlook === 'waiting' || outlook === 'offered'

/** Can one join its line anew: it is out of it, and the time is to come. */
export const mayJoinAgain = ({ day, start }: Wait, outlook: Outlook, now: Instant): boolean =>
  (outlook === 'declined' || outlook === 'expired' || outlook === 'left') && instantOf(day, start) > now

/** Offers first, then what waits, by its time; then what is over, as it came. */
export const ordered = (items: readonly Wait[], now: Instant): readonly Wait[] => {
  const rank = (it: Wait): number => {
    const outlook = outlookOf(it, now)
    if (outlook === 'offered') return 0
    return isStanding(outlook) ? 1 : 2
  }
  return items
    .map((it, at) => ({ it, at, rank: rank(it) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (a.rank < 2 ? instantOf(a.it.day, a.it.start) - instantOf(b.it.day, b.it.start) : 0) ||
        a.at - b.at,
    )
    .map(({ it }) => it)
}
