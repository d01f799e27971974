import { startRunning, type Running } from './running'

let running: Running
beforeAll(async () => {
  running = await startRunning()
})
afterAll(() => running.close())

const taxpayer = { kind: 'person', name: '王小明', number: '110105194912310021' }
let serial = 0
const freshKey = (): string => `test-key-${(serial += 1)}`.padEnd(16, '0')

describe('sessions over HTTP', () => {
  it('sign in, and are known', async () => {
    const headers = await running.signIn('o-1')
    expect((await running.post('/api/accounts/me', {}, headers)).body).toMatchObject({
      accountId: expect.any(String),
      taxpayers: [],
    })
  })
  it('that are none ask to sign in', async () => {
    expect(await running.post('/api/accounts/me', {})).toMatchObject({
      status: 401,
      body: { code: 'SIGN_IN' },
    })
    for (const authorization of ['Bearer x.y.z', 'Bearer', 'Basic abc', `Bearer ${'a'.repeat(3_000)}`]) {
      expect(await running.post('/api/accounts/me', {}, { authorization })).toMatchObject({
        status: 401,
        body: { code: 'SIGN_IN' },
      })
    }
  })
  it('end after their time, and leave open what is open to anyone', async () => {
    const headers = await running.signIn('o-2')
    const before = running.clock.now
    running.clock.now += 13 * 3_600_000
    expect(await running.post('/api/accounts/me', {}, headers)).toMatchObject({
      status: 401,
      body: { code: 'SESSION_EXPIRED', message: '登录已过期，请重新登录。' },
    })
    expect((await running.post('/api/appointments/halls', {}, headers)).status).toBe(200)
    running.clock.now = before
  })
  it('that WeChat does not know fail plainly', async () => {
    expect(await running.post('/api/accounts/signIn', { code: 'nonsense' })).toMatchObject({
      status: 401,
      body: { code: 'SIGN_IN_FAILED' },
    })
  })
  it('of a plain account open no officer’s door and no job', async () => {
    const headers = await running.signIn('o-3')
    expect(await running.post('/api/timers/deadLetters', {}, headers)).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    })
    expect(await running.post('/api/timers/dispatch', {}, headers)).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    })
    expect(await running.post('/api/timers/dispatch', {}, { 'x-timer': 'dispatch' })).toMatchObject({
      status: 403,
    })
  })
})

describe('repeats over HTTP', () => {
  const bind = (headers: Readonly<Record<string, string>>, key: string, input: unknown = taxpayer) =>
    running.post('/api/accounts/bind', input, { ...headers, 'idempotency-key': key })

  it('get the first answer', async () => {
    const [headers, key] = [await running.signIn('o-10'), freshKey()]
    const first = await bind(headers, key)
    expect(first.status).toBe(200)
    expect((await bind(headers, key)).body).toEqual(first.body)
    expect(await bind(headers, freshKey())).toMatchObject({ status: 409, body: { code: 'ALREADY_BOUND' } })
  })
  it('with another input hear that the key was used', async () => {
    const [headers, key] = [await running.signIn('o-11'), freshKey()]
    await bind(headers, key)
    expect(await bind(headers, key, { ...taxpayer, name: '王大明' })).toMatchObject({
      status: 409,
      body: { code: 'KEY_REUSED' },
    })
  })
  it('at the same time land once', async () => {
    const [headers, key] = [await running.signIn('o-12'), freshKey()]
    const answers = await Promise.all(Array.from({ length: 20 }, () => bind(headers, key)))
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
    expect((await running.post('/api/accounts/me', {}, headers)).body.taxpayers).toHaveLength(1)
  })
  it('with a key that is none are refused', async () => {
    expect(await bind(await running.signIn('o-13'), 'short')).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT', data: { issues: [{ path: 'Idempotency-Key' }] } },
    })
  })
})

describe('input over HTTP', () => {
  it('of wrong types is explained, field by field, without repeating it', async () => {
    const headers = await running.signIn('o-20')
    const answer = await running.post(
      '/api/accounts/bind',
      { kind: 'dog', name: 7, number: 'SECRET', phone: '13912345678x' },
      { ...headers, 'accept-language': 'en' },
    )
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({
      code: 'INVALID_INPUT',
      message: 'Some of what you entered is not right. Please correct the fields shown.',
      data: {
        issues: [
          { path: 'kind', code: 'invalid_value', message: 'Please choose one of the options.' },
          { path: 'name', code: 'invalid_type', message: 'This should be text.' },
          { path: 'phone', code: 'invalid_format', message: 'The format is not right.' },
        ],
      },
      traceId: expect.any(String),
    })
    expect(answer.text).not.toMatch(/SECRET|139123/)
  })
  it('from a version too old asks to update', async () => {
    expect(await running.post('/api/appointments/halls', {}, { 'x-client-version': '0.0.9' })).toMatchObject({
      status: 426,
      body: { code: 'UPDATE_NEEDED', data: { minVersion: '0.1.0' } },
    })
  })
})

describe('logs', () => {
  it('hold a line for each call and nothing personal', async () => {
    const before = running.lines.length
    const headers = await running.signIn('o-30')
    await running.post('/api/accounts/bind', taxpayer, headers)
    const lines = running.lines.slice(before)
    expect(lines.map((line) => [line.procedure, line.status])).toEqual([
      ['accounts/signIn', 200],
      ['accounts/bind', 200],
    ])
    expect(JSON.stringify(lines)).not.toMatch(/王小明|110105194912310021|o-30|eyJ/)
  })
  it('hold no defect', () => {
    expect(running.lines.filter((line) => line.level === 'error')).toEqual([])
  })
})

describe('rate limit over HTTP', () => {
  it('is set by RATE_LIMIT', async () => {
    const limited = await startRunning({ environment: { RATE_LIMIT: '1' } })
    try {
      const statuses = []
      for (let call = 0; call < 6; call += 1)
        statuses.push((await limited.post('/api/appointments/halls', {})).status)
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
      const answer = await limited.post('/api/appointments/halls', {})
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    } finally {
      await limited.close()
    }
  })
})
