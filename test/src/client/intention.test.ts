import * as fc from 'fast-check'
import { createIntention, drawKey } from '../../../src/client/intention'

test('one intention keeps one key until it is settled', () => {
  let drawn = 0
  const intention = createIntention(() => `k${(drawn += 1)}`)
  expect([intention.keyFor({ a: 1 }), intention.keyFor({ a: 1 })]).toEqual(['k1', 'k1'])
  expect(intention.keyFor({ a: 2 })).toBe('k2')
  intention.settle()
  expect(intention.keyFor({ a: 2 })).toBe('k3')
})

test('keys fit a header and differ even within a millisecond', () => {
  const keys = Array.from({ length: 2000 }, () => drawKey(1_800_000_000_000))
  expect(new Set(keys).size).toBe(2000)
  fc.assert(fc.property(fc.nat(), (now) => /^[0-9a-z]+-[0-9a-z]{16}$/.test(drawKey(now))))
})
