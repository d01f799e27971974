/** What a record says at first sight: may one book, what is left of the month, what can still be appealed. Pure. */
import type { Tone } from '../../../ui'
import type { AppealState, Limit, Mine, NoShow } from './answers'

/** One more, and booking is suspended. */
export const isLast = ({ used, limit }: Limit): boolean => used > 0 && used === limit - 1

export const toneOf = (one: Limit): Tone => {
  if (one.used >= one.limit) return 'danger'
  return isLast(one) ? 'warn' : one.used === 0 ? 'ok' : 'quiet'
}

export const canAppeal = ({ appealUntil }: NoShow): boolean => appealUntil !== null

/** The latest first, as one remembers them. */
export const latestFirst = (noShows: Mine['noShows']): readonly NoShow[] =>
  [...noShows].sort((a, b) => b.day.localeCompare(a.day) || (b.start ?? 0) - (a.start ?? 0))

/** What could lift the suspension: of its month the ones that can be appealed, the latest first. */
export const worthAppealing = ({ noShows, suspended }: Mine): NoShow | undefined =>
  suspended?.by === 'noShows' ? latestFirst(noShows).find(canAppeal) : undefined

export const APPEAL_TONES: Readonly<Record<AppealState, Tone>> = {
  appealed: 'warn',
  upheld: 'danger',
  revoked: 'ok',
  cleared: 'ok',
  left: 'quiet',
}
