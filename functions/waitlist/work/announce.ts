/** Announcing that a day is scarce: its seats go to a ballot, and the seed of the draw is committed to before anybody enters. */
import { bookableUntil, slotId, startsOf } from '../../appointments/public'
import { auditEntry } from '../../core/io/audit/entry'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { toHex } from '../../core/pure/bytes'
import { AppError } from '../../core/pure/errors'
import { dayOf, instantOf, MINUTE, type Day, type Instant } from '../../core/pure/time'
import { ballots, waitLines, type BallotDoc } from '../collections'
import { WAIT_KEPT } from '../data/kept'
import { termsOn } from '../data/terms'
import { commitmentOf, SEED_BYTES } from '../rules/ballot'
import { keepSlots } from './ballot'
import { ballotIdOf, seedPlace } from './ids'
import { showBallot, type BallotSight } from './show-ballot'

export interface Announcement {
  readonly hallId: string
  readonly day: Day
  readonly closesAt: Instant
}

/** @throws AppError NOT_FOUND for a day that has no slots yet; BALLOT_TIME; BALLOT_LATE when people wait for it already */
const insistBefore = async (context: Context, { hallId, day, closesAt }: Announcement): Promise<void> => {
  const starts = await startsOf(context, hallId, day)
  const [first] = starts
  if (first === undefined) throw new AppError('NOT_FOUND')
  const { ballotOpenMinutes } = termsOn(dayOf(context.now))
  const isBetween = closesAt >= context.now + ballotOpenMinutes * MINUTE && closesAt < instantOf(day, first)
  if (!isBetween || (await bookableUntil(context, { hallId, day, start: first }, closesAt)) === undefined)
    throw new AppError('BALLOT_TIME')
  const lines = await reader(context.store).getMany(
    waitLines,
    starts.map((start) => slotId(hallId, day, start)),
  )
  if (lines.some((line) => line !== undefined && line.state !== 'over')) throw new AppError('BALLOT_LATE')
}

/** At once, so that nobody is faster than the ballot; the job does it within a minute when this fails. */
const keepNow = async (context: Context, id: string, ballot: BallotDoc): Promise<void> => {
  try {
    await keepSlots(context, id, ballot)
  } catch (err) {
    context.log.warn({ ballot: id, err }, 'the slots of a ballot are kept later')
  }
}

/**
 * Its slots are kept for the ballot, and whoever waits for one of them is in it.
 * @throws AppError NOT_FOUND, BALLOT_TIME, BALLOT_LATE, BALLOT_THERE
 */
export const announceBallot = async (
  context: Context,
  announcement: Announcement,
): Promise<{ readonly ballot: BallotSight }> => {
  const before = await context.answered<{ readonly ballot: BallotSight }>()
  if (before) return before.output
  const { hallId, day, closesAt } = announcement
  const id = ballotIdOf(hallId, day)
  await insistBefore(context, announcement)
  let announced: BallotDoc | undefined
  const told = await context.transact(async (tx) => {
    if (await tx.get(ballots, id)) throw new AppError('BALLOT_THERE')
    const seed = toHex(tx.random(SEED_BYTES))
    const doc: BallotDoc = {
      v: 1,
      hallId,
      day,
      state: 'open',
      token: toHex(tx.random(8)),
      commitment: commitmentOf(seed),
      sealedSeed: context.vault.own.seal(seedPlace(id), seed),
      announcedAt: tx.now,
      closesAt,
      expiresAt: instantOf(day) + WAIT_KEPT,
    }
    tx.put(ballots, id, doc)
    announced = doc
    auditEntry(tx, {
      actor: callerId(context),
      action: 'waitlist/announce',
      subject: id,
      hallId,
      detail: { day, closesAt, commitment: doc.commitment },
    })
    return { ballot: showBallot(doc) }
  })
  if (announced) await keepNow(context, id, announced)
  return told
}
