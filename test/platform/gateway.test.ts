import { connect } from 'node:net'
import { startRunning, type Running } from './running'

let running: Running
beforeAll(async () => {
  running = await startRunning()
})
afterAll(() => running.close())

const json = { 'content-type': 'application/json' }
const error = (code: string) => ({
  code,
  message: expect.stringMatching(/\S/),
  traceId: expect.stringMatching(/^\w{18}$/),
})

/** Raw bytes over a socket, until the server has closed it or `ms` have passed. */
const raw = (text: string, ms = 3_000): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(running.server.port, '127.0.0.1')
    let received = ''
    const timer = setTimeout(() => socket.destroy(), ms)
    socket.on('data', (chunk) => (received += chunk.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(received)
    })
    socket.write(text)
  })

describe('a call over HTTP', () => {
  it('answers the output as JSON', async () => {
    const answer = await running.post('/api/appointments/halls', {})
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.body).toEqual({ halls: expect.any(Array) })
  })
  it('takes an empty body as an empty input, with and without a type', async () => {
    expect((await running.send('/api/appointments/halls', { method: 'POST', headers: json })).status).toBe(
      200,
    )
    expect((await running.send('/api/appointments/halls', { method: 'POST' })).status).toBe(200)
  })
  it('looks neither at the query nor at the case of headers', async () => {
    expect(
      (
        await running.send('/api/appointments/halls?x=1', {
          method: 'POST',
          headers: { 'CONTENT-TYPE': 'application/json; charset=utf-8' },
          body: '{}',
        })
      ).status,
    ).toBe(200)
  })
})

describe('refused before it is looked at', () => {
  const post = (path: string, body: BodyInit | undefined, headers: Record<string, string> = json) =>
    running.send(path, { method: 'POST', headers, ...(body === undefined ? {} : { body }) })

  it.each(['{', '{"a":}', "{'a':1}", 'undefined', '{"a":1}{"b":2}', '\u0000', '[1,'])(
    'malformed JSON: %j',
    async (body) => {
      const answer = await post('/api/appointments/halls', body)
      expect(answer.status).toBe(400)
      expect(answer.body).toEqual(error('MALFORMED'))
    },
  )
  it('bytes that are not UTF-8', async () => {
    expect((await post('/api/appointments/halls', new Uint8Array([0x22, 0xc3, 0x28, 0x22]))).body).toEqual(
      error('MALFORMED'),
    )
  })
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/xml',
  ])('content type %s', async (type) => {
    const answer = await post('/api/appointments/halls', '{}', { 'content-type': type })
    expect(answer.status).toBe(415)
    expect(answer.body).toEqual(error('UNSUPPORTED'))
  })
  it.each(['gzip', 'br', 'deflate', 'zstd', 'x-unknown', 'identity, gzip'])(
    'content encoding %s',
    async (encoding) => {
      const answer = await post('/api/appointments/halls', '{}', {
        'content-type': 'application/json',
        'content-encoding': encoding,
      })
      expect([answer.status, answer.body]).toEqual([415, error('UNSUPPORTED')])
    },
  )
  it.each(['identity', 'Identity', ''])('but not content encoding "%s"', async (encoding) => {
    expect(
      (
        await post('/api/appointments/halls', '{}', {
          'content-type': 'application/json',
          'content-encoding': encoding,
        })
      ).status,
    ).toBe(200)
  })
  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('method %s', async (method) => {
    const answer = await running.send('/api/appointments/halls', { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('POST')
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    if (method !== 'HEAD') expect(answer.body).toEqual(error('METHOD'))
  })
  it.each([
    '/api',
    '/api/',
    '/api/appointments',
    '/api/appointments/',
    '/api/appointments/none',
    '/api/none/halls',
    '/api/appointments/halls/x',
    '/api/__proto__/toString',
    '/api/appointments/constructor',
    '/api/%2f/x',
  ])('%s is no procedure', async (path) => {
    const answer = await post(path, '{}')
    expect(answer.status).toBe(404)
    expect(answer.body).toEqual(error('NO_PROCEDURE'))
  })
  it('in the language asked for', async () => {
    expect(
      (await post('/api/appointments/halls', '{', { ...json, 'accept-language': 'de, en;q=0.9, zh;q=0.1' }))
        .body.message,
    ).toBe('The request could not be read. Please update and try again.')
    expect(
      (await post('/api/appointments/halls', '{', { ...json, 'accept-language': 'de' })).body.message,
    ).toBe('请求内容无法读取，请更新小程序后再试。')
  })
})

describe('a body over 100 kB', () => {
  const big = JSON.stringify({ text: 'a'.repeat(101 * 1024) })
  it('is refused by its stated length, before a byte of it arrives', async () => {
    const reply = await raw(
      'POST /api/appointments/halls HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 104857600\r\n\r\n',
    )
    expect(reply).toMatch(/^HTTP\/1.1 413 /)
    expect(reply).toMatch(/connection: close/i)
    expect(reply).toContain('"code":"TOO_LARGE"')
  })
  it('is refused while it arrives, when no length is stated', async () => {
    const chunk = `${(60_000).toString(16)}\r\n${'a'.repeat(60_000)}\r\n`
    const reply = await raw(
      `POST /api/appointments/halls HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}${chunk}`,
    )
    expect(reply).toMatch(/^HTTP\/1.1 413 /)
  })
  it('is told to a client that sent all of it', async () => {
    const answer = await running.send('/api/appointments/halls', { method: 'POST', headers: json, body: big })
    expect(answer.status).toBe(413)
    expect(answer.body).toEqual(error('TOO_LARGE'))
  })
  it('leaves the server as it was', async () => {
    expect((await running.post('/api/appointments/halls', {})).status).toBe(200)
  })
  it('of exactly 100 kB is read', async () => {
    const body = JSON.stringify({ matter: 'a'.repeat(100 * 1024 - 13) })
    expect(Buffer.byteLength(body)).toBe(100 * 1024)
    expect(
      (await running.send('/api/appointments/halls', { method: 'POST', headers: json, body })).body,
    ).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('clients that misbehave', () => {
  it('that break off are forgotten', async () => {
    await raw(
      'POST /api/appointments/halls HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a"',
      200,
    )
    expect((await running.post('/api/appointments/halls', {})).status).toBe(200)
  })
  it('that speak no HTTP get a plain 400', async () => {
    expect(await raw('hello\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
  })
  it('that nest 50 000 levels deep are answered', async () => {
    const body = '['.repeat(50_000) + ']'.repeat(50_000)
    expect(
      (await running.send('/api/appointments/halls', { method: 'POST', headers: json, body })).body,
    ).toMatchObject({ code: 'INVALID_INPUT' })
    expect(
      (
        await running.send('/api/appointments/halls', {
          method: 'POST',
          headers: json,
          body: `{"junk":${body}}`,
        })
      ).status,
    ).toBe(200)
  })
})

describe('paths that climb', () => {
  it.each([
    '/api/docs/../../package.json',
    '/../package.json',
    '/api/../package.json',
    '/%2e%2e/package.json',
    '//etc/passwd',
  ])('%s leads nowhere', async (path) => {
    const reply = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(reply).not.toMatch(/shuibang"|root:/)
    expect(reply).toMatch(/^HTTP\/1.1 (404|405|503) /)
  })
})

describe('health', () => {
  it('tells what the store asserts of itself', async () => {
    const answer = await running.send('/health', {})
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      status: 'ok',
      demonstration: true,
      store: { engine: 'sqlite', durable: true, detail: { journal_mode: 'wal', synchronous: 2 } },
    })
  })
  it('is only read', async () => {
    expect(await running.send('/health', { method: 'POST' })).toMatchObject({ status: 405 })
  })
})

describe('documents', () => {
  it('openapi.json lists every procedure but the jobs', async () => {
    const { body } = await running.send('/api/openapi.json', {})
    const paths = Object.keys(body.paths as object)
    expect(paths).toEqual(
      expect.arrayContaining(['/appointments/book', '/accounts/signIn', '/timers/auditHeads']),
    )
    expect(paths).not.toContain('/timers/dispatch')
  })
  it('/api/docs comes from disk, under a policy that lets nothing leave', async () => {
    const page = await running.send('/api/docs', {})
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(files).toEqual([
      '/api/docs/swagger-ui.css',
      '/api/docs/swagger-ui-bundle.js',
      '/api/docs/start.js',
    ])
    for (const file of files) {
      const answer = await running.send(file, {})
      expect([file, answer.status, answer.headers.get('content-security-policy')]).toEqual([
        file,
        200,
        expect.stringContaining("connect-src 'self'"),
      ])
    }
  })
  it.each(['/api/docs/package.json', '/api/docs/%2f%2e%2e%2fpackage.json', '/api/docs/swagger-ui.css.map'])(
    '%s is not served',
    async (path) => {
      expect((await running.send(path, {})).status).toBe(404)
    },
  )
})

it('answered none of all this with INTERNAL', () => {
  expect(running.lines.filter((line) => line.level === 'error')).toEqual([])
})
