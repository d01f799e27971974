import { prefer } from '../../../src/client/preferences'
import { ApiError, offlineError } from '../../../src/client/errors'
import { invalidate, queryOf } from '../../../src/client/queries'
import { beginSession, signOutHere } from '../../../src/client/session'
import { storage } from '../../harness/taro/taro'

let count = 0
const name = (prefix = 'thing'): string => `${prefix}:${(count += 1)}`
afterEach(() => prefer({ language: 'zh-CN' }))

test('fetches once for several askers at the same time', async () => {
  const fetch = jest.fn(() => Promise.resolve(7))
  const query = queryOf(name(), fetch)
  await Promise.all([query.refetch(), query.refetch()])
  expect(fetch).toHaveBeenCalledTimes(1)
  expect(query.store.getState()).toMatchObject({ data: 7, loading: false, error: undefined })
})

test('keeps the last data with its time when the network is gone', async () => {
  const answers: (number | ApiError)[] = [7, offlineError('en')]
  const query = queryOf(
    name(),
    () => {
      const answer = answers.shift()
      return answer instanceof ApiError ? Promise.reject(answer) : Promise.resolve(answer)
    },
    () => 1234,
  )
  await query.refetch()
  await query.refetch()
  expect(query.store.getState()).toMatchObject({ data: 7, at: 1234, error: { code: 'OFFLINE' } })
})

test('what was known is there again after a restart', async () => {
  const key = name('halls')
  await queryOf(
    key,
    () => Promise.resolve(['a']),
    () => 99,
  ).refetch()
  const kept = new Map(storage)
  jest.resetModules()
  const again = await import('../../harness/taro/taro')
  for (const [one, value] of kept) again.storage.set(one, value)
  const { queryOf: freshQueryOf } = await import('../../../src/client/queries')
  expect(freshQueryOf(key, () => Promise.resolve(['b'])).store.getState()).toMatchObject({
    data: ['a'],
    at: 99,
  })
})

test('another language is another query', async () => {
  const key = name()
  const chinese = queryOf(key, () => Promise.resolve('zh'))
  await chinese.refetch()
  prefer({ language: 'en' })
  expect(queryOf(key, () => Promise.resolve('en'))).not.toBe(chinese)
})

test('personal queries are forgotten when the person changes, in memory and in storage', async () => {
  const key = name('my')
  beginSession({ token: 'A' })
  const query = queryOf(key, () => Promise.resolve('secret'))
  await query.refetch()
  expect(JSON.stringify([...storage])).toContain('secret')
  signOutHere()
  expect(JSON.stringify([...storage])).not.toContain('secret')
  expect(queryOf(key, () => Promise.resolve('other')).store.getState().data).toBeUndefined()
})

test('a fetch that ends after the person changed leaves nothing behind', async () => {
  beginSession({ token: 'A' })
  let answer: (value: string) => void = () => undefined
  const query = queryOf(name('my'), () => new Promise<string>((resolve) => (answer = resolve)))
  const fetching = query.refetch()
  signOutHere()
  answer('secret')
  await fetching
  expect(JSON.stringify([...storage])).not.toContain('secret')
})

test('nothing personal is asked for, nor kept, while nobody is signed in', async () => {
  signOutHere()
  const fetch = jest.fn(() => Promise.resolve('secret'))
  const query = queryOf(name('my'), fetch)
  await query.refetch()
  query.set('secret')
  invalidate('my')
  expect(fetch).not.toHaveBeenCalled()
  expect(query.store.getState()).toMatchObject({ data: undefined, error: undefined, loading: false })
  expect(JSON.stringify([...storage])).not.toContain('secret')
  beginSession({ token: 'A' })
})

test('invalidate fetches again what begins so', async () => {
  beginSession({ token: 'A' })
  const key = name('my:appointments')
  const fetch = jest.fn(() => Promise.resolve(1))
  await queryOf(key, fetch).refetch()
  invalidate('my:appointments')
  expect(fetch).toHaveBeenCalledTimes(2)
})
