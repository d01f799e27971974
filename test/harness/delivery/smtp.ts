/** A mail server as a real one: it speaks SMTP line by line, wants a login where it is told to, and takes letters only whole. */
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createServer as createTlsServer, TLSSocket } from 'node:tls'
import type { EmailConfiguration } from '../../../functions/core/io/delivery/configuration'
import { CERTIFICATE, CERTIFICATE_KEY } from './certificate'

export interface Letter {
  readonly from: string
  readonly to: string
  readonly text: string
}

export interface MailServer {
  readonly configuration: EmailConfiguration
  readonly letters: readonly Letter[]
  /** Logins and letters that came in the clear. */
  readonly inClear: string[]
  /** What a command is answered with instead, once: `RCPT` → `550`; `cut`: the connection ends there. */
  readonly instead: Map<string, string>
  connections: number
  close(): Promise<void>
}

const USER = 'notices@example.cn'
const PASSWORD = 'hush-password-of-the-test'
const LOGIN = Buffer.from(`\0${USER}\0${PASSWORD}`).toString('base64')

export const startMail = async (
  security: EmailConfiguration['security'],
  { login = true }: { readonly login?: boolean } = {},
): Promise<MailServer> => {
  const letters: Letter[] = []
  const sockets = new Set<Socket>()

  const serve = (socket: Socket, greets: boolean): void => {
    let [text, from, to, isData, isIn] = ['', '', '', false, !login]
    const reply = (line: string): void => void socket.write(`${line}\r\n`)
    const told = (step: string, usual: string): boolean => {
      const other = server.instead.get(step)
      server.instead.delete(step)
      if (other === 'cut') socket.destroy()
      else reply(other ?? usual)
      return other === undefined
    }
    const command = (line: string): void => {
      const [word = ''] = line.split(/[ :]/)
      if (!(socket instanceof TLSSocket)) server.inClear.push(word)
      if (word === 'EHLO') return reply('250-mail.example.cn\r\n250-8BITMIME\r\n250 AUTH PLAIN')
      if (word === 'QUIT') return void socket.end()
      if (word === 'STARTTLS') {
        reply('220 go ahead')
        socket.removeAllListeners('data')
        return serve(
          new TLSSocket(socket, { isServer: true, cert: CERTIFICATE, key: CERTIFICATE_KEY }),
          false,
        )
      }
      if (word === 'AUTH') {
        isIn = line === `AUTH PLAIN ${LOGIN}`
        return reply(isIn ? '235 ok' : '535 no')
      }
      if (!isIn) return reply('530 log in first')
      if (word === 'RSET') return reply('250 ok')
      if (word === 'MAIL') {
        from = /<(.*)>/.exec(line)?.[1] ?? ''
        return void told('MAIL', '250 ok')
      }
      if (word === 'RCPT') {
        to = /<(.*)>/.exec(line)?.[1] ?? ''
        return void told('RCPT', '250 ok')
      }
      if (word === 'DATA') return void (isData = told('DATA', '354 go on'))
      reply('502 what')
    }
    const letter = (): void => {
      const end = text.indexOf('\r\n.\r\n')
      if (end < 0) return
      const whole = text.slice(0, end)
      text = text.slice(end + 5)
      isData = false
      // taken, and the answer lost: the one that nobody can tell from not taken
      if (server.instead.get('letter') === 'taken, cut') {
        letters.push({ from, to, text: whole })
        server.instead.delete('letter')
        return void socket.destroy()
      }
      if (told('letter', '250 queued as 7')) letters.push({ from, to, text: whole })
    }
    socket.on('error', () => undefined)
    socket.on('data', (data: Buffer) => {
      text += data.toString('utf8')
      for (;;) {
        if (isData) return letter()
        const end = text.indexOf('\r\n')
        if (end < 0) return
        const line = text.slice(0, end)
        text = text.slice(end + 2)
        command(line)
      }
    })
    if (greets) reply('220 mail.example.cn')
  }
  const accept = (socket: Socket): void => {
    server.connections += 1
    sockets.add(socket)
    serve(socket, true)
  }
  const listener =
    security === 'tls'
      ? createTlsServer({ cert: CERTIFICATE, key: CERTIFICATE_KEY }, accept)
      : createServer(accept)
  await new Promise<void>((resolve) => listener.listen(0, 'localhost', resolve))
  const server: MailServer = {
    configuration: {
      host: 'localhost',
      port: (listener.address() as AddressInfo).port,
      security,
      login: login ? { user: USER, password: PASSWORD } : null,
      from: { name: '税帮', address: 'notices@tax.example.cn' },
      perSecond: 50,
    },
    letters,
    inClear: [],
    instead: new Map(),
    connections: 0,
    close: () =>
      new Promise((resolve) => {
        listener.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
  return server
}
