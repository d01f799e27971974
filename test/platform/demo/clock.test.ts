/** The demonstration's own hour: as asked, going on as time does, and never far from today. */
import { HOUR, instantOf, MINUTE } from '../../../functions/core/pure/time'
import { demoClock } from '../../../platform/demo/clock'

it('begins at the time that was asked for, in Asia/Shanghai, and goes on', () => {
  let now = instantOf('2026-11-28', 18 * 60)
  const clock = demoClock('2026-11-24T09:50', () => now)
  expect(clock?.()).toBe(instantOf('2026-11-24', 590))
  now += HOUR
  expect(clock?.()).toBe(instantOf('2026-11-24', 650))
})

it('is the real one where nothing is asked', () => {
  expect([demoClock(undefined), demoClock('')]).toEqual([undefined, undefined])
})

it.each([
  'today',
  '2026-11-24',
  '2026-11-24T24:00',
  '2026-02-30T10:00',
  '2036-11-24T09:50',
  '2026-11-24T09:50Z',
])('refuses %s', (time) => {
  expect(() => demoClock(time, () => instantOf('2026-11-28') + MINUTE)).toThrow('DEMO_TIME')
})
