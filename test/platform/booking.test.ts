/** The whole line on the demonstration platform: real HTTP, real server, real database file. */
import { demo } from '../../platform/demo'
import { startRunning, type Running } from './running'

let running: Running
beforeAll(async () => {
  running = await startRunning({ demo })
}, 30_000)
afterAll(() => running.close())

type Row = Readonly<Record<string, unknown>>
const listOf = (body: Row, name: string): readonly Row[] => body[name] as readonly Row[]

const signInAs = async (person: string) => ({
  authorization: `Bearer ${String((await running.post('/api/accounts/signInAs', { person })).body.token)}`,
})

/** The first seat that anyone may book. */
const findSeat = async () => {
  for (const hall of listOf((await running.post('/api/appointments/halls', {})).body, 'halls')) {
    for (const matter of hall.matters as readonly string[]) {
      const where = { hallId: hall.id, matter }
      for (const { day } of listOf((await running.post('/api/appointments/days', where)).body, 'days')
        .filter((row) => row.state === 'open')
        .slice(1, 4)) {
        const slot = listOf(
          (await running.post('/api/appointments/slots', { ...where, day })).body,
          'slots',
        ).find((row) => row.state === 'open')
        if (slot) return { ...where, day, start: slot.start }
      }
    }
  }
  throw new Error('the demonstration has no free seat')
}

describe('a booking over HTTP', () => {
  it('is made once however often it is sent, shown, and cancelled once', async () => {
    const [headers, seat] = [await signInAs('测试纳税人一'), await findSeat()]
    const book = () =>
      running.post('/api/appointments/book', seat, { ...headers, 'idempotency-key': 'book-once-0001' })
    const answers = await Promise.all(Array.from({ length: 10 }, book))
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200))
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
    const { id } = answers[0]?.body.appointment as { id: string }
    expect(
      listOf((await running.post('/api/appointments/mine', {}, headers)).body, 'items').map(
        (item) => item.id,
      ),
    ).toEqual([id])

    const cancel = () =>
      running.post('/api/appointments/cancel', { id }, { ...headers, 'idempotency-key': 'cancel-once-0001' })
    const [first, second] = [await cancel(), await cancel()]
    expect(first).toMatchObject({
      status: 200,
      body: { appointment: { id, state: expect.stringMatching(/^cancelled/) } },
    })
    expect(second.body).toEqual(first.body)
    // The first answer stands, although the seat was given back since.
    expect((await book()).text).toBe(answers[0]?.text)
  })

  it('of a stranger answers like an unknown one', async () => {
    const mine = await running.post(
      '/api/appointments/book',
      await findSeat(),
      await signInAs('测试纳税人二'),
    )
    const { id } = mine.body.appointment as { id: string }
    const stranger = await signInAs('测试纳税人三')
    const unknown = `ap_${'0'.repeat(26)}`
    for (const procedure of ['get', 'cancel']) {
      const [theirs, none] = [
        await running.post(`/api/appointments/${procedure}`, { id }, stranger),
        await running.post(`/api/appointments/${procedure}`, { id: unknown }, stranger),
      ]
      expect([theirs.status, theirs.body.code, theirs.body.message, theirs.body.data]).toEqual([
        none.status,
        none.body.code,
        none.body.message,
        none.body.data,
      ])
    }
  })

  it('is refused in the caller’s language, by rule', async () => {
    const [headers, seat] = [await signInAs('测试纳税人四'), await findSeat()]
    expect((await running.post('/api/appointments/book', seat, headers)).status).toBe(200)
    const zh = await running.post('/api/appointments/book', seat, headers)
    const en = await running.post('/api/appointments/book', seat, { ...headers, 'accept-language': 'en-GB' })
    expect(zh.body).toMatchObject({
      code: expect.stringMatching(/^LIMIT_/),
      message: expect.stringMatching(/[\u4e00-\u9fff]/),
      data: { basis: expect.any(String) },
    })
    expect(en.body).toMatchObject({
      code: zh.body.code,
      message: expect.not.stringMatching(/[\u4e00-\u9fff]/),
    })
  })

  it('of one seat by many at once never books more than there are', async () => {
    const seat = await findSeat()
    const { hallId, matter, day } = seat
    const left = (
      listOf((await running.post('/api/appointments/slots', { hallId, matter, day })).body, 'slots').find(
        (row) => row.start === seat.start,
      )?.left as { online: number }
    ).online
    const people = await Promise.all(Array.from({ length: left + 5 }, (_, place) => signInAs(`抢号${place}`)))
    const answers = await Promise.all(
      people.map((headers) => running.post('/api/appointments/book', seat, headers)),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(left)
    expect(answers.filter((answer) => answer.status !== 200).map((answer) => answer.body.code)).toEqual(
      Array(5).fill('SLOT_FULL'),
    )
  })
})

describe('the demonstration', () => {
  it('adds its procedures to accounts, there alone', async () => {
    expect((await running.post('/api/accounts/people', {})).body).toMatchObject({
      demonstration: true,
      people: expect.any(Array),
    })
    const plain = await startRunning()
    expect(await plain.post('/api/accounts/people', {})).toMatchObject({
      status: 404,
      body: { code: 'NO_PROCEDURE' },
    })
    await plain.close()
  })
  it('met no defect', () => {
    expect(running.lines.filter((line) => line.level === 'error')).toEqual([])
  })
})
