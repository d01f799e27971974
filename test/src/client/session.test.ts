import { recallOwn, recallTyped, rememberOwn, rememberTyped } from '../../../src/client/own'
import { beginSession, endSession, sessionToken, signOutHere } from '../../../src/client/session'
import { recall, remember } from '../../../src/client/storage'
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

test('what was begun outlives a session that ends by itself, and is there again for the same person alone', () => {
  beginSession({ token: 'a1', accountId: 'ac_a' })
  rememberOwn('seat', 'ap_1')
  rememberTyped('form', '王')
  endSession('a1')
  expect([recallOwn('seat'), recallTyped('form')]).toEqual([undefined, undefined])
  beginSession({ token: 'a2', accountId: 'ac_a' })
  expect([recallOwn('seat'), recallTyped('form')]).toEqual(['ap_1', '王'])
  endSession('a2')
  beginSession({ token: 'b1', accountId: 'ac_b' })
  expect([recallOwn('seat'), recallTyped('form')]).toEqual([undefined, undefined])
  expect(JSON.stringify([...storage])).not.toContain('ap_1')
})

test('signing out on purpose leaves nothing of what was begun', () => {
  beginSession({ token: 'a1', accountId: 'ac_a' })
  rememberOwn('seat', 'ap_1')
  rememberTyped('form', '王')
  remember('draft:booking', { hallId: 'east' })
  signOutHere()
  beginSession({ token: 'a2', accountId: 'ac_a' })
  expect([recallOwn('seat'), recallTyped('form'), recall('draft:booking')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

describe('inside WeChat', () => {
  const platform = process.env['TARO_ENV']
  afterEach(() => {
    if (platform === undefined) delete process.env['TARO_ENV']
    else process.env['TARO_ENV'] = platform
  })

  const wechat = async () => {
    process.env['TARO_ENV'] = 'weapp'
    jest.resetModules()
    return import('../../../src/client/session')
  }

  test('its user is signed in without a session, and stays so when browsers are signed out', async () => {
    const session = await wechat()
    expect([session.isSignedIn(), session.sessionToken()]).toEqual([true, undefined])
    session.signOutHere()
    expect(session.isSignedIn()).toBe(true)
  })

  test('a user whom the platform does not know is asked once, and signed in by a session', async () => {
    const session = await wechat()
    const asked = jest.fn()
    session.onSessionEnd(asked)
    session.endSession(undefined)
    session.endSession(undefined)
    expect([session.isSignedIn(), asked.mock.calls.length]).toEqual([false, 1])
    session.beginSession({ token: 'T', accountId: 'ac_1' })
    expect([session.isSignedIn(), session.personNow()]).toEqual([true, 'ac_1'])
  })
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
