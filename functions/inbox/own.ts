/** One notice of one person, for functions that decide something about it. */
import type { Services } from '../core/io/context'
import { reader } from '../core/io/store/reader'
import type { Tx } from '../core/io/store/transaction'
import type { Topic } from '../core/pure/delivery/channels'
import type { TemplateName } from '../core/pure/delivery/templates'
import { AppError } from '../core/pure/errors'
import type { Instant } from '../core/pure/time'
import { notices, type NoticeDoc } from './collections'
import { noticeKind } from './data/kinds'

export interface ShownNotice {
  readonly id: string
  readonly kind: string
  /** Null where nothing is known of its kind. */
  readonly topic: Topic | null
  readonly template: TemplateName | null
  readonly about: string | null
  /** An office told it to many: what comes of it is counted. */
  readonly counted: boolean
  readonly at: Instant
}

/** A stranger's answers as an unknown one. */
const shown = (id: string, accountId: string, doc: NoticeDoc | undefined): ShownNotice => {
  if (doc?.accountId !== accountId) throw new AppError('NOT_FOUND')
  const { kind, topic, about, at } = doc
  const known = noticeKind(kind)
  return {
    id,
    kind,
    topic: topic ?? known?.topic ?? null,
    template: known?.template?.name ?? null,
    about,
    counted: known?.counted ?? false,
    at,
  }
}

/** @throws AppError NOT_FOUND */
export const readNotice = async (
  { store }: Pick<Services, 'store'>,
  accountId: string,
  id: string,
): Promise<ShownNotice> => shown(id, accountId, await reader(store).get(notices, id))

/**
 * Inside a commit; of a kind that has a topic.
 * @throws AppError NOT_FOUND
 */
export const noticeOf = async (
  tx: Tx,
  accountId: string,
  id: string,
): Promise<ShownNotice & { readonly topic: Topic }> => {
  const notice = shown(id, accountId, await tx.peek(notices, id))
  if (notice.topic === null) throw new AppError('NOT_FOUND')
  return { ...notice, topic: notice.topic }
}
