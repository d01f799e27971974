import { createCall } from '../../../src/client/call'
import { ApiError } from '../../../src/client/errors'
import { prefer } from '../../../src/client/preferences'
import { beginSession, onSessionEnd, sessionToken, signOutHere } from '../../../src/client/session'
import type { Answer, Call } from '../../../src/client/link'

const busy: Answer = { status: 503, body: { code: 'BUSY', message: 'busy', traceId: 't' } }
const refused: Answer = {
  status: 409,
  body: { code: 'SLOT_FULL', message: 'full', data: { nearest: [] }, traceId: 't9' },
}

const scene = (...answers: readonly (Answer | Error)[]) => {
  const calls: Call[] = []
  const waits: number[] = []
  const left = [...answers]
  const call = createCall({
    link: (one) => {
      calls.push(one)
      const answer = left.shift()
      return answer instanceof Error || answer === undefined
        ? Promise.reject(answer ?? new Error('no more answers'))
        : Promise.resolve(answer)
    },
    wait: (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    },
  })
  return { call, calls, waits }
}

const failure = async (promise: Promise<unknown>): Promise<ApiError> => {
  const thrown: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof ApiError)) throw new Error(`not an ApiError: ${String(thrown)}`)
  return thrown
}

afterEach(() => {
  signOutHere()
  prefer({ language: 'zh-CN' })
})

test('sends language, version, token and key', async () => {
  beginSession({ token: 'T' })
  prefer({ language: 'en' })
  const { call, calls } = scene({ status: 200, body: { ok: true } })
  expect(await call('appointments', 'book', { a: 1 }, { key: 'k1' })).toEqual({ ok: true })
  expect(calls[0]).toMatchObject({
    service: 'appointments',
    procedure: 'book',
    input: { a: 1 },
    headers: {
      Authorization: 'Bearer T',
      'Accept-Language': 'en',
      'Idempotency-Key': 'k1',
      'X-Client-Version': expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
    },
  })
})

test('tries a keyed mutation again with the same key, waiting longer each time', async () => {
  const { call, calls, waits } = scene(busy, busy, { status: 200, body: 1 })
  expect(await call('appointments', 'book', {}, { key: 'k' })).toBe(1)
  expect(calls.map(({ headers }) => headers['Idempotency-Key'])).toEqual(['k', 'k', 'k'])
  expect(waits).toHaveLength(2)
  expect(waits[1]).toBeGreaterThan(waits[0] ?? Infinity)
})

test('gives up after three tries', async () => {
  const { call, calls } = scene(busy, busy, busy, busy)
  expect(await failure(call('a', 'b', {}, { read: true }))).toMatchObject({ code: 'BUSY', retry: true })
  expect(calls).toHaveLength(3)
})

test('never repeats a mutation without a key', async () => {
  const { call, calls } = scene(busy, { status: 200, body: 1 })
  await failure(call('a', 'b', {}))
  expect(calls).toHaveLength(1)
})

test('does not try again what a repeat would not change, and keeps its data', async () => {
  const { call, calls } = scene(refused)
  expect(await failure(call('a', 'b', {}, { key: 'k' }))).toMatchObject({
    code: 'SLOT_FULL',
    data: { nearest: [] },
    traceId: 't9',
    retry: false,
    message: 'full',
  })
  expect(calls).toHaveLength(1)
})

test('an unreadable answer is INTERNAL in the language in use', async () => {
  const { call } = scene(
    { status: 502, body: '<html>' },
    { status: 502, body: '<html>' },
    { status: 502, body: '<html>' },
  )
  expect(await failure(call('a', 'b', {}, { read: true }))).toMatchObject({
    code: 'INTERNAL',
    message: expect.stringContaining('系统') as string,
  })
})

test('a code that this build does not know comes with its own sentence', async () => {
  const { call, calls } = scene({ status: 409, body: { code: 'NEWER', message: '新规则', traceId: 't' } })
  expect(await failure(call('a', 'b', {}, { read: true }))).toMatchObject({
    code: 'NEWER',
    message: '新规则',
    retry: false,
  })
  expect(calls).toHaveLength(1)
})

const over: Answer = { status: 401, body: { code: 'SESSION_EXPIRED', message: 'x', traceId: 't' } }

/** A link whose answers come when they are told to. */
const heldBack = () => {
  const calls: Call[] = []
  const waiting: ((answer: Answer) => void)[] = []
  const call = createCall({
    link: (one) => {
      calls.push(one)
      return new Promise((resolve) => waiting.push(resolve))
    },
    wait: () => Promise.resolve(),
  })
  return { call, calls, answer: (at: number, answer: Answer) => waiting[at]?.(answer) }
}

test('a late refusal of an earlier session leaves the new one alone', async () => {
  const asked = jest.fn()
  onSessionEnd(asked)
  beginSession({ token: 'old' })
  const { call, answer } = heldBack()
  const late = failure(call('appointments', 'get', {}, { read: true }))
  beginSession({ token: 'new' })
  answer(0, over)
  await late
  expect(sessionToken()).toBe('new')
  expect(asked).not.toHaveBeenCalled()
})

test('a refusal of a call that went out signed out leaves a session alone that began since', async () => {
  const { call, answer } = heldBack()
  const late = failure(call('appointments', 'get', {}, { read: true }))
  beginSession({ token: 'new' })
  answer(0, over)
  await late
  expect(sessionToken()).toBe('new')
})

test('many calls refused at once ask to sign in once', async () => {
  const asked = jest.fn()
  onSessionEnd(asked)
  beginSession({ token: 'old' })
  const { call, answer } = heldBack()
  const calls = [1, 2, 3].map(() => failure(call('appointments', 'get', {}, { read: true })))
  for (const at of [0, 1, 2]) answer(at, over)
  await Promise.all(calls)
  expect(asked).toHaveBeenCalledTimes(1)
})

test('every try of one call goes out as who asked first', async () => {
  beginSession({ token: 'first' })
  const { call, calls, answer } = heldBack()
  const done = call('appointments', 'book', {}, { key: 'k' })
  answer(0, busy)
  beginSession({ token: 'second' })
  await Promise.resolve()
  while (calls.length < 2) await Promise.resolve()
  answer(1, { status: 200, body: 1 })
  await done
  expect(calls.map(({ headers }) => headers['Authorization'])).toEqual(['Bearer first', 'Bearer first'])
})

test('an ended session is forgotten and announced', async () => {
  const ended = jest.fn()
  onSessionEnd(ended)
  beginSession({ token: 'old' })
  const { call } = scene({ status: 401, body: { code: 'SESSION_EXPIRED', message: 'x', traceId: 't' } })
  await failure(call('a', 'b', {}, { read: true }))
  expect(sessionToken()).toBeUndefined()
  expect(ended).toHaveBeenCalledTimes(1)
})
