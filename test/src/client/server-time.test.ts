import * as fc from 'fast-check'
import { narrow, type Heard, type Lead } from '../../../src/client/server-time'
import { storage } from '../../harness/taro/taro'

const MINUTE = 60_000
const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 23, 2, 0)

/** A device whose clock is `ahead` of the server's. */
const device = async (ahead: number, kept?: ReadonlyMap<string, unknown>) => {
  jest.resetModules()
  jest.setSystemTime(NOW + ahead)
  const again = await import('../../harness/taro/taro')
  for (const [name, value] of kept ?? []) again.storage.set(name, value)
  return { ...(await import('../../../src/client/server-time')), storage: again.storage }
}

beforeEach(() => jest.useFakeTimers({ now: NOW }))
afterEach(() => jest.useRealTimers())

test.each([
  ['15 minutes ahead', 15 * MINUTE],
  ['15 minutes behind', -15 * MINUTE],
  ['3 days behind', -3 * DAY],
  ['a year ahead', 365 * DAY],
  ['right', 0],
])('a phone that is %s knows the time after one answer', async (_, ahead) => {
  const { hearTime, serverNow, deviceNow } = await device(ahead)
  const sent = deviceNow()
  jest.advanceTimersByTime(200)
  hearTime({ sent, received: deviceNow(), told: NOW + 100 })
  expect(serverNow()).toBe(NOW + 200)
  jest.advanceTimersByTime(10 * MINUTE)
  expect(serverNow()).toBe(NOW + 200 + 10 * MINUTE)
})

test('the estimate is there again after a restart without network', async () => {
  const first = await device(-3 * DAY)
  first.hearTime({ sent: first.deviceNow(), received: first.deviceNow(), told: NOW })
  const later = await device(-3 * DAY, new Map(first.storage))
  expect(later.serverNow()).toBe(NOW)
})

test('a clock that is moved meanwhile is noticed at the next answer, and the screens look again', async () => {
  const { hearTime, serverNow, deviceNow, leadStore } = await device(0)
  hearTime({ sent: deviceNow(), received: deviceNow(), told: NOW })
  const looked = jest.fn()
  leadStore.subscribe(looked)
  jest.setSystemTime(NOW + DAY)
  hearTime({ sent: deviceNow(), received: deviceNow() + 100, told: NOW + 50 })
  expect(Math.abs(serverNow() - NOW)).toBeLessThanOrEqual(100)
  expect(looked).toHaveBeenCalledTimes(1)
})

test('an answer without a time changes nothing', async () => {
  const { hearTime, serverNow } = await device(0)
  hearTime({ sent: NOW, received: NOW, told: NaN })
  expect(serverNow()).toBe(NOW)
})

test('a session of a phone days ahead is still good after a restart', async () => {
  const first = await device(3 * DAY)
  first.hearTime({ sent: first.deviceNow(), received: first.deviceNow(), told: NOW })
  first.storage.set('sb:session', JSON.stringify({ token: 'T', expiresAt: NOW + 12 * 60 * MINUTE }))
  await device(3 * DAY, new Map(first.storage))
  const { sessionToken } = await import('../../../src/client/session')
  expect(sessionToken()).toBe('T')
})

test('whatever the travelling times, the estimate is never further off than half the quickest call took', () => {
  const travel = fc.record({ out: fc.nat(5000), back: fc.nat(5000), pause: fc.nat(60_000) })
  fc.assert(
    fc.property(
      fc.integer({ min: -10 * DAY, max: 10 * DAY }),
      fc.array(travel, { minLength: 1, maxLength: 20 }),
      (lead, calls) => {
        let at = NOW
        let known: Lead | undefined
        let quickest = Infinity
        for (const { out, back, pause } of calls) {
          const heard: Heard = { sent: at - lead, told: at + out, received: at + out + back - lead }
          known = narrow(known, heard)
          quickest = Math.min(quickest, out + back)
          at += out + back + pause
        }
        const { low, high } = known ?? { low: NaN, high: NaN }
        return low <= lead && lead <= high && Math.abs((low + high) / 2 - lead) <= quickest / 2
      },
    ),
  )
  expect(storage.size).toBe(0)
})
