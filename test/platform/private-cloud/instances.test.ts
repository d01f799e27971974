/** Three server processes on one PostgreSQL: what one does the others see, and what one leaves behind the others finish. */
import { waitingEvents } from '../../harness/events'
import { Client } from 'pg'
import { appointments } from '../../../functions/appointments/collections'
import { MINUTE } from '../../../functions/core/pure/time'
import { everything, seatFaults } from '../../harness/seats'
import { book, freeSeats, idOf, signIn, startDeployment, type Deployment, type Seat } from './deployment'
import { buildServer, startProcess, type ServerProcess } from './processes'

let deployment: Deployment
let started: readonly ServerProcess[] = []
/** Those that are alive. */
let servers: readonly ServerProcess[]
let seats: Seat[]
const at = (place: number): ServerProcess => {
  const server = servers[place % servers.length]
  if (!server) throw new Error('no such server')
  return server
}
const takeSeat = (): Seat => {
  const seat = seats.pop()
  if (!seat) throw new Error('no seat is left')
  return seat
}
let people = 0
/** How far the servers' clocks are ahead. */
let ahead = 0
const advance = async (minutes: number): Promise<void> => {
  ahead += minutes * MINUTE
  await Promise.all(servers.map((server) => server.order({ advance: minutes * MINUTE })))
}

beforeAll(async () => {
  const [bundle, ready] = await Promise.all([buildServer('instances'), startDeployment('postgres')])
  deployment = ready
  started = await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      startProcess(bundle, { ...deployment.environment(name), SCHEDULES: 'off' }),
    ),
  )
  servers = started
  seats = await freeSeats(at(0))
}, 60_000)
afterAll(async () => {
  for (const server of started) server.kill('SIGKILL')
  await Promise.all(started.map(({ ended }) => ended))
  await deployment.close()
})

const handled = (answers: readonly Readonly<Record<string, unknown>>[]): number =>
  answers.reduce((sum, answer) => sum + Number(answer.handled), 0)
const due = async (): Promise<number> =>
  (await waitingEvents(deployment.instance.services.store)).filter(
    ({ doc }) => (doc.due ?? 0) <= Date.now() + ahead,
  ).length
const dispatch = (on: readonly ServerProcess[]) =>
  Promise.all(on.map((server) => server.order({ run: 'timers/dispatch' })))
const stateOf = async (id: string): Promise<unknown> =>
  (await deployment.instance.services.store.read(appointments.name, [id]))[0]?.doc.state

it('is ready on a database whose tables it may not change', async () => {
  for (const server of servers)
    expect(await server.get('/ready')).toEqual({ status: 200, body: { status: 'ready' } })
  const url = String(deployment.environment('a').DATABASE_URL)
  const client = new Client({ connectionString: url })
  await client.connect()
  for (const sql of [
    'CREATE TABLE mine (id text)',
    'DROP TABLE c_appointments',
    'ALTER TABLE c_appointments ADD COLUMN more text',
    'CREATE SCHEMA mine',
  ]) {
    await expect(client.query(sql)).rejects.toThrow(/permission denied|must be owner/)
  }
  await client.end()
})

it('shares sessions, bookings and the answers to repeats', async () => {
  const headers = await signIn(at(0), (people += 1))
  const seat = takeSeat()
  const first = await book(at(1), seat, headers, 'shared-0001')
  expect(first.status).toBe(200)
  expect(await book(at(2), seat, headers, 'shared-0001')).toEqual(first)
  expect((await at(0).post('/api/appointments/mine', {}, headers)).body.items).toMatchObject([
    { id: idOf(first), state: 'booked' },
  ])
  expect((await at(2).post('/api/appointments/cancel', { id: idOf(first) }, headers)).status).toBe(200)
  expect((await at(1).post('/api/appointments/get', { id: idOf(first) }, headers)).body).toMatchObject({
    appointment: { state: expect.stringMatching(/^cancelled/) },
  })
  await at(0).post('/api/accounts/signOutEverywhere', {}, headers)
  for (const server of servers)
    expect((await server.post('/api/appointments/mine', {}, headers)).status).toBe(401)
})

it('gives a slot’s seats once, whoever is asked', async () => {
  const seat = takeSeat()
  const left = 1 + seats.filter(({ start }) => start === seat.start).length
  seats = seats.filter(({ start }) => start !== seat.start)
  const accounts = await Promise.all(
    Array.from({ length: left + 4 }, (_, place) => signIn(at(place), (people += 1))),
  )
  const answers = await Promise.all(
    accounts.map((headers, place) => book(at(place), seat, headers, `rush-${place}-0001`)),
  )
  expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(left)
  expect(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code)).toEqual(
    Array(4).fill('SLOT_FULL'),
  )
}, 20_000)

it('runs each job once, although every instance keeps every schedule', async () => {
  const holds = await Promise.all(
    Array.from({ length: 9 }, async (_, place) => {
      const headers = await signIn(at(place), (people += 1))
      return at(place).post('/api/appointments/hold', takeSeat(), headers)
    }),
  )
  expect(holds.map(({ status }) => status)).toEqual(Array(9).fill(200))
  await advance(11)
  const waiting = await due()
  expect(waiting).toBeGreaterThanOrEqual(9)
  const runs = await dispatch(servers)
  // Handling tells of more: notices of what was booked, which another lane may take up in the same run.
  expect(handled(runs)).toBeGreaterThanOrEqual(waiting)
  while ((await due()) > 0) await dispatch(servers)
  expect(runs.every((run) => run.failed === 0 && run.died === 0)).toBe(true)
  for (const hold of holds) expect(await stateOf(idOf(hold))).toBe('lapsed')
}, 20_000)

it('loses nothing acknowledged with an instance that is killed, and takes over its leases', async () => {
  const [doomed, ...others] = [at(2), at(0), at(1)]
  const hold = await others[0].post(
    '/api/appointments/hold',
    takeSeat(),
    await signIn(others[0], (people += 1)),
  )
  await advance(11)
  expect(await doomed.order({ keep: 'events.dispatch.appointments' })).toEqual({ fence: expect.any(Number) })
  const acknowledged: string[] = []
  let cut = 0
  const client = async (name: number): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) {
      const key = `killed-${name}-${turn}-0001`
      const [headers, seat] = [await signIn(others[turn % 2] ?? at(0), (people += 1)), takeSeat()]
      const answer = await book(doomed, seat, headers, key).catch(() => undefined)
      // What was not answered is asked again elsewhere, under the same key: it is made once.
      const settled = answer ?? (await book(at(name % 2), seat, headers, key))
      expect(settled.status).toBe(200)
      acknowledged.push(idOf(settled))
      if (answer) continue
      cut += 1
      return
    }
  }
  const clients = Promise.all([0, 1, 2].map(client))
  while (acknowledged.length < 4) await new Promise((resolve) => setTimeout(resolve, 5))
  doomed.kill('SIGKILL')
  await clients
  expect(await doomed.ended).toBe('SIGKILL')
  expect(cut).toBe(3)
  expect(new Set(acknowledged).size).toBe(acknowledged.length)
  for (const id of acknowledged) expect(await stateOf(id)).toBe('booked')

  const waiting = await due()
  expect(waiting).toBeGreaterThan(0)
  expect(handled(await dispatch(others))).toBe(0)
  servers = others
  await advance(3)
  expect(handled(await dispatch(others))).toBeGreaterThanOrEqual(waiting)
  expect(await stateOf(idOf(hold))).toBe('lapsed')
}, 30_000)

it('answers everything under way when it is told to end, and loses none of it', async () => {
  const [leaving] = servers
  if (!leaving) throw new Error('no server')
  const booked: string[] = []
  const headers = await Promise.all(Array.from({ length: 12 }, () => signIn(at(1), (people += 1))))
  const calls = headers.map((one, place) =>
    book(leaving, takeSeat(), one, `leaving-${place}-0001`).then((answer) => {
      expect(answer.status).toBe(200)
      booked.push(idOf(answer))
    }),
  )
  await Promise.race(calls)
  leaving.kill('SIGTERM')
  await Promise.all(calls)
  expect(await leaving.ended).toBe(0)
  expect(booked).toHaveLength(12)
  for (const id of booked) expect(await stateOf(id)).toBe('booked')
}, 20_000)

it('is unready while PostgreSQL is gone, and serves again by itself once it is back', async () => {
  const server = at(1)
  const headers = await signIn(server, (people += 1))
  await deployment.postgres?.kill()
  const without = await server.get('/ready')
  expect(without).toEqual({
    status: 503,
    body: { status: 'notReady', reason: expect.stringMatching(/^store(Slow|Failed)$/) },
  })
  await deployment.postgres?.restart()
  while ((await server.get('/ready')).status !== 200) await new Promise((resolve) => setTimeout(resolve, 20))
  expect((await book(server, takeSeat(), headers, 'again-0001')).status).toBe(200)
}, 20_000)

it('left every seat, ledger and appointment telling the same', async () => {
  expect(await seatFaults(deployment.instance.services.store, Date.now())).toEqual([])
  expect((await everything(deployment.instance.services.store, appointments)).length).toBeGreaterThan(20)
})
