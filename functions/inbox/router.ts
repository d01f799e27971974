/** What answers for `inbox`: a handler for each procedure of the contract. */
import { implement } from '@orpc/server'
import type { Context } from '../core/io/context'
import { callerId } from '../core/io/identity/caller'
import { pageAnswer } from '../core/io/store/pages'
import type { QuerySpec } from '../core/io/store/contract'
import { reader } from '../core/io/store/reader'
import type { Topic } from '../core/pure/delivery/channels'
import { notices } from './collections'
import { contract } from './contract'
import { noticeKind } from './data/kinds'
import { countUnread, readAll, readOne } from './reading'
import { namesOf } from './names'
import { wordsOf } from './rules/words'

const os = implement(contract).$context<Context>()

const listOf = (accountId: string, topic: Topic | undefined): Pick<QuerySpec, 'index' | 'where'> =>
  topic === undefined
    ? { index: 'account', where: { accountId } }
    : { index: 'topic', where: { accountId, topic } }

export const router = {
  mine: os.mine.handler(async ({ input, context }) => {
    const { topic, ...paging } = input
    const mine = listOf(callerId(context), topic)
    const page = await reader(context.store).query(notices, { ...mine, order: 'desc', ...paging })
    const said = { names: await namesOf(context), language: context.language }
    return pageAnswer(page, ({ id, doc: { kind, facts, about, at, readAt } }) => {
      const known = noticeKind(kind)
      const link = known ? { page: known.page, id: about } : null
      return { id, ...wordsOf(known, facts, said), topic: known?.topic ?? null, link, at, readAt }
    })
  }),
  unread: os.unread.handler(async ({ context }) => ({
    unread: await countUnread(context, callerId(context)),
  })),
  read: os.read.handler(async ({ input, context }) => {
    // Reading twice changes nothing, so it is done before the receipt is written.
    if ('id' in input) await readOne(context, input.id)
    else await readAll(context, input.upTo)
    const unread = await countUnread(context, callerId(context))
    return context.transact(async () => ({ unread }))
  }),
}
