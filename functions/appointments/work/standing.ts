/** What stands against a taxpayer: its cancellations and no-shows that count, and until when they suspend booking. */
import type { Acting } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { dayOf, monthOf } from '../../core/pure/time'
import { monthCancellations, suspension, type Cancellation, type NoShow } from '../rules/ledger'
import { limitsOn, type Limit } from '../rules/limits'
import type { Refusal } from '../rules/refusal'
import { openCounts } from './ledger'
import { daysBy, judged, lessTaken } from './taken'

export interface Standing {
  readonly noShows: readonly NoShow[]
  readonly cancellations: readonly Cancellation[]
  readonly month: { readonly noShows: number; readonly cancellations: number }
  readonly limits: { readonly noShows: Limit; readonly cancellations: Limit; readonly banDays: Limit }
  readonly suspended: Refusal | undefined
}

/** By the rules without a hall's own figures; of a claim, what counts for its account. */
export const standingOf = async ({ store, now }: Context, acting: Acting): Promise<Standing> => {
  const counts = await openCounts(reader(store), acting, now)
  const limits = limitsOn(dayOf(now))
  const look = daysBy(store)
  const verdict = await judged(counts, look, ({ ledger }) => suspension(ledger, limits, now))
  const { ledger } = await lessTaken({ ...counts, ledger: { ...counts.ledger, active: [] } }, look)
  const month = monthOf(dayOf(now))
  return {
    noShows: ledger.noShows,
    cancellations: ledger.cancellations,
    month: {
      noShows: ledger.noShows.filter(({ day }) => monthOf(day) === month).length,
      cancellations: monthCancellations(ledger, now),
    },
    limits: {
      noShows: limits.noShowsPerMonth,
      cancellations: limits.cancellationsPerMonth,
      banDays: limits.banDays,
    },
    suspended: verdict.ok ? undefined : verdict.refusal,
  }
}
