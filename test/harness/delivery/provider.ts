/** A provider as a real HTTP server that counts what it was sent, by our ids, and can be told what to do with a request. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What becomes of one request: taken and answered, as usual; or nobody ever hears of it; or taken without an answer. */
export type Fate = 'answered' | 'lostRequest' | 'lostReply' | 'busy'

export interface Provider {
  readonly url: string
  /** Every message that it took, in order, repeats too. */
  readonly taken: readonly { readonly id: string; readonly text: string }[]
  timesOf(id: string): number
  /** Asked for each request, when it has arrived. */
  fate: (id: string) => Fate | Promise<Fate>
  close(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<{ id: string; text: string }> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as { id: string; text: string }
}

export const startProvider = async (): Promise<Provider> => {
  const taken: { id: string; text: string }[] = []
  const times = new Map<string, number>()
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const message = await bodyOf(request)
    const fate = await provider.fate(message.id)
    if (fate === 'lostRequest') return void request.socket.destroy()
    if (fate === 'busy') return void response.writeHead(503).end('{}')
    taken.push(message)
    times.set(message.id, (times.get(message.id) ?? 0) + 1)
    if (fate === 'lostReply') return void request.socket.destroy()
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"taken":true}')
  }
  const http = createServer((request, response) => {
    response.on('error', () => undefined)
    handle(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const provider: Provider = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    taken,
    timesOf: (id) => times.get(id) ?? 0,
    fate: () => 'answered',
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
  return provider
}
