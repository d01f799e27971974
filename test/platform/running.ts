/** A real server on a real database file, with a local stand-in for WeChat's `code2session`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../../functions/core/io/log/log'
import { startServer, type RunningServer, type ServerOptions } from '../../platform/server/server'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Readonly<Record<string, unknown>>
  readonly text: string
}

export interface Running {
  readonly server: RunningServer
  readonly url: string
  readonly dir: string
  readonly clock: { now: number }
  readonly lines: Readonly<Record<string, unknown>>[]
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  send(path: string, init: RequestInit): Promise<Answer>
  /** Signs the WeChat user in and gives a bearer header. */
  signIn(openid: string): Promise<Readonly<Record<string, string>>>
  close(): Promise<void>
}

/** Codes of the form `code-<openid>` sign that user in; `slow-…` is never answered. */
export const startWechat = async () => {
  const server = createServer((request, response) => {
    const code = new URL(request.url ?? '/', 'http://wechat').searchParams.get('js_code') ?? ''
    if (code.startsWith('slow-')) return
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify(
        code.startsWith('code-')
          ? { openid: code.slice(5), session_key: 'k' }
          : { errcode: 40029, errmsg: 'invalid code' },
      ),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close().closeAllConnections(),
  }
}

const parse = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}

export const startRunning = async (options: Partial<ServerOptions> = {}): Promise<Running> => {
  const dir = mkdtempSync(join(tmpdir(), 'server-'))
  const wechat = await startWechat()
  const clock = { now: Date.now() }
  const lines: Readonly<Record<string, unknown>>[] = []
  const note =
    (level: string) =>
    (fields: Readonly<Record<string, unknown>>, message: string): void =>
      void lines.push({ level, message, ...fields })
  const log: Log = { info: note('info'), warn: note('warn'), error: note('error') }
  const server = await startServer({
    port: 0,
    dataDir: join(dir, 'data'),
    schedules: false,
    strict: true,
    clock: () => clock.now,
    log,
    ...options,
    environment: {
      WECHAT_BASE_URL: wechat.url,
      WECHAT_APPID: 'wx1',
      WECHAT_SECRET: 's',
      MIN_VERSION: '0.1.0',
      ...options.environment,
    },
  })
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(server.url + path, init)
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: parse(text) }
  }
  const post: Running['post'] = (path, body, headers = {}) =>
    send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  return {
    server,
    url: server.url,
    dir,
    clock,
    lines,
    post,
    send,
    signIn: async (openid) => ({
      authorization: `Bearer ${String((await post('/api/accounts/signIn', { code: `code-${openid}` })).body.token)}`,
    }),
    close: async () => {
      await server.close()
      wechat.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
