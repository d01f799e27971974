/**
 * A payment service that is not ours, as a real HTTP server: it pays one id once and remembers what it answered. What it does to
 * requests and replies is drawn by the test: it loses them, answers late, is sent one twice, fails after having paid, restarts.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Mischief =
  | 'none'
  /** The request never arrives. */
  | 'lostRequest'
  /** It is done, and nobody is told. */
  | 'lostReply'
  /** It is done, and told when nobody waits any more. */
  | 'late'
  /** It arrives after everybody has given up, and is done then. */
  | 'arrivesLate'
  /** The network brings it twice. */
  | 'twice'
  | 'failsAfter'
  | 'failsBefore'
  /** Told with half a reply. */
  | 'cut'
  /** Sends elsewhere. */
  | 'redirect'
  /** It is done; then the server goes down, and comes again with what it knows. */
  | 'restart'

export const MISCHIEFS: readonly Mischief[] = [
  'none',
  'lostRequest',
  'lostReply',
  'late',
  'arrivesLate',
  'twice',
  'failsAfter',
  'failsBefore',
  'cut',
  'redirect',
  'restart',
]

interface Known {
  readonly state: 'paid' | 'refused' | 'closed'
  readonly fen: number
}

export interface PaymentsStandIn {
  readonly url: string
  /** Every movement of money, by the id that asked for it. */
  readonly moved: readonly { readonly id: string; readonly fen: number }[]
  /** Requests to pay as they arrived, done again or not. */
  readonly asked: readonly string[]
  /** Most payments of one id that were under way at once. */
  readonly mostAtOnce: () => number
  /** What is done to the next requests; drawn for each. */
  mischief: (method: string, id: string) => Mischief
  /** Amounts above are refused. */
  readonly limit: number
  /** Waits for what arrives late. */
  settled(): Promise<void>
  close(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return text ? (JSON.parse(text) as Record<string, unknown>) : {}
}

/** @param lateMs longer than the patience of who calls */
export const startPayments = async ({
  lateMs,
  limit = 1_000_000,
}: {
  lateMs: number
  limit?: number
}): Promise<PaymentsStandIn> => {
  const known = new Map<string, Known>()
  const moved: { id: string; fen: number }[] = []
  const asked: string[] = []
  const underWay = new Map<string, number>()
  const waiting = new Set<Promise<unknown>>()
  let most = 0

  const later = (work: () => unknown): void => {
    const wait = new Promise((resolve) => setTimeout(resolve, lateMs))
      .then(work)
      .finally(() => waiting.delete(wait))
    waiting.add(wait)
  }
  const pay = (id: string, fen: number): Known => {
    asked.push(id)
    const before = known.get(id)
    if (before) return before
    const now: Known = fen > limit ? { state: 'refused', fen } : { state: 'paid', fen }
    if (now.state === 'paid') moved.push({ id, fen })
    known.set(id, now)
    return now
  }
  const closeId = (id: string): Known => {
    const now = known.get(id) ?? { state: 'closed', fen: 0 }
    known.set(id, now)
    return now
  }
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  /** Nobody answers at its address meanwhile. */
  const restart = (): void => {
    const address = server.address() as AddressInfo | null
    if (!address) return
    later(() => listen(address.port))
    server.close()
    server.closeAllConnections()
  }
  const reply = (response: ServerResponse, status: number, body: unknown): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request)
    const [, , id = '', action] = (request.url ?? '').split('/').map(decodeURIComponent)
    const method = request.method ?? ''
    const how = standIn.mischief(method, id)
    const act = (): Known | undefined => {
      if (action === 'close') return closeId(id)
      return method === 'POST' ? pay(id, Number(body.fen)) : known.get(id)
    }
    const answer = (): void => {
      const found = act()
      reply(response, found ? 200 : 404, found ?? { state: 'absent' })
    }
    switch (how) {
      case 'none':
        return answer()
      case 'lostRequest':
        return void request.socket.destroy()
      case 'lostReply':
        act()
        return void request.socket.destroy()
      case 'late': {
        const found = act()
        return later(() => reply(response, found ? 200 : 404, found ?? { state: 'absent' }))
      }
      case 'arrivesLate':
        return later(answer)
      case 'twice':
        act()
        return answer()
      case 'failsAfter':
        act()
        return reply(response, 500, { state: 'error' })
      case 'failsBefore':
        return reply(response, 503, { state: 'error' })
      case 'cut':
        act()
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '400' })
        response.write('{"state":"pa')
        return void setImmediate(() => request.socket.destroy())
      case 'redirect':
        return void response.writeHead(307, { location: `${standIn.url}/elsewhere` }).end()
      case 'restart':
        act()
        return restart()
    }
  }

  const server = createServer((request, response) => {
    const id = (request.url ?? '').split('/')[2] ?? ''
    const paying = request.method === 'POST' && !request.url?.endsWith('/close')
    if (paying) {
      underWay.set(id, (underWay.get(id) ?? 0) + 1)
      most = Math.max(most, underWay.get(id) ?? 0)
      response.once('close', () => underWay.set(id, (underWay.get(id) ?? 1) - 1))
    }
    response.on('error', () => undefined)
    handle(request, response).catch(() => request.socket.destroy())
  })
  await listen(0)
  const standIn: PaymentsStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    moved,
    asked,
    limit,
    mostAtOnce: () => most,
    mischief: () => 'none',
    settled: async () => {
      while (waiting.size > 0) await Promise.all(waiting)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return standIn
}
