/** A ballot as anybody may see it. */
import type { Day, Instant, MinuteOfDay } from '../../core/pure/time'
import type { BallotDoc } from '../collections'

export interface BallotSight {
  readonly hallId: string
  readonly day: Day
  readonly state: BallotDoc['state']
  readonly commitment: string
  readonly announcedAt: Instant
  readonly closesAt: Instant
  readonly digest?: string
  readonly listedAt?: Instant
  readonly starts?: MinuteOfDay[]
  readonly seed?: string
  readonly drawnAt?: Instant
}

export const showBallot = ({
  hallId,
  day,
  state,
  commitment,
  announcedAt,
  closesAt,
  digest,
  listedAt,
  starts,
  seed,
  drawnAt,
}: BallotDoc): BallotSight => ({
  hallId,
  day,
  state,
  commitment,
  announcedAt,
  closesAt,
  ...(digest === undefined ? {} : { digest }),
  ...(listedAt === undefined ? {} : { listedAt }),
  ...(starts === undefined ? {} : { starts: [...starts] }),
  ...(seed === undefined ? {} : { seed }),
  ...(drawnAt === undefined ? {} : { drawnAt }),
})
