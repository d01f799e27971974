/**
 * Keeps a draft on the server: one save after the other, nothing sent twice, and what may have arrived without an answer is
 * settled before anything else, so that one application never becomes two drafts. Free of any framework.
 */
import { createIntention } from '../../../client/intention'
import type { Instant } from '../../../../functions/core/pure/time'

export interface Kept {
  readonly id: string
  readonly at: Instant
}

interface Answer {
  readonly id: string
  readonly changedAt: Instant
}

export interface Keeper<W> {
  /** The draft, once there is one. */
  readonly kept: () => Kept | undefined
  /** Is there anything in it that the server does not have? */
  readonly isDirty: (wish: W) => boolean
  /** Saves it, after what is being saved. @throws what `send` throws; the next save tries again */
  readonly save: (wish: W) => Promise<Kept>
  /** It is gone from the server: the next save begins a new one. */
  readonly lose: () => void
}

export interface KeeperWish<W> {
  /** @param key the same for a repeat of the same save */
  readonly send: (wish: W, draftId: string | undefined, key: string) => Promise<Answer>
  readonly begun?: { readonly kept: Kept; readonly wish?: W | undefined } | undefined
  /** A failure after which it is not known whether it arrived. */
  readonly isUnsure: (thrown: unknown) => boolean
}

export const createKeeper = <W>({ send, begun, isUnsure }: KeeperWish<W>): Keeper<W> => {
  let kept = begun?.kept
  let saved = begun?.wish && JSON.stringify(begun.wish)
  let unsure: W | undefined
  let running: Promise<unknown> = Promise.resolve()
  const intention = createIntention()

  const post = async (wish: W): Promise<Kept> => {
    const draftId = kept?.id
    try {
      const { id, changedAt } = await send(wish, draftId, intention.keyFor([draftId, wish]))
      intention.settle()
      unsure = undefined
      kept = { id, at: changedAt }
      saved = JSON.stringify(wish)
      return kept
    } catch (thrown) {
      if (!isUnsure(thrown)) intention.settle()
      else if (!kept) unsure = wish
      throw thrown
    }
  }

  const isDirty = (wish: W): boolean => JSON.stringify(wish) !== saved

  const once = async (wish: W): Promise<Kept> => {
    if (!kept && unsure !== undefined && JSON.stringify(unsure) !== JSON.stringify(wish)) await post(unsure)
    return kept && !isDirty(wish) ? kept : post(wish)
  }

  return {
    kept: () => kept,
    isDirty,
    save: (wish) => {
      const next = running.then(() => once(wish))
      running = next.catch(() => undefined)
      return next
    },
    lose: () => {
      kept = undefined
      saved = undefined
    },
  }
}
