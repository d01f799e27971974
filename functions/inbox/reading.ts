/** What was read, and what was not: each notice carries it itself, and the unread ones are counted by their index. */
import type { Context, Services } from '../core/io/context'
import { callerId } from '../core/io/identity/caller'
import { pagesOf } from '../core/io/store/pages'
import { AppError } from '../core/pure/errors'
import type { Instant } from '../core/pure/time'
import { notices, type NoticeDoc } from './collections'
import { MOST_COUNTED } from './data/limits'

/** At most `MOST_COUNTED`: one page of the index, whatever else there is. */
export const countUnread = async ({ store }: Pick<Services, 'store'>, accountId: string): Promise<number> => {
  const page = await store.query<NoticeDoc>(notices.name, {
    index: 'unread',
    where: { accountId, readAt: null },
    limit: MOST_COUNTED,
  })
  return page.items.length
}

/** Succeeds exactly when it was unread: the first reading counts. @throws AppError BUSY */
const markRead = async ({ store, now }: Pick<Context, 'store' | 'now'>, id: string): Promise<void> => {
  const { outcome } = await store.patch({
    collection: notices.name,
    id,
    set: { readAt: now },
    when: [{ path: 'readAt', is: null }],
  })
  if (outcome === 'busy' || outcome === 'unknown') throw new AppError('BUSY')
}

/** The caller's own, or NOT_FOUND: a stranger's id answers as an unknown one. */
export const readOne = async (context: Context, id: string): Promise<void> => {
  const [found] = await context.store.read<NoticeDoc>(notices.name, [id])
  if (found?.doc.accountId !== callerId(context)) throw new AppError('NOT_FOUND')
  await markRead(context, id)
}

const AT_ONCE = 20

/** Each by itself: what is cut short goes on where it stopped when it is asked again. */
export const readAll = async (context: Context, upTo: Instant): Promise<void> => {
  const unread = {
    index: 'unread',
    where: { accountId: callerId(context), readAt: null },
    range: { lte: upTo },
    limit: AT_ONCE,
  }
  for await (const rows of pagesOf(context.store, notices, unread))
    await Promise.all(rows.map(({ id }) => markRead(context, id)))
}
