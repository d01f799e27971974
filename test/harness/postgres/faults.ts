/** A proxy before PostgreSQL that loses a reply, or refuses a write, at the wire: the engine and its driver notice nothing of it. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { messageReader, refusal } from './wire'

export interface FaultyProxy {
  readonly port: number
  /** The next write is carried out, and the connection ends before its answer. */
  loseNextReply(): void
  /** The next writes never reach the server: they are answered with this SQLSTATE, by default a full disk. */
  failNextWrites(times: number, state?: string): void
  close(): Promise<void>
}

const WRITE = /shuibang_(commit|patch)_/

export const openFaultyProxy = async (target: () => number): Promise<FaultyProxy> => {
  let losing = false
  let failing = 0
  let failure = ''
  const sockets = new Set<Socket>()

  const serve = (client: Socket): void => {
    const server = connect(target(), '127.0.0.1')
    const [ofClient, ofServer] = [messageReader(true), messageReader(false)]
    let waiting: Buffer[] = []
    let lost = false
    const end = (): void => {
      client.destroy()
      server.destroy()
    }
    for (const socket of [client, server]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', end)
      socket.on('close', () => {
        sockets.delete(socket)
        end()
      })
    }
    /** A statement is whole at its Sync. */
    const statement = (batch: Buffer): void => {
      const write = WRITE.test(batch.toString('latin1'))
      if (write && failing > 0) {
        failing -= 1
        client.write(refusal(failure))
        return
      }
      if (write && losing) {
        losing = false
        lost = true
      }
      server.write(batch)
    }
    client.on('data', (chunk: Buffer) => {
      for (const { type, bytes } of ofClient(chunk)) {
        waiting.push(bytes)
        if (['P', 'B', 'D', 'E'].includes(type)) continue
        statement(Buffer.concat(waiting))
        waiting = []
      }
    })
    server.on('data', (chunk: Buffer) => {
      for (const { type, bytes } of ofServer(chunk)) {
        if (!lost) client.write(bytes)
        else if (type === 'Z') end()
      }
    })
  }

  const proxy = createServer(serve)
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    port: (proxy.address() as AddressInfo).port,
    loseNextReply: () => {
      losing = true
    },
    failNextWrites: (times, state = '53100') => {
      failing = times
      failure = state
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => proxy.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
