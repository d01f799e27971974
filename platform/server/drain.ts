/** Stops HTTP so that nothing a client was promised is lost: each answer under way is sent whole, and ends its connection. */
import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import type { Gateway } from './gateway'

export interface Drain {
  readonly listener: Gateway
  /** From now on each answer ends its connection, so that its client goes elsewhere. */
  begin(): void
  /**
   * Takes no more connections. For `lingerMs` those that are open may still send a request; then the idle ones end, and
   * after `withinMs` all of them.
   * @returns whether everything was answered
   */
  end(server: Server, options: { readonly lingerMs: number; readonly withinMs: number }): Promise<boolean>
}

const LOOK_EVERY_MS = 20

export const createDrain = (gateway: Gateway): Drain => {
  const underWay = new Set<ServerResponse>()
  let stopping = false
  return {
    listener: (request, response) => {
      if (stopping) response.shouldKeepAlive = false
      underWay.add(response)
      response.once('close', () => underWay.delete(response))
      gateway(request, response)
    },
    begin: () => {
      stopping = true
      for (const response of underWay) if (!response.headersSent) response.shouldKeepAlive = false
    },
    end: (server, { lingerMs, withinMs }) =>
      new Promise((resolve) => {
        let answered = true
        let look: NodeJS.Timeout | undefined
        // Timers come before sockets are read: what has arrived meanwhile is read first, so that its connection is not idle.
        const endIdle = (): unknown => setImmediate(() => server.closeIdleConnections())
        const linger = setTimeout(() => (look = setInterval(endIdle, LOOK_EVERY_MS)), lingerMs)
        const late = setTimeout(() => {
          answered = underWay.size === 0
          server.closeAllConnections()
        }, lingerMs + withinMs)
        // The HTTP server's own close would cut idle connections at once, and with them a request on its way here.
        NetServer.prototype.close.call(server, () => {
          ;[linger, late].forEach(clearTimeout)
          clearInterval(look)
          resolve(answered)
        })
      }),
  }
}
