/** SMTP, as far as a sender speaks it (RFC 5321): one connection, a command and its reply at a time. */
import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { EmailConfiguration } from '../configuration'

export interface Reply {
  readonly code: number
  /** The lines’ texts, codes left out. */
  readonly lines: readonly string[]
}

export interface Dialogue {
  /** @throws Error when the connection is gone, or its time is over */
  ask(command: string): Promise<Reply>
  end(): void
}

/** The server said something else than what lets us go on. Its text is not kept: it may name an address. */
export class SmtpRefused extends Error {
  override readonly name = 'SmtpRefused'
  constructor(
    readonly step: string,
    readonly code: number,
  ) {
    super(`${step}: ${code}`)
  }
}

export interface Trust {
  /** Certificates beside those that Node knows: for tests; an office’s own go into `NODE_EXTRA_CA_CERTS`. */
  readonly ca?: string
}

const MOST_BYTES = 64 * 1024

/** Replies in their order; a line that is no reply’s ends the connection. */
const repliesOf = (socket: Socket, signal: AbortSignal) => {
  let text = ''
  let lines: string[] = []
  const ready: Reply[] = []
  let waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | undefined
  let failure: Error | undefined
  const fail = (error: Error): void => {
    failure ??= error
    waiting?.reject(failure)
    waiting = undefined
    socket.destroy()
  }
  const take = (line: string): void => {
    const [, code, more, words = ''] = /^(\d{3})([ -]?)(.*)$/.exec(line) ?? []
    if (code === undefined) return fail(new Error('no SMTP'))
    lines.push(words)
    if (more === '-') return
    const reply = { code: Number(code), lines }
    lines = []
    if (waiting) waiting.resolve(reply)
    else ready.push(reply)
    waiting = undefined
  }
  const read = (data: Buffer): void => {
    text += data.toString('utf8')
    if (text.length > MOST_BYTES) return fail(new Error('too long'))
    const parts = text.split('\r\n')
    text = parts.pop() ?? ''
    parts.forEach(take)
  }
  const isLate = (): void => fail(new Error('late'))
  const isClosed = (): void => fail(new Error('closed'))
  socket.on('data', read).on('error', fail).on('close', isClosed)
  signal.addEventListener('abort', isLate, { once: true })
  if (signal.aborted) isLate()
  return {
    next: (): Promise<Reply> => {
      const reply = ready.shift()
      if (reply) return Promise.resolve(reply)
      if (failure) return Promise.reject(failure)
      return new Promise((resolve, reject) => (waiting = { resolve, reject }))
    },
    /** Before the socket is wrapped: what came in the clear counts for nothing after. */
    letGo: (): void => {
      socket.off('data', read).off('error', fail).off('close', isClosed)
      signal.removeEventListener('abort', isLate)
    },
  }
}

const must = async (reply: Promise<Reply>, step: string, ...codes: readonly number[]): Promise<Reply> => {
  const told = await reply
  if (!codes.includes(told.code)) throw new SmtpRefused(step, told.code)
  return told
}

const over = (
  socket: Socket,
  signal: AbortSignal,
): Dialogue & { readonly greeting: () => Promise<Reply>; readonly letGo: () => void } => {
  const replies = repliesOf(socket, signal)
  return {
    ask: (command) => {
      socket.write(`${command}\r\n`)
      return replies.next()
    },
    end: () => {
      socket.end('QUIT\r\n')
      socket.destroySoon()
    },
    greeting: replies.next,
    letGo: replies.letGo,
  }
}

/** A name for ourselves that says nothing of the machine. */
const HELLO = 'EHLO shuibang.invalid'

/**
 * Connected, private where it has to be, and logged in.
 * @throws SmtpRefused, or Error where no connection was made: nothing was sent
 */
export const openDialogue = async (
  { host, port, security, login }: EmailConfiguration,
  signal: AbortSignal,
  trust: Trust = {},
): Promise<Dialogue> => {
  const plain = security === 'tls' ? undefined : connectPlain({ host, port })
  const socket = plain ?? connectTls({ host, port, servername: host, ...trust })
  let dialogue = over(socket, signal)
  try {
    await must(dialogue.greeting(), 'greeting', 220)
    await must(dialogue.ask(HELLO), 'EHLO', 250)
    if (plain && security === 'starttls') {
      await must(dialogue.ask('STARTTLS'), 'STARTTLS', 220)
      dialogue.letGo()
      dialogue = over(connectTls({ socket: plain, servername: host, ...trust }), signal)
      await must(dialogue.ask(HELLO), 'EHLO', 250)
    }
    if (login) {
      const secret = Buffer.from(`\0${login.user}\0${login.password}`, 'utf8').toString('base64')
      await must(dialogue.ask(`AUTH PLAIN ${secret}`), 'AUTH', 235)
    }
    return dialogue
  } catch (error) {
    socket.destroy()
    throw error
  }
}
