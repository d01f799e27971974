/** A booking, end to end, through `serverless offline`: the gateway, the packaged folders' handlers and a real PostgreSQL. */
import { startOffline, type Answer, type Offline } from './offline'
import { functionNames, timersOf } from './schedules'

// The first call of each function starts its process.
jest.setTimeout(30_000)

let offline: Offline
beforeAll(async () => {
  offline = await startOffline()
}, 120_000)
afterAll(async () => {
  await offline.close()
})

type Row = Readonly<Record<string, unknown>>
const listOf = ({ body }: Answer, field: string): readonly Row[] => body[field] as readonly Row[]
const appointmentOf = ({ status, body }: Answer): Row => {
  expect([status, body]).toEqual([200, expect.objectContaining({ appointment: expect.anything() })])
  return body.appointment as Row
}

/** Signs in with WeChat's code, and acts for a taxpayer of its own. */
const arrive = async (openid: string, number: string): Promise<Readonly<Record<string, string>>> => {
  const { status, body } = await offline.post('/api/accounts/signIn', { code: `code-${openid}` })
  expect([status, body]).toEqual([200, expect.objectContaining({ token: expect.any(String) })])
  const headers = { authorization: `Bearer ${String(body.token)}` }
  expect(
    (await offline.post('/api/accounts/bind', { kind: 'person', name: '王小明', number }, headers)).status,
  ).toBe(200)
  return headers
}

const freeSeat = async (): Promise<Row> => {
  const [hall] = listOf(await offline.post('/api/appointments/halls', {}), 'halls')
  const where = { hallId: hall?.id, matter: 'DJ01' }
  for (const { day } of listOf(await offline.post('/api/appointments/days', where), 'days')
    .filter(({ state }) => state === 'open')
    .slice(1)) {
    const slot = listOf(await offline.post('/api/appointments/slots', { ...where, day }), 'slots').find(
      ({ state }) => state === 'open',
    )
    if (slot) return { ...where, day, start: slot.start }
  }
  throw new Error('no free seat')
}

it('books: sign in by WeChat’s code, see a hall, hold a seat, confirm it, read the ticket, cancel', async () => {
  const [headers, seat] = [await arrive('offline-1', '110105194912310021'), await freeSeat()]
  const held = appointmentOf(await offline.post('/api/appointments/hold', seat, headers))
  expect(held).toMatchObject({ state: 'held', hallId: seat.hallId, day: seat.day, start: seat.start })
  const keyed = { ...headers, 'idempotency-key': 'offline-book-1' }
  const booked = appointmentOf(await offline.post('/api/appointments/book', { holdId: held.id }, keyed))
  expect(booked).toMatchObject({ id: held.id, state: 'booked', code: expect.stringMatching(/^\d{6}$/) })
  expect(appointmentOf(await offline.post('/api/appointments/book', { holdId: held.id }, keyed))).toEqual(
    booked,
  )
  expect(appointmentOf(await offline.post('/api/appointments/get', { id: held.id }, headers))).toMatchObject({
    id: held.id,
    state: 'booked',
    code: booked.code,
    qr: booked.qr,
  })
  const cancelled = appointmentOf(await offline.post('/api/appointments/cancel', { id: held.id }, headers))
  expect(cancelled.state).toMatch(/^cancelled/)
})

it('refuses: nobody signed in, a code that WeChat does not know, a second seat at one time, a route that is none', async () => {
  const [headers, seat] = [await arrive('offline-2', '11010519491231002X'), await freeSeat()]
  expect(await offline.post('/api/appointments/book', seat)).toMatchObject({
    status: 401,
    body: { code: 'SIGN_IN' },
  })
  expect(await offline.post('/api/accounts/signIn', { code: 'made-up' })).toMatchObject({
    status: 401,
    body: { code: 'SIGN_IN_FAILED' },
  })
  appointmentOf(await offline.post('/api/appointments/book', seat, headers))
  const again = await offline.post('/api/appointments/book', seat, { ...headers, 'accept-language': 'zh-CN' })
  expect(again).toMatchObject({
    status: expect.any(Number),
    body: { code: expect.stringMatching(/^LIMIT_/), message: expect.stringMatching(/[\u4e00-\u9fff]/) },
  })
  expect(again.status).toBeGreaterThanOrEqual(400)
  expect((await offline.post('/api/nothing/here', {})).status).toBe(404)
})

it('answers a stranger’s id as an unknown one', async () => {
  const mine = appointmentOf(
    await offline.post(
      '/api/appointments/book',
      await freeSeat(),
      await arrive('offline-3', '110105194912310021'),
    ),
  )
  const stranger = await arrive('offline-4', '110105194912310021')
  const [theirs, none] = [
    await offline.post('/api/appointments/get', { id: mine.id }, stranger),
    await offline.post('/api/appointments/get', { id: `ap_${'0'.repeat(26)}` }, stranger),
  ]
  expect(theirs).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  expect({ ...theirs.body, traceId: '' }).toEqual({ ...none.body, traceId: '' })
})

it('runs its schedules for the platform, and for nobody who comes over HTTP', async () => {
  expect(await offline.invoke('appointments', { timer: 'openDays' })).toMatchObject({
    statusCode: 200,
    body: expect.stringMatching(/"opened":\d/),
  })
  for (const [name, timers] of Object.entries(timersOf)) {
    for (const { procedure } of timers)
      expect([procedure, await offline.invoke(name, { timer: procedure })]).toMatchObject([
        procedure,
        { statusCode: 200 },
      ])
  }
  expect((await offline.post('/api/appointments/openDays', {})).status).toBeGreaterThanOrEqual(401)
  expect((await offline.post('/api/timers/sweep', { timer: 'sweep' })).status).toBeGreaterThanOrEqual(401)
})

it('prints one JSON line a call, and none of the secrets', () => {
  const said = offline.said()
  const lines = said
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Row)
  expect(lines).toEqual(
    expect.arrayContaining([expect.objectContaining({ procedure: 'appointments/book', status: 200 })]),
  )
  expect(lines.filter(({ level }) => level === 'error')).toEqual([])
  expect(said).not.toMatch(/secret-of-a-test|postgres:\/\/|110105194912310021|code-offline/)
})

it('ends when it is told to', async () => {
  expect(await offline.close()).toBe(0)
  expect(functionNames.every((name) => offline.said().includes(`shuibang-offline-${name}`))).toBe(true)
})
