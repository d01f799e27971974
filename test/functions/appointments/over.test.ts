/** What can still be done with a visit that is over. */
import { seededRandom } from '../../harness/fuzz/random'
import { openWorld, type World } from '../../harness/fuzz/world'
import { visitThatIsOver } from './fixtures'

let world: World
beforeAll(async () => {
  world = await openWorld(seededRandom(11), 11)
})
afterAll(() => world.close())

test('it is among the past ones, cannot be cancelled, and has no proof any more', async () => {
  const now = world.services.time.now
  const { person, id } = await visitThatIsOver(world)
  expect(world.services.time.now).toBe(now)
  const call = (procedure: string, input: unknown) =>
    world.call(`appointments/${procedure}`, { input, token: person.token, language: 'en' })
  expect((await call('mine', { view: 'past' })).body).toMatchObject({
    items: [{ id, state: 'booked', canCancel: false }],
  })
  expect((await call('mine', { view: 'upcoming' })).body).toMatchObject({ items: [] })
  expect((await call('cancel', { id })).body).toMatchObject({ code: 'CANNOT_CANCEL' })
  expect((await call('proof', { id })).body).toMatchObject({ code: 'NOT_BOOKED' })
})
