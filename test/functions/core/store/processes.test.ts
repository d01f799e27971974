/** Other processes: killed in the middle of writing, and writing beside each other. */
import { rmSync } from 'node:fs'
import { buildChild, startChild, type Child } from '../../../harness/store/processes'
import { onEveryEngine } from '../../../harness/store/engines'
import { sqlite } from '../../../harness/store/engines/sqlite'
import { scratch, type EngineUnderTest } from '../../../harness/store/subject'

const folder = scratch()
let bundle: string

beforeAll(async () => {
  bundle = await buildChild()
}, 60_000)
afterAll(() => {
  rmSync(bundle, { force: true })
  folder.remove()
})

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
/** On CloudBase each kill is followed by a wait for the locks of the killed. */
const ROUNDS: Readonly<Record<string, number>> = { sqlite: 50, postgres: 12, cloudbase: 4 }

onEveryEngine('a writer', (engine) => {
  const rounds = ROUNDS[engine.name] ?? 4

  test(`killed by SIGKILL ${rounds} times while writing: what was acknowledged is kept, and no commit is half applied`, async () => {
    const subject = await engine.open()
    const { store } = subject
    const acknowledged: string[] = []
    let attempted = 0
    const start = (round: number): Child => startChild(bundle, subject.environment, ['write', `r${round}`])
    let following = start(0)
    for (let round = 0; round < rounds; round += 1) {
      const child = following
      // started now, it waits for its word while this round is looked at
      following = start(round + 1)
      child.process.stdin?.write('go\n')
      await child.firstLine
      // from 0 to 29 ms into the writing, in no order of the event loop's
      await pause((round * 7) % 30)
      child.process.kill('SIGKILL')
      await child.ended
      acknowledged.push(...child.lines())
      await settled(store)

      const said = child.lines()
      for (let from = 0; from < said.length; from += 500) {
        const some = said.slice(from, from + 500)
        const left = await store.read(
          'slots',
          some.map((id) => `left_${id}`),
        )
        const right = await store.read(
          'notes',
          some.map((id) => `right_${id}`),
        )
        expect(left.filter((one) => one === undefined)).toEqual([])
        expect(right.filter((one) => one === undefined)).toEqual([])
      }
      // at most the four in flight may have landed without a word
      const [count] = await store.read('slots', ['count'])
      const landed = Number(count?.doc.n)
      const beyond = Array.from({ length: 8 }, (_, i) => `r${round}_${said.length + i + 1}`).concat(said)
      const lefts = (
        await store.read(
          'slots',
          beyond.map((id) => `left_${id}`),
        )
      ).map(Boolean)
      const rights = (
        await store.read(
          'notes',
          beyond.map((id) => `right_${id}`),
        )
      ).map(Boolean)
      expect(lefts).toEqual(rights)
      attempted += new Set(beyond.filter((_, i) => lefts[i])).size
      expect(landed).toBe(attempted)
    }
    following.process.kill('SIGKILL')
    await following.ended
    expect(acknowledged.length).toBeGreaterThanOrEqual(rounds)
    expect(new Set(acknowledged).size).toBe(acknowledged.length)
    await subject.close()
  }, 180_000)

  /** Returns once nothing of the killed writer is under way: a write of the counted document waits for, or outlives, its lock. */
  const settled = async (store: Awaited<ReturnType<EngineUnderTest['open']>>['store']): Promise<void> => {
    while ((await store.patch({ collection: 'slots', id: 'count', add: { n: 0 } })).outcome !== 'patched')
      await pause(20)
  }

  test('beside another process: 200 claims get 20 seats, each once, and neither is stuck', async () => {
    const subject = await engine.open()
    const children = ['p1', 'p2'].map((name) => startChild(bundle, subject.environment, ['claim', name]))
    await Promise.all(children.map((child) => child.firstLine))
    await subject.store.commit([
      { op: 'insert', collection: 'slots', id: 'seats', doc: { v: 1, left: 20, holders: {} } },
    ])
    children.forEach((child) => child.process.stdin?.write('go\n'))
    await Promise.all(children.map((child) => child.ended))
    const told = children.map(
      (child) => JSON.parse(child.lines()[1] ?? '{}') as { patched: number; refused: number; busy: number },
    )
    const [seats] = await subject.store.read('slots', ['seats'])
    expect(told.map((one) => one.busy)).toEqual([0, 0])
    expect(told.reduce((sum, one) => sum + one.patched, 0)).toBe(20)
    expect(told.reduce((sum, one) => sum + one.refused, 0)).toBe(180)
    expect(seats?.doc.left).toBe(0)
    expect(Object.keys(seats?.doc.holders ?? {})).toHaveLength(20)
    await subject.close()
  }, 60_000)

  test('several instances may be opened at once, and every one sees what every other was told', async () => {
    const subject = await engine.open()
    const stores = await Promise.all(Array.from({ length: 6 }, () => subject.another()))
    const outcomes = await Promise.all(
      stores.map((store, i) =>
        store.commit([{ op: 'insert', collection: 'slots', id: `s${i}`, doc: { v: 1 } }]),
      ),
    )
    expect(outcomes.map((one) => one.outcome)).toEqual(Array.from({ length: 6 }, () => 'committed'))
    const seen = await Promise.all(
      stores.map((store) =>
        store.read(
          'slots',
          outcomes.map((_, i) => `s${i}`),
        ),
      ),
    )
    expect(seen.flat().filter(Boolean)).toHaveLength(36)
    await subject.close()
  }, 30_000)
})

test('several processes may open, and so create, one SQLite file at once', async () => {
  const subject = await sqlite.open()
  const fresh = { ...subject.environment, DATA_DIR: `${folder.path}/fresh` }
  const children = ['c1', 'c2', 'c3', 'c4'].map((name) => startChild(bundle, fresh, ['claim', name]))
  await Promise.all(children.map((child) => child.firstLine))
  expect(children.map((child) => child.errors())).toEqual(['', '', '', ''])
  children.forEach((child) => child.process.kill('SIGKILL'))
  await Promise.all(children.map((child) => child.ended))
  await subject.close()
}, 30_000)
