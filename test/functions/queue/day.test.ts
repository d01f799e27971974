/** A day in the hall through the entry: numbers, calls, and each answer that the door and the windows give. */
import { at, eachWorld, HALL, minutes, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const here = { latitude: 30_285_400, longitude: 120_195_300 }
const window = { hallId: HALL, window: '3' }
const callNext = async (officer: string, number = '3') =>
  (await world.must('queue/callNext', { hallId: HALL, window: number }, officer)).ticket
const act = async (what: string, officer: string, ticketId: string, number = '3') =>
  (await world.must(`queue/${what}`, { hallId: HALL, window: number, ticketId }, officer)).ticket
const serveAll = async (officer: string, ticketId: string, time = 0, number = '3') => {
  await act('serve', officer, ticketId, number)
  world.now += time
  return act('finish', officer, ticketId, number)
}

test('a booking is scanned at the door, called before walk-ins of its time, served and rated', async () => {
  const { token, qr, id } = await world.booked('林小雨')
  const officer = await world.window()
  world.now = at(588)
  const { ticket } = await world.must('queue/admit', { hallId: HALL, code: qr }, officer)
  expect(ticket).toMatchObject({ state: 'waiting', booked: true, passed: false })
  expect(ticket.number).toMatch(/^[A-HJ-NP-X]\d{3}$/)
  expect(ticket.taxpayer?.name).toContain('*')
  world.now = at(600)
  const walkIn = await world.walkIn('SB01')
  const called = await callNext(officer)
  expect(called).toMatchObject({ id: ticket.id, state: 'called', window: '3' })
  expect((await world.must('queue/get', { id: ticket.id }, token)).ticket).toMatchObject({
    state: 'called',
    canRate: false,
  })
  expect(await serveAll(officer, ticket.id, minutes(8))).toMatchObject({ state: 'done' })
  const rated = await world.must('queue/rate', { id: ticket.id, stars: 5, reasons: ['speed'] }, token)
  expect(rated.ticket).toMatchObject({ stars: 5, canRate: false })
  expect(await world.call('queue/rate', { id: ticket.id, stars: 1 }, token)).toMatchObject({
    code: 'RATED_BEFORE',
  })
  expect((await world.must('queue/ratings', { hallId: HALL }, officer)).items).toMatchObject([
    { stars: 5, reasons: ['speed'], window: '3' },
  ])
  await world.settle()
  const { appointment } = await world.must('appointments/get', { id }, token)
  expect(appointment.outcome).toBe('arrived')
  expect((await callNext(officer)).id).toBe(walkIn.id)
  expect(await world.must('queue/desk', { hallId: HALL }, officer)).toMatchObject({
    served: 1,
    waited: 12,
    serving: 8,
    waiting: 0,
  })
})

test('each that stands against a check-in has its own answer', async () => {
  const { qr, code, id, token } = await world.booked('林小雨')
  const officer = await world.window()
  const admit = (input: object) => world.call('queue/admit', { hallId: HALL, code: qr, ...input }, officer)
  world.now = at(584)
  expect(await admit({})).toMatchObject({ code: 'TOO_EARLY', data: { from: at(585) } })
  world.now = at(600)
  expect(await admit({ code: '000000' })).toMatchObject({ code: 'CODE_UNKNOWN' })
  expect(await admit({ code: qr.slice(0, -1) + (qr.endsWith('A') ? 'B' : 'A') })).toMatchObject({
    code: 'CODE_UNKNOWN',
  })
  const supervisor = await world.signIn('郑岚')
  const elsewhere = { hallId: 'chengdong-2', code: qr }
  expect(await world.call('queue/admit', elsewhere, supervisor)).toMatchObject({ code: 'WRONG_HALL' })
  expect(await admit({ hallId: 'chengdong-2' })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await admit({ hallId: 'no-such-hall' })).toMatchObject({ code: 'NOT_FOUND' })
  world.now = at(600) - 3_600_000 * 24
  expect(await admit({})).toMatchObject({ code: 'WRONG_DAY' })
  world.now = at(630) + 1
  expect(await admit({})).toMatchObject({ code: 'TOO_LATE' })
  world.now = at(600)
  expect(
    await world.call(
      'queue/arrive',
      { appointmentId: id, position: { ...here, latitude: 30_290_000 } },
      token,
    ),
  ).toMatchObject({ code: 'NOT_NEAR' })
  expect(
    await world.call('queue/arrive', { appointmentId: id, position: here }, await world.signIn('王会芳')),
  ).toMatchObject({ code: 'NOT_FOUND' })
  expect(await admit({ code })).toMatchObject({ ok: true })
  expect(await admit({ code })).toMatchObject({ code: 'TICKETED' })
  expect(await world.call('queue/arrive', { appointmentId: id, position: here }, token)).toMatchObject({
    code: 'TICKETED',
  })
})

test('on a Saturday nobody is given a number, whatever the hour', async () => {
  world.now = at(600) + 4 * 86_400_000
  const officer = await world.signIn('周敏')
  expect(await world.call('queue/issue', { hallId: HALL, matter: 'SB01' }, officer)).toMatchObject({
    code: 'NUMBERS_ENDED',
  })
})

test('a cancelled booking has no number', async () => {
  const { qr, id, token } = await world.booked('林小雨')
  world.now = at(400)
  await world.must('appointments/cancel', { id }, token)
  world.now = at(600)
  expect(await world.call('queue/admit', { hallId: HALL, code: qr }, await world.window())).toMatchObject({
    code: 'NOT_STANDING',
  })
})

test('within 300 m where the hall allows it, one’s own phone gives the number, booked or not', async () => {
  const { token, id } = await world.booked('林小雨')
  world.now = at(590)
  const { ticket } = await world.must('queue/arrive', { appointmentId: id, position: here }, token)
  expect(ticket).toMatchObject({ state: 'waiting', booked: true })
  const other = await world.signIn('王会芳')
  const wish = { hallId: HALL, matter: 'TS01', position: here }
  const taken = await world.must('queue/take', wish, other)
  expect(taken.ticket).toMatchObject({ state: 'waiting', booked: false, canLeave: true })
  expect(await world.call('queue/take', wish, other)).toMatchObject({ code: 'IN_LINE' })
  expect(await world.call('queue/take', { ...wish, hallId: 'chengdong-3' }, other)).toMatchObject({
    code: 'NO_POSITION',
  })
  await world.must('queue/leave', { id: taken.ticket.id }, other)
  expect(await world.call('queue/leave', { id: taken.ticket.id }, other)).toMatchObject({
    code: 'TICKET_STATE',
  })
  world.now += 1
  expect((await world.must('queue/take', wish, other)).ticket.id).not.toBe(taken.ticket.id)
  world.now = at(1200)
  await world.must(
    'queue/leave',
    { id: (await world.must('queue/mine', {}, other)).items[0]?.id ?? '' },
    other,
  )
  expect(await world.call('queue/take', wish, other)).toMatchObject({ code: 'NUMBERS_ENDED' })
})

test('a number that left is passed over, and its turn taken by the next', async () => {
  const person = await world.signIn('王会芳')
  const officer = await world.window('3')
  const { ticket } = await world.must('queue/take', { hallId: HALL, matter: 'SB02', position: here }, person)
  const next = await world.walkIn('SB02')
  await world.must('queue/leave', { id: ticket.id }, person)
  expect((await callNext(officer)).id).toBe(next.id)
})

test('called in vain: back after three numbers, once; then it is over, and of a booking a no-show that can be appealed', async () => {
  const { qr, token, id } = await world.booked('林小雨')
  const officer = await world.window()
  world.now = at(600)
  const { ticket } = await world.must('queue/admit', { hallId: HALL, code: qr }, officer)
  for (let i = 0; i < 5; i += 1) await world.walkIn('SB01')
  await world.settle()
  expect((await callNext(officer)).id).toBe(ticket.id)
  expect(await act('pass', officer, ticket.id)).toMatchObject({ state: 'passed', passed: true })
  expect((await world.must('queue/get', { id: ticket.id }, token)).ticket.waiting?.ahead).toBe(3)
  for (let i = 0; i < 3; i += 1) await serveAll(officer, (await callNext(officer)).id)
  expect((await callNext(officer)).id).toBe(ticket.id)
  expect(await act('pass', officer, ticket.id)).toMatchObject({ state: 'noShow' })
  expect(await world.call('queue/pass', { ...window, ticketId: ticket.id }, officer)).toMatchObject({
    code: 'TICKET_STATE',
  })
  await world.settle()
  expect((await world.must('appointments/get', { id }, token)).appointment.outcome).toBe('noShow')
  expect(
    await world.call('credit/appeal', { appointmentId: id, reason: '我在厅里没听见叫号' }, token),
  ).toMatchObject({ ok: true })
  expect(await world.must('queue/desk', { hallId: HALL }, officer)).toMatchObject({
    served: 3,
    missed: 1,
    waiting: 2,
  })
})

test('on to another matter: the same number, ahead of those who came later', async () => {
  const officer = await world.window('3')
  await world.window('4')
  const ticket = await world.walkIn('SB01')
  world.now = at(600)
  const later = await world.walkIn('TS01')
  await callNext(officer)
  await act('serve', officer, ticket.id)
  expect(
    await world.call('queue/transfer', { ...window, ticketId: ticket.id, matter: 'SB01' }, officer),
  ).toMatchObject({ code: 'SAME_MATTER' })
  const moved = await world.must(
    'queue/transfer',
    { ...window, ticketId: ticket.id, matter: 'TS01' },
    officer,
  )
  expect(moved.ticket).toMatchObject({ state: 'waiting', number: ticket.number, matter: 'TS01' })
  expect((await callNext(officer, '4')).id).toBe(ticket.id)
  await serveAll(officer, ticket.id, 0, '4')
  expect((await callNext(officer, '4')).id).toBe(later.id)
})

test('priority numbers go first, two in a row, then an ordinary one', async () => {
  const officer = await world.window('3')
  const plain = [await world.walkIn('SB01'), await world.walkIn('SB02')]
  const first = [
    await world.walkIn('SB03', true),
    await world.walkIn('SB01', true),
    await world.walkIn('SB02', true),
  ]
  expect(first[0]?.number).toBe('Y001')
  const order: string[] = []
  for (let i = 0; i < 5; i += 1) {
    const { id } = await callNext(officer)
    order.push(id)
    await serveAll(officer, id)
  }
  expect(order).toEqual([first[0], first[1], plain[0], first[2], plain[1]].map((one) => one?.id))
})

test('a window calls only when it is open, its officer’s, and done with its number', async () => {
  const officer = await world.signIn('周敏')
  const other = await world.signIn('郑岚')
  const call = (token: string) => world.call('queue/callNext', window, token)
  expect(await call(officer)).toMatchObject({ code: 'WINDOW_CLOSED' })
  expect(await world.call('queue/callNext', { ...window, window: '77' }, officer)).toMatchObject({
    code: 'WINDOW_UNKNOWN',
  })
  await world.window('3')
  expect((await call(officer)).body.ticket).toBeNull()
  const ticket = await world.walkIn('SB01')
  expect(await call(other)).toMatchObject({ code: 'WINDOW_TAKEN' })
  expect((await call(officer)).body.ticket.id).toBe(ticket.id)
  expect(await call(officer)).toMatchObject({ code: 'WINDOW_BUSY' })
  expect(await world.call('queue/setWindow', { ...window, state: 'closed' }, officer)).toMatchObject({
    code: 'WINDOW_BUSY',
  })
  expect(await world.call('queue/finish', { ...window, ticketId: ticket.id }, officer)).toMatchObject({
    code: 'TICKET_STATE',
  })
  await world.must('queue/setWindow', { ...window, state: 'paused' }, officer)
  await serveAll(officer, ticket.id)
  await world.walkIn('SB01')
  expect(await call(officer)).toMatchObject({ code: 'WINDOW_CLOSED' })
  await world.must('queue/setWindow', { ...window, state: 'open' }, other)
  expect(await call(officer)).toMatchObject({ code: 'WINDOW_TAKEN' })
  expect(await call(other)).toMatchObject({ ok: true })
  expect(
    await world.call('queue/setWindow', { ...window, state: 'open', matters: ['TS01'] }, officer),
  ).toMatchObject({ code: 'MATTER_NOT_HERE' })
})

test('the display shows who is called where, counts each recall, and says when nothing has changed', async () => {
  const officer = await world.window('3')
  const ticket = await world.walkIn('SB01')
  await world.walkIn('SB02')
  await callNext(officer)
  const board = await world.must('queue/board', { hallId: HALL })
  expect(board).toMatchObject({
    waiting: 1,
    state: 'open',
    windows: [{ window: '3', at: { number: ticket.number, calls: 1, serving: false } }],
  })
  expect(await world.must('queue/board', { hallId: HALL, since: board.turn })).toEqual({
    turn: board.turn,
    same: true,
    asOf: world.now,
  })
  await act('recall', officer, ticket.id)
  expect((await world.must('queue/board', { hallId: HALL, since: board.turn })).windows[0]?.at?.calls).toBe(2)
  await act('serve', officer, ticket.id)
  expect((await world.must('queue/board', { hallId: HALL })).windows[0]?.at?.serving).toBe(true)
  await act('finish', officer, ticket.id)
  expect((await world.must('queue/board', { hallId: HALL })).windows[0]?.at).toBeNull()
})

test('a wait is unknown until the hall has times of its own, a range then, and unknown again when nothing moves', async () => {
  const officer = await world.window('3')
  const seen = async (id: string, token: string) =>
    (await world.must('queue/get', { id }, token)).ticket.waiting
  for (let i = 0; i < 5; i += 1) {
    await world.walkIn('SB01')
    await serveAll(officer, (await callNext(officer)).id, minutes(6 + i))
  }
  await world.walkIn('SB01')
  await callNext(officer)
  for (let i = 0; i < 3; i += 1) await world.walkIn('SB01')
  const person = await world.signIn('王会芳')
  const { ticket } = await world.must('queue/take', { hallId: HALL, matter: 'SB01', position: here }, person)
  const waiting = await seen(ticket.id, person)
  expect(waiting).toMatchObject({ ahead: 3, estimate: { known: true } })
  expect(waiting?.estimate.from).toBeGreaterThanOrEqual(24)
  expect(waiting?.estimate.from).toBeLessThanOrEqual(34)
  expect(waiting?.estimate.to).toBeGreaterThan(waiting?.estimate.from ?? 0)
  world.now += minutes(11)
  expect(await seen(ticket.id, person)).toMatchObject({ ahead: 3, estimate: { known: false, why: 'still' } })
  expect(
    (await world.must('queue/hall', { hallId: HALL })).matters.find(({ matter }) => matter === 'TS01')
      ?.estimate,
  ).toMatchObject({ known: false, why: 'noWindow' })
})

test('stopped in an emergency, everybody who waits is told, nothing counts, and numbers begin again when it goes on', async () => {
  const { qr, token } = await world.booked('林小雨')
  const officer = await world.window()
  world.now = at(600)
  const { ticket } = await world.must('queue/admit', { hallId: HALL, code: qr }, officer)
  const atWindow = await world.walkIn('SB02')
  await act('serve', officer, (await callNext(officer)).id === ticket.id ? ticket.id : atWindow.id)
  const waiting = await world.walkIn('SB03')
  await world.must('queue/stop', { hallId: HALL, reason: '消防警报，全厅疏散' }, officer)
  expect((await world.must('queue/get', { id: ticket.id }, token)).ticket.state).toBe('serving')
  expect((await world.must('queue/board', { hallId: HALL })).state).toBe('stopped')
  expect(await world.call('queue/issue', { hallId: HALL, matter: 'SB01' }, officer)).toMatchObject({
    code: 'NUMBERS_ENDED',
  })
  await act('finish', officer, ticket.id)
  expect(await world.call('queue/callNext', window, officer)).toMatchObject({ code: 'NUMBERS_ENDED' })
  expect(waiting.state).toBe('waiting')
  world.now += 1
  await world.must('queue/reopen', { hallId: HALL }, officer)
  expect(await world.call('queue/reopen', { hallId: HALL }, officer)).toMatchObject({ code: 'NUMBERS_ENDED' })
  // The order to stop is told once more, late: it moves nothing.
  await world.settle()
  expect((await world.must('queue/board', { hallId: HALL })).state).toBe('open')
  const next = await world.walkIn('SB03')
  expect((await callNext(officer)).id).toBe(next.id)
})

test('when the day is over, whoever waits is closed, and can rate', async () => {
  const person = await world.signIn('王会芳')
  const { ticket } = await world.must('queue/take', { hallId: HALL, matter: 'SB02', position: here }, person)
  world.now = at(570) + 86_400_000
  const again = await world.signIn('王会芳')
  expect((await world.must('queue/mine', {}, again)).items[0]).toMatchObject({
    state: 'closed',
    canRate: true,
  })
  expect(await world.job('queue/settle')).toMatchObject({ settled: 1 })
  expect(await world.job('queue/settle')).toMatchObject({ settled: 0 })
  expect((await world.must('queue/get', { id: ticket.id }, again)).ticket.state).toBe('closed')
  expect(
    await world.call('queue/rate', { id: ticket.id, stars: 2, reasons: ['speed'] }, again),
  ).toMatchObject({ ok: true })
})

test('an officer of another hall and a stranger meet nothing here', async () => {
  await world.window('3')
  const ticket = await world.walkIn('SB01')
  const stranger = await world.signIn('林小雨')
  expect(await world.call('queue/get', { id: ticket.id }, stranger)).toMatchObject({ code: 'NOT_FOUND' })
  expect(await world.call('queue/desk', { hallId: HALL }, stranger)).toMatchObject({ code: 'FORBIDDEN' })
  expect(await world.call('queue/desk', { hallId: HALL })).toMatchObject({ code: 'SIGN_IN' })
})
