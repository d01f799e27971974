/** A way to the emulator on which calls arrive twice: as after a reset, when the first delivery had arrived all the same. */
import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Twice {
  readonly serviceUrl: string
  /** How many calls were delivered twice. */
  readonly count: () => number
  stop(): Promise<void>
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** @param doubled the actions that arrive twice; the second answer is the one that is heard */
export const startTwice = async (url: string, doubled: RegExp): Promise<Twice> => {
  const target = new URL(url)
  let count = 0
  const deliver = (incoming: IncomingMessage, body: Buffer): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      // the host stays as it was signed
      const outgoing = request(
        {
          host: target.hostname,
          port: target.port,
          path: incoming.url,
          method: incoming.method,
          headers: incoming.headers,
        },
        (answer) => void bodyOf(answer).then(resolve, reject),
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  const server = createServer((incoming, answer) => {
    void (async () => {
      const body = await bodyOf(incoming)
      const { action } = JSON.parse(body.toString()) as { action: string }
      if (doubled.test(action)) {
        count += 1
        await deliver(incoming, body)
      }
      answer.setHeader('content-type', 'application/json')
      answer.end(await deliver(incoming, body))
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`,
    count: () => count,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
