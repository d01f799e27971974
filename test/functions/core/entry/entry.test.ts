import { AppError } from '../../../../functions/core/pure/errors'
import { createEntry } from '../../../../functions/core/io/entry/entry'
import { contract, openBench, probe, type Bench } from './probe'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const account = { headers: { 'x-test-caller': 'ac_1' } }
const codeOf = async (reply: ReturnType<Bench['call']>): Promise<unknown> =>
  ((await reply).body as { code?: string }).code

describe('a call', () => {
  it('answers the output, and only what the contract names', async () => {
    const reply = await bench.call('probe/echo', { text: 'ab', times: 2, extra: 1 }, { address: '10.0.0.1' })
    expect(reply.status).toBe(200)
    expect(reply.headers).toEqual({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-server-time': expect.stringMatching(/^\d{13}$/),
    })
    expect(reply.body).toEqual({
      text: 'abab',
      language: 'zh-CN',
      caller: 'anonymous',
      address: '10.0.0.1',
      key: expect.stringMatching(/^\.[0-9a-f]{12}/),
    })
  })

  it('takes an absent input as an empty one', async () => {
    expect(
      await bench.entry.handle({
        procedure: 'probe/job',
        input: undefined,
        headers: {},
        source: { timer: 'nightly' },
      }),
    ).toMatchObject({ status: 200, body: { by: 'nightly' } })
  })

  it('answers an error with exactly code, message, data and trace id', async () => {
    const reply = await bench.call('probe/echo', { text: 'ab', fail: 'SLOT_FULL' })
    expect(reply.status).toBe(409)
    expect(reply.body).toEqual({
      code: 'SLOT_FULL',
      message: '这个时段已约满，请看看相近的时段。',
      data: { nearest: [{ hall: 'h1' }] },
      traceId: expect.stringMatching(/^[0-9a-f]{12}[0-9a-z]{6}$/),
    })
    const plain = await bench.call(
      'probe/echo',
      { text: 'ab', fail: 'NOT_FOUND' },
      { headers: { 'accept-language': 'en' } },
    )
    expect(plain.body).toEqual({ code: 'NOT_FOUND', message: 'Not found.', traceId: expect.any(String) })
  })

  it('says when it was given, a refusal too, so that a phone with a wrong clock can reckon', async () => {
    const told = [
      await bench.call('probe/echo', { text: 'ab' }),
      await bench.call('probe/nothing', {}),
      await bench.entry.refuse(new AppError('MALFORMED'), { what: 'http' }),
    ].map(({ headers }) => Number(headers['x-server-time']))
    for (const time of told) expect(Math.abs(time - bench.services.clock())).toBeLessThan(60_000)
  })

  it('gives each call a trace id of its own, and the log the same one', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => bench.call('probe/none')))
    const told = replies.map((reply) => (reply.body as { traceId: string }).traceId)
    expect(new Set(told).size).toBe(3)
    expect(bench.lines.map((line) => line.fields.trace).sort()).toEqual([...told].sort())
  })

  it('logs one line, without input or output', async () => {
    await bench.call('probe/echo', { text: 'private' }, account)
    expect(bench.lines).toEqual([
      {
        level: 'info',
        message: 'call',
        fields: {
          trace: expect.any(String),
          procedure: 'probe/echo',
          status: 200,
          code: undefined,
          ms: expect.any(Number),
          caller: 'ac_1',
        },
      },
    ])
    expect(JSON.stringify(bench.lines)).not.toContain('private')
  })
})

describe('the order of steps', () => {
  const bad = { text: 1 }
  it('asks who calls before anything about the call', async () => {
    expect(
      await codeOf(bench.call('probe/none', bad, { headers: { 'x-test-caller': 'SESSION_EXPIRED' } })),
    ).toBe('SESSION_EXPIRED')
    expect(
      await codeOf(
        bench.call('probe/write', bad, {
          headers: { 'x-test-caller': 'SESSION_EXPIRED', 'idempotency-key': '!' },
        }),
      ),
    ).toBe('SESSION_EXPIRED')
  })
  it('limits the rate before permission', async () => {
    const limited = createEntry({ functions: { probe }, services: bench.services, callsPerMinute: 0.2 })
    const call = () => limited.handle({ procedure: 'probe/officer', input: {}, headers: {}, address: 'a' })
    expect(await codeOf(call())).toBe('SIGN_IN')
    expect(await codeOf(call())).toBe('RATE_LIMITED')
  })
  it('looks at permission before the key and the input', async () => {
    expect(await codeOf(bench.call('probe/write', bad, { headers: { 'idempotency-key': '!' } }))).toBe(
      'SIGN_IN',
    )
    expect(await codeOf(bench.call('probe/officer', 7, account))).toBe('FORBIDDEN')
  })
  it('looks at the input before the handler', async () => {
    expect(await codeOf(bench.call('probe/write', bad, account))).toBe('INVALID_INPUT')
    const { seen } = await import('./probe')
    expect(seen.writes).toBe(0)
  })
})

describe('permission', () => {
  it.each([
    ['probe/officer', {}, 'SIGN_IN'],
    ['probe/officer', { headers: { 'x-test-caller': 'ac_1' } }, 'FORBIDDEN'],
    ['probe/officer', { headers: { 'x-test-caller': 'ac_1:officer' } }, undefined],
    ['probe/officer', { source: { timer: 't' } }, 'FORBIDDEN'],
    ['probe/job', {}, 'FORBIDDEN'],
    ['probe/job', { headers: { 'x-test-caller': 'ac_1:officer' } }, 'FORBIDDEN'],
    ['probe/job', { source: { timer: 't' } }, undefined],
    ['probe/open', {}, undefined],
    ['probe/none', {}, 'NO_PROCEDURE'],
    ['probe/__proto__', {}, 'NO_PROCEDURE'],
    ['toString', {}, 'NO_PROCEDURE'],
    ['', {}, 'NO_PROCEDURE'],
  ])('%s by %j: %s', async (name, who, code) => {
    expect(await codeOf(bench.call(name, {}, who))).toBe(code)
  })

  it.each(['SESSION_EXPIRED', 'SIGN_IN', 'ERASED'])(
    'what is open to anyone stays open to a session that ended (%s)',
    async (code) => {
      const headers = { 'x-test-caller': code }
      expect((await bench.call('probe/echo', { text: 'ab' }, { headers })).body).toMatchObject({
        caller: 'anonymous',
      })
      expect(await codeOf(bench.call('probe/officer', {}, { headers }))).toBe(code)
    },
  )
})

describe('rate limit', () => {
  it('says when to come back', async () => {
    const limited = createEntry({ functions: { probe }, services: bench.services, callsPerMinute: 0.2 })
    const call = () =>
      limited.handle({ procedure: 'probe/echo', input: { text: 'ab' }, headers: {}, address: 'a' })
    expect((await call()).status).toBe(200)
    const reply = await call()
    expect(reply).toMatchObject({
      status: 429,
      headers: { 'retry-after': '60' },
      body: { code: 'RATE_LIMITED', data: { retryAfter: 60 } },
    })
    bench.clock.now += 60_001
    expect((await call()).status).toBe(200)
  })
  it('counts sessions that fail against their address', async () => {
    const limited = createEntry({
      functions: { probe },
      services: bench.services,
      callsPerMinute: 0.2,
      identify: () => Promise.reject(new AppError('SIGN_IN')),
    })
    const call = () => limited.handle({ procedure: 'probe/officer', input: {}, headers: {}, address: 'a' })
    expect([await codeOf(call()), await codeOf(call())]).toEqual(['SIGN_IN', 'RATE_LIMITED'])
  })
  it('never limits timers', async () => {
    const limited = createEntry({ functions: { probe }, services: bench.services, callsPerMinute: 0.0001 })
    for (let run = 0; run < 5; run += 1)
      expect(
        (await limited.handle({ procedure: 'probe/job', input: {}, headers: {}, source: { timer: 't' } }))
          .status,
      ).toBe(200)
  })
})

describe('the client’s version', () => {
  it.each([
    [undefined, 200],
    ['1.2.0', 200],
    ['9.0.0', 200],
    ['nonsense', 200],
    ['1.1.9', 426],
  ])('%s → %i', async (version, status) => {
    const reply = await bench.call('probe/echo', { text: 'ab' }, { headers: { 'x-client-version': version } })
    expect(reply.status).toBe(status)
    if (status === 426)
      expect(reply.body).toMatchObject({ code: 'UPDATE_NEEDED', data: { minVersion: '1.2.0' } })
  })
})

describe('defects', () => {
  it('become INTERNAL without a word of what happened, and are logged with their cause', async () => {
    const reply = await bench.call(
      'probe/echo',
      { text: 'ab', fail: 'crash' },
      { headers: { 'accept-language': 'en' } },
    )
    expect(reply.status).toBe(500)
    expect(reply.body).toEqual({
      code: 'INTERNAL',
      message: 'Something went wrong on our side and has been recorded. Please try again later.',
      traceId: expect.any(String),
    })
    expect(bench.lines).toMatchObject([
      {
        level: 'error',
        message: 'defect',
        fields: { err: expect.objectContaining({ message: 'secret detail 13912345678' }) },
      },
    ])
  })
  it('are codes that the contract does not declare, while testing', async () => {
    expect(await codeOf(bench.call('probe/echo', { text: 'ab', fail: 'BANNED' }))).toBe('INTERNAL')
    const lenient = createEntry({ functions: { probe }, services: bench.services })
    expect(
      (await lenient.handle({ procedure: 'probe/echo', input: { text: 'ab', fail: 'BANNED' }, headers: {} }))
        .body,
    ).toMatchObject({ code: 'BANNED' })
  })
  it('are codes of a function that is not loaded here, in use too: nobody has words for them', async () => {
    const lenient = createEntry({ functions: { probe }, services: bench.services })
    const input = { text: 'ab', fail: 'unloaded' }
    const { status, body } = await lenient.handle({ procedure: 'probe/echo', input, headers: {} })
    expect([status, body]).toEqual([500, expect.objectContaining({ code: 'INTERNAL' })])
    expect(bench.lines.at(-1)).toMatchObject({ level: 'error', message: 'defect' })
  })
  it('are refusals whose data does not fit; in use the data is left out', async () => {
    expect(await codeOf(bench.call('probe/echo', { text: 'ab', fail: 'badData' }))).toBe('INTERNAL')
    const lenient = createEntry({ functions: { probe }, services: bench.services })
    const reply = await lenient.handle({
      procedure: 'probe/echo',
      input: { text: 'ab', fail: 'badData' },
      headers: {},
    })
    expect(reply.body).toEqual({
      code: 'SLOT_FULL',
      message: expect.any(String),
      traceId: expect.any(String),
    })
    expect(bench.lines.at(-1)).toMatchObject({ level: 'error', fields: { code: 'SLOT_FULL' } })
  })
  it('are reads that write', async () => {
    expect(await codeOf(bench.call('probe/echo', { text: 'ab', fail: 'transact' }))).toBe('INTERNAL')
  })
  it('of declaration stop the start', () => {
    const { echo, ...rest } = contract
    expect(() =>
      createEntry({ functions: { probe: { contract, router: {} } }, services: bench.services }),
    ).toThrow('probe/echo is in the contract and has no handler')
    expect(() =>
      createEntry({
        functions: { probe: { contract: rest, router: probe.router } },
        services: bench.services,
      }),
    ).toThrow('probe/echo has a handler and is not in the contract')
    expect(echo).toBeDefined()
  })
})

describe('input', () => {
  it('is explained in the caller’s language', async () => {
    const zh = await bench.call('probe/echo', { text: 'a', times: 9 })
    expect(zh.body).toMatchObject({
      code: 'INVALID_INPUT',
      data: {
        issues: [
          { path: 'text', code: 'too_small', message: '至少 2 个字。' },
          { path: 'times', code: 'too_big', message: '不能大于 3。' },
        ],
      },
    })
    const en = await bench.call('probe/echo', {}, { headers: { 'accept-language': 'fr, en;q=0.4' } })
    expect(en.body).toMatchObject({
      data: { issues: [{ path: 'text', code: 'required', message: 'Please fill this in.' }] },
    })
  })
  it.each([['a\u0000b'], ['a\ud800b'], ['\udc00ab']])(
    'refuses text that no document can hold: %j',
    async (text) => {
      expect((await bench.call('probe/echo', { text })).body).toMatchObject({
        code: 'INVALID_INPUT',
        data: { issues: [{ path: 'text', code: 'invalid_format' }] },
      })
    },
  )
  it('takes emoji and rare characters', async () => {
    expect((await bench.call('probe/echo', { text: '😀𠮷' })).status).toBe(200)
  })
  it('lets a handler name fields', async () => {
    expect((await bench.call('probe/echo', { text: 'ab', fail: 'cursor' })).body).toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: 'after', code: 'invalid_format', message: '格式不正确。' }] },
    })
  })
  it.each([
    [null],
    [[]],
    ['text'],
    [5],
    [true],
    [JSON.parse('{"__proto__": {"text": "ab"}}')],
    [{ text: { toString: 'x' } }],
  ])('%j is refused, not crashed on', async (input) => {
    expect(await codeOf(bench.call('probe/echo', input))).toBe('INVALID_INPUT')
  })
})
