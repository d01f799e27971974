import { act, render } from '@testing-library/react'
import { CALM, STEADY, useLive, waitBefore, type Pace } from '../../../src/client/use-live'
import { fireHook } from '../../harness/taro/taro'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

const SECOND = 1000
/** The last moment at which so many looks of a pace have happened. */
const latest = (pace: Pace, looks: number): number =>
  Array.from({ length: looks }, (_, time) => waitBefore(pace, time, 1)).reduce((sum, wait) => sum + wait, 0)
const pass = (ms: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(ms))

const show = (begun: Parameters<typeof useLive>[1]) => {
  const look = jest.fn(() => Promise.resolve())
  const Page = (of: Parameters<typeof useLive>[1]) => {
    useLive(look, of)
    return null
  }
  const view = render(<Page {...begun} />)
  return { look, again: (next: Parameters<typeof useLive>[1]) => view.rerender(<Page {...next} />), ...view }
}

it('waits longer each time up to a bound, and no two phones as long', () => {
  const waits = (chance: number) => [0, 1, 2, 20, 500].map((time) => waitBefore(CALM, time, chance))
  expect(waits(0.5)).toEqual([5 * SECOND, 7 * SECOND, expect.closeTo(9.8 * SECOND), 60_000, 60_000])
  expect(waits(0)).toEqual([4 * SECOND, expect.closeTo(5600), expect.closeTo(7840), 48_000, 48_000])
  expect(waits(1)[4]).toBeCloseTo(72_000)
  expect([0, 299].map((time) => waitBefore(STEADY, time, 0.5))).toEqual([3 * SECOND, 3 * SECOND])
})

it('asks more often at first: within an hour less than once a minute and a dozen more', async () => {
  const { look } = show({ on: true })
  await pass(latest(CALM, 3))
  expect(look.mock.calls.length).toBeGreaterThanOrEqual(3)
  await pass(3_600_000)
  expect(look.mock.calls.length).toBeGreaterThan(45)
  expect(look.mock.calls.length).toBeLessThan(90)
})

it('asks nothing while the page is hidden, or when there is nothing to ask for', async () => {
  const { look, again } = show({ on: true })
  act(() => void fireHook('didHide'))
  await pass(3_600_000)
  expect(look).not.toHaveBeenCalled()
  act(() => void fireHook('didShow'))
  await pass(latest(CALM, 1))
  expect(look).toHaveBeenCalledTimes(1)
  again({ on: false })
  await pass(3_600_000)
  expect(look).toHaveBeenCalledTimes(1)
})

it('asks nothing in a browser tab behind others, and goes on in front', async () => {
  const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  const { look } = show({ on: true })
  await pass(600_000)
  expect(look).not.toHaveBeenCalled()
  hidden.mockReturnValue(false)
  await pass(72 * SECOND)
  expect(look.mock.calls.length).toBeGreaterThanOrEqual(1)
  hidden.mockRestore()
})

it('begins anew, soon, after something has come; and stops after so many times', async () => {
  const { look, again } = show({ on: true, of: 1 })
  await pass(3_600_000)
  const before = look.mock.calls.length
  again({ on: true, of: 2 })
  await pass(latest(CALM, 1))
  expect(look.mock.calls.length).toBe(before + 1)
  const short = show({ on: true, pace: { ...STEADY, times: 4 } })
  await pass(3_600_000)
  expect(short.look).toHaveBeenCalledTimes(4)
})

it('asks no more once the page has gone, though an answer is awaited', async () => {
  const { look, unmount } = show({ on: true })
  let answer = (): void => undefined
  look.mockReturnValueOnce(new Promise<void>((resolve) => (answer = resolve)))
  await pass(latest(CALM, 1))
  unmount()
  answer()
  await pass(3_600_000)
  expect(look).toHaveBeenCalledTimes(1)
})
