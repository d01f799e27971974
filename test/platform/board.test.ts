/** A hall's display on a real server: the whole board at once, then each change; streams that end with the server. */
import { request } from 'node:http'
import { demo } from '../../platform/demo'
import { startRunning, type Running } from './running'

let running: Running
beforeAll(async () => {
  running = await startRunning({ demo })
})
afterAll(() => running.close())

interface Board {
  readonly turn: number
  readonly waiting: number
  readonly windows: readonly { readonly window: string; readonly at: { readonly number: string } | null }[]
}
interface Stream {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** The next board that the test has not seen. */
  next(): Promise<Board>
  readonly ended: Promise<void>
  close(): void
}

const listen = (path: string, method = 'GET'): Promise<Stream> =>
  new Promise((resolve, reject) => {
    const call = request(`${running.url}${path}`, { method }, (response) => {
      const boards: Board[] = []
      let wanted: ((board: Board) => void) | undefined
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
        const events = text.split('\n\n')
        text = events.pop() ?? ''
        for (const event of events) {
          const data = /^data: (.*)$/m.exec(event)?.[1]
          if (data === undefined) continue
          const board = JSON.parse(data) as Board
          if (wanted) wanted(board)
          else boards.push(board)
          wanted = undefined
        }
      })
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        next: () =>
          new Promise((give) => {
            const board = boards.shift()
            if (board) give(board)
            else wanted = give
          }),
        ended: new Promise((end) => response.once('close', () => end())),
        close: () => call.destroy(),
      })
    })
    call.once('error', reject)
    call.end()
  })

const HALL = 'chengdong-2'
const officer = async (): Promise<Readonly<Record<string, string>>> => {
  const { body } = await running.post('/api/accounts/signInAs', { person: '郑岚' })
  return { authorization: `Bearer ${String(body.token)}` }
}

it('is the whole board at once, and again when something has changed, on each display', async () => {
  running.clock.now = Date.parse('2026-11-24T02:00:00Z')
  const staff = await officer()
  const [one, other] = [await listen(`/api/board/${HALL}`), await listen(`/api/board/${HALL}`)]
  expect(one.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  })
  expect(await one.next()).toMatchObject({ waiting: 0, windows: [] })
  await other.next()
  await running.post('/api/queue/setWindow', { hallId: HALL, window: '2', state: 'open' }, staff)
  expect(await one.next()).toMatchObject({ windows: [{ window: '2', at: null }] })
  await other.next()
  await running.post('/api/queue/issue', { hallId: HALL, matter: 'SB02' }, staff)
  expect(await one.next()).toMatchObject({ waiting: 1 })
  one.close()
  expect(await other.next()).toMatchObject({ waiting: 1 })
  const called = await running.post('/api/queue/callNext', { hallId: HALL, window: '2' }, staff)
  const { number } = (called.body as { ticket: { number: string } }).ticket
  let board = await other.next()
  // Claimed and marked are two changes, and a look may fall between them.
  while (!board.windows[0]?.at) board = await other.next()
  expect(board).toMatchObject({ waiting: 0, windows: [{ window: '2', at: { number } }] })
  other.close()
})

it.each([
  ['/api/board/no-such-hall', 'GET', 404],
  ['/api/board/', 'GET', 404],
  [`/api/board/${HALL}`, 'POST', 405],
])('%s by %s is refused: %i', async (path, method, status) => {
  const answer = await running.send(path, { method })
  expect(answer.status).toBe(status)
  expect(answer.body.code).toBeDefined()
})

it('takes twenty streams of one address, and one again when another has gone', async () => {
  const all: Stream[] = []
  for (let i = 0; i < 20; i += 1) all.push(await listen(`/api/board/${HALL}`))
  expect((await running.send(`/api/board/${HALL}`, {})).status).toBe(429)
  all[0]?.close()
  await all[0]?.ended
  let again = await listen(`/api/board/${HALL}`)
  while (again.status !== 200) again = await listen(`/api/board/${HALL}`)
  again.close()
  all.forEach((stream) => stream.close())
})

it('ends when the server does, and keeps nobody waiting', async () => {
  const other = await startRunning({ demo })
  const before = running
  running = other
  const stream = await listen(`/api/board/${HALL}`)
  await stream.next()
  running = before
  await other.close()
  await stream.ended
})
