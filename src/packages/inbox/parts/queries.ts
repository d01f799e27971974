/** What the inbox asks for. */
import type { Topic } from '../../../../functions/core/pure/delivery/channels'
import { api, type Output } from '../../../client/api'
import { usePages } from '../../../client/use-pages'
import { useQuery } from '../../../client/use-query'

export type Notice = Output<'inbox', 'mine'>['items'][number]
export type Why = Output<'subscriptions', 'why'>

/** Of one topic, or all. */
export const useNotices = (topic?: Topic) =>
  usePages(`my:notices:${topic ?? 'all'}`, {
    fetch: (after) =>
      api.inbox.mine({
        limit: 20,
        ...(topic === undefined ? {} : { topic }),
        ...(after === undefined ? {} : { after }),
      }),
    idOf: ({ id }: Notice) => id,
  })

export const useWhy = (id: string) => useQuery(`my:why:${id}`, () => api.subscriptions.why({ id }))
