/** The board as a stream of the server's events. There is none inside WeChat; the web build takes `board-stream.h5.ts`. */

export interface StreamEnds {
  /** The whole board, as `queue/board` answers it. */
  readonly onBoard: (answer: unknown) => void
  /** It is open, or it is not: the display asks by itself then. */
  readonly onOpen: (open: boolean) => void
}

/** Opens one, where there are streams. @returns closes it */
export const openBoardStream =
  (_hallId: string, _ends: StreamEnds): (() => void) =>
  () =>
    undefined
