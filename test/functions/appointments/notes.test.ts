/** The note for the counter: its owner writes it until the appointment begins, the hall's officers read it, nobody else does. */
import { appointments, counterNotes } from '../../../functions/appointments/collections'
import { files as fileDocs } from '../../../functions/core/io/files/collections'
import { sweep } from '../../../functions/core/io/retention/sweep'
import { seededRandom } from '../../harness/fuzz/random'
import { openWorld, type World } from '../../harness/fuzz/world'
import { uploaded } from '../files/cases'
import { booking } from './cases'
import { visitThatIsOver } from './fixtures'

let world: World
beforeEach(async () => {
  world = await openWorld(seededRandom(21), 21)
})
afterEach(() => world.close())

const call = (procedure: string, input: unknown, token: string) =>
  world.call(`appointments/${procedure}`, { input, token, language: 'en' })

const noted = async (text = '带了委托书原件', photos = 1) => {
  const { person, id } = await booking(world, 'book')
  const files = await Promise.all(Array.from({ length: photos }, () => uploaded(world, person)))
  const reply = await call('setNote', { id, text, photos: files }, person.token)
  expect(reply.status).toBe(200)
  return { person, id, files }
}

it('is read by its owner and by the hall’s officers, text and photo alike', async () => {
  const { person, id, files } = await noted()
  const [fileId] = files
  for (const [note, photo, token] of [
    ['note', 'photo', person.token],
    ['counterNote', 'counterPhoto', world.staff.officer.token],
  ] as const) {
    expect((await call(note, { id }, token)).body).toMatchObject({
      note: { text: '带了委托书原件', photos: [{ fileId, type: 'image/png', size: 600 }] },
    })
    expect((await call(photo, { id, fileId }, token)).body).toMatchObject({ fileId, parts: 1, size: 600 })
  }
})

it('marks its row in the officer’s list', async () => {
  const { id } = await noted()
  const other = await booking(world, 'book')
  const { items } = await rowsOf(id)
  expect(items.find((row) => row.id === id)?.hasNote).toBe(true)
  expect((await rowsOf(other.id)).items.find((row) => row.id === other.id)?.hasNote).toBe(false)
})

const rowsOf = async (id: string) => {
  const [stored] = await world.services.store.read<{ v: 1; hallId: string; day: string }>('appointments', [
    id,
  ])
  const { hallId, day } = stored?.doc ?? { hallId: '', day: '' }
  const reply = await call('dayList', { hallId, day }, world.staff.officer.token)
  return reply.body as { items: { id: string; hasNote: boolean }[] }
}

it('of another’s appointment is answered as of an unknown one, and so is a photo of another note', async () => {
  const { id, files } = await noted()
  const other = await noted()
  const elsewhere = await world.services.person('elsewhere', [{ role: 'officer', halls: ['another-hall'] }])
  const token = await world.services.tokenOf(elsewhere)
  for (const [procedure, as] of [
    ['note', other.person.token],
    ['photo', other.person.token],
    ['counterNote', token],
    ['counterPhoto', token],
  ] as const)
    expect((await call(procedure, { id, fileId: files[0] }, as)).body).toMatchObject({ code: 'NOT_FOUND' })
  expect((await call('photo', { id: other.id, fileId: files[0] }, other.person.token)).body).toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(
    (await call('setNote', { id: other.id, text: '', photos: files }, other.person.token)).body,
  ).toMatchObject({
    code: 'NOT_FOUND',
  })
})

it('is changed by its owner: a photo left out is let go, one that stays is kept', async () => {
  const { person, id, files } = await noted('一', 2)
  const [kept, gone] = files
  await call('setNote', { id, text: '二', photos: [kept] }, person.token)
  expect((await call('note', { id }, person.token)).body).toMatchObject({
    note: { text: '二', photos: [{ fileId: kept }] },
  })
  expect((await call('photo', { id, fileId: gone }, person.token)).body).toMatchObject({ code: 'NOT_FOUND' })
  expect((await world.call('files/remove', { input: { fileId: gone }, token: person.token })).status).toBe(
    200,
  )
})

it('is refused once the appointment is over or cancelled, with too many photos, or with hidden characters', async () => {
  const over = await visitThatIsOver(world)
  expect(
    (await call('setNote', { id: over.id, text: '晚了', photos: [] }, over.person.token)).body,
  ).toMatchObject({ code: 'NOT_BOOKED' })
  const { person, id } = await booking(world, 'book')
  const four = await Promise.all([1, 2, 3, 4].map(() => uploaded(world, person)))
  for (const wrong of [
    { text: '', photos: four },
    { text: '\u202E反', photos: [] },
    { text: 'x'.repeat(201), photos: [] },
  ])
    expect((await call('setNote', { id, ...wrong }, person.token)).body).toMatchObject({
      code: 'INVALID_INPUT',
    })
  await call('cancel', { id }, person.token)
  expect((await call('setNote', { id, text: '取消了', photos: [] }, person.token)).body).toMatchObject({
    code: 'NOT_BOOKED',
  })
})

it('goes with its appointment when that is cancelled, and its photos are let go', async () => {
  const { person, id, files } = await noted()
  await call('cancel', { id }, person.token)
  await world.call('timers/dispatch', { input: {}, timer: 'dispatch' })
  expect(await world.services.store.read(counterNotes.name, [id])).toEqual([undefined])
  expect((await call('photo', { id, fileId: files[0] }, person.token)).body).toMatchObject({
    code: 'NOT_FOUND',
  })
})

it('is swept with its photos when its appointment is, changed later or not', async () => {
  const { person, id, files } = await noted()
  const [fileId] = files
  world.services.time.now += 1_000
  await call('setNote', { id, text: '改一改', photos: files }, person.token)
  const ends = (await world.services.store.read(appointments.name, [id]))[0]?.doc.expiresAt
  expect(await world.services.store.read(counterNotes.name, [id])).toMatchObject([
    { doc: { expiresAt: ends } },
  ])
  world.services.time.now = Number(ends)
  await sweep(world.services, [counterNotes, fileDocs])
  expect(await world.services.store.read(counterNotes.name, [id])).toEqual([undefined])
  expect(await world.services.store.read(fileDocs.name, [fileId ?? ''])).toEqual([undefined])
})

it('is for what is booked: a mere hold has none, since nothing would drop it when the hold ends', async () => {
  const { person, id } = await booking(world, 'hold')
  const note = { id, text: '带了委托书原件', photos: [] }
  const refused = await call('setNote', note, person.token)
  expect(refused.body).toMatchObject({
    code: 'NOT_BOOKED',
    message: expect.stringContaining('not confirmed'),
  })
  await call('book', { holdId: id }, person.token)
  expect((await call('setNote', note, person.token)).status).toBe(200)
})

it('cannot be opened once its owner is erased', async () => {
  const { person, id } = await noted()
  await world.must('accounts/erase', { input: { confirm: 'ERASE' }, token: person.token })
  for (let run = 0; run < 3; run += 1) await world.call('timers/dispatch', { input: {}, timer: 'dispatch' })
  const { body } = await call('counterNote', { id }, world.staff.officer.token)
  expect(JSON.stringify(body)).not.toContain('委托书')
})
