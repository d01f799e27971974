/** Days of random steps: nobody is called twice or lost, and the day made again of its steps is the day as it stands. */
import fc from 'fast-check'
import { bothLines, queueFaults } from '../../harness/queues'
import { at, defects, HALL, openWorld, type World } from './world'

const MATTERS = ['SB01', 'SB02', 'SB03', 'TS01'] as const
/** 3 serves SB…, 4 serves TS…; the latter’s other matters nobody has. */
const WINDOWS = ['3', '4'] as const

type Step =
  | { readonly do: 'issue'; readonly matter: string; readonly priority: boolean }
  | {
      readonly do: 'call' | 'serve' | 'finish' | 'pass' | 'recall' | 'pause' | 'open'
      readonly window: string
    }
  | { readonly do: 'transfer'; readonly window: string; readonly matter: string }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'settle' }

const window = fc.constantFrom(...WINDOWS)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('issue' as const),
      matter: fc.constantFrom(...MATTERS),
      priority: fc.boolean(),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('call' as const), window }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('serve' as const, 'finish' as const, 'pass' as const, 'recall' as const),
      window,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('pause' as const, 'open' as const), window }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('transfer' as const),
      window,
      matter: fc.constantFrom(...MATTERS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 20 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'settle' as const }) },
)

const play = async (world: World, officer: string, one: Step): Promise<void> => {
  // The clock moves on, so that steps have an order.
  world.now += 1_000
  if (one.do === 'wait') world.now += one.minutes * 60_000
  else if (one.do === 'settle') await world.job('queue/settle')
  else if (one.do === 'issue')
    await world.must('queue/issue', { hallId: HALL, matter: one.matter, priority: one.priority }, officer)
  else if (one.do === 'call')
    await world.call('queue/callNext', { hallId: HALL, window: one.window }, officer)
  else if (one.do === 'pause' || one.do === 'open') {
    const state = one.do === 'pause' ? 'paused' : 'open'
    await world.must('queue/setWindow', { hallId: HALL, window: one.window, state }, officer)
  } else {
    const { windows } = await world.must('queue/desk', { hallId: HALL }, officer)
    const held = windows.find((it) => it.window === one.window)?.at as { ticketId?: string } | null
    if (!held?.ticketId) return
    const more = one.do === 'transfer' ? { matter: one.matter } : {}
    await world.call(
      `queue/${one.do}`,
      { hallId: HALL, window: one.window, ticketId: held.ticketId, ...more },
      officer,
    )
  }
}

test('the day made again of its steps is the day as it stands', async () => {
  let calls = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (day) => {
      const world = await openWorld()
      try {
        world.now = at(545)
        const officer = await world.window('3')
        world.now += 1_000
        await world.window('4')
        for (const one of day) await play(world, officer, one)
        expect(await queueFaults(world.services.store)).toEqual([])
        const { live, folded } = await bothLines(world.services.store, `${HALL}.20261124`)
        expect(live).toEqual(folded)
        calls += Object.values((live as { calls: Record<string, number> }).calls).reduce(
          (sum, n) => sum + n,
          0,
        )
      } finally {
        await world.close()
      }
    }),
    { numRuns: 25 },
  )
  expect(calls).toBeGreaterThan(20)
  expect(defects.splice(0)).toEqual([])
}, 60_000)

test('a day whose document was lost is made again when it is next asked for', async () => {
  const world = await openWorld()
  try {
    world.now = at(570)
    const officer = await world.window('3')
    for (let i = 0; i < 4; i += 1) await world.walkIn('SB01')
    const one = (await world.must('queue/callNext', { hallId: HALL, window: '3' }, officer)).ticket
    await world.must('queue/serve', { hallId: HALL, window: '3', ticketId: one.id }, officer)
    world.now += 300_000
    await world.must('queue/finish', { hallId: HALL, window: '3', ticketId: one.id }, officer)
    const before = await world.must('queue/desk', { hallId: HALL }, officer)
    const id = `${HALL}.20261124`
    const [standing] = await world.services.store.read('hallLines', [id])
    await world.services.store.commit([
      { op: 'remove', collection: 'hallLines', id, version: standing?.version ?? '' },
    ])
    const next = (await world.must('queue/issue', { hallId: HALL, matter: 'SB01' }, officer)).ticket
    expect(next.number).toBe('C005'.replace('C', next.number.slice(0, 1)))
    const after = await world.must('queue/desk', { hallId: HALL }, officer)
    expect({ ...after, turn: 0, matters: [], waiting: 0 }).toEqual({
      ...before,
      turn: 0,
      matters: [],
      waiting: 0,
    })
    expect(after.waiting).toBe(before.waiting + 1)
    expect(
      (await world.must('queue/callNext', { hallId: HALL, window: '3' }, officer)).ticket.number.slice(1),
    ).toBe('002')
  } finally {
    await world.close()
  }
})
