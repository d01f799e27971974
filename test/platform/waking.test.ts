/** What is due is handled without a schedule: a commit wakes its subscriber's lane, at once or when the time has come. */
import { setTimeout as sleep } from 'node:timers/promises'
import { createWaker, type Waker } from '../../platform/server/waker'

interface Lane {
  /** Deliveries that wait, by when they are due. */
  waiting: number[]
  runs: number
  /** Held back until it is let go. */
  held?: Promise<void>
}

const lanes = new Map<string, Lane>()
const laneOf = (name: string): Lane => {
  const lane = lanes.get(name) ?? { waiting: [], runs: 0 }
  lanes.set(name, lane)
  return lane
}
let waker: Waker
beforeEach(() => {
  lanes.clear()
  waker = createWaker({
    clock: Date.now,
    dispatch: async (name) => {
      const lane = laneOf(name)
      lane.runs += 1
      await lane.held
      lane.waiting = lane.waiting.filter((due) => due > Date.now())
    },
    nextDue: async (name) => laneOf(name).waiting.sort((a, b) => a - b)[0],
  })
})
afterEach(() => waker.stop())

const commit = (name: string, due = Date.now()): void => {
  laneOf(name).waiting.push(due)
  waker.wake(name, due)
}
/** However busy the machine is, this comes to its end. */
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await sleep(5)
}

test('a commit wakes its own lane alone', async () => {
  commit('one')
  await until(() => laneOf('one').waiting.length === 0)
  expect([laneOf('one').runs, laneOf('other').runs]).toEqual([1, 0])
})

test('what is due later is handled then, without a commit and without a schedule', async () => {
  commit('one', Date.now() + 150)
  commit('one')
  await until(() => laneOf('one').waiting.length === 0)
  expect(laneOf('one').runs).toBeGreaterThanOrEqual(2)
})

test('commits that follow each other share a run, and a lane never runs twice at once', async () => {
  let letGo = (): void => undefined
  laneOf('one').held = new Promise((resolve) => (letGo = resolve))
  for (let n = 0; n < 50; n += 1) commit('one')
  await until(() => laneOf('one').runs === 1)
  for (let n = 0; n < 50; n += 1) commit('one')
  await sleep(60)
  expect(laneOf('one').runs).toBe(1)
  letGo()
  await until(() => laneOf('one').waiting.length === 0)
})

test('a held lane delays no other', async () => {
  let letGo = (): void => undefined
  laneOf('one').held = new Promise((resolve) => (letGo = resolve))
  commit('one')
  await until(() => laneOf('one').runs === 1)
  commit('other')
  await until(() => laneOf('other').waiting.length === 0)
  letGo()
})

test('what was left by a process before is looked for at the start', async () => {
  laneOf('one').waiting.push(Date.now() - 1_000)
  waker.begin(['one', 'other'])
  await until(() => laneOf('one').waiting.length === 0)
})

test('told to stop, it starts nothing more and waits for what is under way', async () => {
  let letGo = (): void => undefined
  laneOf('one').held = new Promise((resolve) => (letGo = resolve))
  commit('one')
  await until(() => laneOf('one').runs === 1)
  let ended = false
  const stopping = waker.stop().then(() => (ended = true))
  commit('one')
  await sleep(30)
  expect(ended).toBe(false)
  letGo()
  await stopping
  await sleep(60)
  expect(laneOf('one').runs).toBe(1)
})
