import { beginSession, sessionToken, signOutHere } from '../../../src/client/session'
import { here, go, goBack, goSignIn, replace, routes } from '../../../src/client/routes'
import Taro, { setPages, setRouter, storage } from '../../harness/taro/taro'

afterEach(signOutHere)

test('a session is kept on the device and forgotten at sign-out', () => {
  beginSession({ token: 'T', expiresAt: 5 })
  expect(sessionToken()).toBe('T')
  expect(JSON.stringify([...storage])).toContain('"token')
  signOutHere()
  expect(sessionToken()).toBeUndefined()
  expect([...storage.keys()]).toEqual([])
})

test('a session that has run out is not taken up again', async () => {
  storage.set('sb:session', JSON.stringify({ token: 'old', expiresAt: 1 }))
  const kept = new Map(storage)
  jest.resetModules()
  const again = await import('../../harness/taro/taro')
  for (const [key, value] of kept) again.storage.set(key, value)
  const fresh = await import('../../../src/client/session')
  expect(fresh.sessionToken()).toBeUndefined()
})

test('sign-in remembers the page with its parameters', async () => {
  setRouter({ path: '/packages/booking/ticket/index', params: { id: 'ap_1', $taroTimestamp: '5' } })
  expect(here()).toBe('/packages/booking/ticket/index?id=ap_1')
  await goSignIn()
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: routes.signIn('/packages/booking/ticket/index?id=ap_1'),
  })
})

test('sign-in does not open itself again', async () => {
  setRouter({ path: '/packages/account/signin/index', params: {} })
  await goSignIn()
  expect(Taro.navigateTo).not.toHaveBeenCalled()
})

test('tabs are switched to, a full stack is replaced, a lone page goes home', async () => {
  await go(routes.me)
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: routes.me })
  setPages(Array.from({ length: 9 }, () => 'x'))
  await go(routes.settings)
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: routes.settings })
  setPages(['packages/booking/ticket/index'])
  await goBack()
  expect(Taro.switchTab).toHaveBeenLastCalledWith({ url: routes.home })
  await replace(routes.home)
  expect(Taro.switchTab).toHaveBeenCalledTimes(3)
})
