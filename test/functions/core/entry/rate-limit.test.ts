import * as fc from 'fast-check'
import { createRateLimit } from '../../../../functions/core/io/entry/rate-limit'

describe('rate limit', () => {
  it('gives a minute’s calls at once, then asks to wait until the next one', () => {
    const limit = createRateLimit(60)
    for (let call = 0; call < 60; call += 1) expect(limit.take('a', 0)).toBe(0)
    expect(limit.take('a', 0)).toBe(1)
    expect(limit.take('a', 999)).toBe(1)
    expect(limit.take('a', 2_100)).toBe(0)
  })

  it('keeps callers apart, and multiplies by the share', () => {
    const limit = createRateLimit(1)
    expect([limit.take('a', 0), limit.take('b', 0), limit.take('a', 0)]).toEqual([0, 0, 60])
    expect([1, 2, 3, 4, 5, 6].map(() => limit.take('hall', 0, 5))).toEqual([0, 0, 0, 0, 0, 12])
  })

  it('never limits when there is no limit', () => {
    const limit = createRateLimit(Infinity)
    for (let call = 0; call < 10_000; call += 1) expect(limit.take('a', 0)).toBe(0)
  })

  it('remembers a caller across the turn of generations', () => {
    const limit = createRateLimit(60)
    for (let call = 0; call < 60; call += 1) limit.take('a', 59_000)
    expect(limit.take('a', 60_000)).toBe(0)
    expect(limit.take('a', 60_000)).toBe(1)
  })

  it('stays small however many callers come', () => {
    const limit = createRateLimit(60)
    const before = process.memoryUsage().heapUsed
    for (let caller = 0; caller < 300_000; caller += 1) limit.take(`address|${caller}`, caller / 10)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(80e6)
  })

  it('lets through in any minute at most twice the rate, whatever the pace', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 50, maxLength: 400 }), (steps) => {
        const limit = createRateLimit(30)
        let now = 0
        const passed: number[] = []
        for (const step of steps) {
          now += step
          if (limit.take('a', now) === 0) passed.push(now)
        }
        const most = Math.max(
          0,
          ...passed.map((start) => passed.filter((at) => at >= start && at < start + 60_000).length),
        )
        expect(most).toBeLessThanOrEqual(60)
      }),
      { numRuns: 50 },
    )
  })
})
