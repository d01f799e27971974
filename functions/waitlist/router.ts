/** The handlers of `waitlist`. */
import { implement } from '@orpc/server'
import { readSlot, slotId } from '../appointments/public'
import type { Context } from '../core/io/context'
import { callerId } from '../core/io/identity/caller'
import { pageAnswer } from '../core/io/store/pages'
import { reader } from '../core/io/store/reader'
import { AppError } from '../core/pure/errors'
import { say } from '../core/pure/text'
import { dayOf } from '../core/pure/time'
import { hallOnDuty } from '../halls/public'
import { ballotLists, ballots, waitLines, waits } from './collections'
import { contract } from './contract'
import { rulesOf, termsOn } from './data/terms'
import { ballotAt, tendBallots } from './work/ballot'
import { ballotIdOf, listIdOf } from './work/ids'
import { shown, showWaits } from './work/show'
import { showBallot } from './work/show-ballot'
import { inLine } from './work/standing'
import { tendLines } from './work/tend'

/** What changes a line is loaded with the first call that does. */
const steps = () => import('./work/steps')

const os = implement(contract).$context<Context>()

const line = os.line.handler(async ({ input, context }) => {
  const lineId = slotId(input.hallId, input.day, input.start)
  const terms = termsOn(dayOf(context.now))
  const [slot, standing, waiting, ballot] = await Promise.all([
    readSlot(context, input),
    reader(context.store).get(waitLines, lineId),
    inLine(context, lineId, 'waiting', terms.longest),
    ballotAt(context, ballotIdOf(input.hallId, input.day)),
  ])
  if (!slot) throw new AppError('NOT_FOUND')
  const isFull = slot.left.online < 1 || standing?.state === 'standing'
  const isTaken =
    ballot === undefined || ballot.state === 'drawn'
      ? isFull && waiting.length < terms.longest
      : ballot.state === 'open' && context.now < ballot.closesAt
  return {
    open: slot.state === 'open' && isTaken,
    waiting: waiting.length,
    longest: terms.longest,
    rules: rulesOf(terms).map(({ rule, basis, unconfirmed }) => ({
      rule: say(rule, context.language),
      basis: say(basis, context.language),
      unconfirmed,
    })),
    ...(ballot ? { ballot: showBallot(ballot) } : {}),
  }
})

const get = os.get.handler(async ({ input: { id }, context }) => {
  const doc = await reader(context.store).get(waits, id)
  if (doc?.accountId !== callerId(context)) throw new AppError('NOT_FOUND')
  return shown(context, id, doc)
})

const mine = os.mine.handler(async ({ input, context }) => {
  const page = await reader(context.store).query(waits, {
    index: 'account',
    where: { accountId: callerId(context) },
    order: 'desc',
    limit: input.limit,
    ...(input.after === undefined ? {} : { after: input.after }),
  })
  return pageAnswer({ ...page, items: await showWaits(context, page.items) }, (item) => item)
})

const announce = os.announce.handler(async ({ input, context }) => {
  const { hall } = await hallOnDuty(context, input.hallId)
  const { announceBallot } = await import('./work/announce')
  return announceBallot(context, { ...input, hallId: hall.id })
})

const ballotsOf = os.ballots.handler(async ({ input: { hallId, day, after, limit }, context }) => {
  const page = await reader(context.store).query(ballots, {
    index: 'hall',
    where: { hallId, ...(day === undefined ? {} : { day }) },
    order: 'desc',
    limit,
    ...(after === undefined ? {} : { after }),
  })
  return pageAnswer(page, ({ doc }) => showBallot(doc))
})

const entries = os.entries.handler(async ({ input, context }) => {
  const slot = slotId(input.hallId, input.day, input.start)
  const [doc, next] = await reader(context.store).getMany(ballotLists, [
    listIdOf(slot, input.page),
    listIdOf(slot, input.page + 1),
  ])
  if (!doc) throw new AppError('NOT_DRAWN')
  return { slot, entries: [...doc.entries], more: next !== undefined }
})

export const router = {
  announce,
  ballots: ballotsOf,
  entries,
  line,
  join: os.join.handler(async ({ input, context }) => (await steps()).joinLine(context, input)),
  accept: os.accept.handler(async ({ input, context }) => (await steps()).acceptOffer(context, input.id)),
  leave: os.leave.handler(async ({ input, context }) => (await steps()).leaveLine(context, input.id)),
  get,
  mine,
  tend: os.tend.handler(async ({ context }) => ({ lines: await tendLines(context, tendBallots) })),
}
