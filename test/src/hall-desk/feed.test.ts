/** How a display comes to know its board: asked for, and told by the server. */
import { createBoardFeed, staleSince } from '../../../src/packages/hall-desk/model/board-feed'
import { NO_NETWORK, serve } from '../../harness/taro/server'
import { at, board, onBoard } from './fixtures'

// The stream is the web build's.
jest.mock('../../../src/packages/hall-desk/model/board-stream', () =>
  jest.requireActual<object>('../../../src/packages/hall-desk/model/board-stream.h5'),
)

type Listener = (event: { readonly data?: unknown }) => void
class Source {
  static readonly all: Source[] = []
  readonly listeners = new Map<string, Listener>()
  closed = false
  constructor(readonly address: string) {
    Source.all.push(this)
  }
  addEventListener(type: string, listener: Listener): void {
    this.listeners.set(type, listener)
  }
  tell(type: string, data?: unknown): void {
    this.listeners.get(type)?.({ data })
  }
  close(): void {
    this.closed = true
  }
}
const lastSource = (): Source => {
  const last = Source.all.at(-1)
  if (!last) throw new Error('no stream was opened')
  return last
}

beforeEach(() => Object.assign(globalThis, { EventSource: Source }))
afterEach(() => Object.assign(globalThis, { EventSource: undefined }))

const told = (turn: number, number: string, asOf: number): string =>
  JSON.stringify(board([onBoard('3', number)], { turn, asOf, hallName: '服务器的语言' }))
const start = async (first: unknown = board([onBoard('3', 'A007')], { asOf: at(600) })) => {
  const server = serve({ 'queue/board': first })
  const feed = createBoardFeed('east', 'en')
  await feed.look()
  const number = () => feed.store.getState().board?.windows[0]?.at?.number
  return { ...server, feed, number, state: feed.store.getState }
}

test('what the server sends is there at once, with the hall’s name in the reader’s language', async () => {
  const { feed, number, state } = await start()
  const end = feed.listen()
  expect(lastSource().address).toBe('/api/board/east')
  lastSource().tell('open')
  expect(state().streaming).toBe(true)
  lastSource().tell('board', told(6, 'A008', at(601)))
  expect([number(), state().board?.turn, state().board?.hallName]).toEqual(['A008', 6, '城东办税服务厅'])
  lastSource().tell('error')
  expect(state().streaming).toBe(false)
  end()
  expect(lastSource().closed).toBe(true)
})

test('what is older, no board, or no sentence at all changes nothing', async () => {
  const { feed, number } = await start()
  feed.listen()
  lastSource().tell('board', told(4, 'A001', at(599)))
  for (const data of ['{', '{}', '[]', 'null', 7, undefined]) lastSource().tell('board', data)
  expect(number()).toBe('A007')
})

test('a stream that is held up on the way is known by what had to be asked for', async () => {
  const { feed, answers, state } = await start()
  feed.listen()
  lastSource().tell('open')
  answers['queue/board'] = { turn: 5, same: true, asOf: at(601) }
  await feed.look()
  expect(state().streaming).toBe(true)
  answers['queue/board'] = board([onBoard('3', 'A008')], { turn: 6, asOf: at(602) })
  await feed.look()
  expect(state().streaming).toBe(false)
  lastSource().tell('board', told(7, 'A009', at(603)))
  expect(state().streaming).toBe(true)
})

test('a failure keeps the board, and a browser without streams goes on asking', async () => {
  Object.assign(globalThis, { EventSource: undefined })
  const opened = Source.all.length
  const { feed, answers, number, state } = await start()
  feed.listen()()
  expect(Source.all).toHaveLength(opened)
  answers['queue/board'] = NO_NETWORK
  await feed.look()
  expect([number(), state().error?.code, state().streaming]).toEqual(['A007', 'OFFLINE', false])
})

test.each([
  [undefined, undefined],
  [at(600) - 12_000, undefined],
  [at(600) - 12_001, at(600) - 12_001],
])('heard %s: stale since %s', (heardAt, since) => expect(staleSince(heardAt, at(600))).toBe(since))
