/** The board as server-sent events, on the web: this file is only in the web build, so the browser's names may be used. */
import type { StreamEnds } from './board-stream'

export type { StreamEnds }

interface Source {
  addEventListener(type: 'board', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'open' | 'error', listener: () => void): void
  close(): void
}
interface Browser {
  readonly EventSource?: new (address: string) => Source
}

const parsed = (data: unknown): unknown => {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined
  } catch {
    return undefined
  }
}

/** The browser opens it again by itself after a failure, unless the server has refused it: then the display goes on asking. */
export const openBoardStream = (hallId: string, { onBoard, onOpen }: StreamEnds): (() => void) => {
  const { EventSource } = globalThis as Browser
  if (!EventSource) return () => undefined
  const source = new EventSource(`/api/board/${encodeURIComponent(hallId)}`)
  source.addEventListener('open', () => onOpen(true))
  source.addEventListener('error', () => onOpen(false))
  source.addEventListener('board', ({ data }) => onBoard(parsed(data)))
  return () => {
    source.close()
    onOpen(false)
  }
}
