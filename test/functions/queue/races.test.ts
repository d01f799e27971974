/** Everybody at once: twenty windows that press in the same instant and repeat, people who take numbers, one booking at several doors. */
import type { Store } from '../../../functions/core/io/store/contract'
import { tickets } from '../../../functions/queue/collections'
import { placeOf, type WindowLine } from '../../../functions/queue/rules/lines'
import { everything } from '../../harness/seats'
import { at, eachWorld, HALL, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

/** The first hall's windows serve matters of their own; the second's four serve them all. */
const DESKS = 'chengdong-2'
const WINDOWS = ['1', '2', '3', '4']
const numbersOf = (
  answers: readonly { readonly body: { readonly ticket: { readonly number: string } | null } }[],
) => answers.flatMap(({ body }) => body.ticket?.number ?? [])

const openAll = async (): Promise<string> => {
  const supervisor = await world.signIn('郑岚')
  for (const window of WINDOWS)
    await world.must('queue/setWindow', { hallId: DESKS, window, state: 'open' }, supervisor)
  return supervisor
}

test('twenty presses and their repeats at the same instant: each window has one number, and they are the first in line', async () => {
  const officer = await openAll()
  const line: string[] = []
  for (let i = 0; i < 12; i += 1)
    line.push((await world.must('queue/issue', { hallId: DESKS, matter: 'SB02' }, officer)).ticket.number)
  const press = (window: string, key: string) =>
    world.call('queue/callNext', { hallId: DESKS, window }, officer, key)
  // Each request arrives three times, and each window is pressed by a second hand.
  const answers = await Promise.all(
    WINDOWS.flatMap((window) => [
      ...[1, 2, 3].map(() => press(window, `press-of-window-${window}-one`)),
      ...[1, 2].map(() => press(window, `press-of-window-${window}-two`)),
    ]),
  )
  const ok = answers.filter((answer) => answer.ok)
  expect(answers.filter((answer) => !answer.ok).map(({ code }) => code)).toEqual(
    expect.arrayContaining(answers.filter((answer) => !answer.ok).map(() => 'WINDOW_BUSY')),
  )
  expect([...new Set(numbersOf(ok))].sort()).toEqual(line.slice(0, 4))
  const board = await world.must('queue/board', { hallId: DESKS })
  expect(board.windows.map((one) => one.at?.number).sort()).toEqual(line.slice(0, 4))
  for (const window of WINDOWS) {
    const [one, again] = [
      await press(window, `press-of-window-${window}-one`),
      await press(window, `press-of-window-${window}-one`),
    ]
    expect([one.code, one.body.ticket]).toEqual([again.code, again.body.ticket])
  }
  expect(board.waiting).toBe(8)
})

/** The numbers of places as they are claimed, in the order in which the database has it. */
const claimsOf = (store: Store): number[] => {
  const claimed: number[] = []
  const patch = store.patch.bind(store)
  Object.assign(store, {
    patch: async (spec: Parameters<typeof patch>[0]) => {
      const outcome = await patch(spec)
      const windows = Object.entries(spec.set ?? {}).filter(([path]) => path.startsWith('windows.'))
      for (const [, after] of windows) {
        const { claim } = after as unknown as WindowLine
        if (outcome.outcome === 'patched' && claim && !claim.ticket) claimed.push(placeOf(claim.place).number)
      }
      return outcome
    },
  })
  return claimed
}

test('windows that press as fast as they can call everybody once, in order at each moment', async () => {
  const officer = await openAll()
  const line: string[] = []
  for (let i = 0; i < 24; i += 1)
    line.push((await world.must('queue/issue', { hallId: DESKS, matter: 'SB02' }, officer)).ticket.number)
  const called: string[] = []
  const claimed = claimsOf(world.services.store)
  await Promise.all(
    WINDOWS.map(async (window) => {
      for (;;) {
        const { ticket } = await world.must('queue/callNext', { hallId: DESKS, window }, officer)
        if (!ticket) return
        called.push(ticket.number)
        const input = { hallId: DESKS, window, ticketId: ticket.id }
        await world.must('queue/serve', input, officer)
        await world.must('queue/finish', input, officer)
      }
    }),
  )
  expect([...called].sort()).toEqual(line)
  // Answers may overtake each other; what was claimed does not.
  expect(claimed).toEqual(line.map((_, at) => at + 1))
  expect(await world.must('queue/desk', { hallId: DESKS }, officer)).toMatchObject({ served: 24, waiting: 0 })
})

test('forty who take a number at once have forty numbers, and none is missing', async () => {
  const officer = await world.signIn('周敏')
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      world.call('queue/issue', { hallId: HALL, matter: 'SB01', priority: i % 4 === 0 }, officer),
    ),
  )
  const numbers = numbersOf(answers).sort()
  expect(new Set(numbers).size).toBe(40)
  expect(numbers.filter((number) => number.startsWith('Y'))).toEqual(
    Array.from({ length: 10 }, (_, i) => `Y${String(i + 1).padStart(3, '0')}`),
  )
})

test('one booking at several doors and phones has one number', async () => {
  const { token, id, qr, code } = await world.booked('林小雨')
  const officer = await world.signIn('周敏')
  world.now = at(600)
  const position = { latitude: 30_285_400, longitude: 120_195_300 }
  const answers = await Promise.all([
    ...[1, 2, 3].map(() => world.call('queue/admit', { hallId: HALL, code: qr }, officer)),
    ...[1, 2].map(() => world.call('queue/admit', { hallId: HALL, code }, officer)),
    ...[1, 2].map(() => world.call('queue/arrive', { appointmentId: id, position }, token)),
  ])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect([...new Set(answers.filter(({ ok }) => !ok).map((answer) => answer.code))]).toEqual(['TICKETED'])
  expect(await everything(world.services.store, tickets)).toHaveLength(1)
  // The places that the others were given stay empty, and cost nobody a call.
  const next = await world.walkIn('SB01')
  await world.window('3')
  const call = async () => (await world.must('queue/callNext', { hallId: HALL, window: '3' }, officer)).ticket
  const first = await call()
  const input = { hallId: HALL, window: '3', ticketId: first.id }
  await world.must('queue/serve', input, officer)
  await world.must('queue/finish', input, officer)
  expect((await call()).id).toBe(next.id)
})

test('a number that is taken while its place is called is called, or has another place', async () => {
  const officer = await world.window('3')
  const [{ ticket }, pressed] = await Promise.all([
    world.must('queue/issue', { hallId: HALL, matter: 'SB01' }, officer),
    world.must('queue/callNext', { hallId: HALL, window: '3' }, officer),
  ])
  const called =
    pressed.ticket ?? (await world.must('queue/callNext', { hallId: HALL, window: '3' }, officer)).ticket
  expect(called.id).toBe(ticket.id)
})

test('passed while the visitor leaves, finished while the hall stops: one of the two, and the window is free', async () => {
  const officer = await world.window('3')
  for (let i = 0; i < 4; i += 1) {
    await world.walkIn('SB01')
    const { ticket } = await world.must('queue/callNext', { hallId: HALL, window: '3' }, officer)
    const input = { hallId: HALL, window: '3', ticketId: ticket.id }
    const both = await Promise.all([
      world.call('queue/pass', input, officer),
      world.call('queue/serve', input, officer),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const now = await world.must('queue/desk', { hallId: HALL }, officer)
    const held = now.windows.find((one) => one.window === '3')?.at
    if (held) await world.must('queue/finish', input, officer)
    const rest = await world.call('queue/callNext', { hallId: HALL, window: '3' }, officer)
    if (rest.body.ticket) {
      const again = { ...input, ticketId: rest.body.ticket.id }
      await world.must('queue/serve', again, officer)
      await world.must('queue/finish', again, officer)
    }
  }
})
