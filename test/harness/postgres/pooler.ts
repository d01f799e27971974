/**
 * A pooler as PgBouncer is one in transaction mode: each transaction goes to whichever server connection is free, and to
 * be strict, that connection forgets all it knew of its session afterwards.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { message, messageReader, type Message } from './wire'

export interface Pooler {
  readonly port: number
  /** Statements that were given a name: a pooler could not find them again. */
  readonly named: readonly string[]
  /** Transactions that each server connection carried out. */
  readonly carried: readonly number[]
  close(): Promise<void>
}

interface Backend {
  readonly index: number
  /** Sends a batch; resolves with the transaction's status (`I` for none) when the server is ready again. */
  run(batch: Buffer, answer: (bytes: Buffer) => void): Promise<string>
}

const openBackend = (index: number, port: number, startup: Buffer, sockets: Socket[]): Promise<Backend> => {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  const read = messageReader(false)
  let onMessage = (_: Message): void => undefined
  socket.on('data', (chunk: Buffer) => read(chunk).forEach((one) => onMessage(one)))
  socket.on('error', () => undefined)
  const run: Backend['run'] = (batch, answer) =>
    new Promise((resolve) => {
      onMessage = ({ type, bytes }) => {
        answer(bytes)
        if (type === 'Z') resolve(String.fromCharCode(bytes[5] ?? 0))
      }
      socket.write(batch)
    })
  return run(startup, () => undefined).then(() => ({ index, run }))
}

const WELCOME = Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))])
const FORGET = message('Q', Buffer.from('DISCARD ALL\0'))
const TERMINATE = 'X'

/** The name a Parse or Bind message gives or asks for. */
const statementName = ({ type, bytes }: Message): string => {
  const parts = bytes.subarray(5).toString('latin1').split('\0')
  return (type === 'P' ? parts[0] : type === 'B' ? parts[1] : '') ?? ''
}

/** @param size server connections */
export const openPooler = async (target: number, size: number): Promise<Pooler> => {
  const named: string[] = []
  const carried = Array.from({ length: size }, () => 0)
  const sockets: Socket[] = []
  let free: Backend[] | undefined
  const waiting: ((backend: Backend) => void)[] = []

  const take = (): Promise<Backend> => {
    const backend = free?.shift()
    return backend ? Promise.resolve(backend) : new Promise((resolve) => waiting.push(resolve))
  }
  const give = (backend: Backend): void => {
    const next = waiting.shift()
    if (next) next(backend)
    else free?.push(backend)
  }

  const serve = (client: Socket): void => {
    sockets.push(client)
    client.on('error', () => undefined)
    const read = messageReader(true)
    let batch: Buffer[] = []
    let mine: Backend | undefined
    let turn = Promise.resolve()

    const statement = async (bytes: Buffer): Promise<void> => {
      const backend = mine ?? (await take())
      const status = await backend.run(bytes, (answer) => void client.write(answer))
      mine = status === 'I' ? undefined : backend
      if (mine) return
      carried[backend.index] = (carried[backend.index] ?? 0) + 1
      await backend.run(FORGET, () => undefined)
      give(backend)
    }
    const start = async (startup: Buffer): Promise<void> => {
      free ??= await Promise.all(carried.map((_, index) => openBackend(index, target, startup, sockets)))
      client.write(WELCOME)
    }
    client.on('data', (chunk: Buffer) => {
      for (const one of read(chunk)) {
        if (one.type === TERMINATE) return void client.end()
        if (statementName(one) !== '') named.push(statementName(one))
        batch.push(one.bytes)
        if (['P', 'B', 'D', 'E'].includes(one.type)) continue
        const whole = Buffer.concat(batch)
        batch = []
        turn = turn.then(() => (one.type === '' ? start(whole) : statement(whole)))
      }
    })
  }

  const server = createServer(serve)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    named,
    carried,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
