/** What the waitlist pages are opened with; anything malformed is dropped, never trusted. */
import { isDay, type Day } from '../../../../functions/core/pure/time'
import { isHallId } from '../../../../functions/halls/rules/fields'
import { WAIT_ID } from '../../../../functions/waitlist/rules/fields'

type RawParams = Readonly<Record<string, string | undefined>>

const pick = (raw: string | undefined, fits: (value: string) => boolean): string | undefined =>
  raw !== undefined && fits(raw) ? raw : undefined

const isWaitId = (id: string): boolean => WAIT_ID.test(id)

/** The id of a link to one's wait. */
export const readWaitId = (raw: RawParams): string | undefined => pick(raw['id'], isWaitId)

export interface BallotLink {
  readonly hallId?: string | undefined
  readonly day?: Day | undefined
  /** One's own entry in it. */
  readonly wait?: string | undefined
}

export const readBallotLink = (raw: RawParams): BallotLink => ({
  hallId: pick(raw['hallId'], isHallId),
  day: pick(raw['day'], isDay),
  wait: pick(raw['wait'], isWaitId),
})
