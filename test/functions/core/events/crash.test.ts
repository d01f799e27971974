/** Processes killed at work: what was committed is handled, once by its effect; a deadly event does not stop the others. */
import { rmSync } from 'node:fs'
import { auditKey } from '../../../../functions/core/io/audit/signing'
import { seal } from '../../../../functions/core/io/audit/seal'
import { verifyAudit } from '../../../../functions/core/io/audit/verify'
import type { Store } from '../../../../functions/core/io/store/contract'
import { HOUR } from '../../../../functions/core/pure/time'
import { bundleChild, runChild, type KillAfter } from './children'
import { effects } from './effects'
import { dispatch, emitted, eventOf, openParts, START, type Parts } from './parts'

let bundle: string
let parts: Parts
beforeAll(async () => {
  bundle = await bundleChild()
})
afterAll(() => rmSync(bundle, { force: true }))
beforeEach(async () => {
  parts = await openParts([effects])
})
afterEach(() => parts.close())

test('an engine that dies between the handler and the clearing: the handler runs again, with the same id', async () => {
  const { services, clock } = parts
  const id = await emitted(services)
  const seen: string[] = []
  const handlers = { 'test.happened': async (event: { id: string }) => void seen.push(event.id) }
  const dying: Store = {
    ...services.store,
    patch: async () => Promise.reject(new Error('the machine is gone')),
    commit: async (changes) =>
      seen.length > 0 ? Promise.reject(new Error('gone')) : services.store.commit(changes),
  }
  await expect(dispatch({ ...services, store: dying }, handlers, { limit: 10 })).rejects.toThrow(
    'the machine is gone',
  )
  expect(seen).toEqual([id])
  expect(await dispatch(services, handlers, { limit: 10 })).toEqual({ handled: 0, failed: 0, died: 0 })
  clock.now += HOUR
  expect(await dispatch(services, handlers, { limit: 10 })).toEqual({ handled: 1, failed: 0, died: 0 })
  expect(seen).toEqual([id, id])
  expect((await eventOf(services.store, id)).due).toBeNull()
})

/** After one whole round of ten at least, somewhere in the next. */
const killIn = (round: number): KillAfter => ({ commits: 11 + (round % 4) * 7, ms: round % 5 })

const committedIn = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => (line.startsWith('committed ') ? [line.slice('committed '.length)] : []))

test('killed while dispatching, again and again: every committed event has its one effect', async () => {
  const { services, directory, store } = parts
  const committed: string[] = []
  for (let round = 0; round < 12; round += 1) {
    parts.clock.now = START + round * HOUR
    const ended = await runChild(bundle, [directory, String(parts.clock.now), 'dispatch'], killIn(round))
    expect(ended.errors).toBe('')
    expect(ended.signal).toBe('SIGKILL')
    committed.push(...committedIn(ended.lines))
  }
  expect(committed.length).toBeGreaterThan(120)
  let late = 0
  const settle = {
    'test.happened': async ({ id }: { id: string }) => {
      late += 1
      await store.commit([{ op: 'insert', collection: effects.name, id, doc: { v: 1 } }])
    },
  }
  for (let hour = 13; hour < 40; hour += 6) {
    parts.clock.now = START + hour * HOUR
    await dispatch(services, settle, { limit: 2_000 })
  }
  expect(late).toBeLessThan(committed.length)
  const done = await Promise.all(committed.map(async (id) => (await eventOf(store, id)).due))
  expect(done.every((due) => due === null)).toBe(true)
  expect((await store.read(effects.name, committed)).every((effect) => effect !== undefined)).toBe(true)
  expect((await Promise.all(committed.map((id) => eventOf(store, id)))).filter(({ dead }) => dead)).toEqual(
    [],
  )
}, 60_000)

test('an event that kills its process becomes a dead letter, and the others are handled meanwhile', async () => {
  const { services, directory, store, clock } = parts
  const before = await Promise.all([1, 2, 3].map(() => emitted(services)))
  const deadly = await emitted(services, { kind: 'test.deadly' })
  const after = await Promise.all([1, 2, 3].map(() => emitted(services)))
  const ends: (string | null)[] = []
  for (let round = 0; round < 14; round += 1) {
    clock.now = START + round * 7 * HOUR
    ends.push((await runChild(bundle, [directory, String(clock.now), 'once'])).signal)
    if (round !== 2) continue
    for (const id of [...before, ...after]) expect(await eventOf(store, id)).toMatchObject({ due: null })
  }
  expect(ends.filter((signal) => signal === 'SIGKILL').length).toBeLessThanOrEqual(10)
  expect(ends.slice(-2)).toEqual([null, null])
  expect(await eventOf(store, deadly)).toMatchObject({
    dead: true,
    due: null,
    attempts: 10,
    lastError: 'Interrupted',
  })
}, 60_000)

test('killed while sealing, again and again: the chain is whole, and nothing is sealed twice or left out', async () => {
  const { services, directory, store, clock } = parts
  let committed = 0
  for (let round = 0; round < 10; round += 1) {
    clock.now = START + round * HOUR
    const ended = await runChild(bundle, [directory, String(clock.now), 'seal'], killIn(round))
    expect(ended.errors).toBe('')
    committed += committedIn(ended.lines).length
  }
  clock.now += HOUR
  await seal(services)
  const report = await verifyAudit(store, { publicKeys: [auditKey(services.vault).publicKey] })
  expect(report).toMatchObject({ sound: true, pending: 0 })
  if (!report.sound) return
  expect(report.entries).toBeGreaterThanOrEqual(committed)
  expect(report.blocks).toBeGreaterThanOrEqual(10)
}, 60_000)
