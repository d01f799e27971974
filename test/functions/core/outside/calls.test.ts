/** One call at a time: what each mischief of the other side makes of it. */
import { MOST_SENDS, waitAfter } from '../../../../functions/core/io/outside/moves'
import { reconcile } from '../../../../functions/core/io/outside/differences'
import { workCall, workCalls } from '../../../../functions/core/io/outside/work'
import { HOUR, MINUTE } from '../../../../functions/core/pure/time'
import { MISCHIEFS, type Mischief } from '../../../harness/outside/payments'
import { openParts, type Parts } from './parts'

let parts: Parts
beforeEach(async () => {
  parts = await openParts()
})
afterEach(() => parts.close())

/** The next requests meet these, and the rest nothing. */
const meet = (...mischiefs: readonly Mischief[]): void => {
  const left = [...mischiefs]
  parts.bank.mischief = () => left.shift() ?? 'none'
}

it('is sent once, and done with what was answered', async () => {
  const id = await parts.plan(1200)
  expect(await parts.call(id)).toMatchObject({ state: 'planned', sends: 0 })
  await workCalls(parts.services, parts.service)
  expect(await parts.call(id)).toMatchObject({
    state: 'done',
    answer: { fen: 1200 },
    sends: 1,
    asks: 0,
    next: null,
  })
  expect(parts.bank.moved).toEqual([{ id, fen: 1200 }])
  expect(await workCalls(parts.services, parts.service)).toBe(0)
})

it('is refused for good, with a code', async () => {
  const id = await parts.plan(2_000_000)
  await workCalls(parts.services, parts.service)
  expect(await parts.call(id)).toMatchObject({ state: 'refused', why: 'refused', sends: 1, next: null })
  expect(parts.bank.moved).toEqual([])
})

it.each(MISCHIEFS.filter((mischief) => mischief !== 'none' && mischief !== 'twice'))(
  'that meets "%s" is unknown, is asked for and not sent blindly, and ends with one payment',
  async (mischief) => {
    const id = await parts.plan(1200)
    meet(mischief)
    await workCalls(parts.services, parts.service)
    expect(await parts.call(id)).toMatchObject({ state: 'unknown', sends: 1, asks: 0 })
    await parts.bank.settled()
    const paid = parts.bank.moved.length
    await workCalls(parts.services, parts.service)
    expect((await parts.call(id)).asks).toBe(0)
    parts.services.time.now += MINUTE
    await workCalls(parts.services, parts.service)
    // Sent again only where it was asked for and not known.
    expect(await parts.call(id)).toMatchObject({ state: 'done', sends: paid === 1 ? 1 : 2, asks: 1 })
    expect(parts.bank.moved).toEqual([{ id, fen: 1200 }])
    expect(await parts.compared()).toEqual({ differences: [], equal: 1 })
  },
)

it('that the network brings twice is paid once', async () => {
  meet('twice')
  const id = await parts.plan(1200)
  await workCalls(parts.services, parts.service)
  expect((await parts.call(id)).state).toBe('done')
  expect(parts.bank.moved).toEqual([{ id, fen: 1200 }])
})

it('waits longer each time, up to an hour, and is told to an operator in the end', async () => {
  const id = await parts.plan(1200)
  parts.bank.mischief = () => 'failsAfter'
  await workCalls(parts.services, parts.service)
  for (let asks = 1; asks <= 9; asks += 1) {
    const { next } = await parts.call(id)
    expect((next ?? 0) - parts.services.time.now).toBe(waitAfter(asks - 1))
    parts.services.time.now = (next ?? 0) - 1
    expect(await workCalls(parts.services, parts.service)).toBe(0)
    parts.services.time.now += 1
    await workCalls(parts.services, parts.service)
    expect(await parts.call(id)).toMatchObject({ state: 'unknown', asks, sends: 1 })
  }
  expect(waitAfter(40)).toBe(HOUR)
  expect(
    parts.services.logged.filter(({ level }) => level === 'error').map(({ message }) => message),
  ).toEqual(['an outside call is still unknown', 'an outside call is still unknown'])
})

it('that never arrives is sent so often and no more, then closed at the other side', async () => {
  const id = await parts.plan(1200)
  parts.bank.mischief = (method) => (method === 'POST' ? 'lostRequest' : 'none')
  await workCalls(parts.services, parts.service)
  for (let round = 0; round < 8; round += 1) {
    parts.services.time.now += 2 * HOUR
    await workCalls(parts.services, parts.service)
  }
  expect(await parts.call(id)).toMatchObject({ state: 'unknown', sends: MOST_SENDS })
  await parts.workToTheEnd()
  expect(await parts.call(id)).toMatchObject({ state: 'refused', why: 'closed', sends: MOST_SENDS })
  expect(await parts.compared()).toEqual({ differences: [], equal: 0 })
})

it('of two workers is one’s alone, whoever comes first', async () => {
  const ids = await Promise.all([100, 200, 300, 400, 500, 600].map((fen) => parts.plan(fen)))
  parts.bank.mischief = () => 'late'
  const other = await parts.services.beside()
  await Promise.all(
    [parts.services, other].flatMap((worker) => ids.map((id) => workCall(worker, parts.service, id))),
  )
  expect([...parts.bank.asked].sort()).toEqual([...ids].sort())
  expect(parts.bank.mostAtOnce()).toBe(1)
})

it('whose worker overslept is not sent by it', async () => {
  const id = await parts.plan(1200)
  const clock = parts.services.clock
  let looks = 0
  // Its third look at the clock comes after the claim.
  const sleepy = { ...parts.services, clock: () => clock() + ((looks += 1) > 2 ? HOUR : 0) }
  await workCall(sleepy, parts.service, id)
  expect(parts.bank.asked).toEqual([])
  expect(await parts.call(id)).toMatchObject({ state: 'unknown', why: 'Overslept' })
  await parts.workToTheEnd()
  expect(parts.bank.moved).toHaveLength(1)
})

describe('a statement of one day', () => {
  const day = async (from: number) => ({ from, to: parts.services.time.now + 1 })
  const compare = (time: { from: number; to: number }, ids: readonly string[]) =>
    reconcile(parts.services.store, {
      service: parts.service.name,
      ...time,
      theirs: ids.map((id) => ({ id, did: { fen: 1200 } })),
      same: ({ request }, { fen }) => request.fen === fen,
    })

  it('is compared with what was planned that day; an id of another day by itself, and one of nobody is told', async () => {
    const yesterday = await parts.plan(1200)
    await workCalls(parts.services, parts.service)
    parts.services.time.now += 24 * HOUR
    const from = parts.services.time.now
    const today = await parts.plan(1200)
    await workCalls(parts.services, parts.service)
    expect(await compare(await day(from), [today])).toEqual({ differences: [], equal: 1 })
    expect(await compare(await day(from), [today, yesterday])).toEqual({ differences: [], equal: 2 })
    expect(await compare(await day(from), [yesterday, 'oc_nobody'])).toEqual({
      differences: [
        { id: 'oc_nobody', kind: 'onlyTheirs' },
        { id: today, kind: 'onlyOurs' },
      ].sort((a, b) => (a.id < b.id ? -1 : 1)),
      equal: 1,
    })
  })
})
