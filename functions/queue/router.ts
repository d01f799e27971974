/** The handlers of `queue`. */
import { implement } from '@orpc/server'
import type { Context } from '../core/io/context'
import { contract } from './contract'
import { board, desk, hallNow, ratings } from './work/board'
import { getOwn, leave, mine, rate } from './work/own'

/** At the door, at the windows and by the clock: each loaded with the first call of its kind. */
const door = () => import('./work/at-door')
const staff = () => import('./work/staff')

const os = implement(contract).$context<Context>()

export const router = {
  board: os.board.handler(({ input, context }) => board(context, input)),
  hall: os.hall.handler(({ input, context }) => hallNow(context, input)),
  arrive: os.arrive.handler(async ({ input, context }) => (await door()).arrive(context, input)),
  take: os.take.handler(async ({ input, context }) => (await door()).take(context, input)),
  mine: os.mine.handler(({ input, context }) => mine(context, input)),
  get: os.get.handler(({ input, context }) => getOwn(context, input.id)),
  leave: os.leave.handler(({ input, context }) => leave(context, input.id)),
  rate: os.rate.handler(({ input, context }) => rate(context, input)),
  admit: os.admit.handler(async ({ input, context }) => (await door()).admit(context, input)),
  issue: os.issue.handler(async ({ input, context }) => (await door()).issue(context, input)),
  desk: os.desk.handler(({ input, context }) => desk(context, input)),
  setWindow: os.setWindow.handler(async ({ input, context }) => (await staff()).orderWindow(context, input)),
  callNext: os.callNext.handler(async ({ input, context }) => (await staff()).callNext(context, input)),
  recall: os.recall.handler(async ({ input, context }) => (await staff()).recall(context, input)),
  serve: os.serve.handler(async ({ input, context }) => (await staff()).serve(context, input)),
  pass: os.pass.handler(async ({ input, context }) => (await staff()).pass(context, input)),
  finish: os.finish.handler(async ({ input, context }) => (await staff()).finish(context, input)),
  transfer: os.transfer.handler(async ({ input, context }) => (await staff()).transfer(context, input)),
  stop: os.stop.handler(async ({ input, context }) => (await staff()).stop(context, input)),
  reopen: os.reopen.handler(async ({ input, context }) => (await staff()).reopen(context, input)),
  ratings: os.ratings.handler(({ input, context }) => ratings(context, input)),
  settle: os.settle.handler(async ({ context }) => ({
    settled: await (await staff()).settleHalls(context),
  })),
}
