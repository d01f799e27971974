/**
 * How a display comes to know its hall's board. It asks with the turn that it has and keeps what it was told when nothing has changed; where
 * the server sends its board by itself, each change is there at once, and the display asks now and then to know that it is not cut off.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Instant } from '../../../../functions/core/pure/time'
import { api } from '../../../client/api'
import { asApiError, type ApiError } from '../../../client/errors'
import { serverNow } from '../../../client/server-time'
import { isRecord } from '../../../client/storage'
import type { Language } from '../../../messages'
import type { Board } from './answers'
import { openBoardStream } from './board-stream'

/** A board that is there as a whole. */
export interface WholeBoard {
  readonly turn: number
  readonly hallName: string
  readonly state: NonNullable<Board['state']>
  readonly windows: NonNullable<Board['windows']>
  readonly waiting: number
  readonly asOf: Instant
}

export interface FeedState {
  readonly board: WholeBoard | undefined
  /** When the server was heard last. */
  readonly heardAt: Instant | undefined
  /** Of the last look; undefined when it succeeded. */
  readonly error: ApiError | undefined
  /** The server sends its board by itself. */
  readonly streaming: boolean
}

export interface BoardFeed {
  readonly store: StoreApi<FeedState>
  /** Looks once. Never rejects. */
  readonly look: () => Promise<void>
  /** Lets the server send its board, where it does. @returns ends it */
  readonly listen: () => () => void
}

const isBoard = (value: unknown): value is Board =>
  isRecord(value) && typeof value['turn'] === 'number' && typeof value['asOf'] === 'number'

/** What was on its way while something newer came is dropped. */
const after = (
  before: WholeBoard | undefined,
  { turn, same, hallName, state, windows, waiting, asOf }: Board,
): WholeBoard | undefined => {
  if (same || hallName === undefined || !state || !windows || waiting === undefined) return before
  if (before && asOf < before.asOf) return before
  return { turn, hallName, state, windows, waiting, asOf }
}

/** @param language of the hall's name, as the calls ask for it; a stream tells it in the server's own */
export const createBoardFeed = (hallId: string, language: Language): BoardFeed => {
  const nothing = { board: undefined, heardAt: undefined, error: undefined, streaming: false }
  const store = createStore<FeedState>()(() => nothing)
  const hear = (answer: Board): void =>
    store.setState(({ board }) => ({ board: after(board, answer), heardAt: serverNow(), error: undefined }))
  const look = async (): Promise<void> => {
    const { board } = store.getState()
    try {
      const answer = await api.queue.board({ hallId, ...(board ? { since: board.turn } : {}) })
      hear(answer)
      // What had to be asked for did not come by itself: the stream is late, or held up on the way.
      if (board && !answer.same) store.setState({ streaming: false })
    } catch (thrown) {
      store.setState({ error: asApiError(thrown, language) })
    }
  }
  const listen = (): (() => void) =>
    openBoardStream(hallId, {
      onOpen: (streaming) => store.setState({ streaming }),
      onBoard: (answer) => {
        const { board } = store.getState()
        // Until it was asked for in the reader's language there is no name to show.
        if (!board || !isBoard(answer)) return
        hear({ ...answer, hallName: board.hallName })
        store.setState({ streaming: true })
      },
    })
  return { store, look, listen }
}

/** Milliseconds without a word from the server after which a board is of an earlier time. */
const STALE_MS = 12_000

/** Since when nothing was heard, when that is too long. */
export const staleSince = (heardAt: Instant | undefined, now: Instant): Instant | undefined =>
  heardAt !== undefined && now - heardAt > STALE_MS ? heardAt : undefined
