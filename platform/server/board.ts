/**
 * `GET /api/board/<hall>`: what a hall's display shows, as server-sent events (WHATWG HTML, 9.2). One look a hall, however many displays
 * hang there; each event is the whole board, so that one that was missed is made good by the next.
 */
import type { ServerResponse } from 'node:http'
import type { Entry } from '../../functions/core/io/entry/entry'
import type { Envelope } from '../../functions/core/io/entry/envelope'
import { AppError } from '../../functions/core/pure/errors'
import { PAGE_HEADERS, sendReply } from './respond'

const FOLDER = '/api/board/'
const PATH = /^\/api\/board\/([A-Za-z0-9_.-]{1,80})$/

export const isOfBoard = (path: string): boolean => path.startsWith(FOLDER)

export interface BoardCall {
  readonly path: string
  readonly method: string | undefined
  readonly headers: Envelope['headers']
  readonly address: string | undefined
}

const LOOK_EVERY_MS = 500
/** A word in between, so that nobody on the way takes the stream for dead. */
const BEAT_EVERY_MS = 15_000
/** At once, by all displays, and by one address: what comes beyond asks again by and by. */
const MOST = { all: 500, address: 20 } as const

interface Watched {
  readonly displays: Set<ServerResponse>
  timer: NodeJS.Timeout | undefined
  turn: number | undefined
  /** As the last look found it: what a display that joins begins with. */
  last: string | undefined
}

export interface Boards {
  /** @throws AppError METHOD, NOT_FOUND, RATE_LIMITED */
  send(call: BoardCall, response: ServerResponse): Promise<void>
  /** Ends all streams: the server is closing, and displays come back to its successor. */
  end(): void
}

const eventOf = (body: object): string => `event: board\ndata: ${JSON.stringify(body)}\n\n`

export const createBoards = (entry: Entry): Boards => {
  const watched = new Map<string, Watched>()
  const byAddress = new Map<string, number>()
  let open = 0
  let ended = false

  const look = async (hallId: string, at: Watched): Promise<void> => {
    const input = { hallId, ...(at.turn === undefined ? {} : { since: at.turn }) }
    const { status, body } = await entry.handle({ procedure: 'queue/board', input, headers: {} })
    const board = body as { readonly turn?: number; readonly same?: boolean }
    if (status !== 200 || board.turn === undefined || board.same === true) return
    at.turn = board.turn
    at.last = eventOf(board)
    for (const display of at.displays) display.write(at.last)
  }

  const watch = (hallId: string): Watched => {
    const known = watched.get(hallId)
    if (known) return known
    const at: Watched = { displays: new Set(), timer: undefined, turn: undefined, last: undefined }
    const next = (): void => {
      at.timer = setTimeout(() => {
        // A look that fails is made good by the next one.
        void look(hallId, at)
          .catch(() => undefined)
          .finally(() => at.displays.size > 0 && next())
      }, LOOK_EVERY_MS)
      at.timer.unref()
    }
    watched.set(hallId, at)
    next()
    return at
  }

  const leave = (hallId: string, at: Watched, display: ServerResponse, address: string): void => {
    if (!at.displays.delete(display)) return
    open -= 1
    byAddress.set(address, (byAddress.get(address) ?? 1) - 1)
    if (byAddress.get(address) === 0) byAddress.delete(address)
    if (at.displays.size > 0) return
    clearTimeout(at.timer)
    watched.delete(hallId)
  }

  return {
    send: async ({ path, method, headers, address = '' }, response) => {
      if (method !== 'GET') throw new AppError('METHOD')
      const hallId = PATH.exec(path)?.[1]
      if (hallId === undefined) throw new AppError('NOT_FOUND')
      if (ended || open >= MOST.all || (byAddress.get(address) ?? 0) >= MOST.address)
        throw new AppError('RATE_LIMITED')
      // Through the entry: limited by the caller's address, and counted like any other call.
      const asked = { 'accept-language': headers['accept-language'] }
      const first = await entry.handle({
        procedure: 'queue/board',
        input: { hallId },
        headers: asked,
        address,
      })
      if (first.status !== 200) return sendReply(response, first)
      response.writeHead(200, {
        ...PAGE_HEADERS,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      response.write(`retry: 2000\n\n${eventOf(first.body as object)}`)
      const at = watch(hallId)
      at.displays.add(response)
      open += 1
      byAddress.set(address, (byAddress.get(address) ?? 0) + 1)
      const beat = setInterval(() => response.write(': still here\n\n'), BEAT_EVERY_MS).unref()
      response.once('close', () => {
        clearInterval(beat)
        leave(hallId, at, response, address)
      })
    },
    end: () => {
      ended = true
      for (const { displays } of watched.values()) for (const display of displays) display.end()
    },
  }
}
