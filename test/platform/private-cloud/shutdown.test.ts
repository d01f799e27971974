/** What a server does when it is told to end. */
import { Agent, request } from 'node:http'
import { appointments } from '../../../functions/appointments/collections'
import { demo } from '../../../platform/demo'
import { startRunning } from '../running'
import { freeSeats, signIn, startDeployment, type Deployment } from './deployment'
import { buildServer, startProcess, type ServerProcess } from './processes'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

let deployment: Deployment
let bundle = ''
const started: ServerProcess[] = []
const start = async (environment: Record<string, string> = {}): Promise<ServerProcess> => {
  const server = await startProcess(bundle, { ...deployment.environment('one'), ...environment })
  started.push(server)
  return server
}
beforeAll(async () => {
  ;[bundle, deployment] = await Promise.all([buildServer('shutdown'), startDeployment('sqlite')])
}, 60_000)
afterAll(async () => {
  for (const server of started) server.kill('SIGKILL')
  await Promise.all(started.map(({ ended }) => ended))
  await deployment.close()
})

interface Whole {
  readonly status: number
  readonly text: string
  readonly closes: boolean
}

/** One request over a connection that is kept; rejects when it is cut before the whole answer is there. */
const sendKept = (
  agent: Agent,
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Whole> =>
  new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        let text = ''
        response
          .setEncoding('utf8')
          .on('data', (piece: string) => (text += piece))
          .on('error', reject)
        response.on('end', () =>
          response.complete
            ? resolve({
                status: response.statusCode ?? 0,
                text,
                closes: response.headers.connection === 'close',
              })
            : reject(new Error('cut')),
        )
      },
    )
    sent.on('error', reject).end(JSON.stringify(body))
  })

describe('SIGTERM under load', () => {
  it('answers every request of every connection whole, lets each connection go, and keeps every booking it acknowledged', async () => {
    const server = await start()
    const seats = await freeSeats(server)
    const clients = 12
    const accounts = await Promise.all(Array.from({ length: clients }, (_, person) => signIn(server, person)))
    const acknowledged: string[] = []
    const seen = { answers: 0, kept: 0 }
    let told = false
    const client = async (headers: Readonly<Record<string, string>>, place: number): Promise<void> => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      for (let turn = 0; ; turn += 1) {
        const booking = turn === 4
        const answer = await sendKept(
          agent,
          `${server.url}/api/appointments/${booking ? 'book' : 'mine'}`,
          booking ? seats[place * 2] : {},
          headers,
        )
        expect(answer.status).toBe(200)
        seen.answers += 1
        if (booking)
          acknowledged.push((JSON.parse(answer.text) as { appointment: { id: string } }).appointment.id)
        if (answer.closes) break
        if (told) seen.kept += 1
      }
      agent.destroy()
    }
    const load = Promise.all(accounts.map(client))
    while (acknowledged.length < 3) await pause(1)
    server.kill('SIGTERM')
    told = true
    await load
    expect(await server.ended).toBe(0)
    expect(server.said()).not.toContain('"level":"error"')
    const stored = await deployment.instance.services.store.read(appointments.name, acknowledged)
    expect(acknowledged.length).toBeGreaterThanOrEqual(3)
    expect(stored.map((one) => one?.doc.state)).toEqual(acknowledged.map(() => 'booked'))
    // At most what was already on its way when the signal came; from then on each answer ended its connection.
    expect(seen.kept).toBeLessThanOrEqual(clients * 3)
  }, 20_000)

  it('is unready first, and goes on answering new connections for SHUTDOWN_DELAY_MS', async () => {
    const server = await start({ SHUTDOWN_DELAY_MS: '600' })
    expect(await server.get('/ready')).toEqual({ status: 200, body: { status: 'ready' } })
    const from = performance.now()
    server.kill('SIGTERM')
    while ((await server.get('/ready')).status === 200) await pause(5)
    expect(await server.get('/ready')).toEqual({
      status: 503,
      body: { status: 'notReady', reason: 'stopping' },
    })
    expect((await server.post('/api/appointments/halls', {})).status).toBe(200)
    expect((await server.get('/health')).status).toBe(200)
    expect(await server.ended).toBe(0)
    expect(performance.now() - from).toBeGreaterThan(590)
    await expect(server.get('/ready')).rejects.toThrow('fetch failed')
  }, 20_000)

  it('the second signal ends it at once, with 1; the same signal told twice does not', async () => {
    const server = await start()
    const stuck = server.post('/api/accounts/signIn', { code: 'slow-1' }).then(
      () => 'answered',
      () => 'cut',
    )
    await pause(100)
    server.kill('SIGINT')
    server.kill('SIGTERM')
    expect(await Promise.race([server.ended, pause(1_300).then(() => 'running')])).toBe('running')
    server.kill('SIGTERM')
    expect(await server.ended).toBe(1)
    // The call under way would have held it for five seconds.
    expect(await stuck).toBe('cut')
  }, 20_000)
})

describe('close', () => {
  it('cuts off what outlives its limit, and says so', async () => {
    const running = await startRunning({ demo })
    const stuck = running.post('/api/accounts/signIn', { code: 'slow-1' }).then(
      () => 'answered',
      () => 'cut',
    )
    await pause(100)
    expect(await running.server.close({ withinMs: 100 })).toBe(false)
    expect(await stuck).toBe('cut')
    await running.close()
  })
  it('is one ending, however often it is asked for', async () => {
    const running = await startRunning()
    expect(await Promise.all([running.server.close(), running.server.close()])).toEqual([true, true])
    await running.close()
  })
})
