import { appointments } from '../../../functions/appointments/collections'
import { events } from '../../../functions/core/io/events/collections'
import { receipts } from '../../../functions/core/io/store/receipts'
import { DAY, eachWorld, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

describe('what is mine', () => {
  it('lists upcoming and past, newest first, page by page', async () => {
    const token = await world.signIn('林小雨')
    const first = await world.expect('book', wish, { token })
    world.now += 1000
    const second = await world.expect('book', { ...wish, start: 810 }, { token })
    expect((await world.expect('mine', {}, { token })).items.map(({ id }) => id)).toEqual([
      second.appointment.id,
      first.appointment.id,
    ])
    const page = await world.expect('mine', { limit: 1 }, { token })
    expect(page.items).toHaveLength(1)
    expect(
      (await world.expect('mine', { limit: 1, after: page.next }, { token })).items.map(({ id }) => id),
    ).toEqual([first.appointment.id])
    await world.expect('cancel', { id: first.appointment.id }, { token })
    expect((await world.expect('mine', { view: 'past' }, { token })).items.map(({ id }) => id)).toEqual([
      first.appointment.id,
    ])
    expect((await world.expect('mine', {}, { token: await world.signIn('陈建国') })).items).toEqual([])
  })

  it('is nobody else’s: a stranger’s id answers as an unknown one', async () => {
    const { appointment } = await world.expect('book', wish, { token: await world.signIn('林小雨') })
    const held = await world.expect('hold', { ...wish, start: 810 }, { token: await world.signIn('林小雨') })
    const stranger = await world.signIn('陈建国')
    const unknown = `ap_${'0'.repeat(26)}`
    for (const ask of [
      (id: string) => world.call('get', { id }, { token: stranger }),
      (id: string) => world.call('cancel', { id }, { token: stranger }),
      (id: string) => world.call('book', { holdId: id }, { token: stranger }),
    ]) {
      expect(await ask(appointment.id)).toEqual(await ask(unknown))
      expect(await ask(held.appointment.id)).toEqual(await ask(unknown))
      expect(await ask(unknown)).toMatchObject({ ok: false, status: 404, code: 'NOT_FOUND' })
    }
    expect((await world.slot(DAY, 600)).left.online).toBe(9)
  })
})

it('gives back the seats of an erased account, however often the event comes', async () => {
  const token = await world.signIn('林小雨')
  const { appointment } = await world.expect('book', wish, { token })
  await world.expect('hold', { ...wish, day: '2026-11-26' }, { token })
  await world.erase(token)
  await world.settle({ again: true })
  expect((await world.slot(DAY, 600)).left.online).toBe(10)
  expect((await world.slot('2026-11-26', 600)).left.online).toBe(10)
  expect((await world.all(appointments)).find(({ id }) => id === appointment.id)?.doc.state).toBe('cancelled')
})

/** The enterprise that a signed-in person acts for. */
const enterpriseOf = async (token: string): Promise<string> => {
  const { body } = await world.instance.entry.handle({
    procedure: 'accounts/me',
    input: {},
    headers: { authorization: `Bearer ${token}` },
  })
  const { taxpayers } = body as { taxpayers: { id: string; kind: string }[] }
  return taxpayers.find(({ kind }) => kind === 'enterprise')?.id ?? ''
}

it('gives back what an agent booked for an owner who is erased', async () => {
  const [owner, agent] = [await world.signIn('王会芳'), await world.signIn('赵明理')]
  const enterprise = await enterpriseOf(owner)
  const { appointment } = await world.expect('book', { ...wish, taxpayerId: enterprise }, { token: agent })
  await world.erase(owner)
  await world.settle({ again: true })
  expect((await world.slot(DAY, 600)).left.online).toBe(10)
  expect((await world.all(appointments)).find(({ id }) => id === appointment.id)?.doc.state).toBe('cancelled')
})

it('keeps personal data out of its documents', async () => {
  const token = await world.signIn('林小雨')
  const { appointment } = await world.expect('book', wish, { token })
  await world.expect('cancel', { id: appointment.id, reason: '林小雨生病了' }, { token })
  const texts = JSON.stringify([
    await world.all(appointments),
    await world.all(receipts),
    await world.all(events),
  ])
  for (const personal of ['林', '990102199001010015', '生病']) expect(texts).not.toContain(personal)
})
